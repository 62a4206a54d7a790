"""What is measured: this program, and the tools it stands beside. Each counts the same words in the same texts."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

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
        Module that is imported before it begins, "" for none.
    limit : float
        Megabytes it is given at the most.
    prepare : callable, optional
        (texts, words, folder) → what `run` gets instead of the texts; not timed.
    """

    run: Callable[[Any, list[str]], np.ndarray | None]
    needs: str = ""
    limit: float = float("inf")
    prepare: Callable[[list[str], list[str], Path], Any] | None = None


# --- this program


@cache
def the_lexicon() -> Any:
    """The lexicon war_peace, with phrases, wildcards and context rules."""
    from discourse.lexicon import load_lexicon

    return load_lexicon("war_peace", "en")


@cache
def _words_only() -> Any:
    """Its single words without wildcards, which every tool can count."""
    lexicon = the_lexicon()
    entries = {
        entry.words[0]: entry
        for entry in lexicon.entries
        if len(entry.words) == 1 and re.fullmatch(r"[a-z]+", entry.words[0])
    }
    plain = tuple(replace(entries[word], unless=(), only=(), case=None) for word in sorted(entries))
    return replace(lexicon, entries=plain, sha256="words")


def the_words() -> list[str]:
    """The words of the task."""
    return [entry.words[0] for entry in _words_only().entries]


def count_words(texts: list[str], words: list[str]) -> np.ndarray:
    from discourse.match import count

    lexicon = _words_only()
    # a category for each word, so that the cells can be compared
    entries = tuple(replace(entry, category=n) for n, entry in enumerate(lexicon.entries))
    return count(texts, replace(lexicon, entries=entries, categories=tuple(words))).hits


def count_categories(texts: list[str], words: list[str]) -> None:
    from discourse.match import count

    count(texts, _words_only())


def count_lexicon(texts: list[str], words: list[str]) -> None:
    from discourse.match import count

    count(texts, the_lexicon())


def keep_numbers(texts: list[str], words: list[str], folder: Path) -> tuple[list[str], Path]:
    """The texts as numbers on disk, from an earlier count with another lexicon."""
    from discourse.match import count

    count(texts, _words_only(), cache=folder)
    return texts, folder


def count_again(kept: tuple[list[str], Path], words: list[str]) -> None:
    from discourse.match import count

    count(kept[0], the_lexicon(), cache=kept[1])


def _find(texts: Iterable[str], table: str, workers: int) -> None:
    from discourse.readers import Document
    from discourse.scale import make_engine, make_job, run_tables

    documents = (
        Document(str(n), t, hashlib.sha256(t.encode()).hexdigest(), "en") for n, t in enumerate(texts)
    )
    job = make_job(table, ["war_peace"])
    for _ in run_tables(job, documents, make_engine("local", workers), progress=False):
        pass


def find_one(texts: Iterable[str], words: list[str]) -> None:
    _find(texts, "hits", 1)


def find_two(texts: Iterable[str], words: list[str]) -> None:
    _find(texts, "hits", 2)


def evidence_one(texts: Iterable[str], words: list[str]) -> None:
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


def as_a_file(texts: list[str], words: list[str], folder: Path) -> Path:
    path = folder / "texts.txt"
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def word_count(path: Path, words: list[str]) -> None:
    subprocess.run(["wc", "-w", str(path)], stdout=subprocess.DEVNULL, check=True)


COUNT = "discourse: count, words by category"
FIND_ONE = "discourse: find war_peace, all layers, one worker"
FIND_TWO = "discourse: find war_peace, all layers, two workers"
EVIDENCE = "discourse: all evidence, one worker"
NLTK = "NLTKWordTokenizer + dict"
_MATCH, _SCALE = "discourse.match", "discourse.scale"
TOOLS = {
    COUNT: Tool(count_categories, _MATCH),
    "discourse: count, every word apart": Tool(count_words, _MATCH),
    "discourse: count, war_peace with phrases and rules": Tool(count_lexicon, _MATCH),
    "discourse: count again, from numbers kept on disk": Tool(count_again, _MATCH, prepare=keep_numbers),
    FIND_ONE: Tool(find_one, _SCALE),
    FIND_TWO: Tool(find_two, _SCALE),
    EVIDENCE: Tool(evidence_one, _SCALE),
    REFERENCE: Tool(plain_python),
    "re.findall + Counter": Tool(plain_counter),
    NLTK: Tool(nltk_words, "nltk.tokenize", SLOW),
    "scikit-learn CountVectorizer": Tool(scikit_learn, "sklearn.feature_extraction.text"),
    "spaCy PhraseMatcher (blank)": Tool(spacy_matcher, "spacy.matcher", SLOW),
    "pyahocorasick": Tool(aho_corasick, "ahocorasick"),
    "polars regular expression": Tool(polars_regex, "polars"),
    "conc": Tool(conc_corpus, "conc.corpus", SLOW),
    "wc -w": Tool(word_count, prepare=as_a_file),
}
