"""How fast the program is, beside what else counts words in texts: everything in one run, on the same texts.

Each tool runs in a process of its own, on General Debate speeches where `DISCOURSE_UNGDC` names them, else on
texts made here. Tools that are not installed are named as absent. Two tasks: *words*, the single words of
the lexicon war_peace without wildcards and context rules, which every tool can count; and what only this
program does. Run it with::

    python benchmarks/speed.py
    python benchmarks/speed.py --megabytes 100 --layers --sizes 10 30 100 300
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from texts import read_texts, size, source, stream_texts

REFERENCE = "re.findall + dict"
SLOW = 6.0  # megabytes that are enough for a tool that reads a few of them in a second
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Tool:
    """Something to be measured.

    Attributes
    ----------
    run : callable
        (texts, words) → counts, one row a text and one column a word; or None where it counts something else.
    needs : str
        Package to import, "" for none.
    limit : float
        Megabytes it is given at the most.
    """

    run: Callable[[Any, list[str]], np.ndarray | None]
    needs: str = ""
    limit: float = float("inf")


# --- this program


@cache
def _lexicon(words_only: bool) -> Any:
    from discourse.lexicon import load_lexicon

    lexicon = load_lexicon("war_peace", "en")
    if not words_only:
        return lexicon
    entries = {
        entry.words[0]: entry
        for entry in lexicon.entries
        if len(entry.words) == 1 and re.fullmatch(r"[a-z]+", entry.words[0])
    }
    plain = tuple(replace(entries[word], unless=(), only=(), case=None) for word in sorted(entries))
    return replace(lexicon, entries=plain, sha256="words")


def the_words() -> list[str]:
    """The words of the task."""
    return [entry.words[0] for entry in _lexicon(True).entries]


def count_words(texts: list[str], words: list[str]) -> np.ndarray:
    from discourse.match import count

    lexicon = _lexicon(True)
    # a category for each word, so that the cells can be compared
    entries = tuple(replace(entry, category=n) for n, entry in enumerate(lexicon.entries))
    return count(texts, replace(lexicon, entries=entries, categories=tuple(words))).hits


def count_categories(texts: list[str], words: list[str]) -> None:
    from discourse.match import count

    count(texts, _lexicon(True))


def count_lexicon(texts: list[str], words: list[str]) -> None:
    from discourse.match import count

    count(texts, _lexicon(False))


def _find(texts: list[str], table: str, workers: int) -> None:
    from discourse.readers import Document
    from discourse.scale import make_engine, make_job, run_tables

    documents = (
        Document(str(n), t, hashlib.sha256(t.encode()).hexdigest(), "en") for n, t in enumerate(texts)
    )
    job = make_job(table, ["war_peace"])
    for _ in run_tables(job, documents, make_engine("local", workers), progress=False):
        pass


def find_one(texts: list[str], words: list[str]) -> None:
    _find(texts, "hits", 1)


def find_two(texts: list[str], words: list[str]) -> None:
    _find(texts, "hits", 2)


def evidence_one(texts: list[str], words: list[str]) -> None:
    _find(texts, "evidence", 1)


# --- the others


def plain_python(texts: list[str], words: list[str]) -> np.ndarray:
    place = _places(words)
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for row, text in zip(counts, texts, strict=True):
        for word in _WORD.findall(text.lower()):
            if word in place:
                row[place[word]] += 1
    return counts


def _places(words: list[str]) -> dict[str, int]:
    """A possessive is its word, as it is for this program."""
    place = {word: n for n, word in enumerate(words)}
    return {word + end: n for word, n in place.items() for end in ("", "'s", "’s")}


def plain_counter(texts: list[str], words: list[str]) -> np.ndarray:
    place = _places(words)
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for row, text in zip(counts, texts, strict=True):
        for word, n in Counter(_WORD.findall(text.lower())).items():
            if word in place:
                row[place[word]] += n
    return counts


def nltk_words(texts: list[str], words: list[str]) -> np.ndarray:
    from nltk.tokenize import NLTKWordTokenizer

    tokenizer, place = NLTKWordTokenizer(), _places(words)
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for row, text in zip(counts, texts, strict=True):
        for word in tokenizer.tokenize(text):
            if (word := word.lower()) in place:
                row[place[word]] += 1
    return counts


def scikit_learn(texts: list[str], words: list[str]) -> np.ndarray:
    from sklearn.feature_extraction.text import CountVectorizer

    place = _places(words)
    vectorizer = CountVectorizer(token_pattern=_WORD.pattern, vocabulary=sorted(place))
    found = vectorizer.fit_transform(texts).tocsc()
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for column, name in enumerate(vectorizer.get_feature_names_out()):
        counts[:, place[name]] += found[:, [column]].toarray()[:, 0]
    return counts


def spacy_matcher(texts: list[str], words: list[str]) -> np.ndarray:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = max(map(len, texts)) + 1
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for word in words:
        matcher.add(word, [nlp.make_doc(word)])
    column = {nlp.vocab.strings[word]: n for n, word in enumerate(words)}
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for row, document in zip(counts, nlp.pipe(texts), strict=True):
        for key, _, _ in matcher(document):
            row[column[key]] += 1
    return counts


def aho_corasick(texts: list[str], words: list[str]) -> np.ndarray:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for n, word in enumerate(words):
        automaton.add_word(word, (n, len(word)))
    automaton.make_automaton()
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for row, text in zip(counts, texts, strict=True):
        lower = f" {text.lower()} "
        for end, (n, length) in automaton.iter(lower):
            before, after = lower[end - length], lower[end + 1]
            if not (before.isalnum() or before in "-_'’" or after.isalnum() or after in "-_"):
                row[n] += 1
    return counts


def polars_regex(texts: list[str], words: list[str]) -> np.ndarray:
    import polars as pl

    place = _places(words)
    frame = pl.DataFrame({"text": range(len(texts)), "word": texts})
    found = (
        frame.with_columns(pl.col("word").str.to_lowercase().str.extract_all(_WORD.pattern))
        .explode("word")
        .filter(pl.col("word").is_in(list(place)))
        .group_by("text", "word")
        .len()
    )
    counts = np.zeros((len(texts), len(words)), dtype=np.int64)
    for text, word, n in found.iter_rows():
        counts[text, place[word]] += n
    return counts


def conc_corpus(texts: list[str], words: list[str]) -> None:
    import pandas as pd
    import spacy
    from conc.corpus import Corpus
    from conc.frequency import Frequency

    model = next(name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm"))
    with TemporaryDirectory() as folder:
        pd.DataFrame({"text": texts}).to_csv(Path(folder) / "texts.csv", index=False)
        corpus = Corpus(name="benchmark", description="benchmark").build_from_csv(
            source_path=str(Path(folder) / "texts.csv"),
            text_column="text",
            save_path=folder + "/",
            model=model,
        )
        Frequency(corpus).frequencies(page_size=100)


def word_count(texts: list[str], words: list[str]) -> None:
    subprocess.run(["wc", "-w"], input="\n".join(texts).encode(), stdout=subprocess.DEVNULL, check=True)


TOOLS = {
    "discourse: count, words by category": Tool(count_categories),
    "discourse: count, every word apart": Tool(count_words),
    "discourse: count, war_peace with phrases and rules": Tool(count_lexicon),
    "discourse: find war_peace, all layers, one worker": Tool(find_one),
    "discourse: find war_peace, all layers, two workers": Tool(find_two),
    "discourse: all evidence, one worker": Tool(evidence_one),
    REFERENCE: Tool(plain_python),
    "re.findall + Counter": Tool(plain_counter),
    "NLTKWordTokenizer + dict": Tool(nltk_words, "nltk", SLOW),
    "scikit-learn CountVectorizer": Tool(scikit_learn, "sklearn"),
    "spaCy PhraseMatcher (blank)": Tool(spacy_matcher, "spacy", SLOW),
    "pyahocorasick": Tool(aho_corasick, "ahocorasick"),
    "polars regular expression": Tool(polars_regex, "polars"),
    "conc": Tool(conc_corpus, "conc", SLOW),
    "wc -w": Tool(word_count),
}
GROWTH = ("discourse: count, words by category", "discourse: find war_peace, all layers, one worker")


# --- measuring


def measure_stream(name: str, megabytes: float, made: bool) -> dict[str, Any]:
    """Measure one tool in this process on texts that come one by one; reading them is part of the time."""
    words, n_bytes = the_words(), 0

    def counted() -> Iterator[str]:
        nonlocal n_bytes
        for text in stream_texts(megabytes, made):
            n_bytes += len(text.encode())
            yield text

    begin = time.perf_counter()
    TOOLS[name].run(counted(), words)
    seconds = time.perf_counter() - begin
    return {"megabytes": n_bytes / 1e6, "seconds": seconds, "peak": _peak()}


def measure_here(name: str, megabytes: float, made: bool, repeats: int, counts: str | None) -> dict[str, Any]:
    """Measure one tool in this process; the texts are read beforehand."""
    texts, words = read_texts(megabytes, made), the_words()
    _lexicon(False)
    before = _peak()
    seconds = []
    for _ in range(repeats):
        begin = time.perf_counter()
        result = TOOLS[name].run(texts, words)
        seconds.append(time.perf_counter() - begin)
    if result is not None and counts is not None:
        np.save(counts, result)
    return {"megabytes": size(texts) / 1e6, "seconds": min(seconds), "peak": _peak(), "before": before}


def _peak() -> float:
    """The most memory that this process and, added, its largest child ever had, in megabytes."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) * unit / 1e6


