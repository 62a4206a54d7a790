"""All layers together on one text, and the promises that bind them."""

from __future__ import annotations

from random import Random
from textwrap import fill

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


RUNNING = {
    "en": """Ministers said on Monday that they would not send troops. “We do not want war,” said Ana Ruiz, the
foreign minister — “and no talks (not yet) will end it”: it may, perhaps, rain. President Lund never denied the report and
neither camp refused to talk.\n\n“Peace is possible.\n\n“It may last,” he added. No one knew whether she had left; “no”.""",
    "es": """La ministra dijo el lunes que no enviaría tropas. «No queremos la guerra», afirmó Ana Ruiz, ministra de
Exteriores —«y ninguna reunión (aún no) la acabará»—: quizá llueva. El presidente Lund nunca negó el informe ni
rechazó hablar.\n\n—No lo sé —respondió—. Tal vez vuelva.\n\nNadie sabía si la señora Reed se había ido; «no», según Roig.""",
}


def layers_of(annotation, number: int) -> list[object]:  # type: ignore[no-untyped-def]
    """What all layers say of one document of a batch, counted from where it begins."""
    tokens, quotes = annotation.tokens, annotation.quotes
    a, b = tokens.doc_first[number : number + 2]
    start, stop = tokens.doc_start[number : number + 2]
    own = [k for k, at in enumerate(quotes.start) if start <= at < stop]
    columns = (tokens.sentence - (tokens.sentence[a] if a < b else 0), annotation.negated, annotation.hedged)
    return [
        *(column[a:b].tolist() for column in (*columns, annotation.left_out, annotation.voice)),
        [(quotes.start[k] - start, quotes.end[k] - start, quotes.type[k], quotes.speaker[k]) for k in own],
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_document_is_read_alike_wherever_it_stands(language: str) -> None:
    draw = Random(7)
    running = RUNNING[language]
    cuts = [sorted(draw.sample(range(len(running) + 1), 2)) for _ in range(250)]
    texts = [
        "and new institutions would be no easy matter",  # the first of a batch, and of a document behind another
        *(running[a:b] for a, b in cuts),
        "He said: “We will wait",
        "“Peace” is a word",
        "“I sign them,” Joel Amundsen said.",
        "“Do you read them?” Ann Pratt asked.",
        "“I try to do it.”",  # another document: nobody takes his turn
        "it was over —",
        "“” «»",
        "states have found that it is so",
        "y las nuevas no serían fáciles )",
        "«a la negligencia de las autoridades la muerte de mineros",
        "Ana Ruiz rechazó el plan por considerarlo «una amenaza para todos».",
        "La alcaldesa Ana Ruiz ha elogiado el plan, ya que es «una amenaza para todos», explicó.",  # her own first name
    ]
    vocabulary = VOCABULARIES.setdefault(language, Vocabulary())
    batch = annotate_texts(texts, language, vocabulary)
    for number, text in enumerate(texts):
        alone = annotate_texts([text], language, vocabulary)
        assert layers_of(batch, number) == layers_of(alone, 0), (texts[number - 1], text)
    behind = annotate_texts(["it was over", texts[0]], language, vocabulary)
    assert layers_of(behind, 1) == layers_of(batch, 0)


WRAPPED = {
    "en": """The army said that it would not attack the harbour before the talks end, whatever the neighbours’ leaders in the
east want. At the Paris Conference the delegate, Dr. Ana Maria Ruiz, exclaimed: “There may be no war.” The
representative of Freedonia quoted what David Pope, the workers’ spokesman, had told the Daily Mirror: “It is a
step, not a leap.” Neither side denied that the fighting will go on unless the workers’ council perhaps agrees. May
Hall doubted it; Manning said that peace was near. The strike comes from the workers’ desire to be heard, the first
North Lund Conference found. May I say that the Freedonian Foreign Secretary, Mr. Reed, regrets that he cannot come?
On 2 April the Lund Mirror reported that the mayor of Port Alba, who looked on, was glad: “Here comes Lund.” From
such speeches, as the Sylvanian proverb says, comes “neither fire nor flame”. Sir Paul, who spoke at the Second
Committee of the Assembly, quoted Chapter Two: “No State may interfere.”""",
    "es": """El ejército dijo que no atacaría el puerto antes de que acaben las conversaciones. En la Conferencia de París la
delegada, la doctora Ana María Ruiz, exclamó: «No habrá guerra». El representante de Freedonia citó lo que Juan de
la Fuente, el portavoz de los obreros, había dicho al diario La Hora: «Es un paso, no un salto». Nadie negó que los
combates sigan si el consejo no cede. Según Pedro Salvador, la sentencia podría llegar pronto; Luis lo dudó y El
Salvador calló.""",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_wrapped_lines_are_read_as_running_ones(language: str) -> None:
    running = "\n\n".join([" ".join(WRAPPED[language].split())] * 3)
    as_typed = annotate_texts([running], language)
    for width in range(56, 84):
        wrapped = "\n\n".join(fill(part, width, break_on_hyphens=False) for part in running.split("\n\n"))
        assert len(wrapped) == len(running)
        annotation = annotate_texts([wrapped], language)
        assert layers_of(annotation, 0) == layers_of(as_typed, 0), width


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
