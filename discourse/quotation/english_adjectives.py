"""Which English words describe what is said: Reed’s latest, stark, unproven | warning."""

from __future__ import annotations

from typing import Final

from .roles_en import ENGLISH

_ENDS: Final = (
    "less", "ful", "ous", "ive", "able", "ible", "ical", "onal", "ular", "istic", "esque", "worthy", "izing",
)  # fmt: skip
_BEGIN: Final = (
    "un",
    "oft-",
    "often-",
    "long-",
    "much-",
    "ever-",
    "well-",
    "ill-",
    "so-",
    "self-",
    "half-",
    "non-",
)
_PLAIN: Final = frozenset(
    """
        false true late latest recent early earlier later previous prior past former final last first second third next new
        fresh old own public open blunt stark dire grim bleak bold brash brave wild weak strong firm stern
        harsh sharp sober solemn stiff tough terse tart curt crisp brief short long clear vague veiled thin thinly main key
        central minor big small huge great grand real fair unfair right wrong good bad better best worse worst
        mere sheer sole single simple plain frank candid honest sincere earnest urgent rare frequent constant repeat
        annual initial original implicit explicit direct indirect tacit formal informal legal moral personal political
        economic military scientific dramatic drastic optimistic pessimistic sceptical skeptical cynical critical historic
        controversial stunning startling shocking alarming chilling surprising astonishing misleading damning sweeping
        extraordinary ordinary preliminary contrary absurd bizarre curious dubious false-flag flat outright blanket broad
        loud quiet angry tearful joint mutual collective particular specific similar same different other wider
        longstanding apparent evident obvious patent ancient modern recent current present hasty lofty empty idle hollow
        premature on-air on-the-record baffling defiant reluctant grudging belated eventual ultimate
    """.split()
)


def describes(word: str) -> bool:
    """Say whether a word only describes the noun behind it, as far as its form tells.

    Parameters
    ----------
    word : str
        In small letters.

    Returns
    -------
    bool

    Examples
    --------
    >>> describes("baseless"), describes("latest"), describes("lawyer"), describes("executive")
    (True, True, False, False)
    """
    if word in _PLAIN:
        return True
    return word not in ENGLISH.sources and (word.endswith(_ENDS) or word.startswith(_BEGIN))
