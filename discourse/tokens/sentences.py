"""Sentence boundaries, decided on gaps: few places, each with the word before and the word after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import regex

if TYPE_CHECKING:
    from .columns import Tokens

# What a gap says by itself, once per different gap.
NONE, STOP, STRONG, GLUED, ELLIPSIS, BULLET = range(6)
_CLOSERS = r"[\"'”’»›)\]}*_]*"
_PATTERNS = (
    (BULLET, regex.compile(r"\n\s*(?:[•▪●◦‣·–—*-]|\(?\d{1,3}[.)])\s")),
    (
        STRONG,
        regex.compile(
            rf"[.!?…][.!?…]*{_CLOSERS}\s*[.]{{1,3}}\s|[.][.](?![.])\s|[!?][!?.…]*{_CLOSERS}\s|[。！？]"
        ),
    ),
    (ELLIPSIS, regex.compile(rf"(?:…|\.\s?\.\s?\.)\.?{_CLOSERS}\s")),
    (STOP, regex.compile(rf"[.]{_CLOSERS}\s")),
    (GLUED, regex.compile(rf"^[.!?]{_CLOSERS}[\"“‘«¿¡(]*$")),
)
_OPENS_SENTENCE = regex.compile(r"[.!?…\s][\"'“‘«‹(\[{¿¡—–-]*[¿¡]")  # ¿ or ¡ right after a stop

_TITLES_EN = (
    "mr mrs ms mx dr prof gen lt col sgt capt cmdr cdr adm maj brig rev hon gov sen rep pres amb st fr sr jr messrs"
    " pvt cpl det insp supt dept asst assoc sec min mt ft"
)
_TITLES_ES = (
    "sr sra srta sres dr dra dres prof profa gral gen cnel tcnel tte cap cmdte alm d da dª dña lic ing arq mons"
    " fr rvdo excmo excma ilmo ilma pdte pdta sto sta mtro mtra"
)
# Abbreviations that usually go on, but may end a sentence when a sentence opener follows.
_OTHERS_EN = (
    "vs etc inc ltd co corp bros no nos art arts vol vols p pp cf ed eds approx est fig figs jan feb mar apr jun jul"
    " aug sep sept oct nov dec mon tue wed thu fri sat sun al ca ave blvd rd calif conn fla mass penn tex va wash"
    " op cit ser ch sect para e.g i.e viz"
)
_OTHERS_ES = (
    "etc núm núms nº no art arts pág págs p pp vol vols ej aprox depto dpto tel cía av avda ap apdo cap ed eds fig"
    " figs máx mín prov ref s ss trad vid ene feb mar abr may jun jul ago sept oct nov dic op cit admón"
)
_ABBREVIATIONS = {
    "en": (frozenset(_TITLES_EN.split()), frozenset(_OTHERS_EN.split())),
    "es": (frozenset(_TITLES_ES.split()), frozenset(_OTHERS_ES.split())),
}
# Words that open a sentence far oftener than they follow an abbreviation inside one.
_OPENERS = {
    "en": frozenset(
        "the a an this that these those he she it they we you i his her its their our my your in on at by for from"
        " with to of as but and or so yet if when while although though after before since because there here however"
        " meanwhile moreover nevertheless still now then thus what who why how where which not no it's that's he's"
        " we're they're i'm there's some many most all both each every such under during between despite".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas este esta estos estas ese esa esos esas esto eso aquel aquella él ella ellos"
        " ellas yo nosotros su sus mi mis nuestro nuestra en con por para de desde al a ante bajo entre hasta según sin"
        " sobre tras pero y o si cuando aunque mientras como porque también además ahora entonces así no ni que qué"
        " quién cómo dónde hay es son fue se lo le les ya tal muchos todos cada".split()
    ),
}


def find_sentences(tokens: Tokens) -> tuple[np.ndarray, np.ndarray]:
    """Find the token each sentence begins with, and which sentences are questions.

    A sentence ends at a paragraph's end, or after . ! ? … (closing marks included) when what follows can
    open one; not after titles, initials, abbreviations and ordinals that go on, nor before a lower-case
    word. Two stops, or a stop glued to a capital, end one too (a fragment was pasted there).

    Parameters
    ----------
    tokens : Tokens
        With gaps and paragraphs.

    Returns
    -------
    (first, question) : int64 array (n_sentences + 1), bool array (n_sentences)
    """
    n = len(tokens.form)
    if n == 0:
        return np.zeros(1, dtype=np.int64), np.zeros(0, dtype=bool)
    begins = np.zeros(n, dtype=bool)
    begins[tokens.paragraph_first[:-1]] = True
    kind = _gap_kinds(tokens)[tokens.gap[:n]]
    abbreviation = _ends_with_stop(tokens)
    after_abbreviation = np.concatenate([[False], abbreviation[:-1]])
    places = np.flatnonzero((kind != NONE) | after_abbreviation)
    places = places[~begins[places]]
    begins[places[_decide(tokens, places, kind[places])]] = True
    first = np.append(np.flatnonzero(begins), n).astype(np.int64)
    return first, _questions(tokens, first)


def _decide(tokens: Tokens, places: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """Bool per place: does a sentence begin there."""
    titles, others = _ABBREVIATIONS[tokens.language]
    vocabulary = tokens.vocabulary
    capital, digit = tokens.written("capital")[places], tokens.written("digit")[places]
    opener = vocabulary.norm_flags(_OPENERS[tokens.language])[tokens.norm[places]]
    opens = _gap_opens(tokens)[tokens.gap[places]]
    can_open = capital | digit | opens
    word = places - 1
    form = tokens.form[word]
    title = vocabulary.norm_flags(titles)[tokens.norm[word]] & vocabulary.form_flags("capital")[form]
    if tokens.language == "es":
        title = vocabulary.norm_flags(titles)[tokens.norm[word]]
    other = vocabulary.norm_flags(others)[tokens.norm[word]]
    initial = _single_capitals(tokens)[form]
    enumerator = _list_numbers(tokens, word)
    inner_stop = _abbreviation_flags(tokens)[form]
    goes_on = title | ((other | initial | inner_stop) & ~(opener & capital)) | enumerator
    plain_no = vocabulary.norm_flags(("no", "nos"))[tokens.norm[word]]
    goes_on &= ~(plain_no & ~digit)  # “No.” is a word unless a number follows
    stop = (kind == STOP) & can_open & ~goes_on
    unmarked = (kind == NONE) & inner_stop & capital & opener
    strong = (kind == STRONG) & can_open
    ellipsis = (kind == ELLIPSIS) & (capital | opens)
    # “end.The” is two sentences, “Node.Js” and “3.The” are not worth the doubt
    lower_before = ~vocabulary.form_flags("capital")[form] & ~vocabulary.form_flags("digit")[form]
    glued = (kind == GLUED) & capital & lower_before & ~inner_stop & _longer_than_one(tokens)[form]
    bullet = kind == BULLET
    return stop | unmarked | strong | ellipsis | glued | bullet


def _list_numbers(tokens: Tokens, word: np.ndarray) -> np.ndarray:
    """“3.” at a line's beginning numbers what follows."""
    numeral = tokens.vocabulary.form_flags("digit")[tokens.form[word]]
    starts_line = tokens.gap_has("\n")[word] | (word == tokens.paragraph_first[tokens.paragraph[word]])
    return numeral & starts_line


