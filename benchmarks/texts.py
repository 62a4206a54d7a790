"""What the benchmarks read: General Debate speeches where they are, else texts made here.

The made texts are grammatical and mean nothing. Their words are as unevenly frequent as those of real ones
(Zipf 1949: the frequency falls with the rank), and new words keep coming.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import numpy as np

from discourse.readers import Document

UNGDC = "DISCOURSE_UNGDC"
_SYLLABLES = (
    "ba ce do fi gu la me ni po ru sa te vi wo ya zu bren cal dor fen gal hin kel lum mor nar pel ris tan"
)
_FRAMES = (
    "The {a} {n} of {p} will {v} the {n2}.",
    "We do not {v} the {n}, and we never {v2} a {a} {n2}.",
    "“The {n} must {v},” said the minister of {p}.",
    "According to the {n}, {p} may {v} its {a} {n2}.",
    "If the {n} can {v}, the war of {p} might end in peace.",
    "{p} and the {n} have agreed to {v} the {a} ceasefire, its {n2} and its {n3}.",
    "Who would {v} a {n} without the {a} {n2}?",
    "It is clear that {p} has reached a {a} {n}, but the {n2} does not {v}.",
)
_PER_SPEECH = 140  # sentences


def source(made: bool = False) -> str:
    """Name the texts that will be read."""
    return "texts made here" if made or not os.environ.get(UNGDC) else "General Debate"


def read_texts(megabytes: float, made: bool = False, seed: int = 0) -> list[str]:
    """Give texts of a size together; the General Debate begins again where it is too short.

    Parameters
    ----------
    megabytes : float
        Millions of bytes in UTF-8.
    made : bool
        Make texts even where the General Debate is there.
    seed : int

    Returns
    -------
    list of str
    """
    return list(stream_texts(megabytes, made, seed))


def stream_texts(megabytes: float, made: bool = False, seed: int = 0) -> Iterator[str]:
    """Give the same one by one, without holding them."""
    return _until(_general_debate() if source(made) == "General Debate" else _made(seed), megabytes)


def read_documents(megabytes: float, made: bool = False, seed: int = 0) -> list[Document]:
    """Give the same as documents."""
    texts = read_texts(megabytes, made, seed)
    return [
        Document(f"text-{n:06d}", t, hashlib.sha256(t.encode()).hexdigest(), "en", {}, "benchmark")
        for n, t in enumerate(texts)
    ]


def size(texts: list[str]) -> int:
    """Bytes in UTF-8."""
    return sum(len(text.encode()) for text in texts)


def _until(texts: Iterator[str], megabytes: float) -> Iterator[str]:
    left = megabytes * 1e6
    while left > 0:
        text = next(texts)
        left -= len(text.encode())
        yield text


def _general_debate() -> Iterator[str]:
    import pyarrow.parquet as pq

    while True:
        # without threads, so that workers are forked, as they are from the command line
        file = pq.ParquetFile(os.environ[UNGDC], pre_buffer=False)
        for batch in file.iter_batches(batch_size=256, columns=["text"], use_threads=False):
            yield from batch.column(0).to_pylist()


def _made(seed: int) -> Iterator[str]:
    draw = np.random.default_rng(seed)
    syllables = np.array(_SYLLABLES.split())

    def words(n: int) -> list[str]:
        # the rank of a word decides what it is made of: a rare one is long
        ranks = np.minimum(draw.zipf(1.2, n), 400_000)
        return [
            "".join(syllables[(rank // 27**k) % 27] for k in range(2 if rank < 729 else 4)) for rank in ranks
        ]

    while True:
        kinds = {kind: words(_PER_SPEECH) for kind in ("a", "n", "n2", "n3", "v", "v2")}
        places = [word.capitalize() for word in words(_PER_SPEECH)]
        frames = draw.integers(0, len(_FRAMES), _PER_SPEECH).tolist()
        sentences = [
            _FRAMES[frame].format(p=places[i], **{kind: own[i] for kind, own in kinds.items()})
            for i, frame in enumerate(frames)
        ]
        yield "\n\n".join(" ".join(sentences[i : i + 7]) for i in range(0, _PER_SPEECH, 7))
