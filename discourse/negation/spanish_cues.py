"""Which Spanish words are negation cues where they stand, and which only look like it."""

from __future__ import annotations

from collections.abc import Callable

from .sentence import Found, Sentence, Shape
from .tags import (
    COMMA,
    DETERMINER,
    EDGE,
    FINITE,
    INFINITIVE,
    OBJECT,
    POINT,
    PREPOSITION,
    QUERY,
    THAT,
    VERB,
)

Rule = Callable[[Sentence, int], Found | None]

# nouns and adjectives that "no" forms a term with: no proliferación, países no alineados
_TERMS = (
    "proliferaci", "agresi", "violen", "intervenci", "injerenci", "alinead", "gubernamental", "beligeran", "discriminaci",
    "nuclear", "utilizaci", "repetici", "retroces", "lucrativ", "permanente", "renovable", "estatal", "reconocimiento",
    "uso", "devoluci", "selectividad", "militar", "autónom", "vinculante", "indígena", "árabe", "comunista", "democrátic",
    "tradicional", "petroler", "productor", "productiv", "signatari", "combatiente", "ficción",
)  # fmt: skip


def _no(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after, then = words[i - 1], words[i + 1], words[i + 2]
    gap = tags[i + 1]
    if gap & POINT and after[:1].isdigit():
        return None  # "No. 5"
    if gap & (EDGE | POINT) or not after:
        if gap & QUERY and tags[i] & EDGE and i > s.low:
            return None  # "…, ¿no?"
        if before in ("o", "cómo", "como"):
            return None  # "vengan o no"
        return Found(i, i + 1, "syntactic", Shape.INTERJECTION)
    if after in ("solo", "sólo", "solamente", "únicamente", "obstante", "digamos", "meramente", "simplemente"):
        return None
    if after == "ser" and before == "a" and then in ("que", "por"):
        return None
    if after == "decir" and before == "por":
        return None
    if (after == "en" and then == "vano") or (after == "bien" and tags[i + 2] & VERB and tags[i] & EDGE):
        return None
    if (after == "más" and then in ("de", "que", "allá", "tarde")) or (after == "menos" and then != "guerra"):
        return None
    if _is_restrictive(s, i):
        return None
    if before and after.startswith(_TERMS) and not tags[i] & EDGE and (tags[i - 1] & (DETERMINER | PREPOSITION) or not tags[i - 1]):
        return Found(i, i + 1, "syntactic", Shape.TERM)
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


def _is_restrictive(s: Sentence, i: int) -> bool:
    """"no quiere más que paz", "no hace sino crecer": only, nothing but."""
    words, tags = s.words, s.tags
    k = i + 1
    if tags[k] & OBJECT:
        k += 1
    if not tags[k] & (VERB | FINITE):
        return False
    while k < i + 4 and tags[k] & (VERB | FINITE | INFINITIVE) and not tags[k + 1] & EDGE:
        k += 1
    return words[k] == "sino" or (words[k] == "más" and words[k + 1] == "que")


def _never(s: Sentence, i: int) -> Found | None:
    if s.words[i - 1] in ("que", "como") and (s.tags[i + 1] & EDGE or s.words[i - 2] in ("más", "menos", "mejor", "peor")):
        return None  # "más que nunca"
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


def _nothing(s: Sentence, i: int) -> Found | None:
    before, after = s.words[i - 1], s.words[i + 1]
    if after in ("más", "menos") and not s.tags[i + 1] & EDGE:
        if after == "menos" or s.words[i + 2] in ("que", "y") or s.tags[i + 2] & INFINITIVE or before not in _VERBISH:
            return None
    if (before in ("que", "como") and s.words[i - 2] in ("antes", "más")) or (before == "si" and s.words[i - 2] == "como"):
        return None
    if before == "de" and s.tags[i - 1] & EDGE and s.tags[i + 1] & EDGE:
        return None
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


_VERBISH = frozenset("hay dijo dice queda".split())


def _nobody(s: Sentence, i: int) -> Found | None:
    if s.words[i - 1] in ("que", "como") and s.tags[i + 1] & EDGE:
        return None  # "mejor que nadie"
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _determiner(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.DETERMINER)


def _ni(s: Sentence, i: int) -> Found | None:
    if s.words[i + 1] == "siquiera":
        return Found(i, i + 2, "syntactic", Shape.COORDINATE)
    return Found(i, i + 1, "syntactic", Shape.COORDINATE)


def _tampoco(s: Sentence, i: int) -> Found | None:
    return Found(i, i + 1, "syntactic", Shape.VERBAL)


_NOT_WITHOUT = frozenset("embargo duda dudas falta perjuicio más par".split())


def _sin(s: Sentence, i: int) -> Found | None:
    after = s.words[i + 1]
    if s.tags[i + 1] & EDGE or not after:
        return None
    if after in _NOT_WITHOUT and not (after == "más" and not s.tags[i + 2] & EDGE):
        return None
    if (after == "lugar" and s.words[i + 2] == "a") or (after == "ir" and s.words[i + 2] == "más"):
        return None
    return Found(i, i + 1, "syntactic", Shape.COMPLEMENT)


def _except(s: Sentence, i: int) -> Found | None:
    before = s.words[i - 1]
    if before in ("a", "y", "en") or s.tags[i + 1] & EDGE or _is_negated_before(s, i):
        return None
    return Found(i, i + 1, "lexical", Shape.COMPLEMENT)


def _exception(s: Sentence, i: int) -> Found | None:
    """a excepción de, con (la) excepción de."""
    first = i - 1 if s.words[i - 1] in ("a", "con") else i - 2
    if s.words[i + 1] in ("de", "del") and s.words[first] in ("a", "con") and not _is_negated_before(s, i):
        return Found(first, i + (s.words[i + 1] == "de") + 1, "lexical", Shape.COMPLEMENT)
    return None


def _is_negated_before(s: Sentence, i: int) -> bool:
    for k in range(i - 1, s.low - 1, -1):
        if s.words[k] in _NEGATIVES:
            return True
        if s.tags[k] & (EDGE ^ COMMA):
            break
    return False


_NEGATIVES = frozenset("no nunca jamás nada nadie ningún ninguno ninguna tampoco ni sin".split())


def _instead(s: Sentence, i: int) -> Found | None:
    """en lugar de, en vez de."""
    if s.words[i - 1] == "en" and s.words[i + 1] == "de":
        return Found(i - 1, i + 2, "lexical", Shape.COMPLEMENT)
    return None


def _of_noun(s: Sentence, i: int) -> Found | None:
    """falta de, ausencia de, imposibilidad de."""
    if s.words[i + 1] in ("de", "para") and not s.tags[i + 1] & EDGE:
        if s.words[i] == "falta" and s.words[i - 1] in ("hace", "hacen", "hizo", "hará"):
            return None
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
    if s.words[i + 1] == "del":
        return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
    return None


def _lack(s: Sentence, i: int) -> Found | None:
    if s.words[i + 1] == "de" and not s.tags[i + 1] & EDGE:
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
    return None


def _transitive(s: Sentence, i: int) -> Found | None:
    """evitar la guerra, impidió que …, fue rechazada."""
    tags = s.tags
    if s.words[i].endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")):
        if s.words[i - 1] in ("ha", "han", "había", "habían", "hemos", "haber", "habrá", "he"):
            return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
        if tags[i - 1] & FINITE or s.words[i - 1] in ("ser", "sido"):
            return Found(i, i + 1, "lexical", Shape.PASSIVE)
        return None
    if tags[i - 1] & DETERMINER and s.words[i - 1] not in ("la", "los", "las", "todo", "todos", "todas"):
        return None
    if tags[i + 1] & EDGE or (tags[i + 1] & PREPOSITION and s.words[i + 1] not in ("a", "al")):
        return None
    return Found(i, i + 1, "lexical", Shape.COMPLEMENT)


def _deny(s: Sentence, i: int) -> Found | None:
    """negarse a + infinitive, negar que, negar + phrase."""
    after = s.words[i + 1]
    if s.words[i] == "negativa":
        if after == "a" and not s.tags[i + 1] & EDGE:
            return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
        return None
    if after == "a" and not s.tags[i + 1] & EDGE and (s.words[i - 1] in ("se", "me", "nos") or s.words[i] == "negarse"):
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
    return _transitive(s, i)


def _infinitive_after_de(s: Sentence, i: int) -> Found | None:
    """dejar de + infinitive, cesar de, abstenerse de."""
    if s.words[i + 1] == "de" and s.tags[i + 2] & INFINITIVE and not s.tags[i + 1] & EDGE:
        return Found(i, i + 2, "lexical", Shape.COMPLEMENT)
    return None


def _unable(s: Sentence, i: int) -> Found | None:
    """incapaz de + infinitive; es imposible + infinitive or que."""
    if s.words[i].startswith("incapa"):
        return _lack(s, i)
    if s.tags[i + 1] & (INFINITIVE | THAT) and not s.tags[i + 1] & EDGE:
        return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
    return Found(i, i + 1, "affixal", Shape.AFFIX)


def _end(s: Sentence, i: int) -> Found | None:
    """poner fin a."""
    if s.words[i + 1] not in ("a", "al") or s.tags[i + 1] & EDGE:
        return None
    if s.words[i - 1].startswith(("pon", "pus", "pong", "dar", "dio")) or s.words[i - 1] == "un":
        return Found(i, i + 1 + (s.words[i + 1] == "a"), "lexical", Shape.COMPLEMENT)
    return None


def _stop(s: Sentence, i: int) -> Found | None:
    if s.tags[i + 1] & DETERMINER and not s.tags[i + 1] & EDGE and not s.tags[i - 1] & DETERMINER:
        return Found(i, i + 1, "lexical", Shape.COMPLEMENT)
    if s.words[i].startswith("suspendid"):
        return _transitive(s, i)
    return None


def _table() -> dict[str, Rule]:
    table: dict[str, Rule] = {
        "no": _no, "nunca": _never, "jamás": _never, "nada": _nothing, "nadie": _nobody, "tampoco": _tampoco,
        "ni": _ni, "sin": _sin, "excepto": _except, "salvo": _except, "excepción": _exception, "lugar": _instead,
        "vez": _instead, "fin": _end, "carecer": _lack,
    }  # fmt: skip
    for rule, words in (
        (_determiner, "ningún ninguno ninguna ningunos ningunas"),
        (_of_noun, "falta ausencia carencia imposibilidad suspensión desaparición prevención rechazo"),
        (_lack, "carece carecen carecía carecían careció carecieron careciendo carezca carezcan carecemos carente"),
        (_transitive, "evita evitan evitar evitó evitaron evitando evite eviten evitemos evitado evitada evitados"
         " evitadas evitamos evitará evitarán evitaría impide impiden impidió impidieron impedir impidiendo impida"
         " impidan impidamos impedía impedían impedido impedida rechaza rechazan rechazó rechazaron rechazar rechazando"
         " rechace rechacen rechazamos rechazado rechazada rechazados rechazadas descarta descartan descartó"
         " descartaron descartar descartando descarte descarten descartado descartada descartados descartadas"
         " descartamos"),
        (_deny, "niega niegan negó negaron negar negando niegue nieguen negamos negarse niego negaba negaban negado"
         " negada negados negativa"),
        (_unable, "incapaz incapaces incapacidad imposible"),
        (_infinitive_after_de, "cesa cesan cesó cesaron cesar cesando cese cesen deja dejan dejó dejaron dejar"
         " dejando deje dejen dejemos dejamos dejará dejarán abstenerse abstenga abstengan abstuvo abstuvieron"
         " abstiene abstienen"),
        (_stop, "suspende suspenden suspendió suspendieron suspender suspendiendo suspenda suspendan suspendido"
         " suspendida suspendidos suspendidas suspendemos detener detiene detienen detuvo detuvieron detenga"
         " detengan deteniendo frenar frena frenan frenó frenaron"),
    ):  # fmt: skip
        table |= dict.fromkeys(words.split(), rule)
    return table


RULES = _table()


def find_cue(s: Sentence, i: int) -> Found | None:
    """Read one candidate in its context: a cue, or None where it only looks like one."""
    return RULES[s.words[i]](s, i)
