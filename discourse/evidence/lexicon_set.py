"""The lexicons of a call by construct and language: each document is read with its own language's."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import LexiconError
from ..lexicon import Lexicon, builtin_lexicons, is_lexicon_file, load_lexicon

LexiconName = str | os.PathLike[str] | Lexicon


@dataclass
class LexiconSet:
    """Lexicons by construct and language: each document is read with its own language's.

    Parameters
    ----------
    names : sequence of str, path or Lexicon
    """

    names: Sequence[LexiconName]
    _by_language: dict[str, list[Lexicon]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._own = [self._load(name) for name in self.names]
        seen: set[tuple[str, str]] = set()
        for lexicon in (x for group in self._own for x in group):
            key = (lexicon.name, lexicon.language)
            if key in seen:
                raise LexiconError(
                    f"Lexicon '{lexicon.name}' ({lexicon.language}) is given twice; give it once."
                )
            seen.add(key)

    @staticmethod
    def _load(name: LexiconName) -> list[Lexicon]:
        if isinstance(name, Lexicon):
            return [name]
        if not isinstance(name, (str, os.PathLike)):
            raise LexiconError(
                f"A lexicon is a name, a file or a Lexicon, not {type(name).__name__}; several are given one after"
                " the other: 'war_peace', 'hedging'."
            )
        if is_lexicon_file(name):
            return [load_lexicon(name)]
        languages = builtin_lexicons().get(os.fspath(name))
        return [load_lexicon(name, language) for language in languages] if languages else [load_lexicon(name)]

    def of(self, language: str) -> list[Lexicon]:
        """The lexicons that read documents of a language, in the order given."""
        if language not in self._by_language:
            self._by_language[language] = [x for group in self._own for x in group if x.language == language]
        return self._by_language[language]

    def all(self) -> list[Lexicon]:
        """All lexicons, in the order given."""
        return [x for group in self._own for x in group]

    def record(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What evidence keeps of its lexicons: version, SHA-256 and categories by (name, language)."""
        return {
            (x.name, x.language): {"version": x.version, "sha256": x.sha256, "categories": list(x.categories)}
            for group in self._own
            for x in group
        }