def measure(
    name: str,
    megabytes: float,
    made: bool,
    repeats: int = 1,
    counts: Path | None = None,
    stream: bool = False,
) -> dict[str, Any]:
    """Measure one tool in a process of its own."""
    arguments = ["--one", name, "--megabytes", str(megabytes), "--repeats", str(repeats)]
    arguments += ["--made"] if made else []
    arguments += ["--counts", str(counts)] if counts else []
    arguments += ["--stream"] if stream else []
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "POLARS_MAX_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, __file__, *arguments], capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def compare(megabytes: float, made: bool, repeats: int, names: list[str]) -> None:
    """Print the table of all tools."""
    print(
        f"{source(made)}, {megabytes:g} MB, one thread except where two workers are named; best of {repeats}.\n"
    )
    rows, absent = [], []
    with TemporaryDirectory() as folder:
        reference = Path(folder) / "reference.npy"
        for name in sorted(names, key=lambda n: n != REFERENCE):
            tool = TOOLS[name]
            if tool.needs and importlib.util.find_spec(tool.needs) is None:
                absent.append(tool.needs)
                continue
            own = reference if name == REFERENCE else Path(folder) / "own.npy"
            own.unlink(missing_ok=True)
            found = measure(name, min(megabytes, tool.limit), made, repeats, own)
            rows.append((name, found, _agreement(own, reference) if own.exists() else ""))
            print(f"  {name}: {found['seconds']:.1f} s", file=sys.stderr, flush=True)
    speed = {name: found["megabytes"] / found["seconds"] for name, found, _ in rows}
    base = speed.get(REFERENCE, float("nan"))
    print(
        "| tool | MB | MB/s | ratio to re.findall + dict | memory, MB | of it for texts and imports | equal cells |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, found, agreement in rows:
        cells = (
            f"{found['megabytes']:.0f}",
            f"{speed[name]:.1f}",
            f"{speed[name] / base:.2f}",
            f"{found['peak']:.0f}",
            f"{found['before']:.0f}",
            agreement,
        )
        print(f"| {name} | {' | '.join(cells)} |")
    one, two = (
        f"discourse: find war_peace, all layers, {n} worker{s}" for n, s in (("one", ""), ("two", "s"))
    )
    if one in speed and two in speed:
        print(f"\nTwo workers: {speed[two] / speed[one]:.2f} times one.")
    if absent:
        print(f"\nNot installed, so not measured: {', '.join(absent)}.")


def _agreement(own: Path, reference: Path) -> str:
    """The share of cells (a text and a word) with the reference's count, over the texts both have read."""
    counts, wanted = np.load(own), np.load(reference)
    n = min(len(counts), len(wanted))
    busy = (counts[:n] > 0) | (wanted[:n] > 0)
    equal = counts[:n] == wanted[:n]
    return "all" if equal.all() else f"{equal[busy].mean():.2%} of {busy.sum():,}"


def grow(sizes: list[float], made: bool, names: tuple[str, ...]) -> None:
    """Print time and memory over sizes, and the exponent with which time grows."""
    print(
        "\n| tool | " + " | ".join(f"{s:g} MB" for s in sizes) + " | exponent | peak memory at the end, MB |"
    )
    print("|---|" + "---|" * (len(sizes) + 2))
    for name in names:
        found = [measure(name, megabytes, made, stream=True) for megabytes in sizes]
        seconds = [f["seconds"] for f in found]
        exponent = np.polyfit(np.log([f["megabytes"] for f in found]), np.log(seconds), 1)[0]
        cells = [f"{s:.1f} s" for s in seconds]
        print(f"| {name} | {' | '.join(cells)} | {exponent:.3f} | {found[-1]['peak']:.0f} |", flush=True)


def layers(megabytes: float, made: bool) -> None:
    """Print what each layer costs, in milliseconds of processor time a megabyte, once the words are known."""
    from discourse.tokens import Vocabulary

    vocabulary, cost = Vocabulary(), Counter[str]()
    texts = read_texts(megabytes, made)
    for _ in range(2):
        cost.clear()
        for first in range(0, len(texts), 100):
            _time_layers(texts[first : first + 100], vocabulary, cost)
    n = size(texts) / 1e6
    print(f"\n{source(made)}, {n:.0f} MB, one thread, the second time over the same texts.\n")
    print("| step | ms a megabyte |\n|---|---|")
    for name, milliseconds in cost.items():
        print(f"| {name} | {milliseconds / n:.1f} |")


def _time_layers(texts: list[str], vocabulary: Any, cost: Counter[str]) -> None:
    from discourse.annotate import annotate_texts
    from discourse.cleaning import find_left_out
    from discourse.evidence import frame
    from discourse.evidence.columns import BatchTables
    from discourse.hedging import find_boosters, find_hedges, hedged
    from discourse.match import match
    from discourse.negation import find_negation, negated
    from discourse.quotation import find_quotations
    from discourse.tokens import Tokens

    def timed(name: str, act: Callable[..., Any], *arguments: Any) -> Any:
        begin = time.process_time()
        result = act(*arguments)
        cost[name] += 1000 * (time.process_time() - begin)
        return result

    lexicon = _lexicon(False)
    tokens = timed("tokens", Tokens, texts, "en", vocabulary)
    timed("sentences and offsets", lambda: (tokens.sentence, tokens.start))
    timed("left-out fragments", find_left_out, tokens)
    timed("negation", lambda: negated(tokens, find_negation(tokens)))
    timed("hedging", lambda: hedged(tokens, find_hedges(tokens)))
    timed("boosting", find_boosters, tokens)
    timed("quotation", find_quotations, tokens)
    timed("matching war_peace", match, tokens, lexicon)
    tables = BatchTables(annotate_texts(texts, "en", vocabulary), [str(n) for n in range(len(texts))])
    tables.cues()  # looks for boosters, which have been timed
    timed("table hits, matching included", lambda: frame("hits", tables.hits([lexicon])))
    for name in ("segments", "cues", "quotes"):
        timed("tables segments, cues, quotes", lambda name=name: frame(name, getattr(tables, name)()))
    timed("table relations", lambda: frame("relations", tables.relations([])))


def main() -> None:
    """Read the options; measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=20, help="of text for the table of tools (20)")
    parser.add_argument("--repeats", type=int, default=1, help="of each tool, of which the best counts (1)")
    parser.add_argument("--sizes", type=float, nargs="*", default=[], help="megabytes, for growth")
    parser.add_argument("--grow", nargs="*", default=GROWTH, metavar="TOOL", help="whose growth")
    parser.add_argument("--layers", action="store_true", help="what each layer costs, over 20 MB")
    parser.add_argument("--only", nargs="*", default=None, metavar="WORD", help="tools whose name has a word")
    parser.add_argument(
        "--made", action="store_true", help="texts made here, even where the General Debate is"
    )
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--counts", help=argparse.SUPPRESS)
    parser.add_argument("--stream", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one and chosen.stream:
        print(json.dumps(measure_stream(chosen.one, chosen.megabytes, chosen.made)))
        return
    if chosen.one:
        print(
            json.dumps(measure_here(chosen.one, chosen.megabytes, chosen.made, chosen.repeats, chosen.counts))
        )
        return
    wanted = TOOLS if chosen.only is None else [n for n in TOOLS if any(word in n for word in chosen.only)]
    if wanted:
        names = [name for name in TOOLS if name == REFERENCE or name in wanted]
        compare(chosen.megabytes, chosen.made, chosen.repeats, names)
    if chosen.sizes:
        grow(chosen.sizes, chosen.made, tuple(chosen.grow))
    if chosen.layers:
        layers(20, chosen.made)


if __name__ == "__main__":
    main()
