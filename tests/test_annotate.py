"""All layers together on one text, and the promises that bind them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import discourse as dc
from discourse.annotate import VOICES, annotate_texts
from discourse.tokens import ROLES, Vocabulary

PAGE = """Ministers Meet at the Strait

The talks began on Monday. “We do not want war,” said Ana Ruiz, the foreign minister. Find out more about ferries guide.

A Second Heading

The army may attack, she warned.
"""


VOCABULARIES: dict[str, Vocabulary] = {}  # shared, so that lexicons are compiled once


def words(annotation, mask: np.ndarray) -> list[str]:  # type: ignore[no-untyped-def]
    return [annotation.tokens.vocabulary.forms[f] for f in annotation.tokens.form[mask]]


def test_one_page() -> None:
    page = annotate_texts([PAGE])
    assert words(page, page.left_out) == ["Find", "out", "more", "about", "ferries", "guide"]
    assert words(page, page.voice == VOICES.index("direct")) == ["We", "do", "not", "want", "war"]
    assert "war" in words(page, page.negated)
    assert "attack" in words(page, page.hedged)
    assert [ROLES[r] for r in page.roles] == ["headline", "lead", "heading", "body"]


def test_a_batch_is_its_documents() -> None:
    texts = [PAGE, "", "Peace, yes. War, no.", "“Never,” he said."]
    batch, vocabulary = annotate_texts(texts), Vocabulary()
    for number, text in enumerate(texts):
        alone = annotate_texts([text], vocabulary=vocabulary)
        inside = slice(*batch.tokens.doc_first[number : number + 2].tolist())
        for layer in ("left_out", "negated", "hedged", "voice"):
            assert getattr(batch, layer)[inside].tolist() == getattr(alone, layer).tolist(), (text, layer)


@pytest.mark.parametrize("language", ["en", "es", "xx"])
@settings(max_examples=40)
@given(st.text(alphabet="no ni wars«»“”\"'—-.,;:?!¿¡\n\tNiMay é’", max_size=120))
def test_no_text_fails(language: str, text: str) -> None:
    annotation = annotate_texts([text], language, VOCABULARIES.setdefault(language, Vocabulary()))
    n = len(annotation.tokens)
    assert len(annotation.negated) == len(annotation.voice) == len(annotation.left_out) == n
    assert ((annotation.quote >= 0) == (annotation.voice > 0)).all()


@pytest.mark.parametrize(
    "text", ["“”“”" * 500, "“" * 2000, "no " * 5000, "may not " * 3000, "« " * 1000 + "war"]
)
def test_strange_texts_end(text: str) -> None:
    for language in ("en", "es"):
        assert len(annotate_texts([text], language).tokens) == text.count("no") + text.count(
            "may"
        ) + text.count("war")


def test_a_document_full_of_unclosed_marks_is_warned_of_in_a_few_lines():
    evidence = dc.find(["He said “peace is near. " * 50, "She said “war."], "war_peace")
    assert [line for line in evidence.warnings if line.startswith("'text-1'")][-1] == (
        "'text-1': 47 more marks like these."
    )
    assert evidence.warnings[-1] == "'text-2', character 9: opening mark “ is never closed."
    assert len(evidence.warnings) == 5
