"""Nouns that report (the claim that, la denuncia de que), in sentences built by rule: who says it, and where it ends."""

from __future__ import annotations

from itertools import product

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize

OWNERS = {
    "Ann Reed’s": "Ann Reed",
    "the mayor’s": "the mayor",
    "Governor Tom Hill’s": "Tom Hill",
    "Hill’s lawyer’s": "Hill’s lawyer",
    "critics’": "critics",
}
SOURCES = {
    "Ana Ruiz": "Ana Ruiz",
    "la alcaldesa": "la alcaldesa",
    "el ministro Luis Gil": "Luis Gil",
    "la ONU": "la ONU",
    "los críticos": "los críticos",
}
NOUNS = "warning claim claims statement fear finding promise threat demand view insistence testimony stance guess".split()
DESCRIBED = ("", "latest ", "false ", "widely mocked ", "repeated ", "oft-repeated ", "earlier ")
FRAMES = (
    "The town laughed at {} that the bridge might fall.",
    "{} that the bridge might fall stunned the town.",
    "{} that the bridge might fall is wrong.",
    "Despite {} that the bridge might fall, nobody left.",
    "The town, citing {} that the bridge might fall, stayed away.",
    "Nothing has come of {} last week that the bridge might fall.",
    "Nothing has come of {} in Geneva that the bridge might fall.",
)
NOMBRES = (
    *(
        ("la", n)
        for n in "advertencia denuncia promesa amenaza queja insistencia tesis opinión aclaración".split()
    ),
    *(("el", n) for n in "anuncio temor pronóstico compromiso reclamo dictamen alegato".split()),
)
MARCOS = (
    "El pueblo criticó {art} {noun} {of} de que el puente caerá.",
    "El pueblo criticó {art} {last} {noun} {of} de que el puente caerá.",
    "El pueblo criticó {art} {noun} {public} {of} de que el puente caerá.",
    "El pueblo criticó {art} {noun} {of} el lunes en Soria de que el puente caerá.",
    "El pueblo criticó {art} {noun} {made} por {who} de que el puente caerá.",
    "El pueblo criticó {art} {noun} por parte {of} de que el puente caerá.",
    "Ante {art} {noun} {of} de que el puente caerá, el pueblo huyó.",
    "El pueblo, tras {art} {noun} {of} de que el puente caerá, se marchó.",
)


def first_rows(sentences: list[str], language: str) -> list[tuple[str, str]]:
    """Speaker, without article, and content of the only row of each sentence."""
    tokens = tokenize(sentences, language=language)
    quotes = find_quotations(tokens)
    found = [("", "")] * len(sentences)
    for k, number in enumerate(quotes.doc):
        content = tokens.text[quotes.start[k] : quotes.end[k]]
        found[number] = (
            (bare(quotes.speaker[k] or ""), content) if found[number] == ("", "") else ("two", "rows")
        )
    return found


def bare(name: str) -> str:
    first, _, rest = name.lower().partition(" ")
    return rest if first in ("the", "la", "el", "los") else name.lower()


def wrong(built: list[tuple[str, str]], content: str, language: str) -> list[tuple[str, tuple[str, str]]]:
    """The sentences whose row has another speaker or content."""
    rows = first_rows([sentence for sentence, _ in built], language)
    return [
        (sentence, row)
        for (sentence, who), row in zip(built, rows, strict=True)
        if row != (bare(who), content)
    ]


def capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def test_whose_claim_it_is_in_english() -> None:
    built = [
        (capital(frame.format(f"{owner} {described}{noun}")), who)
        for (owner, who), described, noun, frame in product(OWNERS.items(), DESCRIBED, NOUNS, FRAMES)
    ]
    assert wrong(built, "that the bridge might fall", "en") == []


