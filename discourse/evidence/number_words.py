"""The words around numbers that say what kind of number it is, by language."""

from __future__ import annotations

# beside the bits of `negation.tags`
NUMERAL, PLAIN, MAGNITUDE, MANY, AND, LINK, PART_OF, BETWEEN, MONTH, LABEL, CLOCK, PREFIX = (
    1 << bit for bit in range(48, 60)
)
JOINED = 1 << 60  # no mark and no sentence's end parts it from the word before
ALONE_BIT = 1 << 61  # a pronoun where no magnitude follows
SIGN = 1 << 62  # the gap before has a sign that matters to numbers
WORDS = {
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
ALONE = frozenset("one uno medio media half a un una".split())  # pronouns and halves, without a magnitude
PERCENT = {"en": "percent", "es": "por ciento"}
PER, CENT = ("per", "por"), ("cent", "ciento")
PERCENT_WORDS = frozenset(("percent", "percentage", "pct", *PER))
YEAR_BEFORE = frozenset(
    "in since by until from during of before after year early late mid en desde hasta de del durante".split()
)
PRENOMINAL = frozenset(
    "grandes gran nuevos nuevas buenos buenas malos malas primeros primeras últimos últimas principales"
    " pequeños pequeñas mejores peores valientes supuestos supuestas".split()
)
PLURALS = frozenset("people men women children police troops aircraft feet personnel cattle percent".split())


def is_plural(word: str) -> bool:
    """Say whether an English word looks like a plural: what a number counts, mostly.

    Examples
    --------
    >>> [is_plural(word) for word in ("soldiers", "police", "loss", "crisis")]
    [True, True, False, False]
    """
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
