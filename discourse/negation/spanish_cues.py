"""Which Spanish words are negation cues where they stand, and which only look like it.

Rules see the words they name, and "_" for any other: a word compared here must be a cue (`RULES`), stand in
the word classes of `spanish`, or be in `MENTIONED`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .sentence import (
    COMPLEMENT,
    COORDINATE,
    INTERJECTION,
    LEXICAL,
    LEXICALISED,
    PASSIVE,
    PHRASAL,
    SYNTACTIC,
    VERBAL,
    Found,
    Sentence,
)
from .tags import (
    ARTICLE,
    COORDINATOR,
    DETERMINER,
    EDGE,
    FINITE,
    HARD,
    INFINITIVE,
    NEGATIVE,
    NUMBER,
    OBJECT,
    POINT,
    PREDICATE,
    PREPOSITION,
    QUERY,
    TERM,
    THAT,
    VERB,
)

Rule = Callable[[Sentence, int], Found | None]

_TESTS: Final = frozenset(
    "prueba pruebas test tests cultivo cultivos serología serologías serologias hemocultivo hemocultivos"
    " urocultivo urocultivos coprocultivo coprocultivos pcr antígeno antígenos anticuerpos nitritos análisis"
    " citología citologías citologias baciloscopia baciloscopias marcadores punción".split()
)
_MATTER: Final = frozenset(
    "qué que quién quiénes quien cuál cuáles cuánto cuánta cómo cuándo dónde lo si".split()
)
MENTIONED: Final = (
    _TESTS
    | _MATTER
    | frozenset("importa importaba es era extrañar de".split())
    | frozenset(
        "solo sólo solamente únicamente obstante digamos meramente simplemente ser decir vano balde bien más menos mas"
        " allá tarde poco poca pocos pocas mejor peor antes embargo duda dudas falta perjuicio par lugar ir fin"
        " hablar mencionar ahora cómo hace hacen hizo hará pone ponen poner ponga pongan pongamos puso pusieron"
        " poniendo pondrá pondrán da dan dar dio dieron dará sido ser haber resulta resultan resultó resultado"
        " resultaron sale salió siquiera".split()
    )
)
_RESTRICTIVE: Final = frozenset(
    "solo sólo solamente únicamente obstante digamos meramente simplemente".split()
)
_FEW: Final = frozenset("poco poca pocos pocas".split())
_NOT_WITHOUT: Final = frozenset("embargo duda dudas falta perjuicio par".split())
_NEGATIVES: Final = frozenset("no nunca jamás nada nadie ningún ninguno ninguna tampoco ni sin".split())
_PERFECT: Final = frozenset("ha han había habían hemos haber habrá he".split())
_PUT: Final = frozenset(
    "pone ponen poner ponga pongan pongamos puso pusieron poniendo pondrá pondrán dar dio dieron dará"
    " un".split()
)
_COMPARED: Final = frozenset("más menos mejor peor".split())
_REFLEXIVE: Final = frozenset("se me nos te".split())
_TURNS_OUT: Final = frozenset("resulta resultan resultó resultado resultaron sido ser".split())
_GIVES: Final = frozenset("dio dieron da dan sale salió".split())
_TEST_SPAN: Final = 8  # words between a test and what it showed
_PARTICIPLES: Final = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")


def _syntactic(s: Sentence, i: int, shape: int) -> Found:
    return Found(i, i + 1, SYNTACTIC, shape)


def _lexical(first: int, last: int, shape: int = COMPLEMENT) -> Found:
    return Found(first, last, LEXICAL, shape)


def _no(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after, then, gap = words[i - 1], words[i + 1], words[i + 2], tags[i + 1]
    if gap & POINT and gap & NUMBER:
        return None  # "No. 5"
    if gap & (EDGE | POINT | COORDINATOR):
        if gap & QUERY and ((tags[i] & EDGE and i > s.low) or (before == "que" and words[i - 2] == "a")):
            return None  # "…, ¿no?"; "¿A que no?"
        if before in ("o", "cómo", "como"):
            return None  # "vengan o no"
        return _syntactic(s, i, INTERJECTION)
    if after in _RESTRICTIVE or after in _FEW:
        return None
    if after == "ser" and before == "a" and then in ("que", "por"):
        return None
    if before == "por" and after in ("decir", "hablar", "mencionar"):
        return None
    if after in ("importa", "importaba") and then in _MATTER and not tags[i + 2] & EDGE:
        return None  # "no importa quién venga": no matter who
    if after in ("es", "era", "resulta") and then == "de" and words[i + 3] == "extrañar":
        return None  # no wonder
    if (after == "en" and then in ("vano", "balde")) or (after == "tan" and then in ("solo", "sólo")):
        return None
    if after == "bien" and tags[i + 2] & (VERB | OBJECT) and (i == s.low or tags[i] & EDGE):
        return None  # "no bien llegaron, …"
    if (after == "más" and then in ("de", "que", "allá", "tarde")) or after == "menos":
        return None
    if _is_restrictive(s, i):
        return None
    if gap & TERM and i > s.low and not tags[i] & EDGE and not tags[i - 1] & (PREDICATE | OBJECT):
        return _syntactic(s, i, LEXICALISED)
    return _syntactic(s, i, VERBAL)


def _is_restrictive(s: Sentence, i: int) -> bool:
    """ "no quiere más que paz", "no hace sino crecer": only, nothing but."""
    words, tags = s.words, s.tags
    k = i + 1
    if tags[k] & OBJECT:
        k += 1
    first = k
    while k < first + 3 and tags[k] & (VERB | FINITE | INFINITIVE) and not tags[k + 1] & EDGE:
        k += 1
    return k > first and (words[k] == "sino" or (words[k] in ("más", "mas") and words[k + 1] == "que"))


def _never(s: Sentence, i: int) -> Found | None:
    words = s.words
    if words[i - 1] in ("que", "como") and (s.tags[i + 1] & EDGE or words[i - 2] in _COMPARED):
        return None  # "más que nunca"
    if words[i - 1] == "o" and words[i - 2] == "ahora":
        return None
    return _syntactic(s, i, VERBAL)


def _nothing(s: Sentence, i: int) -> Found | None:
    words, tags = s.words, s.tags
    before, after = words[i - 1], words[i + 1]
    if not tags[i + 1] & EDGE:
        if after == "menos" or (after in ("más", "mas") and tags[i + 2] & INFINITIVE):
            return None  # "nada menos", "nada más llegar"
        is_only = after == "más" and words[i + 2] in ("que", "y") and not tags[i + 3] & INFINITIVE
        if is_only and not _is_negated_before(s, i):
            return None  # "nada más que un rumor"; not "nada más que añadir"
    if (before in ("que", "como") and words[i - 2] in ("antes", "más", "menos")) or before == "la":
        return None
    if before == "si" and words[i - 2] == "como" and tags[i + 1] & EDGE:
        return None
    if (
        before == "de"
        and (tags[i - 1] & EDGE or i - 1 == s.low or words[i - 2] == "antes")
        and tags[i + 1] & EDGE
    ):
        return None  # "De nada.", "antes de nada"
    return _syntactic(s, i, PHRASAL)


def _nobody(s: Sentence, i: int) -> Found | None:
    if s.words[i - 1] in ("que", "como") and (s.tags[i + 1] & EDGE or s.words[i - 2] in _COMPARED):
        return None  # "mejor que nadie"
    return _syntactic(s, i, PHRASAL)


def _determiner(s: Sentence, i: int) -> Found | None:
    return _syntactic(s, i, PHRASAL)


def _ni(s: Sentence, i: int) -> Found | None:
    if s.words[i + 1] in ("que", "qué") and s.words[i + 2] == "decir":
        return None  # "ni que decir tiene": of course
    return Found(i, i + 2 if s.words[i + 1] == "siquiera" else i + 1, SYNTACTIC, COORDINATE)


def _tampoco(s: Sentence, i: int) -> Found | None:
    return _syntactic(s, i, VERBAL)


def _absolutely(s: Sentence, i: int) -> Found | None:
    """En absoluto: "No me gusta en absoluto", "En absoluto."."""
    return Found(i - 1, i + 1, SYNTACTIC, VERBAL) if s.words[i - 1] == "en" else None


def _in_life(s: Sentence, i: int) -> Found | None:
    """ "En mi vida he visto …", "en la vida había …": never."""
    words, tags, k = s.words, s.tags, i - 2
    is_fronted = k == s.low or tags[k] & EDGE or tags[k - 1] & (COORDINATOR | THAT)
    if words[k] != "en" or not tags[k + 1] & ARTICLE or not is_fronted:
        return None
    return Found(k, i + 1, SYNTACTIC, VERBAL) if words[i + 1] in _PERFECT and not tags[i + 1] & EDGE else None


def _sin(s: Sentence, i: int) -> Found | None:
    after, then = s.words[i + 1], s.words[i + 2]
    if s.tags[i + 1] & EDGE or after in _NOT_WITHOUT:
        return None
    if (after == "lugar" and then == "a") or (after == "ir" and then == "más"):
        return None
    if after == "más" and s.tags[i + 2] & EDGE:
        return None
    return _syntactic(s, i, COMPLEMENT)


def _is_negated_before(s: Sentence, i: int) -> bool:
    for k in range(i - 1, s.low - 1, -1):
        if s.words[k] in _NEGATIVES:
            return True
        if s.tags[k] & HARD:
            break
    return False


def _instead(s: Sentence, i: int) -> Found | None:
    """en lugar de, en vez de."""
    return _lexical(i - 1, i + 2) if s.words[i - 1] == "en" and s.words[i + 1] == "de" else None


def _of_noun(s: Sentence, i: int) -> Found | None:
    """falta de, ausencia de, imposibilidad de."""
    after = s.words[i + 1]
    if s.tags[i + 1] & EDGE or (
        s.words[i - 1] in ("hace", "hacen", "hizo", "hará") and s.words[i] == "falta"
    ):
        return None
    if s.words[i] == "falta" and s.tags[i - 1] & (OBJECT | NEGATIVE):
        return None  # "no le falta de nada"
    if s.words[i] == "falta" and s.words[i - 1] == "a" and (after == "del" or s.tags[i + 2] & NUMBER):
        return None  # "a falta de dos días"
    if after == "de" or (after == "para" and s.words[i] == "imposibilidad"):
        return _lexical(i, i + 2)
    return _lexical(i, i + 1) if after == "del" else None


def _of(s: Sentence, i: int) -> Found | None:
    """carecer de, incapaz de."""
    return _lexical(i, i + 2) if s.words[i + 1] == "de" and not s.tags[i + 1] & EDGE else None


def _transitive(s: Sentence, i: int) -> Found | None:
    """evitar la guerra, impidió que …, fue rechazada."""
    words, tags = s.words, s.tags
    before, after = tags[i - 1], tags[i + 1]
    if words[i].endswith(_PARTICIPLES):
        if words[i - 1] in _PERFECT:
            return _lexical(i, i + 1)
        if before & FINITE or words[i - 1] in ("ser", "sido"):
            return _lexical(i, i + 1, PASSIVE)
        return None
    if before & DETERMINER and words[i - 1] not in ("la", "los", "las", "todo", "todos", "todas"):
        return None
    if after & EDGE or (after & PREPOSITION and words[i + 1] not in ("a", "al")):
        return None
    return _lexical(i, i + 1)


def _rule_out(s: Sentence, i: int) -> Found | None:
    """no se puede descartar, sin descartar; "para descartar una fractura" looks for one."""
    is_denied = s.words[i - 1] == "sin" or s.tags[i - 1] & FINITE
    return _transitive(s, i) if is_denied else None


def _deny(s: Sentence, i: int) -> Found | None:
    """negarse a + infinitive, negar que, negar + phrase."""
    if s.words[i + 1] == "a" and (s.words[i - 1] in _REFLEXIVE or s.words[i] == "negarse"):
        return _lexical(i, i + 2)
    return _transitive(s, i)


def _negative(s: Sentence, i: int) -> Found | None:
    """negativa a + infinitive; a test that is negative, an answer that was; not "un impacto negativo"."""
    words, tags = s.words, s.tags
    if words[i] == "negativa" and words[i + 1] == "a" and tags[i + 2] & INFINITIVE:
        return _lexical(i, i + 2)
    before = words[i - 1]
    if before in _GIVES or before in _TESTS:
        return _lexical(i, i + 1, PASSIVE)
    is_of_test = not _TESTS.isdisjoint(words.listed(i - _TEST_SPAN, i))
    is_predicate = before in _TURNS_OUT or tags[i - 1] & FINITE
    return _lexical(i, i + 1, PASSIVE) if is_of_test and is_predicate else None


def _from_infinitive(s: Sentence, i: int) -> Found | None:
    """dejar de, parar de, abstenerse de + infinitive."""
    is_followed = s.words[i + 1] == "de" and s.tags[i + 2] & INFINITIVE and not s.tags[i + 1] & EDGE
    return _lexical(i, i + 2) if is_followed else None


def _cease(s: Sentence, i: int) -> Found | None:
    """cesar de + infinitive, cesaron los ataques; not "cesó al ministro"."""
    after = s.tags[i + 1]
    if after & DETERMINER and not after & EDGE and s.words[i] != "cese":
        return _lexical(i, i + 1)
    return _from_infinitive(s, i)


def _refusal(s: Sentence, i: int) -> Found | None:
    """rechazo a + infinitive; not "el rechazo a la guerra"."""
    is_followed = s.words[i + 1] == "a" and s.tags[i + 2] & INFINITIVE and not s.tags[i + 1] & EDGE
    return _lexical(i, i + 2) if is_followed else None


def _end(s: Sentence, i: int) -> Found | None:
    """poner fin a."""
    if s.words[i - 1] in _PUT and s.words[i + 1] in ("a", "al") and not s.tags[i + 1] & EDGE:
        return _lexical(i, i + 2 if s.words[i + 1] == "a" else i + 1)
    return None


def _stop(s: Sentence, i: int) -> Found | None:
    """suspender la sesión, detener la guerra; suspendida la sesión."""
    words, tags = s.words, s.tags
    before, after = tags[i - 1], tags[i + 1]
    if words[i].endswith(_PARTICIPLES):
        if words[i - 1] not in _PERFECT and (
            before & FINITE or words[i - 1] in ("ser", "sido") or after & EDGE
        ):
            return _lexical(i, i + 1, PASSIVE)
        return None if after & PREPOSITION else _lexical(i, i + 1)
    if before & DETERMINER or after & PREPOSITION or (after & EDGE and words[i - 1] not in _REFLEXIVE):
        return None
    if not after & DETERMINER and words[i].startswith(("det", "fren", "paral")):
        return None  # "detener a los ladrones", "detener ladrones"
    return _lexical(i, i + 1)


def _table() -> dict[str, Rule]:
    table: dict[str, Rule] = {
        "no": _no, "nunca": _never, "jamás": _never, "jamas": _never, "nada": _nothing, "nadie": _nobody,
        "tampoco": _tampoco, "ni": _ni, "sin": _sin, "absoluto": _absolutely, "vida": _in_life,
        "lugar": _instead, "vez": _instead, "fin": _end, "descartar": _rule_out,
    }  # fmt: skip
    for rule, words in (
        (_determiner, "ningún ningun ninguno ninguna ningunos ningunas"),
        (_of_noun, "falta ausencia carencia imposibilidad suspensión suspension"),
        (_of, "carecer carece carecen carecía carecían careció carecieron careciendo carezca carezcan"
         " carecemos carente incapaz incapaces incapacidad"),
        (_transitive, "evita evitan evitar evitó evitaron evitando evite eviten evitemos evitado evitada"
         " evitados evitadas evitamos evitará evitarán evitaría impide impiden impidió impidieron impedir"
         " impidiendo impida impidan impidamos impedía impedían impedido impedida rechaza rechazan rechazó"
         " rechazaron rechazar rechazando rechace rechacen rechazamos rechazado rechazada rechazados"
         " rechazadas descarta descartan descartó descartaron descartando descartándose descarte"
         " descarten descartado descartada descartados descartadas descartamos desestima desestiman"
         " desestimó desestimaron desestimar desestimado desestimada desestimados desestimadas desmiente"
         " desmienten desmintió desmintieron desmentir desmintiendo desmienta rehúsa rehúsan rehusó rehusaron"
         " rehusar rehusando"),
        (_deny, "niega niegan negó negaron negar negando niegue nieguen negamos negarse niego negaba negaban"
         " negado negada negados negadas"),
        (_negative, "negativo negativa negativos negativas"),
        (_cease, "cesa cesan cesó cesaron cesar cesando cese cesen cesará cesarán cesado"),
        (_refusal, "rechazo"),
        (_from_infinitive, "deja dejan dejó dejaron dejar dejando deje dejen dejemos dejamos dejará dejarán dejado"
         " dejaba dejaban dejaría parar paró pararon paran paraba paraban pare paren parado abstenerse abstenga"
         " abstengan abstuvo abstuvieron abstiene abstienen"),
        (_stop, "suspende suspenden suspendió suspendieron suspender suspendiendo suspenda suspendan"
         " suspendido suspendida suspendidos suspendidas suspendemos detener detenga detengan detiene detienen"
         " detuvo detuvieron detendrá detendrán deteniendo frena frenan frenó frenaron frenar frenando frene frenen"
         " frenará frenarán frenado frenada frenados frenadas paraliza paralizan paralizó paralizaron paralizar"
         " paralizado paralizada paralizados paralizadas"),
    ):  # fmt: skip
        table |= dict.fromkeys(words.split(), rule)
    return table


RULES: Final = _table()


def find_cue(s: Sentence, i: int) -> Found | None:
    """Read one candidate in its context: a cue, or None where it only looks like one."""
    return RULES[s.words[i]](s, i)
