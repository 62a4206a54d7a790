"""What is left out of a text: the sentences that speak to a page's visitor, in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.cleaning import find_left_out
from discourse.tokens import Tokens, tokenize


def left_out(text: str, language: str = "en") -> list[str]:
    """The stretches left out, from their first word to their last."""
    tokens = tokenize([text], language)
    marked = np.flatnonzero(np.diff(np.concatenate([[False], find_left_out(tokens), [False]])))
    return [text[tokens.start[a] : tokens.end[b - 1]] for a, b in zip(marked[::2], marked[1::2], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks ended.. Find out more about harbour tours guide.",
            ["Find out more about harbour tours guide"],
        ),
        (
            "The talks ended.Find out more about harbour tours. The fleet left.",
            ["Find out more about harbour tours"],
        ),
        ("A Fleet Leaves. Subscribe to our letter.\nThe fleet left.", ["Subscribe to our letter"]),
        (
            "Sound off in the comments below—we read them all.",
            ["Sound off in the comments below—we read them all"],
        ),
        ("The fleet left. Share this story. It came back.", ["Share this story"]),
        ("Read more: The fleet that left", ["Read more: The fleet that left"]),
        ("All rights reserved. The fleet left.", ["All rights reserved"]),
        ("READ MORE ABOUT THE HARBOUR\nThe fleet left.", ["READ MORE ABOUT THE HARBOUR"]),
        ("Don’t miss our harbour tours! The fleet left.", ["Don’t miss our harbour tours"]),
        ("The crew wants to find out more about the talks.", []),
        ("They share this view. We read more than one paper.", []),
        ("Copyright law protects the chart of the harbour.", []),
        ("", []),
    ],
)
def test_english_fragments(text, expected):
    assert left_out(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La flota salió.. Lea más sobre el puerto aquí.", ["Lea más sobre el puerto aquí"]),
        ("La flota salió. Suscríbase a nuestro boletín. Volvió tarde.", ["Suscríbase a nuestro boletín"]),
        ("¿Qué opina usted? La flota volvió.", ["Qué opina usted"]),
        ("Te puede interesar: la historia del puerto.", ["Te puede interesar: la historia del puerto"]),
        ("Comparta esta noticia. La flota volvió.", ["Comparta esta noticia"]),
        ("Opina el almirante que la flota volverá.", []),
        ("Comparte la opinión del almirante.", []),
        ("Quiere leer más libros sobre el puerto.", []),
    ],
)
def test_spanish_fragments(text, expected):
    assert left_out(text, "es") == expected


@given(st.lists(st.text(alphabet="Find out more. Ab\n", max_size=40), max_size=4))
def test_whole_sentences_are_left_out(texts):
    tokens = tokenize(texts)
    marked = find_left_out(tokens)
    assert marked.dtype == bool
    assert len(marked) == len(tokens)
    for a, b in zip(tokens.sentence_first, tokens.sentence_first[1:], strict=False):
        assert len(set(marked[a:b].tolist())) == 1


def test_a_batch_is_its_documents():
    texts = ["The fleet left.", "Find out more about it. The fleet left.", "", "Read more"]
    alone = np.concatenate([find_left_out(tokenize([text])) for text in texts])
    assert find_left_out(tokenize(texts)).tolist() == alone.tolist()


def test_every_fragment_of_the_restricted_articles_is_left_out(restricted_texts):
    found: list[tuple[Tokens, np.ndarray]] = []
    for path in sorted(restricted_texts.glob("*.txt")):
        tokens = tokenize([path.read_text(encoding="utf-8-sig")])
        found.append((tokens, find_left_out(tokens)))
    fragments = kept = 0
    for tokens, marked in found:
        opens = tokens.sentence_start & tokens.has(["find", "sound"])
        fragments += int((opens & marked).sum())
        kept += int((opens & ~marked).sum())
        assert marked.mean() < 0.1
    assert (fragments > 0, kept) == (True, 0)
