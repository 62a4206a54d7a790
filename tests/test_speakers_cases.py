"""Whose words a row has, in the many ways that papers call a speaker: the cases of speakers_en.txt and speakers_es.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize

HERE = Path(__file__).parent


def cases() -> list[tuple[str, str, list[str]]]:
    """Language, text and the speakers of its last rows, for each line that is no comment."""
    read = []
    for language in ("en", "es"):
        for line in (HERE / f"speakers_{language}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, who = line.rpartition(" => ")
                read.append(
                    (language, text.replace(" / ", "\n\n"), [name.strip() for name in who.split("|")])
                )
    return read


@pytest.mark.parametrize(("language", "text", "who"), cases())
def test_a_speaker_is_credited(language: str, text: str, who: list[str]) -> None:
    found = find_quotations(tokenize([text], language))
    assert [str(name) for name in found.speaker][-len(who) :] == who


def test_there_are_cases_in_both_languages() -> None:
    assert {language for language, _, _ in cases()} == {"en", "es"}
