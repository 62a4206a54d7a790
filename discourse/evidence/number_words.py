"""The words around numbers that say what kind of number it is, by language."""

from __future__ import annotations

from typing import Final

# beside the bits of `negation.tags`
NUMERAL: Final = 1 << 44
PLAIN: Final = 1 << 45  # digits alone
MAGNITUDE: Final = 1 << 46
MANY: Final = 1 << 47
AND: Final = 1 << 48
LINK: Final = 1 << 49
PART_OF: Final = 1 << 50
BETWEEN: Final = 1 << 51
MONTH: Final = 1 << 52
LABEL: Final = 1 << 53
CLOCK: Final = 1 << 54
PREFIX: Final = 1 << 55
JOINED: Final = 1 << 56  # no mark and no sentence's end parts it from the word before
ALONE_BIT: Final = 1 << 57  # a pronoun where no magnitude follows
SIGN: Final = 1 << 58  # the gap before has a sign that matters to numbers
WORDS: Final[dict[str, dict[int, str]]] = {
    "en": {
        MAGNITUDE: "hundred thousand million billion trillion dozen",
        MANY: "tens dozens scores hundreds thousands millions billions trillions",
        AND: "and",
        LINK: "to or",
        PART_OF: "of",
        BETWEEN: "between",
        MONTH: "january february march april may june july august september october november december jan"
        " feb mar apr jun jul aug sep sept oct nov dec",
        LABEL: "article articles art resolution resolutions page pages chapter section paragraph para annex"
        " act title number no no. item session figure table stage phase part volume room flight route highway"
        " war day level category group question point grade age aged",
        CLOCK: "a.m p.m a.m. p.m. am pm o'clock gmt utc noon",
        PREFIX: "a half",
    },
    "es": {
        MAGNITUDE: "cien ciento mil millón millones billón billones docena",
        MANY: "decenas docenas cientos centenares miles millares millones",
        AND: "y",
        LINK: "a o u",
        PART_OF: "de",
        BETWEEN: "entre",
        MONTH: "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
        " diciembre",
        LABEL: "artículo artículos art resolución resoluciones página páginas capítulo sección párrafo anexo"
        " ley título número núm nº n.º tema período sesión decreto fase año años siglo día etapa parte punto"
        " nivel categoría grupo pregunta figura tabla sala vuelo ruta",
        CLOCK: "a.m p.m a.m. p.m. am pm",
        PREFIX: "un una medio media",
    },
}
ALONE: Final = frozenset(
    "one uno medio media half a un una".split()
)  # pronouns and halves, without a magnitude
PERCENT: Final = {"en": "percent", "es": "por ciento"}
PER: Final = ("per", "por")
CENT: Final = ("cent", "ciento")
PERCENT_WORDS: Final = frozenset(("percent", "percentage", "pct", *PER))
YEAR_BEFORE: Final = frozenset(
    "in since by until from during of before after year early late mid en desde hasta de del durante".split()
)
PRENOMINAL: Final = frozenset(
    "grandes gran nuevos nuevas buenos buenas malos malas primeros primeras últimos últimas principales"
    " pequeños pequeñas mejores peores valientes supuestos supuestas".split()
)
PLURALS: Final = frozenset(
    "people men women children police troops aircraft feet personnel cattle percent".split()
)


def is_plural(word: str) -> bool:
    """Say whether an English word looks like a plural: what a number counts, mostly.

    Examples
    --------
    >>> [is_plural(word) for word in ("soldiers", "police", "loss", "crisis")]
    [True, True, False, False]
    """
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
