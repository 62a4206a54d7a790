"""What the verbs read, and how they tell what is wrong with it: problems and warnings, one line each."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError, listed

if TYPE_CHECKING:
    from ..corpus import Corpus
    from ..lexicon import Lexicon
    from ..readers import Document, Problem

_WARNINGS = 20  # told one by one; a large corpus has thousands, and its problems must not drown in them
_OWN = {"doc_id", "sha256", "n_tokens"}
_NAMES = {"en": "English", "es": "Spanish"}


def say(problems: Iterable[str] = (), warnings: Iterable[str] = (), n_more: int = 0) -> int:
    """Print problems, one line each, and the first warnings; 1 where there was a problem.

    Parameters
    ----------
    problems : iterable of str
        Those that begin as warnings do are warnings.
    warnings : iterable of str
    n_more : int
        Warnings that were counted and not kept.
    """
    from ..evidence import WARNING

    n_problems, n_warnings = 0, n_more
    for line in (*problems, *(WARNING + line for line in warnings)):
        is_warning = line.startswith(WARNING)
        n_warnings, n_problems = n_warnings + is_warning, n_problems + (not is_warning)
        if not is_warning or n_warnings - n_more <= _WARNINGS:
            print(f"discourse: {' '.join(line.split())}", file=sys.stderr)
    if n_warnings > _WARNINGS:
        print(f"discourse: {WARNING}{n_warnings - _WARNINGS:,} more of these.", file=sys.stderr)
    return 1 if n_problems else 0


class Inputs:
    """The documents a verb was given, read once, and what there is to say of them.

    Attributes
    ----------
    problems : list of str
        What could not be read.
    warnings : list of str
        What is read, but may not be what was meant; the first few.

    Parameters
    ----------
    chosen : argparse.Namespace
        With the options of all verbs that read documents.
    """

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._chosen = chosen
        self.problems: list[str] = []
        self.warnings: list[str] = []
        self._n_more = 0
        self._has_told_of_names = False
        self._languages: Counter[str] = Counter()
        _check_columns(chosen)

    def stream(self) -> Iterator[Document]:
        """The documents one by one; with --query the inputs are read twice, so that no text but one is held."""
        from ..corpus import metadata_table, query_rows
        from ..readers import Document

        entries = self._entries()
        if self._chosen.query is not None:
            metadata = metadata_table(entry for entry in self._entries() if isinstance(entry, Document))
            kept = set(query_rows(metadata, self._chosen.query)["doc_id"])
            self._note_if_none(len(kept))
            entries = (e for e in entries if not isinstance(e, Document) or e.doc_id in kept)
        return self._looked_at(entries)

    def corpus(self) -> Corpus:
        """The documents together, and the problems."""
        from ..corpus import read_corpus

        chosen = self._chosen
        corpus = read_corpus(
            *chosen.inputs,
            text_column=chosen.text_column,
            id_column=chosen.id_column,
            language=chosen.language,
        )
        self.problems += corpus.problems
        if chosen.query is not None:
            corpus = corpus.query(chosen.query)
            self._note_if_none(len(corpus))
        return replace(corpus, documents=tuple(self._looked_at(corpus.documents)), problems=())

    def told(self, found: Iterable[str] = (), lexicons: Iterable[Lexicon] = ()) -> int:
        """Print what there is to say, when the documents have been read; the exit code."""
        if getattr(self._chosen, "syntax", False) and self._languages and "en" not in self._languages:
            self.warnings.append(
                "--syntax parses English, and no document is in it; the results are as without."
            )
        return say([*self.problems, *found], [*self.warnings, *self._unread(lexicons)], self._n_more)

    def _entries(self) -> Iterator[Document | Problem]:
        from ..corpus import iter_documents

        options = {name: getattr(self._chosen, name) for name in ("text_column", "id_column", "language")}
        return iter_documents(*self._chosen.inputs, **options)

    def _looked_at(self, entries: Iterable[Document | Problem]) -> Iterator[Document]:
        from ..annotate import LANGUAGES
        from ..readers import Problem, plainly_other

        shows_text = self._chosen.verb in ("annotate", "quotes", "keyness")
        for entry in entries:
            if isinstance(entry, Problem):
                self.problems.append(entry.message)
                continue
            self._languages[entry.language] += 1
            if entry.metadata.keys() & _OWN and not self._has_told_of_names:
                self._has_told_of_names = True
                names = listed(sorted(entry.metadata.keys() & _OWN))
                self._warn(
                    f"column {names}: documents have their own of this name, which stands in its place; rename it."
                )
            if entry.language not in LANGUAGES:
                self._warn(
                    f"'{entry.doc_id}': language '{entry.language}' has no rules and no lexicons; its values are"
                    " missing (--language en or es overrides)."
                )
            elif entry.text is not None and (other := plainly_other(entry.text, entry.language)):
                said = "as --language says" if self._chosen.language else "as its metadata say"
                self._warn(
                    f"'{entry.doc_id}': read as {_NAMES[entry.language]}, {said}, but its words are"
                    f" {_NAMES.get(other, f'those of {other!r}')}; results are not to be trusted, correct the"
                    " language or leave it out."
                )
            if entry.text is None and shows_text:
                self.problems.append(
                    f"'{entry.doc_id}': its text is not on this machine (set $DISCOURSE_RESTRICTED)."
                )
            yield entry

    def _warn(self, line: str) -> None:
        if len(self.warnings) < _WARNINGS:
            self.warnings.append(line)
        else:
            self._n_more += 1

    def _note_if_none(self, n_documents: int) -> None:
        if not n_documents:
            self.warnings.append(f'--query "{self._chosen.query}": no document fits it.')

    def _unread(self, lexicons: Iterable[Lexicon]) -> Iterator[str]:
        """Lexicons that documents were not read with, since their language has none, or that are empty."""
        languages: dict[str, set[str]] = {}
        for lexicon in lexicons:
            if not lexicon.entries:
                yield f"lexicon '{lexicon.name}' ({lexicon.language}) has no entries: nothing can be found with it."
            languages.setdefault(lexicon.name, set()).add(lexicon.language)
        for name, own in languages.items():
            for language in sorted(_NAMES.keys() & self._languages.keys() - own):
                number = self._languages[language]
                without = "one document has" if number == 1 else f"{number:,} documents have"
                yield (
                    f"lexicon '{name}' is {_NAMES[min(own)]} and reads no {_NAMES[language]}: {without} no hits of it."
                )


def _check_columns(chosen: argparse.Namespace) -> None:
    """Refuse the name of a column where nothing that is read has columns."""
    from ..corpus import METADATA
    from ..readers import FILE_ENDINGS, TABLE_ENDINGS

    given = [f for f in ("text", "id") if getattr(chosen, f"{f}_column") != f]
    paths = [Path(item) for item in chosen.inputs]
    if given and all((p / METADATA).is_file() or p.suffix.lower() in FILE_ENDINGS for p in paths):
        raise UsageError(
            f"--{given[0]}-column '{getattr(chosen, f'{given[0]}_column')}': it names a column of a table"
            f" ({listed(TABLE_ENDINGS)}), and none is among the inputs; leave it out."
        )
