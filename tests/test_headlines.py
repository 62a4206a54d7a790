"""Reports in headlines, above an article on whom they name."""

from __future__ import annotations

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize

BODY = {
    "en": "Ann Reed, the mayor of Lund, spoke on Monday about the bridge. The town listened to her.",
    "es": "Ana Ruiz, la alcaldesa de Lugo, habló el lunes del puente ante los vecinos. El pueblo la escuchó.",
}


def reports(headline: str, language: str) -> list[tuple[str | None, str]]:
    """Speaker and content of the rows of a headline."""
    tokens = tokenize([f"{headline}\n\n{BODY[language]}\n"], language=language)
    quotes = find_quotations(tokens)
    rows = zip(quotes.speaker, quotes.start, quotes.end, strict=True)
    return [(who, tokens.text[a:b]) for who, a, b in rows if a < len(headline)]


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("‘The bridge is dead’ – Reed", "‘The bridge is dead’"),
        ("Bridge is ‘dead’ – Ann Reed", "‘dead’"),
        ("Reed calls bridge ‘dead’", "‘dead’"),
        ("Reed claims bridge is dead", "bridge is dead"),
        ("Reed insists bridge not dead", "bridge not dead"),
        ("Reed tells town bridge is dead", "bridge is dead"),
        ("Shares fall after Reed says bridge is dead", "bridge is dead"),
        ("Reed to town: ‘The bridge is dead’", "‘The bridge is dead’"),
    ],
)
def test_english_headlines(headline: str, content: str) -> None:
    assert reports(headline, "en") == [("Ann Reed", content)]


@pytest.mark.parametrize(
    "headline",
    [
        "Fraud claims are up in Lund",
        "Abuse claims rise",
        "Curfew calls rise in ‘dead’ town",
        "Police name ‘Ann’ killer",
    ],
)
def test_english_headlines_without_a_report(headline: str) -> None:
    assert reports(headline, "en") == []


@pytest.mark.parametrize("headline", ["Aviso de Ruiz: «El puente ha caído»", "«El puente ha caído» – Ruiz"])
def test_spanish_headlines(headline: str) -> None:
    assert reports(headline, "es") == [("Ana Ruiz", "«El puente ha caído»")]
