"""Verbs and options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn

from .. import __version__
from ..errors import did_you_mean, listed

_ANNOTATION_TABLES = ("tokens", "segments", "cues", "quotes")
_LANGUAGES = ("en", "es")
# Here by name, since --help loads no measures.
MEASURES = (
    *("framing", "rejection", "hedging", "left_out", "voice", "hedged_frames", "prominence", "dual_track"),
    *(
        "questions",
        "sourcing",
        "diversity",
        "shift",
        "public_private",
        "who_or_what",
        "urgency",
        "history_cues",
    ),
    *("metaphor_candidates", "peace_journalism", "frames", "actors", "naming", "verb_swap", "amplification"),
    *("fidelity", "quantities", "rates"),
)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line, with the nearest of the words that are allowed."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {' '.join(message.split())}; see {self.prog} --help.\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        allowed = action.choices
        if allowed is not None and value not in allowed:
            words = [str(word) for word in allowed]
            hint = did_you_mean(str(value), words).replace(" Did", ". Did").rstrip("?")
            raise argparse.ArgumentError(action, f"'{value}'; allowed: {listed(words)}{hint}")


class _Version(argparse.Action):
    """Tells the version, and in which form the rules run."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from ..compiled import state

        print(f"discourse {__version__}\nrules: {state()}")
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all verbs; each sets `run`, the function that does it."""
    parser = _Parser(
        prog="discourse",
        description="Study how texts frame conflict: whose words, denied or not, how sure, with lines.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="tell the version and leave")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    find = _verb(verbs, "find", "find a lexicon's entries", "find")
    _inputs(find)
    find.add_argument(
        "--lexicon",
        action="append",
        required=True,
        metavar="NAME_OR_FILE",
        help="one of discourse lexicon list, or a file of yours; may be repeated",
    )
    _output(find)
    _syntax(find)
    _scale(find)

    annotate = _verb(verbs, "annotate", "annotate texts with every layer", "annotate")
    _inputs(annotate)
    annotate.add_argument("--table", choices=_ANNOTATION_TABLES, help="which one (tokens)")
    _output(annotate, formats=("csv", "jsonl", "html"))
    _syntax(annotate)
    _scale(annotate)

    quotes = _verb(verbs, "quotes", "list quotations with their speakers", "quotes")
    _inputs(quotes)
    _output(quotes)
    _syntax(quotes)
    _scale(quotes)

    measure = _verb(verbs, "measure", "compute measures", "measure")
    _inputs(measure)
    measure.add_argument(
        "--measure",
        action="append",
        required=True,
        metavar="NAME",
        help=f"may be repeated; all: every one but rates, which counts the lexicon you give; {', '.join(MEASURES)}",
    )
    measure.add_argument(
        "--by", action="append", metavar="COLUMN", help="metadata column to group by; may be repeated"
    )
    measure.add_argument(
        "--lexicon",
        action="append",
        default=[],
        metavar="NAME_OR_FILE",
        help="in place of the built-in lexicon of its name, or for the measure rates; may be repeated",
    )
    measure.add_argument("--seed", type=int, default=0, help="of the intervals (0)")
    _output(measure)
    _syntax(measure)
    _scale(measure)

    kwic = _verb(verbs, "kwic", "show hits or a term with the words around them", "kwic")
    _inputs(kwic)
    what = kwic.add_mutually_exclusive_group(required=True)
    what.add_argument("--lexicon", metavar="NAME_OR_FILE")
    what.add_argument("--term", metavar="WORDS", help='a word or phrase, wildcards allowed: "use of force"')
    kwic.add_argument("--category", metavar="C", help="only this category of the lexicon")
    kwic.add_argument("--window", type=int, default=8, metavar="N", help="words to each side (8)")
    _output(kwic)
    _syntax(kwic)

    keyness = _verb(verbs, "keyness", "words that mark one part of a corpus against another", "keyness")
    _inputs(keyness)
    keyness.add_argument("--target", required=True, metavar="QUERY", help="over metadata columns")
    keyness.add_argument("--reference", required=True, metavar="QUERY")
    keyness.add_argument(
        "--cells", type=int, choices=(2, 4), default=2, help="cells of the log-likelihood (2)"
    )
    _output(keyness)

    corpus = _verb(verbs, "corpus", "list, check and extend a corpus")
    acts = corpus.add_subparsers(title="acts", metavar="ACT", required=True)
    listing = _verb(acts, "list", "list the documents", "corpus_list")
    _inputs(listing)
    _output(listing)
    check = _verb(acts, "check", "check texts, metadata and checksums", "corpus_check")
    _inputs(check)
    add = _verb(
        acts, "add", "add plain-text files: text and metadata row together, or not at all", "corpus_add"
    )
    add.add_argument("files", nargs="+", metavar="FILE")
    add.add_argument("--corpus", default="corpus", metavar="FOLDER")
    add.add_argument("--language", type=_language, help="en or es; default: detected")
    add.add_argument("--meta", action="append", default=[], metavar="COLUMN=VALUE", help="may be repeated")
    evidence = _verb(
        acts,
        "evidence",
        "write the evidence of restricted texts, after a disclosure check",
        "corpus_evidence",
    )
    evidence.add_argument("--corpus", default="corpus", metavar="FOLDER")
    evidence.add_argument("--lexicon", action="append", required=True, metavar="NAME_OR_FILE")
    evidence.add_argument("--output", required=True, metavar="FOLDER")

    imports = _verb(
        acts, "import", "make a table of a well-known collection, to be used as INPUT", "corpus_import"
    )
    imports.add_argument("kind", metavar="KIND", help="ungdc or nltk")
    imports.add_argument(
        "source", metavar="DIR", help="folder or file of ungdc; state_union or inaugural of nltk"
    )
    imports.add_argument("--output", required=True, metavar="FILE", help=".parquet, .csv or .jsonl")

    lexicon = _verb(verbs, "lexicon", "list, show, check and convert lexicons")
    acts = lexicon.add_subparsers(title="acts", metavar="ACT", required=True)
    _verb(acts, "list", "list the built-in lexicons", "lexicon_list")
    show = _verb(acts, "show", "show a lexicon's datasheet and entries", "lexicon_show")
    show.add_argument("name", metavar="NAME_OR_FILE")
    show.add_argument("--language", type=_language, help="en or es; default: every one there is")
    check = _verb(
        acts,
        "check",
        "find duplicate, shadowed, unreachable and conflicting entries, and failing examples",
        "lexicon_check",
    )
    check.add_argument("names", nargs="*", metavar="NAME_OR_FILE", help="default: all built-in lexicons")
    convert = _verb(acts, "convert", "convert from and to other formats", "lexicon_convert")
    convert.add_argument("source", metavar="NAME_OR_FILE", help=".dic (LIWC), .yml (quanteda), .csv, .yaml")
    convert.add_argument("--output", required=True, metavar="FILE", help=".yaml, .csv or .dic")
    convert.add_argument("--name", help="the construct's name in the new file")
    convert.add_argument("--language", type=_language, help="en or es, where the source does not say (en)")

    report = _verb(verbs, "report", "report on a corpus on one standalone HTML page", "report")
    _inputs(report, default="corpus")
    report.add_argument("--output", required=True, metavar="FILE", help="ending in .html")
    report.add_argument(
        "--lexicon", action="append", metavar="NAME_OR_FILE", help="may be repeated (war_peace)"
    )
    report.add_argument(
        "--by", action="append", metavar="COLUMN", help="metadata column to group by; may be repeated"
    )
    report.add_argument("--seed", type=int, default=0, help="of the intervals (0)")
    _syntax(report)

    validate = _verb(verbs, "validate", "judge a lexicon on your own texts")
    acts = validate.add_subparsers(title="acts", metavar="ACT", required=True)
    sample = _verb(acts, "sample", "draw hits with their lines into a sheet for judges", "validate_sample")
    _inputs(sample)
    sample.add_argument("--lexicon", required=True, metavar="NAME_OR_FILE")
    sample.add_argument("--n", type=int, default=200, help="hits in all (200), as many from each category")
    sample.add_argument("--window", type=int, default=12, metavar="N", help="words to each side (12)")
    sample.add_argument("--seed", type=int, default=0, help="of the draw (0)")
    sample.add_argument("--output", required=True, metavar="FILE", help=".xlsx or .csv")
    scoring = _verb(acts, "score", "estimate precision from a judged sheet", "validate_score")
    scoring.add_argument(
        "sheet", metavar="FILE", help="the sheet with 1 (right) or 0 (wrong) in the column judgement"
    )
    _output(scoring)

    figures = _verb(verbs, "figures", "run every notebook and rebuild the figures", "figures")
    figures.add_argument("--check", action="store_true", help="rebuild elsewhere and compare")
    return parser


def _verb(verbs: Any, name: str, summary: str, run: str | None = None) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    if run:
        parser.set_defaults(run=_lazily(run), verb=run)
    return parser


def _lazily(name: str) -> Callable[[argparse.Namespace], int]:
    """The command's function, imported when it runs: --help loads none of it."""
    room = {"corpus": "corpora", "lexicon": "lexicons"}.get(name.partition("_")[0], "commands")

    def run(chosen: argparse.Namespace) -> int:
        if hasattr(chosen, "workers"):
            # its processes are the threads; a process without threads is forked in no time
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        return int(getattr(import_module(f".{room}", __package__), name)(chosen))

    return run


