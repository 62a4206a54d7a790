"""Cut a stream of documents into batches whose borders depend on what the documents are.

A border falls after a document whose checksum says so. A document added to the corpus therefore changes the
batch it falls into and no other, and what was computed for the others is used again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..readers import Document

MINIMUM, MAXIMUM = 1_500_000, 8_000_000  # characters of a batch
_ONE_IN = 8  # past the minimum, one document in so many ends a batch


@dataclass(frozen=True)
class Batch:
    """Documents that are processed together, in the order of the corpus.

    Attributes
    ----------
    number : int
        Place in the run, from 0.
    documents : tuple of Document
    key : str
        SHA-256 over ids, texts and metadata: equal keys have equal results.
    """

    number: int
    documents: tuple[Document, ...]
    key: str = field(default="")


def make_batches(documents: Iterable[Document], minimum: int = MINIMUM, maximum: int = MAXIMUM) -> Iterator[Batch]:
    """Cut documents into batches, keeping their order.

    Parameters
    ----------
    documents : iterable of Document
        Read as they are needed; one batch is held at a time.
    minimum, maximum : int
        Characters; a single longer document is a batch of its own.

    Yields
    ------
    Batch
    """
    waiting: list[Document] = []
    size = number = 0
    for document in documents:
        length = len(document.text or "")
        if waiting and size + length > maximum:
            yield _batch(number, waiting)
            waiting, size, number = [], 0, number + 1
        waiting.append(document)
        size += length
        if size >= minimum and int(document.sha256[:8], 16) % _ONE_IN == 0:
            yield _batch(number, waiting)
            waiting, size, number = [], 0, number + 1
    if waiting:
        yield _batch(number, waiting)


def _batch(number: int, documents: list[Document]) -> Batch:
    digest = hashlib.sha256()
    for d in documents:
        cells = [d.doc_id, d.sha256, d.language, *(f"{k}={v}" for k, v in sorted(d.metadata.items()))]
        digest.update("\x1f".join(cells).encode("utf-8", "surrogatepass") + b"\x1e")
    return Batch(number, tuple(documents), digest.hexdigest())
