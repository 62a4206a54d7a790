"""Heads of state and government whom a text may call the president without saying so: facts that readers know."""

from __future__ import annotations

from typing import Final

_PRESIDENTS: Final = frozenset(
    """
        trump obama biden reagan nixon eisenhower putin yeltsin medvedev gorbachev zelensky zelenskyy zelenskiy
        zelenski poroshenko yanukovych lukashenko macron hollande sarkozy chirac mitterrand erdogan erdoğan
        rouhani ahmadinejad raisi pezeshkian maduro bolsonaro lula rousseff temer milei macri kirchner bukele
        petro boric bachelet piñera sheinbaum noboa boluarte fujimori humala kuczynski díaz-canel mandela mugabe
        zuma ramaphosa kagame museveni buhari tinubu kenyatta ruto duterte widodo prabowo mattarella
        lópez-obrador jinping kabila ouattara
    """.split()
)
_PREMIERS: Final = frozenset(
    """
        thatcher sunak starmer trudeau netanyahu modi kishida ishiba ardern orbán orban meloni draghi renzi
        berlusconi tsipras mitsotakis frederiksen rutte
    """.split()
)
_CHANCELLORS: Final = frozenset("merkel scholz merz kohl schröder schroeder".split())
_OF_SPAIN: Final = frozenset("rajoy zapatero aznar".split())  # presidentes del Gobierno
# whose surname others bear, too
_BY_FULL_NAME: Final[dict[tuple[str, str], str]] = {
    ("george", "bush"): "president",
    ("bill", "clinton"): "president",
    ("jimmy", "carter"): "president",
    ("gerald", "ford"): "president",
    ("lyndon", "johnson"): "president",
    ("john", "kennedy"): "president",
    ("bashar", "al-assad"): "president",
    ("bashar", "assad"): "president",
    ("hugo", "chávez"): "president",
    ("evo", "morales"): "president",
    ("luis", "arce"): "president",
    ("rafael", "correa"): "president",
    ("lenín", "moreno"): "president",
    ("daniel", "ortega"): "president",
    ("juan", "santos"): "president",
    ("enrique", "peña"): "president",
    ("felipe", "calderón"): "president",
    ("alberto", "fernández"): "president",
    ("mauricio", "macri"): "president",
    ("pedro", "castillo"): "president",
    ("pedro", "sánchez"): "presidente",
    ("felipe", "gonzález"): "presidente",
    ("iván", "duque"): "president",
    ("álvaro", "uribe"): "president",
    ("guillermo", "lasso"): "president",
    ("ferdinand", "marcos"): "president",
    ("harry", "truman"): "president",
    ("tony", "blair"): "premier",
    ("naftali", "bennett"): "premier",
    ("theresa", "may"): "premier",
    ("boris", "johnson"): "premier",
    ("gordon", "brown"): "premier",
    ("david", "cameron"): "premier",
    ("liz", "truss"): "premier",
    ("john", "major"): "premier",
    ("mark", "carney"): "premier",
    ("stephen", "harper"): "premier",
    ("shinzo", "abe"): "premier",
    ("scott", "morrison"): "premier",
    ("anthony", "albanese"): "premier",
    ("malcolm", "turnbull"): "premier",
    ("donald", "tusk"): "premier",
}
HELD: Final[dict[str, tuple[str, ...]]] = {  # offices as they are called → as they are listed above
    "president": ("president",),
    "presidente": ("president", "presidente"),
    "presidenta": ("president",),
    "mandatario": ("president", "presidente"),
    "mandataria": ("president",),
    "pm": ("premier",),
    "premier": ("premier",),
    "minister": ("premier",),
    "chancellor": ("chancellor",),
    "canciller": ("chancellor",),
}


def held_office(tokens: tuple[str, ...], head: str) -> bool:
    """Say whether a person is known to all to hold or have held an office.

    Parameters
    ----------
    tokens : tuple of str
        The name, in small letters.
    head : str
        The noun of the office: president, premier, mandatario.

    Returns
    -------
    bool

    Examples
    --------
    >>> held_office(("barack", "obama"), "president"), held_office(("hillary", "clinton"), "president")
    (True, False)
    """
    offices = HELD.get(head, ())
    last = tokens[-1]
    by_name = _BY_FULL_NAME.get((tokens[0], last)) if len(tokens) > 1 else None
    if by_name is not None:
        return by_name in offices
    if last in _PRESIDENTS:
        return "president" in offices
    if last in _PREMIERS:
        return "premier" in offices
    if last in _CHANCELLORS:
        return "chancellor" in offices
    return last in _OF_SPAIN and "presidente" in offices


def holds_another(name: str, head: str) -> bool:
    """Say whether a person is known to all for another office than this one.

    Parameters
    ----------
    name : str
    head : str
        The noun of the office.

    Returns
    -------
    bool

    Examples
    --------
    >>> holds_another("Theresa May", "president"), holds_another("Ann Reed", "president")
    (True, False)
    """
    tokens = tuple(name.lower().split()) or ("",)
    return not held_office(tokens, head) and any(held_office(tokens, other) for other in HELD)
