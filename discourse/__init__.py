"""Study how texts frame conflict: whose words, denied or not, how sure, with the lines behind each number.

The way through the house::

    corpus = read_corpus("corpus")              # texts and metadata, checked, never modified
    evidence = find(corpus, "war_peace")        # tables of hits, quotes, cues; no running text
    table = measure(evidence, "framing")        # tidy: value, interval, unit, note
    ax = plots.forest(table)                    # one function a figure type
    save_figure(ax, "framing", data=table)      # picture, numbers, provenance

`annotate` gives the layers themselves (tokens, voice, negation, hedging); `load_lexicon` the word lists;
`Evidence.kwic` the lines behind a number; `stats` keyness, dispersion, agreement; `plots` the figures.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# Loaded when first used, so that `import discourse` and `discourse --help` are quick.
_HOMES = {
    "Corpus": "corpus",
    "read_corpus": "corpus",
    "Evidence": "evidence",
    "annotate": "evidence",
    "find": "scale",
    "load_evidence": "evidence",
    "Lexicon": "lexicon",
    "load_lexicon": "lexicon",
    "measure": "measures",
    "EvidenceVectorizer": "features",
    "LexiconVectorizer": "features",
    "save_figure": "figures",
    "DiscourseError": "errors",
}
_MODULES = ("measures", "stats", "plots", "figures")

__all__ = ["__version__", *_HOMES, *_MODULES]

if TYPE_CHECKING:
    from . import figures, measures, plots, stats
    from .corpus import Corpus, read_corpus
    from .errors import DiscourseError
    from .evidence import Evidence, annotate, load_evidence
    from .features import EvidenceVectorizer, LexiconVectorizer
    from .figures import save_figure
    from .lexicon import Lexicon, load_lexicon
    from .measures import measure
    from .scale import find  # type: ignore[no-redef]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    if name in _MODULES:
        return importlib.import_module(f".{name}", __name__)
    raise AttributeError(f"module 'discourse' has no attribute '{name}'")


class _Package(ModuleType):
    """Keeps the function `annotate` from being hidden by the submodule of the same name once that is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted(__all__)
