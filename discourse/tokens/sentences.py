"""Sentence boundaries, decided on gaps: few places, each with the word before and the word after."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import regex

from .abbreviations import ABBREVIATIONS
from .growing import Growing

if TYPE_CHECKING:
    from .columns import Tokens
    from .vocabulary import Vocabulary

# What a gap says by itself, once per different gap.
NONE, BARE, STOP, STRONG, ALWAYS, ELLIPSIS, GLUED, DASHED, LINE = range(9)
_CLOSERS = r"[\"'”’»›)\]}*_]*"
_OPENERS = r"[\"“‘«‹„'(\[{*_]*"
_PATTERNS = (  # the first that is found counts
    (ALWAYS, regex.compile(r"[。！？｡]|\n\s*[•▪●◦‣·]\s")),
    (
        STRONG,
        regex.compile(
            rf"[.!?…]{_CLOSERS}\s+\.{{1,3}}\s"  # a stop standing alone after a stop
            rf"|(?<!\.)\.\.(?!\.){_CLOSERS}\s"  # two stops
            rf"|[!?؟।][!?.…]*{_CLOSERS}\s"
        ),
    ),
    (ELLIPSIS, regex.compile(rf"(?:…|\.\s?\.\s?\.)[.\s]*{_CLOSERS}\s")),
    (STOP, regex.compile(rf"[.۔]{_CLOSERS}\s")),
    (GLUED, regex.compile(rf"^[.!?]{{1,2}}{_CLOSERS}[—–]?[¿¡]*{_OPENERS}$")),
    (DASHED, regex.compile(r"\n\s*[-–—*]")),
    (LINE, regex.compile(r"[:;]\s*\n")),
    (BARE, regex.compile(rf"^{_CLOSERS}\s{_OPENERS}[¿¡]?{_OPENERS}$")),
)
# an editor's mark inside a sentence, which ends nothing: [...], (!), (?)
_EDITORIAL = regex.compile(r"\[\s*(?:…|[.!?]{1,3})\s*\]|\(\s*(?:…|[.!?]{1,3})\s*\)")
_OPENS = regex.compile(rf"(?:^|[.!?…\s]){_OPENERS}[—–-]?[¿¡]")  # ¿ or ¡ where a sentence may begin
_ITEM_BEFORE = regex.compile(r"[.:;,!?…]\s*\n|\n\n")
_ITEM_AFTER = regex.compile(r"^[.)]")
_ASKS = regex.compile(r"^[^\n]*[?؟]")  # past a line end a mark belongs to what follows
_QUOTED = regex.compile(r"[!?…]\s*[\"”»’'](?!\.)")  # “Why?” Ana asked; not «¿Quién?». Nadie

# What a word form says by itself, once per form.
CAPITAL, UPRIGHT, DIGIT, NUMBER, STOPPED, INITIAL, PRONOUN_I, ENUMERATOR, LONG = (1 << i for i in range(9))
TITLE, NEVER_LAST, BEFORE_NUMBER, OTHER, OPENER, REPORTING = (1 << i for i in range(9, 15))
_ROMAN = regex.compile(r"I[IVX]+|[VXLC][IVXLC]*")  # “I” alone is more often a pronoun
_DOUBLED = regex.compile(r"(?![IX])(\p{Lu})\1")  # EE. UU.
_ENUMERATOR = regex.compile(r"\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|\p{L}|\d{1,2}\p{Ll}")


def find_sentences(tokens: Tokens) -> np.ndarray:
    """Find the token each sentence begins with.

    A sentence ends at a paragraph's end, or after . ! ? … (closing marks included) when what follows can
    open one; not after titles, initials, abbreviations and ordinals that go on, nor before a lower-case
    word. Two stops, or a stop glued to a capital, end one too (a fragment was pasted there). The items of
    a list are sentences.

    Parameters
    ----------
    tokens : Tokens
        With gaps and paragraphs.

    Returns
    -------
    int64 array, one element per sentence and the number of tokens at the end
    """
    n = len(tokens)
    if n == 0:
        return np.zeros(1, dtype=np.int64)
    kinds, codes = _gap_kinds(tokens.vocabulary), _word_codes(tokens.vocabulary, tokens.language)
    last = (codes & STOPPED != 0).take(tokens.form)  # bool per token: may it be the last of a sentence
    kind = kinds[tokens.gap[tokens.marked]]
    last[tokens.marked[kind > BARE] - 1] = True
    glued = tokens.marked[kind == GLUED]
    last[glued[codes[tokens.form[glued]] & DIGIT != 0]] = True  # the number of a footnote
    last[tokens.paragraph_first[1:] - 1] = False
    places = np.flatnonzero(last) + 1
    begins = np.zeros(n, dtype=bool)
    begins[tokens.paragraph_first[:-1]] = True
    begins[places[_decide(tokens, places, kinds, codes)]] = True
    return np.append(np.flatnonzero(begins), n).astype(np.int64)


def _decide(tokens: Tokens, places: np.ndarray, kinds: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Bool per place: does a sentence begin there."""
    vocabulary = tokens.vocabulary
    gap = tokens.gap[places]
    kind = kinds[gap]
    before, after = codes[tokens.form[places - 1]], codes[tokens.form[places]]
    opens = vocabulary.gap_test("opens a sentence", lambda gap: _OPENS.search(gap) is not None)[gap]
    capital, digit = after & CAPITAL != 0, after & DIGIT != 0
    can_open = (after & UPRIGHT != 0) | opens
    opener = capital & (after & OPENER != 0) | opens
    goes_on = before & (TITLE | NEVER_LAST) != 0
    goes_on |= (before & BEFORE_NUMBER != 0) & (after & NUMBER != 0)
    goes_on |= (before & (OTHER | STOPPED | INITIAL) != 0) & ~opener
    goes_on |= (before & PRONOUN_I != 0) & (after & (INITIAL | PRONOUN_I) != 0)
    x = vocabulary.form_test("X", lambda form: form == "X")[tokens.form[places - 1]]
    goes_on &= ~(
        x & (codes[tokens.form[np.maximum(places - 2, 0)]] & CAPITAL == 0)
    )  # on X. Reed; not: Malcolm X. Reed
    goes_on &= vocabulary.gap_test("stop at the word", lambda gap: gap[:1] == ".")[gap]
    begins = (kind == STOP) & can_open & ~goes_on
    begins |= (kind == BARE) & (before & STOPPED != 0) & (before & (TITLE | NEVER_LAST) == 0) & opener
    begins |= (kind == STRONG) & can_open
    begins |= kind == ALWAYS
    begins |= (kind == ELLIPSIS) & capital  # Pero... ¿quién?
    begins |= (kind == BARE) & capital & _footnote(tokens, places - 1, kinds, codes)
    # “end.The” is two sentences; “Node.Js” and “3.The” are not worth the doubt
    lower_before = before & (CAPITAL | DIGIT) == 0
    glued = (kind == GLUED) & capital & (before & (LONG | STOPPED) == LONG)
    begins |= glued & (opener | lower_before & (after & LONG != 0))
    begins |= _dashed_items(tokens, places, kind == DASHED, capital | digit)
    numbered = vocabulary.gap_test("after a number", lambda gap: _ITEM_AFTER.match(gap) is not None)
    begins |= (kind == LINE) & (after & ENUMERATOR != 0) & numbered[tokens.gap[places + 1]]
    quoted = vocabulary.gap_test("quoted", lambda gap: _QUOTED.search(gap) is not None)[gap]
    doubtful = np.flatnonzero(begins & quoted & capital & ~opener)
    begins[doubtful[_credits(tokens, places[doubtful], kinds, codes)]] = False
    begins[_numbers_an_item(tokens, places, begins, before)] = False
    return begins