def _gap_kinds(tokens: Tokens) -> np.ndarray:
    """Int8 per gap: the first of the patterns it has."""
    kinds = np.zeros(len(tokens.vocabulary.gaps), dtype=np.int8)
    for kind, pattern in reversed(_PATTERNS):
        kinds[
            tokens.vocabulary.gap_test(f"kind {kind}", lambda gap, p=pattern: p.search(gap) is not None)
        ] = kind
    return kinds


def _gap_opens(tokens: Tokens) -> np.ndarray:
    """Bool per gap: an opening mark stands after the stop."""
    return tokens.vocabulary.gap_test("opens", lambda gap: _OPENS_SENTENCE.search(gap) is not None)


def _ends_with_stop(tokens: Tokens) -> np.ndarray:
    return _abbreviation_flags(tokens)[tokens.form]


def _abbreviation_flags(tokens: Tokens) -> np.ndarray:
    """Bool per form: an abbreviation with inner stops (U.S., EE.UU.)."""
    return tokens.vocabulary.form_test("ends with a stop", lambda form: form[-1] == "." or form[1:2] == ".")


def _single_capitals(tokens: Tokens) -> np.ndarray:
    return tokens.vocabulary.form_test("one capital", lambda form: len(form) == 1 and form.isupper())


def _longer_than_one(tokens: Tokens) -> np.ndarray:
    return tokens.vocabulary.form_test("longer than one", lambda form: len(form) > 1)


def _questions(tokens: Tokens, first: np.ndarray) -> np.ndarray:
    """A sentence is a question where a question mark follows its last word, or opens it and is not closed."""
    after = tokens.vocabulary.gap_test("asks", lambda gap: "?" in gap)[tokens.gap]
    return after[first[1:]]
