"""The rules of tokens and of matching, written out plainly: slow, obvious, without arrays or automata.

The program must give the same; tests compare the two on random text and on real speeches.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

import regex

APOSTROPHES = "'’ʼ＇\x92´"
HYPHENS = "-‐‑"
INVISIBLE = "\u00ad\u200c\u200d\u2060"  # may stand inside a word, and are no part of its norm
LINE_ENDS = "\n\r\u2028\u2029\x85"
CLITIC_HOSTS = set(
    "it he she that this there here what who where when how why let one everyone everybody someone somebody"
    " nobody everything something nothing".split()
)


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    form: str
    norm: str


# Tokens ------------------------------------------------------------------------------------------------


def tokens_of(text: str) -> list[Token]:
    """All tokens of a text."""
    found, at = [], 0
    while at < len(text):
        if not begins_word(text, at):
            at += 1
            continue
        end = piece_end(text, at)
        while end < len(text) and text[end] in APOSTROPHES + HYPHENS and begins_word(text, end + 1):
            end = piece_end(text, end + 1)
        found.append(Token(at, end, text[at:end], norm_of(text[at:end])))
        at = end
    return found


@cache
def kind(char: str) -> str:
    """Upper-case letter U, other letter L, mark M, number N, anything else X."""
    for name, categories in (("U", r"\p{Lu}"), ("L", r"\p{L}"), ("M", r"\p{M}"), ("N", r"\p{N}")):
        if regex.match(categories, char):
            return name
    return "X"


def is_a(text: str, at: int, kinds: str) -> bool:
    """Does a character of one of some kinds stand at a place."""
    return at < len(text) and kind(text[at]) in kinds


def begins_word(text: str, at: int) -> bool:
    return is_a(text, at, "ULN")


def piece_end(text: str, at: int) -> int:
    """Where the piece of a word ends that begins at a place: an abbreviation, a number or a word."""
    for end_of_unit in (end_of_letter, end_of_two_capitals):
        end = abbreviation_end(text, at, end_of_unit)
        if end:
            return end
    if text.startswith("Ph.D", at) and not is_a(text, at + 4, "ULMN"):
        return at + 4 + text.startswith(".", at + 4)
    if is_a(text, at, "N"):
        while is_a(text, at, "N"):
            at += 1
            # a point or comma between digits
            if at < len(text) and text[at] in ".," and is_a(text, at + 1, "N"):
                at += 1
    return rest_end(text, at)


def rest_end(text: str, at: int) -> int:
    """Letters, marks and digits, with invisible characters between them."""
    while True:
        following = at
        while following < len(text) and text[following] in INVISIBLE:
            following += 1
        if not is_a(text, following, "ULMN"):
            return at
        at = following + 1


def end_of_letter(text: str, at: int) -> int | None:
    if not is_a(text, at, "UL"):
        return None
    at += 1
    while is_a(text, at, "M"):
        at += 1
    return at


def end_of_two_capitals(text: str, at: int) -> int | None:
    return at + 2 if is_a(text, at, "U") and is_a(text, at + 1, "U") else None


def abbreviation_end(text: str, at: int, end_of_unit) -> int | None:
    """The end of U.S., e.g., EE.UU.: units parted by stops, the last stop included."""
    ends = []
    end = end_of_unit(text, at)
    while end is not None:
        ends.append(end)
        end = end_of_unit(text, end + 1) if text.startswith(".", end) else None
    for end in reversed(ends[1:]):
        if not is_a(text, end, "ULMN"):
            return end + text.startswith(".", end)
    return None


def norm_of(form: str) -> str:
    norm = form.lower()
    for char in APOSTROPHES:
        norm = norm.replace(char, "'")
    for char in HYPHENS:
        norm = norm.replace(char, "-")
    norm = unicodedata.normalize("NFC", "".join(char for char in norm if char not in INVISIBLE))
    host = norm.removesuffix("'s")
    return norm if host in CLITIC_HOSTS else host


def gaps_of(text: str) -> list[str]:
    """What stands before each token, and after the last, with white space folded."""
    padded = f"\n\n{text}\n\n"
    places = [(0, 0), *((t.start + 2, t.end + 2) for t in tokens_of(text)), (len(padded), len(padded))]
    return [folded(padded[before[1] : after[0]]) for before, after in pairwise(places)]


def folded(gap: str) -> str:
    """Each run of white space as one space, one line end or two."""
    parts, run = [], ""
    for char in gap + "x":
        if char <= " " or regex.match(r"\s", char):
            run += char
            continue
        if run:
            lines = sum(run.replace("\r\n", "\n").count(end) for end in LINE_ENDS)
            parts.append("\n" * min(lines, 2) or " ")
        run = ""
        parts.append(char)
    return "".join(parts[:-1])


# Matching ----------------------------------------------------------------------------------------------

EDGE, BREAK = "edge", "break"


def matches_of(tokens, lexicon) -> list[tuple[int, int, int, int]]:
    """(first token, token after the last, entry, category) of all matches, in order.

    Parameters
    ----------
    tokens : discourse.tokens.Tokens
    lexicon : discourse.lexicon.Lexicon
    """
    norms = [tokens.word(i) for i in range(len(tokens))]
    forms = [tokens.vocabulary.forms[i] for i in tokens.form]
    sentence = tokens.sentence.tolist()
    broken = [parts_a_phrase(tokens.gap_text(i)) for i in range(len(tokens) + 1)]
    first_of = [i == 0 or sentence[i] != sentence[i - 1] for i in range(len(tokens))]
    text = Text(norms, forms, sentence, broken, first_of, lexicon)
    candidates = []
    for number, entry in enumerate(lexicon.entries):
        n = len(entry.words)
        for first in range(len(norms) - n + 1):
            span = range(first, first + n)
            if not all(glob_fits(w, norms[i]) for w, i in zip(entry.words, span, strict=True)):
                continue
            if any(first_of[i] or broken[i] for i in span[1:]):
                continue
            if text.stands(entry, first):
                candidates.append((first, n, number))
    taken, chosen = set(), set()
    for first, n in sorted({(f, n) for f, n, _ in candidates}, key=lambda span: (-span[1], span[0])):
        if taken.isdisjoint(range(first, first + n)):
            taken.update(range(first, first + n))
            chosen.add((first, n))
    found = []
    for first, n in sorted(chosen):
        best: dict[int, int] = {}
        for f, m, number in candidates:
            if (f, m) == (first, n):
                category = lexicon.entries[number].category
                if category not in best or specificity(lexicon, number) > specificity(
                    lexicon, best[category]
                ):
                    best[category] = number
        found += [(first, first + n, best[category], category) for category in sorted(best)]
    return found


def specificity(lexicon, number: int) -> int:
    words = lexicon.entries[number].words
    return sum(len(regex.sub(r"\\(.)|[*?]", r"\1", word)) for word in words)


def glob_fits(pattern: str, word: str) -> bool:
    """Does a pattern with * (any characters), ? (one) and \\* (an asterisk) stand for a word."""
    if not pattern:
        return not word
    if pattern[0] == "\\":
        plain = pattern[1:2] or "\\"
        return word[:1] == plain and glob_fits(pattern[2:], word[1:])
    if pattern[0] == "*":
        return any(glob_fits(pattern[1:], word[i:]) for i in range(len(word) + 1))
    return bool(word) and pattern[0] in ("?", word[0]) and glob_fits(pattern[1:], word[1:])


def parts_a_phrase(gap: str) -> bool:
    if any(char in gap for char in ",;:!?…()[]{}—–/|¿¡=<>•") or ".." in gap or "--" in gap:
        return True
    return any(before.isspace() and after.isspace() for before, dash, after in triples(gap) if dash == "-")


def triples(text: str) -> Iterator[tuple[str, str, str]]:
    yield from zip(text, text[1:], text[2:], strict=False)


@dataclass
class Text:
    """A text with the rules that say whether an entry's reading stands at a place."""

    norms: list[str]
    forms: list[str]
    sentence: list[int]
    broken: list[bool]
    first_of: list[bool]
    lexicon: object

    def stands(self, entry, first: int) -> bool:
        form = self.forms[first]
        capital, upper = form[0].isupper(), form.isupper() and sum(map(str.isalpha, form)) > 1
        if entry.case == "lower" and capital and not (self.first_of[first] and not upper):
            return False
        if (entry.case == "capital" and not capital) or (entry.case == "upper" and not upper):
            return False
        tape, place = self.tape(first, len(entry.words))
        if any(self.lies_around(p, tape, place, len(entry.words)) for p in entry.unless):
            return False
        return not entry.only or any(self.lies_around(p, tape, place, len(entry.words)) for p in entry.only)

    def tape(self, first: int, n: int) -> tuple[list[object], int]:
        """The sentence as words and marks, with edges at both ends, and where the entry's first word is."""
        own = [i for i, s in enumerate(self.sentence) if s == self.sentence[first]]
        tape: list[object] = [EDGE] * 12
        place = 0
        for i in own:
            if self.broken[i] and not self.first_of[i]:
                tape.append(BREAK)
            if i == first:
                place = len(tape)
            tape.append(i)
        return tape + [EDGE] * 12, place

    def lies_around(self, pattern: str, tape: list[object], place: int, n: int) -> bool:
        """Does a context pattern fit the tape somewhere, covering the entry."""
        parts = pattern.split()
        for lengths in product(*(range(4) if p == "**" else (1,) for p in parts)):
            flat = [p for p, length in zip(parts, lengths, strict=True) for _ in range(length)]
            if "_" in flat:
                at = flat.index("_")
                left, right = flat[:at], flat[at + 1 :]
                if self.fit(left, tape[place - len(left) : place]) and self.fit(right, tape[place + n :]):
                    return True
                continue
            for at in range(len(flat) - n + 1):
                if self.fit(flat, tape[place - at :]):
                    return True
        return False

    def fit(self, elements: list[str], tape: list[object]) -> bool:
        return all(self.fits(element, symbol) for element, symbol in zip(elements, tape, strict=False))

    def fits(self, element: str, symbol: object) -> bool:
        if element.startswith("!"):
            return symbol in (EDGE, BREAK) or not self.fits(element[1:], symbol)
        parts = element.split("|")
        if symbol == EDGE:
            return "<start>" in parts or "<end>" in parts
        if symbol == BREAK:
            return "," in parts
        return element == "**" or any(self.is_one(part, symbol) for part in parts)

    def is_one(self, part: str, token: int) -> bool:
        norm, form = self.norms[token], self.forms[token]
        if part == "#":
            return any(map(str.isdigit, form)) or norm in NUMBER_WORDS[self.lexicon.language]
        if part == "^":
            return form[0].isupper() and not self.first_of[token]
        if part in ("<start>", "<end>"):
            return False
        if part.startswith("<") and part.endswith(">"):
            return any(glob_fits(word, norm) for word in self.lexicon.sets[part[1:-1]])
        return glob_fits(part, norm)


# enough of them for the tests, which use no others
NUMBER_WORDS = {"en": {"one", "two", "ten"}, "es": {"dos", "diez", "mil"}}
