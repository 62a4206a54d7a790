"""Which language a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..errors import UsageError

DETECTED_CHARACTERS = 2000
_SHORT = 200  # characters; below, only the languages with rules are considered
_CLEAR_SHARE, _CLEAR_COUNT, _CLEAR_RATIO = 0.1, 3, 3
_GLANCE, _ENOUGH_WORDS, _DIFFERENT_WORDS, _FOREIGN_SHARE, _RUNNING_SHARE = 600, 40, 12, 0.02, 0.7
_COMMON = {
    "en": frozenset("the of and to that is was for it with his be at by this not are but from have".split()),
    # without those that French, Portuguese or Italian share
    "es": frozenset("y el los las del al lo más pero sus muy fue son hay sin hasta desde también ya".split()),
}
_CONSIDERED = "en es pt fr it ca gl de nl ru ar zh ja ko tr pl uk".split()
_NAMES = {
    "english": "en",
    "inglés": "en",
    "ingles": "en",
    "eng": "en",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "castellano": "es",
    "spa": "es",
}


def detect_language(text: str) -> str:
    """Detect a text's language from its first 2,000 characters.

    The commonest words of English and Spanish decide where they are clear; otherwise py3langid does,
    for texts under 200 characters between these two only.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        A two-letter code.

    Examples
    --------
    >>> detect_language("El gobierno no quiere la guerra y lo dice.")
    'es'
    """
    sample = text[:DETECTED_CHARACTERS]
    words = sample.lower().split()
    counts = {language: sum(map(common.__contains__, words)) for language, common in _COMMON.items()}
    best, other = sorted(counts, key=lambda c: -counts[c])
    enough = max(_CLEAR_COUNT, _CLEAR_SHARE * len(words))
    if counts[best] >= enough and counts[best] > _CLEAR_RATIO * counts[other]:
        return best
    return str(_identifier(len(sample) < _SHORT).classify(sample)[0])


def plainly_other(text: str, language: str) -> str:
    """Say which other language a text plainly is in, when it is said to be in English or Spanish.

    Common words decide alone: many of the other language's and hardly any of the one stated, at the beginning
    and over a longer stretch. Short texts, lists and mixed ones are let be.

    Parameters
    ----------
    text : str
    language : "en" or "es"

    Returns
    -------
    str
        A two-letter code; "" where it may well be as stated.

    Examples
    --------
    >>> english = "The envoys of the two states met in the old harbour and spoke of the war. " * 4
    >>> plainly_other(english, "es"), plainly_other(english, "en"), plainly_other("The war.", "es")
    ('en', '', '')
    """
    found = ""
    for sample in (text[:_GLANCE], text[:DETECTED_CHARACTERS], text[-DETECTED_CHARACTERS:]):
        words = sample.lower().split()
        own = sum(map(_COMMON[language].__contains__, words))
        if (
            len(words) < _ENOUGH_WORDS
            or len(set(words)) < _DIFFERENT_WORDS
            or own > _FOREIGN_SHARE * len(words)
        ):
            return ""
        found = detect_language(sample)
        is_running = sum(word.islower() for word in sample.split()) > _RUNNING_SHARE * len(words)
        if found == language or not (found in _COMMON or is_running):  # names alone are in no language
            return ""
    return found


@lru_cache(maxsize=2)
def _identifier(short: bool) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_COMMON) if short else _CONSIDERED)
    return identifier


def language_code(value: str) -> str:
    """Give the two-letter code that a language is meant by.

    Parameters
    ----------
    value : str
        A code, perhaps with a region, or the name of English or Spanish.

    Returns
    -------
    str
        What is not understood comes back as it is, in lower case.

    Examples
    --------
    >>> [language_code(value) for value in ("EN", "es-VE", "Español", "fr")]
    ['en', 'es', 'es', 'fr']
    """
    plain = value.strip().lower()
    main = plain.replace("_", "-").partition("-")[0]
    return _NAMES.get(plain, main if len(main) == 2 else plain)


def check_language(language: str | None) -> None:
    """Refuse what is no code of a language, and say which one is meant.

    Parameters
    ----------
    language : str or None
        None is for what is detected.

    Raises
    ------
    UsageError

    Examples
    --------
    >>> check_language("es")
    >>> check_language("Spanish")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    discourse.errors.UsageError: Argument language: 'Spanish' is no code of two letters; ... Did you mean 'es'?
    """
    if language is None:
        return
    code = language_code(language) if isinstance(language, str) else ""
    if code != language or len(code) not in (2, 3):
        hint = f" Did you mean '{code}'?" if code in _COMMON else ""
        raise UsageError(
            f"Argument language: {language!r} is no code of two letters; en and es have rules.{hint}"
        )
