"""Cut a stream of documents into batches whose borders depend on the documents alone.

Whether a batch ends after a document is read off that document's checksum, the oftener the longer it is. A
document added to a corpus therefore changes the batch it falls into and hardly another, and what was
computed for the others is used again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..readers import Document

MEAN = 2_000_000  # characters of a batch


@dataclass(frozen=True)
class Batch:
    """Documents that are processed together, in the order of the corpus.

    Attributes
    ----------
    number : int
        Place in the run, from 0.
    documents : tuple of Document
    key : str
        SHA-256 over ids, checksums, languages and metadata: equal keys have equal results.
    """

    number: int
    documents: tuple[Document, ...]
    key: str = ""

    @property
    def is_local(self) -> bool:
        """Can only this machine process it: a text is restricted and its evidence stored here."""
        return any(document.text is None for document in self.documents)

    def __str__(self) -> str:
        first, last = self.documents[0].doc_id, self.documents[-1].doc_id
        return f"the documents '{first}' to '{last}'" if first != last else f"the document '{first}'"


def make_batches(documents: Iterable[Document], mean: int | None = None) -> Iterator[Batch]:
    """Cut documents into batches, keeping their order.

    Parameters
    ----------
    documents : iterable of Document
        Read as they are needed; one batch is held at a time.
    mean : int, optional
        Characters between two borders that checksums set, on average; default `MEAN`. A batch has twice as many at the
        most, but for a single longer document.

    Yields
    ------
    Batch

    Examples
    --------
    >>> documents = [Document(str(n), "word " * 9, f"{n:064x}", "en") for n in range(100)]
    >>> batches = list(make_batches(documents, mean=900))
    >>> sum(len(batch.documents) for batch in batches), max(len(batch.documents) for batch in batches) <= 40
    (100, True)
    """
    mean = MEAN if mean is None else mean
    waiting: list[Document] = []
    size = number = 0
    for document in documents:
        length = len(document.text or "")
        if waiting and size + length > 2 * mean:
            yield _batch(number, waiting)
            waiting, size, number = [], 0, number + 1
        waiting.append(document)
        size += length
        if _ends_batch(document, length, mean):
            yield _batch(number, waiting)
            waiting, size, number = [], 0, number + 1
    if waiting:
        yield _batch(number, waiting)


def _ends_batch(document: Document, length: int, mean: int) -> bool:
    """One document in so many, the same in every corpus it stands in."""
    digest = hashlib.sha256(
        f"{document.doc_id}\x1f{document.sha256}".encode("utf-8", "surrogatepass")
    ).digest()
    return int.from_bytes(digest[:8], "big") * mean < length << 64


def _batch(number: int, documents: list[Document]) -> Batch:
    digest = hashlib.sha256()
    for d in documents:
        cells = [d.doc_id, d.sha256, d.language, *(f"{k}={v}" for k, v in sorted(d.metadata.items()))]
        digest.update("\x1f".join(cells).encode("utf-8", "surrogatepass") + b"\x1e")
    return Batch(number, tuple(documents), digest.hexdigest())