def _numbers_an_item(
    tokens: Tokens, places: np.ndarray, begins: np.ndarray, before: np.ndarray
) -> np.ndarray:
    """Bool per place: is the word before it a number (or letter) that numbers what follows (“3. Peace”)."""
    word = places - 1
    begins_sentence = np.append(False, begins[:-1] & (places[:-1] == word[1:]))
    at_line = tokens.vocabulary.gap_flags("\n")[tokens.gap[word]]
    numeral = before & DIGIT != 0
    begins_item = tokens.paragraph_start[word] | (begins_sentence & (numeral | at_line))
    return (before & ENUMERATOR != 0) & begins_item


def _dashed_items(tokens: Tokens, places: np.ndarray, dashed: np.ndarray, sure: np.ndarray) -> np.ndarray:
    """Bool per place: does an item of a list begin there, after a dash that begins a line.

    A dash may also stand at a line's beginning by chance: the first item follows a pause or begins with a
    capital, and the others follow it in its paragraph.
    """
    items = np.zeros(len(places), dtype=bool)
    at = np.flatnonzero(dashed)
    if len(at):
        pause = tokens.vocabulary.gap_test("before an item", lambda gap: _ITEM_BEFORE.search(gap) is not None)
        sure = sure[at] | pause[tokens.gap[places[at]]]
        paragraph = np.searchsorted(tokens.paragraph_first, places[at], side="right")
        items[at] = np.maximum.accumulate(np.where(sure, paragraph, 0)) == paragraph
    return items