def _language(value: str) -> str:
    """A language the rules know; for anything else, the code that is meant."""
    if value in _LANGUAGES:
        return value
    from ..readers import language_code

    code = language_code(value)
    hint = f". Did you mean '{code}'" if code in _LANGUAGES else ""
    raise argparse.ArgumentTypeError(f"'{value}'; allowed: {listed(_LANGUAGES)}{hint}")


def _inputs(parser: argparse.ArgumentParser, default: str = "") -> None:
    what = "a corpus folder, document file or table (.csv .jsonl .parquet)"
    if default:
        parser.add_argument(
            "inputs", nargs="*", default=[default], metavar="INPUT", help=f"{what}; default: {default}"
        )
    else:
        parser.add_argument("inputs", nargs="+", metavar="INPUT", help=what)
    parser.add_argument("--text-column", default="text", metavar="NAME", help="of a table (text)")
    parser.add_argument("--id-column", default="id", metavar="NAME", help="of a table (id)")
    parser.add_argument(
        "--language", type=_language, help="en or es; default: from the metadata, else detected"
    )
    parser.add_argument(
        "--query", metavar="QUERY", help="only documents whose metadata fit: \"genre == 'editorial'\""
    )


def _output(parser: argparse.ArgumentParser, formats: tuple[str, ...] = ("csv", "jsonl")) -> None:
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="its ending picks the format (.csv .jsonl .parquet); without one, a folder of Parquet parts",
    )
    parser.add_argument("--format", choices=formats, help="on standard output (csv)")


def _syntax(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--syntax", action="store_true", help="use spaCy for the bounds of attributed content in English"
    )


def _scale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=int, metavar="N", help="processes on this machine (all cores)")
    parser.add_argument("--engine", default="local", help="local or dask (local)")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask scheduler; a cluster on this machine where none"
    )
