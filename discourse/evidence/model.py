"""Evidence: the tables together, with what they were made from; concordance lines and queries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from numbers import Integral
from typing import TYPE_CHECKING, Any

from ..corpus import query_rows
from ..errors import EvidenceError, UsageError, did_you_mean, listed
from .schema import EVIDENCE_TABLES

if TYPE_CHECKING:
    import pandas as pd

WARNING = "warning: "  # how a line begins, among the problems of a run, that is none
KWIC_COLUMNS = (
    "doc_id",
    "paragraph",
    "sentence",
    "left",
    "node",
    "right",
    "lexicon",
    "category",
    "voice",
    "speaker",
    "negated",
    "hedged",
    "left_out",
    "start",
    "end",
)


@dataclass(frozen=True, eq=False)
class Evidence:
    """What was found in a corpus: a few tables without running text.

    Every measure is a function of these tables alone, so that each number can be traced to its spans and
    a text that may not be shared is replaced by its evidence.

    Attributes
    ----------
    hits, segments, cues, quotes, relations, documents : pandas.DataFrame
        The tables; their columns are listed in the documentation.
    lexicons : dict
        (name, language) → version, sha256, categories.
    settings : dict
        How the layers were made.
    problems : tuple of str
        Documents that could not be read or have no evidence, one line each.
    warnings : tuple of str
        What in a document could not be read for sure, e.g. a quotation mark without its partner, one line
        each with the document and the character.
    texts : mapping of str to str
        doc_id → text, where it is on this machine: only for showing lines.
    """

    hits: pd.DataFrame
    segments: pd.DataFrame
    cues: pd.DataFrame
    quotes: pd.DataFrame
    relations: pd.DataFrame
    documents: pd.DataFrame
    lexicons: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def query(self, expression: str) -> Evidence:
        """Keep the documents whose metadata fit a pandas query.

        Parameters
        ----------
        expression : str
            "genre == 'editorial'"; columns are those of `documents`.

        Returns
        -------
        Evidence

        Raises
        ------
        QueryError
        """
        kept = query_rows(self.documents, expression)["doc_id"].tolist()
        return self._only(kept)

    def _only(self, doc_ids: Sequence[str]) -> Evidence:
        tables = {}
        for name in EVIDENCE_TABLES:
            table = getattr(self, name)
            tables[name] = table[table["doc_id"].isin(doc_ids)].reset_index(drop=True)
        return replace(self, **tables)

    def joined(self, other: Evidence, order: Sequence[str]) -> Evidence:
        """Add another evidence's documents, all in a given order of doc_ids."""
        import pandas as pd

        place = {doc_id: i for i, doc_id in enumerate(order)}
        tables: dict[str, Any] = {}
        for name in EVIDENCE_TABLES:
            parts = [t for t in (getattr(self, name), getattr(other, name)) if len(t)]
            both = pd.concat(parts, ignore_index=True) if parts else getattr(self, name)
            tables[name] = both.sort_values(
                "doc_id", key=lambda c: c.map(place), kind="stable", ignore_index=True
            )
        return replace(
            self,
            **tables,
            problems=(*self.problems, *other.problems),
            warnings=(*self.warnings, *other.warnings),
            texts={**other.texts, **self.texts},
        )

    def kwic(
        self, category: str | None = None, *, lexicon: str | None = None, window: int = 8
    ) -> pd.DataFrame:
        """Show the lines behind a number: each hit with the words around it.

        Parameters
        ----------
        category : str, optional
            A category ("war.threat") or a parent ("war"); all where None.
        lexicon : str, optional
            Only hits of this lexicon.
        window : int
            Words to each side.

        Returns
        -------
        pandas.DataFrame
            One row per hit; `left` and `right` are missing where the text is not on this machine (the
            other columns say where the line is).

        Raises
        ------
        EvidenceError
            No hit can have this category or lexicon.

        Examples
        --------
        >>> from discourse.evidence import find
        >>> evidence = find("They threatened to attack the port.", "war_peace")
        >>> evidence.kwic("war", window=2)[["left", "node", "right"]].values.tolist()[-1]
        ['threatened to', 'attack', 'the port.']
        """
        import pandas as pd

        if not isinstance(window, Integral) or window < 0:
            raise UsageError(f"window={window!r}: a number of words, 0 or more.")
        hits = self.hits
        if lexicon is not None:
            known = sorted({name for name, _ in self.lexicons})
            if lexicon not in known:
                raise EvidenceError(
                    f"No lexicon '{lexicon}' in this evidence; there are: {listed(known)}."
                    f"{did_you_mean(lexicon, known)}"
                )
            hits = hits[hits["lexicon"] == lexicon]
        if category is not None:
            allowed = sorted(
                {
                    c
                    for (name, _), x in self.lexicons.items()
                    if lexicon in (None, name)
                    for c in x["categories"]
                }
            )
            if category not in allowed:
                raise EvidenceError(
                    f"No category '{category}' in this evidence; there are: {listed(allowed)}."
                    f"{did_you_mean(category, allowed)}"
                )
            hits = hits[(hits["category"] == category) | hits["category"].str.startswith(f"{category}.")]
        sides = [
            self._sides(d, s, e, window)
            for d, s, e in zip(hits["doc_id"], hits["start"], hits["end"], strict=True)
        ]
        lines = hits.reset_index(drop=True).rename(columns={"text": "node"})
        lines["left"] = pd.array([left for left, _ in sides], dtype="str")
        lines["right"] = pd.array([right for _, right in sides], dtype="str")
        return lines[list(KWIC_COLUMNS)]

    def _sides(self, doc_id: str, start: int, end: int, window: int) -> tuple[str | None, str | None]:
        text = self.texts.get(doc_id)
        if text is None:
            return None, None
        reach = 40 * window + 40  # characters enough for the words of any language
        before, after = text[max(0, start - reach) : start], text[end : end + reach]
        left = _words_back(before, window) if window else ""
        right = re.match(rf"\S*(?:\s+\S+){{0,{window}}}", after) if window else None
        return " ".join(left.split()), " ".join(right[0].split()) if right else ""

    def without_quoted_text(self) -> Evidence:
        """Give the same evidence without the quotations' words, as it is committed."""
        import pandas as pd

        nothing = pd.array([None] * len(self.quotes), dtype="str")
        return replace(self, quotes=self.quotes.assign(text=nothing), texts={})

    def save(self, folder: str, format: str = "parquet") -> None:
        """Write the tables into a folder; see `store.save_evidence`."""
        from .store import save_evidence

        save_evidence(self, folder, format)

    def __repr__(self) -> str:
        names = ", ".join(sorted({name for name, _ in self.lexicons})) or "no lexicon"
        return f"<Evidence: {len(self.documents)} documents, {len(self.hits)} hits ({names}), {len(self.quotes)} quotes>"


def _words_back(before: str, window: int) -> str:
    """The last words of a stretch, with what is glued to the hit itself."""
    places = [m.start() for m in re.finditer(r"\S+", before)]
    if not places:
        return ""
    glued = 0 if before[-1:].isspace() else 1
    keep = window + glued
    return before[places[-keep] if len(places) >= keep else 0 :]