def _footnote(tokens: Tokens, number: np.ndarray, kinds: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Bool per word: is it the number of a note, glued to the stop of a sentence (“It ended.3 Nobody …”)."""
    own, word = codes[tokens.form[number]], codes[tokens.form[np.maximum(number - 1, 0)]]
    glued = (number > 0) & (kinds[tokens.gap[number]] == GLUED)
    ordinary = word & (CAPITAL | DIGIT | BEFORE_NUMBER | TITLE | NEVER_LAST | LONG) == LONG
    return glued & ordinary & (own & DIGIT != 0) & (own & ENUMERATOR != 0)


def _credits(tokens: Tokens, places: np.ndarray, kinds: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Bool per place: does a name and a verb of saying follow (“Why?” Ana Ruiz asked.)."""
    found, names = np.zeros(len(places), dtype=bool), np.ones(len(places), dtype=bool)
    for step in (1, 2, 3):
        at = np.minimum(places + step, len(tokens) - 1)
        names &= (codes[tokens.form[at - 1]] & CAPITAL != 0) & (kinds[tokens.gap[at]] == BARE)
        found |= names & (codes[tokens.form[at]] & REPORTING != 0)
    return found


def _gap_kinds(vocabulary: Vocabulary) -> np.ndarray:
    """Int8 per gap: the first of the patterns it has."""
    kinds: Growing = vocabulary.companions.setdefault("sentence gaps", Growing(np.int8))
    kinds.extend([_gap_kind(_EDITORIAL.sub("", gap)) for gap in vocabulary.gaps[len(kinds) :]])
    return kinds.values


def _gap_kind(gap: str) -> int:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(gap)), NONE)


def _word_codes(vocabulary: Vocabulary, language: str) -> np.ndarray:
    """Int16 per form: what it says by itself, and what the lists say of it."""
    codes: Growing = vocabulary.companions.setdefault(("sentence words", language), Growing(np.int16))
    seen = len(codes)
    if seen < len(vocabulary.forms):
        # most words are a few small letters
        own = np.array(
            [
                LONG if form.islower() and form.isalpha() and len(form) > 1 else _code(form)
                for form in vocabulary.forms[seen:]
            ],
            dtype=np.int16,
        )
        norm = vocabulary.norm_of[seen:]
        small, capital = (listed[norm] for listed in _norm_codes(vocabulary, language))
        codes.extend(own | np.where(own & CAPITAL != 0, capital, small))
    return codes.values


def _norm_codes(vocabulary: Vocabulary, language: str) -> tuple[np.ndarray, np.ndarray]:
    """Int16 per norm: what the lists say of it, written small and written with a capital."""
    columns: tuple[Growing, Growing] = vocabulary.companions.setdefault(
        ("sentence norms", language), (Growing(np.int16), Growing(np.int16))
    )
    new = vocabulary.new_norms(len(columns[0]))
    for column, own in zip(columns, _listed(language), strict=True):
        codes = np.zeros(len(new.words), dtype=np.int16)
        for norm, code in own.items():
            if norm in new.place:
                codes[new.place[norm]] = code
        column.extend(codes)
    return columns[0].values, columns[1].values


def _code(form: str) -> int:
    if form.isalpha() and form[0].isupper() and form[1:].islower():
        return LONG | CAPITAL | UPRIGHT
    first, digit = form[0], any(map(str.isdigit, form))
    code = CAPITAL * first.isupper() | UPRIGHT * (not first.islower()) | LONG * (len(form) > 1)
    code |= DIGIT * digit | NUMBER * (digit or bool(_ROMAN.fullmatch(form)))
    if form == "I":
        code |= PRONOUN_I
    elif (len(form) == 1 and first.isupper()) or _DOUBLED.fullmatch(form):
        code |= INITIAL
    if len(form) <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(form):
        code |= ENUMERATOR
    return code | STOPPED * form.endswith(".")


_LONGEST_ENUMERATOR = 11


@lru_cache(maxsize=2)
def _listed(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Norm → what the lists say of it, written small and written with a capital."""
    lists = ABBREVIATIONS[language]
    small: dict[str, int] = {}
    capital: dict[str, int] = {}
    for code, words, words_with_capital in (
        (TITLE, lists.titles, lists.capital_titles),
        (NEVER_LAST, lists.never_last, frozenset()),
        (BEFORE_NUMBER, lists.before_numbers, lists.capital_before_numbers),
        (OTHER, lists.others, lists.capital_others),
        (OPENER, lists.openers, frozenset()),
        (REPORTING, lists.reporting, frozenset()),
    ):
        for word in words:
            small[word] = small.get(word, 0) | code
        for word in words | words_with_capital:
            capital[word] = capital.get(word, 0) | code
    return small, capital


def find_questions(tokens: Tokens) -> np.ndarray:
    """Say which sentences ask something: a question mark stands in them or follows their last word.

    Parameters
    ----------
    tokens : Tokens
        With gaps and sentences.

    Returns
    -------
    bool array, one element per sentence
    """
    asking = tokens.vocabulary.gap_test("asks", lambda gap: _ASKS.search(gap) is not None)[tokens.gap]
    # a mark before a sentence's first word belongs to the sentence before
    after_word = np.cumsum(asking[1:])
    before = np.concatenate([[0], after_word])
    first = tokens.sentence_first
    return before[first[1:]] > before[first[:-1]]
