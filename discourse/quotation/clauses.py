"""Who says it, and where does what is said begin and end: the reading of one sentence, shared by both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .bits import (
    ADVERB, ASKING, AUXILIARY, BELIEF, BREAK, CAPITAL, COLON, COMMA, COORDINATOR, DASH, DETERMINER, ED, EVALUATION,
    FINITE, FIRST, GERUND, ING, MANNER, MODAL, NEGATIVE, NUMBER, OURS, PAREN, PLURAL, POSSESSIVE, PREPOSITION, PRESENT, QUOTED, RELATIVE, REQUEST,
    SEMICOLON, SPEECH, STOP, SUBJECT, SUBORDINATOR, TELLING, THAT, TIME, TO, VERB, WH,
)
from .blocks import Block

SAYING = SPEECH | TELLING | ASKING | MANNER
_ACTS = SPEECH | TELLING | ASKING | REQUEST | EVALUATION | MANNER  # what coordination may go on with
_AFTER_VERB = THAT | QUOTED | DETERMINER | POSSESSIVE | SUBJECT | PREPOSITION | TO | WH  # what may follow a verb at once


@dataclass
class Attribution:
    """One cue with its source and what it introduces, as word numbers of a block.

    Attributes
    ----------
    cue : (int, int)
        Half open.
    word : str
        The cue as the lexicon has it.
    bits : int
    source : (int, int) or None
    mode : str
        "np" (a source stands there), "same" (that of the sentence), "dropped" (left out, as Spanish may), "none".
    parts : list of (int, int)
        What is attributed; several where the cue interrupts it.
    """

    cue: tuple[int, int]
    word: str
    bits: int
    source: tuple[int, int] | None
    mode: str
    parts: list[tuple[int, int]] = field(default_factory=list)
    passive: bool = False


class Reader:
    """Read one block. The languages differ in what follows a cue: see `english_clauses`, `spanish_clauses`."""

    phrases: dict[str, list[tuple[tuple[str, ...], int]]]
    lemma: dict[str, str]
    contrast = frozenset[str]()
    report_nouns = frozenset[str]()

    def __init__(self, block: Block, full: list[bool], accept: Callable[[Attribution], bool] = lambda attribution: True) -> None:
        self.full = full  # by span: a whole sentence, or broken off for its speaker
        self.accept = accept
        self.w, self.b, self.g = block.words, block.bits, block.gaps
        self.block = block
        self.n = len(block.words)
        self.left = 0  # what stands left of it is spoken for
        self.found: list[Attribution] = []

    # -- cues -------------------------------------------------------------------------------------------------
    def cue_at(self, i: int) -> tuple[int, int, str]:
        """Give the bits, the end and the text of the cue that begins at a word (bits 0: none)."""
        word = self.w[i]
        options = self.phrases.get(word)
        if options:
            for phrase, bits in options:
                if self.w[i : i + len(phrase)] == list(phrase) and not any(
                    self.g[k] & BREAK for k in range(i + 1, i + len(phrase))
                ):
                    return bits, i + len(phrase), " ".join(phrase)
        return self.b[i], i + 1, word

    # -- noun phrases -----------------------------------------------------------------------------------------
    def verb_group(self, i: int) -> int:
        """First word of the verb group a cue ends: has repeatedly [said]."""
        k = i
        while k > self.left and not self.g[k] & BREAK and self.b[k - 1] & (AUXILIARY | ADVERB | NEGATIVE):
            if self.b[k - 1] & SUBJECT and self.b[k - 1] & AUXILIARY:
                return k - 1  # he'd, they've
            k -= 1
        return k

    def np_left(self, e: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a word."""
        k = e - 1
        both = -1
        while k >= self.left:
            bits = self.b[k]
            if bits & QUOTED:
                break
            if bits & FINITE and not (bits & ED and k + 1 < e and self._modifies(k)):
                inside = self._relative_before(k)
                if inside is not None:
                    k = inside - 1
                    continue
                if bits & SUBJECT:
                    k -= 1
                break
            if bits & ED and not bits & FINITE and k + 1 < e and self.b[k + 1] & (DETERMINER | POSSESSIVE) and not self.g[k + 1] & BREAK:
                break  # a verb with its object
            if bits & WH and not self.g[k + 1] & BREAK or bits & SUBORDINATOR and not bits & (PREPOSITION | DETERMINER | SUBJECT):
                break
            if bits & THAT and k + 1 < e and not self.b[k + 1] & VERB:
                break
            if bits & COORDINATOR:
                if self.g[k] & BREAK or self.w[k] not in ("and", "y", "e", "or", "o", "u"):
                    break
                both = k
            if self.g[k] & BREAK or self.g[k] & STOP and k > 0 and self.w[k - 1].isdigit():
                k -= 1
                break
            k -= 1
        a = k + 1
        if both >= a and a > self.left and self.b[a - 1] & FINITE and not self.g[a] & BREAK:
            a = both + 1
        elif both > a and not any(self.b[m] & (CAPITAL | DETERMINER | SUBJECT) for m in range(a, both)):
            a = both + 1
        a = self._trim(a, e)
        return (a, e) if a < e else None

    def _relative_before(self, k: int) -> int | None:
        """Where a relative clause begins that has a finite verb at a word: officials [who] have read it said."""
        for r in range(k - 1, max(k - 7, self.left), -1):
            if self.g[r + 1] & BREAK or self.b[r] & QUOTED:
                return None
            if self.w[r] in ("who", "which", "that", "que", "quienes") and r > self.left and not self.g[r] & BREAK:
                return r
            if self.b[r] & FINITE and not self.b[r] & AUXILIARY:
                return None
        return None

    def _modifies(self, k: int) -> bool:
        """A participle behind its noun: witnesses [interviewed] by phone."""
        return k > 0 and not self.b[k] & VERB and bool(self.b[k + 1] & PREPOSITION)

    def _trim(self, a: int, e: int) -> int:
        """Skip what stands before the noun phrase proper: But, On Monday, In a statement."""
        while a < e:
            bits = self.b[a]
            if bits & COORDINATOR or bits & ADVERB and not bits & (DETERMINER | SUBJECT) and not (
                a + 1 < e and (self.b[a + 1] & ED or self.w[a + 1] == "available")
            ):
                a += 1
            elif bits & SUBORDINATOR and not bits & DETERMINER and a + 1 < e:
                a += 1
            elif bits & PREPOSITION and a + 1 < e:
                a = self._after_phrase(a, e)
            elif bits & TIME and a + 1 < e and not self.b[a + 1] & PREPOSITION:
                a += 1
                while a + 1 < e and self.b[a] & (TIME | NUMBER) and not self.b[a] & DETERMINER:
                    a += 1
            else:
                return a
        return a

    def _after_phrase(self, a: int, e: int) -> int:
        """Where the noun phrase begins that follows a prepositional phrase without a comma: On Monday | Smith."""
        k = a + 1
        if k < e and self.b[k] & (DETERMINER | POSSESSIVE):
            k += 1
        k += 1
        while k < e:
            if self.b[k] & (DETERMINER | POSSESSIVE | SUBJECT) and not self.b[k - 1] & PREPOSITION:
                return k
            if self.b[k] & CAPITAL and not self.b[k] & TIME and (not self.b[k - 1] & CAPITAL or self.b[k - 1] & TIME):
                if not self.b[k - 1] & (PREPOSITION | DETERMINER):
                    return k
            if self.b[k - 1] & TIME and not self.b[k] & (TIME | PREPOSITION | NUMBER):
                return k
            k += 1
        return e - 1

    def subject(self, v: int) -> tuple[tuple[int, int] | None, bool]:
        """The subject of the verb group that begins at a word, and whether it is a relative clause's."""
        if v <= self.left:
            return None, False
        if self.b[v] & SUBJECT and self.b[v] & AUXILIARY:
            return (v, v + 1), False
        if self.g[v] & (COMMA | DASH | PAREN):
            return self._before_appositive(v), False
        if self.b[v - 1] & RELATIVE and not (self.b[v - 1] & THAT and v - 1 == self.left):
            end = v - 1
            if end <= self.left:
                return None, True
            if self.b[end - 1] & FINITE and not self.b[end - 1] & VERB:
                return None, True
            return self.np_left(end), True
        return self.np_left(v), False

    def _before_appositive(self, v: int) -> tuple[int, int] | None:
        end = v
        while True:
            c = end - 1
            while c > self.left and not self.g[c] & (COMMA | DASH | PAREN):
                c -= 1
            if c <= self.left:
                return self.np_left(end) if end != v else None
            if self.g[c] & PAREN:
                end = c
                continue
            p = c - 1  # the segment before
            while p > self.left and not self.g[p] & (COMMA | DASH | PAREN | SEMICOLON):
                p -= 1
            head = self.b[p]
            if self._opens_adverbial(p, c):
                return self.np_left(end)
            if self._bare_name(c, end):
                before = self.np_left(c)
                if before and self.b[before[0]] & (DETERMINER | POSSESSIVE) | (not self.b[c - 1] & CAPITAL):
                    return before[0], end
                if end != v:
                    return self.np_left(end)
                return self.np_left(c) if before and head & (CAPITAL | SUBJECT) else self.np_left(end)
            end = c

    def _opens_adverbial(self, p: int, c: int) -> bool:
        bits = self.b[p]
        if bits & (PREPOSITION | SUBORDINATOR | TIME) and not bits & DETERMINER:
            return True
        return (bits & (ING | ED | ADVERB | COORDINATOR) != 0 and not bits & CAPITAL) or (
            p == self.left and bits & (ING | ED | ADVERB) != 0 and c - p <= 8 and not bits & SUBJECT
        )

    def _bare_name(self, a: int, e: int) -> bool:
        return e - a <= 4 and all(self.b[k] & CAPITAL or self.w[k] in ("de", "von", "van", "al", "bin") for k in range(a, e)) \
            and not any(self.b[k] & (TIME | PREPOSITION) for k in range(a, e) if self.b[k] & CAPITAL)

    def np_right(self, s: int) -> tuple[int, int] | None:
        """The noun phrase that begins at a word (said | the minister, who …)."""
        k = s
        if k < self.n and self.b[k] & SUBJECT and not self.b[k] & DETERMINER:
            return s, s + 1
        while k < self.n:
            bits = self.b[k]
            if k > s and self.g[k] & (BREAK | STOP) and not (self.g[k] & STOP and not self.g[k] & BREAK and self._short(k - 1)):
                break
            if bits & (QUOTED | FINITE | THAT | TO) and not (k == s and bits & SUBJECT):
                break
            if bits & (GERUND | ING) and k > s and (k + 1 >= self.n or self.g[k + 1] & BREAK or self.b[k + 1] & _AFTER_VERB):
                break
            if bits & ED and k > s and k + 1 < self.n and self.b[k + 1] & PREPOSITION and not self.g[k + 1] & BREAK:
                break
            if bits & (RELATIVE | SUBORDINATOR | WH) and k > s and not bits & PREPOSITION:
                break
            if k > s and bits & TIME and not bits & CAPITAL | (bits & TIME and not self._in_name(k)):
                break
            if bits & PREPOSITION and k > s and self.w[k] not in self.links:
                break
            if bits & ADVERB and k > s and not bits & DETERMINER:
                break
            k += 1
        while k > s + 1 and self.b[k - 1] & (PREPOSITION | COORDINATOR | DETERMINER) and not self.b[k - 1] & (SUBJECT | CAPITAL):
            k -= 1
        return (s, k) if k > s else None

    links = frozenset(("of", "for", "with"))

    def _short(self, k: int) -> bool:
        """An abbreviation or initial: its stop is no break."""
        return len(self.w[k]) <= 4 and bool(self.b[k] & CAPITAL)

    def _in_name(self, k: int) -> bool:
        return False

    def first_verb(self, limit: int, start: int = 0) -> int | None:
        """The first finite verb before a word: the main verb, if no clause stands before it."""
        return next((k for k in range(start + 1, min(limit, self.n)) if self.b[k] & (FINITE | ED) and not self.b[k] & (DETERMINER | SUBJECT)), None)

    def subject_before(self, verb: int, start: int = 0) -> tuple[int, int] | None:
        """The noun phrase before a verb, from a word on (the sentence's first)."""
        left, self.left = self.left, start
        found, _ = self.subject(self.verb_group(verb))
        self.left = left
        return found

    # -- what is attributed -----------------------------------------------------------------------------------
    def finite_between(self, a: int, e: int) -> bool:
        return any(self.b[k] & FINITE for k in range(a, e))

    def clause_end(self, start: int, cue: int, relative: bool = False, opening: bool = False) -> int:
        """Where the clause that a cue introduces ends."""
        tense = self.b[cue]
        infinitive = bool(self.b[start] & TO)
        dashes = sum(bool(self.g[k] & DASH) for k in range(1, start + 1)) % 2 == 1
        gapped = relative or bool(self.b[start] & FINITE and not self.b[start] & SUBJECT)
        for k in range(start + 1, self.n):
            gap, bits, word = self.g[k], self.b[k], self.w[k]
            if gap & SEMICOLON or gap & DASH and dashes:
                return k
            if gap & COMMA:
                if gapped and bits & ING and not bits & GERUND:
                    return k
                if self.begins_source(k):
                    return k
                if word in self.contrast and self._contrasts(k):
                    return k
                if bits & GERUND and bits & (SPEECH | TELLING | ASKING) and k > start + 1:
                    return k
                if bits & DETERMINER and any(self.w[m] in self.report_nouns for m in range(k + 1, min(k + 4, self.n))):
                    return k
                if gapped and bits & FINITE and not bits & SUBJECT:
                    return k
                if opening and bits & (SUBJECT | DETERMINER | CAPITAL | POSSESSIVE | QUOTED):
                    return k
            if bits & COORDINATOR and k > start and (
                self.new_statement(k, tense, bool(gap & COMMA)) or infinitive and gap & COMMA and self._new_clause(k)
            ):
                return k
            if self.stops_here(k, start):
                return k
        return self.n

    def _contrasts(self, k: int) -> bool:
        """Say whether ", but" and its like lead back to the author; ", but that" and "while" inside a report do not."""
        after = k + 2 if self.w[k] == "even" else k + 1
        if after < self.n and self.b[after] & THAT:
            return False
        if self.w[k] == "but":
            return not any(self.b[m] & MODAL or self.w[m] in ("had", "was", "were") for m in range(after, min(after + 3, self.n)))
        if self.w[k] in self.parallel:
            return any(self.cue_at(m)[0] & VERB and self.b[m] & FINITE for m in range(after, min(after + 14, self.n)))
        return True

    parallel = frozenset(("while", "whereas", "mientras"))

    def stops_here(self, k: int, start: int) -> bool:
        return False

    def begins_source(self, k: int) -> bool:
        return self.source_phrase(k) is not None

    source_phrases: dict[str, tuple[tuple[str, ...], ...]] = {}

    def source_phrase(self, k: int) -> int | None:
        """Where the source begins if "according to" or its like stands at a word."""
        for phrase in self.source_phrases.get(self.w[k], ()):
            if self.w[k : k + len(phrase)] == list(phrase):
                return k + len(phrase)
        return None

    def new_statement(self, k: int, tense: int, comma: bool) -> bool:
        """Say whether "and"/"but" at a word begins a statement of its own: and vowed to, but Smith said."""
        m = k + 1
        while m < self.n and self.b[m] & (ADVERB | AUXILIARY) and not self.b[m] & SUBJECT:
            m += 1
        if m >= self.n:
            return False
        bits, end, _ = self.cue_at(m)
        finite = FINITE | PRESENT | (GERUND if tense & GERUND else 0)
        if bits & _ACTS and bits & finite and self.same_tense(bits, tense) and self.takes_content(end, bits):
            return True
        if not comma:
            return False
        for c in range(k + 2, min(k + 9, self.n)):
            bits, end, _ = self.cue_at(c)
            if bits & VERB and bits & (FINITE | PRESENT) and not self.b[c - 1] & (DETERMINER | POSSESSIVE):
                return self.takes_content(end, bits)
            if self.b[c] & FINITE and not self.b[c] & AUXILIARY or self.g[c] & BREAK or self.b[c] & QUOTED:
                return False
        return False

    def _new_clause(self, k: int) -> bool:
        """Say whether a subject and a finite verb follow "and": an infinitive cannot be joined with them."""
        for m in range(k + 1, min(k + 8, self.n)):
            if self.b[m] & FINITE and m > k + 1:
                return True
            if self.g[m] & BREAK and m > k + 1 or self.b[m] & (QUOTED | TO):
                return False
        return False

    def same_tense(self, one: int, other: int) -> bool:
        return True

    def takes_content(self, k: int, bits: int) -> bool:
        """Say whether something a cue can introduce stands after it."""
        if k >= self.n:
            return False
        if self.b[k] & (THAT | QUOTED) or (self.b[k] & TO and bits & REQUEST | (bits & VERB and self.b[k] & TO)):
            return True
        if self.b[k] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL | WH | PLURAL):
            return bool(bits & SAYING) or any(self.b[m] & (QUOTED | TO | THAT) for m in range(k, min(k + 8, self.n)))
        return bool(bits & EVALUATION) and any(
            self.b[m] & QUOTED or self.w[m] in ("as", "of", "for", "de") for m in range(k, min(k + 8, self.n)))

    def quote_parts(self, q: int, cue: int, relative: bool = False, extend: bool = True) -> list[tuple[int, int]]:
        """What a marked span after a cue belongs to: itself, its fellows (“a” and “b”), or the clause it begins."""
        nxt = q + 1
        if extend and nxt < self.n and not self.is_full(q) and not self.g[nxt] & (BREAK | STOP):
            bits = self.b[nxt]
            if bits & FINITE and not bits & VERB or (bits & FINITE and not bits & COORDINATOR):
                return [(q, self.clause_end(q, cue, relative))]
        parts = [(q, q + 1)]
        while nxt < self.n:
            step = nxt + 1 if self.b[nxt] & COORDINATOR and nxt + 1 < self.n else nxt
            if self.b[step] & QUOTED:
                parts.append((step, step + 1))
                nxt = step + 1
            else:
                break
        return parts

    def is_full(self, q: int) -> bool:
        """Say whether a marked span is a whole sentence or breaks off for its speaker."""
        span = self.block.quote[q]
        return span >= 0 and self.full[span]

    def later_quote(self, k: int) -> int | None:
        """The marked span that goes on after a parenthesis: “…,” said X, a lawyer, “…”."""
        for m in range(k, self.n):
            if self.b[m] & QUOTED:
                return m if self.g[m] & (COMMA | COLON | DASH) else None
            bits, end, _ = self.cue_at(m)
            if bits & VERB and bits & FINITE and m > k and not self._inside_relative(m):
                return None
        return None

    def _inside_relative(self, m: int) -> bool:
        return any(self.b[p] & RELATIVE for p in range(max(m - 3, 0), m))

    # -- parenthetical cues -----------------------------------------------------------------------------------
    def left_content(self, e: int) -> tuple[int, int] | None:
        """What stands before a parenthetical source or cue, without the connector to what came earlier."""
        a = self._after_dateline() if self.left == 0 else self.left
        for k in range(e - 1, a, -1):
            if self.g[k] & (SEMICOLON | COLON) and not self.b[k] & QUOTED:
                if any(self.b[m] & (FINITE | QUOTED) for m in range(k, e)):
                    a = k
                break
        if a > 0 and a < e and self.b[a] & COORDINATOR:
            a += 1
        return (a, e) if a < e else None

    def _after_dateline(self) -> int:
        """Past "WASHINGTON —" and "MADRID.-"."""
        for k in range(1, min(8, self.n)):
            if self.g[k] & DASH and not self.b[k] & QUOTED:
                return k
            if not self.b[k] & CAPITAL and not self.b[k] & PREPOSITION:
                return 0
        return 0

    def tail_is_adverbial(self, k: int) -> bool:
        """Say whether only time, place and circumstance follow: … on Tuesday, in a statement, as he left."""
        if k >= self.n:
            return True
        bits = self.b[k]
        if not bits & (PREPOSITION | TIME | ADVERB | SUBORDINATOR | TO) and not (bits & DETERMINER and k + 1 < self.n and self.b[k + 1] & TIME):
            return False
        free = bool(bits & SUBORDINATOR and not bits & TIME)
        for m in range(k, self.n):
            if self.b[m] & QUOTED:
                return False
            if self.b[m] & (RELATIVE | SUBORDINATOR | ING) and m > k and not self.b[m] & PREPOSITION:
                free = True
            if self.b[m] & THAT and not free:
                return False
            if self.b[m] & FINITE and not free:
                return False
            if self.b[m] & SUBJECT and self.w[m] not in ("this", "that", "these", "those", "one") and not free:
                return False
        return True

    def add(self, attribution: Attribution) -> None:
        attribution.parts = [(a, e) for a, e in attribution.parts if a < e]
        if attribution.source is None and any(self.b[k] & FIRST for k in range(attribution.cue[0])):
            return  # I feel justified in saying that
        if attribution.parts and self.accept(attribution):
            self.found.append(attribution)
            self.left = max(self.left, attribution.cue[1], *(e for _, e in attribution.parts))
            if attribution.source:
                self.left = max(self.left, attribution.source[1])

    def is_author(self, source: tuple[int, int] | None) -> bool:
        """The author of a text is its narrator: what he says of himself is no quotation."""
        return source is not None and (
            bool(self.b[source[1] - 1] & FIRST or self.b[source[0]] & FIRST or self.b[source[0]] & OURS)
            or (source[1] - source[0] == 1 and (self.w[source[0]] == "you" or self.w[source[0]] == "one" and bool(self.b[source[1]] & MODAL)))
        )