def test_whose_claim_it_is_in_spanish() -> None:
    built = []
    for (who, name), (article, noun), frame in product(SOURCES.items(), NOMBRES, MARCOS):
        last, public, made = (
            ("última", "pública", "hecha") if article == "la" else ("último", "público", "hecho")
        )
        of = f"del {who[3:]}" if who.startswith("el ") else f"de {who}"
        told = {"art": article, "noun": noun, "of": of, "who": who}
        built.append((frame.format(**told, last=last, public=public, made=made), name))
    assert wrong(built, "que el puente caerá", "es") == []


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("The town laughed at the promise by the mayor to burn the bridge.", "mayor", "to burn the bridge"),
        ("Ann Reed’s vow last week to burn the bridge stunned the town.", "ann reed", "to burn the bridge"),
        (
            "Ann Reed came. A spokesman stunned the town with his claim that he won.",
            "a spokesman",
            "that he won",
        ),
        ("Given Ann Reed’s stated wish to reach a deal, I am going.", "ann reed", "to reach a deal"),
        ("Citing Ann Reed’s claim that he won, the town left.", "ann reed", "that he won"),
        ("Concerns have been raised by Ann Reed that it is late.", "ann reed", "that it is late"),
        ("Claims made by the mayor that it is late were denied.", "mayor", "that it is late"),
        ("They were warned on Monday by the mayor that it is late.", "mayor", "that it is late"),
        ("Ann Reed left for fear that it is late.", "ann reed", "that it is late"),
        ("The mayor has no doubt that it is late.", "mayor", "that it is late"),
        ("The mayor let it be known that it is late.", "mayor", "that it is late"),
        ("The mayor was among those who said that it is late.", "mayor", "that it is late"),
        ("The mayor used a speech in Lund to warn that it is late.", "mayor", "that it is late"),
        ("The mayor told farmers who had come by bus that it is late.", "mayor", "that it is late"),
        ("The mayor not only said that it is late but left.", "mayor", "that it is late"),
        ("What Ann Reed said was that it is late.", "ann reed", "that it is late"),
        ("All the mayor would say was that it is late.", "mayor", "that it is late"),
        ("The mayor again: “It is late.”", "mayor", "“It is late.”"),
        ("The mayor, on the river: “It is late.”", "mayor", "“It is late.”"),
        ("The warning from Ann Reed was clear: “The bridge is old.”", "ann reed", "“The bridge is old.”"),
        ("“The bridge is old,” was the mayor’s description.", "mayor", "“The bridge is old,”"),
        ("Ann Reed’s lawyer claims that the bridge is old.", "ann reed’s lawyer", "that the bridge is old"),
    ],
)
def test_nouns_by_example_in_english(text: str, who: str, content: str) -> None:
    assert first_rows([text], "en") == [(who, content)]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("Ana Ruiz calló. Los vecinos mantienen su temor de que caiga.", "vecinos", "que caiga"),
        ("Los vecinos sorprendieron con su anuncio de que se van.", "vecinos", "que se van"),
        ("La ley establece que el puente es de todos.", "ley", "que el puente es de todos"),
        ("La denuncia de Ana Ruiz según la cual el puente caerá es falsa.", "ana ruiz", "el puente caerá"),
        ("Los vecinos votaron en contra con el argumento de que es caro.", "vecinos", "que es caro"),
        ("La alcaldesa es de la opinión de que es caro.", "alcaldesa", "que es caro"),
        ("La alcaldesa tiene claro que es caro.", "alcaldesa", "que es caro"),
        ("La alcaldesa no solo dijo que es caro, sino que se fue.", "alcaldesa", "que es caro"),
        ("Lo único que dijo Ana Ruiz es que es caro.", "ana ruiz", "que es caro"),
        ("El pueblo fue informado el lunes por Ana Ruiz de que es caro.", "ana ruiz", "que es caro"),
        ("Se ha denunciado por parte del ministro Luis Gil que es caro.", "luis gil", "que es caro"),
        ("Los vecinos emitieron una nota en la que afirman que es caro.", "vecinos", "que es caro"),
        ("El pueblo leyó la reiterada denuncia de Ana Ruiz de que llueve.", "ana ruiz", "que llueve"),
    ],
)
def test_nouns_by_example_in_spanish(text: str, who: str, content: str) -> None:
    assert first_rows([text], "es") == [(who, content)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is dead in the sense that nobody goes.", "en"),
        ("It was good sense to leave early.", "en"),
        ("La subasta será comunicada por la comisión que la vigila.", "es"),
    ],
)
def test_nouns_and_passives_that_report_nothing(text: str, language: str) -> None:
    assert first_rows([text], language) == [("", "")]


def test_a_body_of_that_name_is_no_noun_of_saying() -> None:
    rows = first_rows(["El Consejo Permanente oyó a Ana Ruiz y reconoció que fue irregular."], "es")
    assert rows == [("consejo permanente", "que fue irregular")]
