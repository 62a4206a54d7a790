"""Nouns for what is said (Reed’s answer was blunt: “…”), and sentences that tell afterwards whose words they were."""

from __future__ import annotations

from typing import Final

from .bits import ADVERB, FINITE, OBJECT, OWNER, POSSESSIVE, PREPOSITION, SPEECH, TIME
from .block import Block
from .clauses import Reader

SAID_EN: Final = frozenset(  # nouns for what is said, in the words of who said it
    """
        adage admonition advice announcement answer answers apology appeal argument assertion assessment assurance boast
        claim claims comment comments complaint conclusion contention conviction declaration defence defense description
        diagnosis dictum excuse exhortation explanation judgement judgment justification lament line lines mantra maxim
        message motto observation opinion phrase pitch plea pledge prediction promise question questions quip quotation
        reaction refrain rejoinder remark remarks reminder reply response retort saying slogan statement statements
        suggestion summary take testimony theory threat verdict verse verses view vow warning warnings wisdom words
    """.split()
)
_SAID_ES: Final = frozenset(
    """
        respuesta réplica contestación mensaje advertencia palabras frase conclusión veredicto diagnóstico consigna
        argumento tesis explicación justificación excusa pregunta petición promesa lema balance
        reacción comentario aviso recado valoración afirmación queja denuncia acusación reproche pronóstico predicción
        súplica disculpa disculpas amenaza descripción opinión postura crítica resumen anuncio confesión defensa ruego
        alegato reflexión
    """.split()
)
_QUOTED_NOUNS: Final = frozenset("frase cita expresión sentencia declaración palabras reflexión".split())
_CLOSES: Final = frozenset(
    "despidió despide habló habla pronunció manifestó expresó expresa resumió zanjó cerró cierra abrió concluyó".split()
)


def words_of(block: Block, np: tuple[int, int], english: bool) -> tuple[int, int] | None:
    """Say whose words a noun phrase speaks of, as words of the block: la respuesta de | Ana Ruiz, | her | answer."""
    a, e = np
    if english:
        owner = next((k for k in range(a, e - 1) if block.bits[k] & OWNER), -1)
        noun = next((k for k in range(a + 1, min(e, a + 6)) if block.words[k] in SAID_EN), -1)
        if noun < 0:
            return None
        if noun + 2 < e and block.words[noun + 1] in ("from", "by", "of"):
            return noun + 2, e  # the warning from | Ann Reed
        if owner >= a:
            return (a, owner + 1) if owner < noun else None
        return (a, a + 1) if block.bits[a] & POSSESSIVE else None
    if a + 1 >= e or block.words[a + 1] not in _SAID_ES:
        return None
    if block.bits[a] & POSSESSIVE:
        return a, a + 1
    if a + 3 >= e or block.words[a + 2] not in ("de", "del"):
        return None
    about = (
        k for k in range(a + 4, e) if block.bits[k] & PREPOSITION and block.words[k] not in ("de", "del")
    )
    return a + 3, next(about, e)  # las palabras de | Ana Ruiz | sobre Luis Gil


def is_saying(word: str) -> bool:
    """Say whether a noun is for what somebody says: answer, frase."""
    return word in _SAID_ES or word in _QUOTED_NOUNS or word in SAID_EN


def said_afterwards(block: Block, reader: Reader) -> tuple[int, int] | None:
    """Whose words a Spanish sentence says that those before it were: Lo dice | un ministro, Así habló | Ana Ruiz.

    Notes
    -----
    Also: Con estas palabras se despidió …, La frase es de …, Quien habla es …
    """
    words, n = block.words, len(block)
    if n < 3 or block.spans:
        return None
    if words[0] in ("la", "las") and words[1] in _QUOTED_NOUNS:  # La frase, dicha al salir, es de Ruiz
        k = next((k for k in range(2, min(n - 2, 12)) if words[k] in ("es", "son")), n)
        return _behind(block, reader, k + 1) if k < n and words[k + 1] in ("de", "del") else None
    if (
        words[0] in ("quien", "quienes")
        and "es" in words.listed(1, 6)
        and block.bits[1] & SPEECH | (words[1] == "habla")
    ):
        return _behind(block, reader, words.listed(0, n).index("es"))
    k = 0
    if words[0] in ("así", "eso"):
        k = 1
        if words[1] == "de":
            k = 3
    elif words[0] == "con" and words[1] in ("estas", "esas") and words[2] == "palabras":
        k = 3
    elif words[0] in ("son", "es") and words[1] in ("palabra", "palabras"):  # Son palabras de | Ana Ruiz
        return _behind(block, reader, 2) if words[2] in ("de", "del") else None
    elif words[0] != "lo":
        return None
    while k < n - 1 and block.bits[k] & (OBJECT | TIME | ADVERB) and not block.bits[k] & FINITE:
        k += 1
    if k + 1 >= n or not block.bits[k] & FINITE:
        return None
    if not (block.bits[k] & SPEECH or words[k] in _CLOSES):
        return None
    return reader.subject_behind(k, n)


def _behind(block: Block, reader: Reader, k: int) -> tuple[int, int] | None:
    """The noun phrase behind a word."""
    return reader.np_right(k + 1) if k + 1 < len(block) else None
