"""Past an English verb: whom it speaks to, what it judges, and the quotation in its object."""

from __future__ import annotations

from typing import Final

from . import english
from .bits import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    ED,
    FINITE,
    GERUND,
    ING,
    MANNER,
    NEGATIVE,
    NUMBER,
    OBJECT,
    OWNER,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    REQUEST,
    SEMICOLON,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TELLING,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)
from .english_circumstance import EnglishCircumstance

ACCUSE: Final = frozenset("accuse accuses accused accusing".split())
_BLAME: Final = frozenset(
    """
        blame blames blamed blaming fault faults faulted criticize criticizes criticized criticizing
        attack attacked praise praised slam slams slammed slamming blast blasts blasted blasting rip rips ripped
        ripping bash bashes bashed bashing chide chides chided chiding scold scolds scolded lambasted lambasts
        """.split()
)
_DOCUMENTS: Final = english.DOCUMENTS
_REQUIRING: Final = frozenset(
    "plan plans bill law laws contract contracts budget draft design recipe schedule rules situation".split()
)
_NO_NOUN: Final = (
    COORDINATOR
    | PREPOSITION
    | TIME
    | ADVERB
    | FINITE
    | ED
    | TO
    | RELATIVE
    | DETERMINER
    | SUBJECT
    | QUOTED
    | WH
    | THAT
)
_SMALL_WORDS: Final = PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE | ADVERB | TO
_REACH: Final = 12
_AS_NOUNS: Final = frozenset(
    "appointment election nomination selection designation reappointment role status position job tenure use".split()
)
_TAKE_AS: Final = frozenset(  # portrayed the nomination | as a power grab
    "portray describe depict characterize paint cast frame brand label view regard denounce condemn decry hail "
    "present see sell style".split()
)

_UTTER: Final = frozenset(("express", "voice", "convey"))
_ONLY_AS: Final = frozenset(("present", "see", "sell", "style"))
_ONLY_QUOTED: Final = (
    _UTTER | {"defend", "define", "classify"} | _ONLY_AS
)  # else: defended the title as a junior
_NO_CLAUSE: Final = ("beg", "contin", "end", "clos", "start", "finish", "read", "sang", "sing", "smil", "nod")
_CLAIMED: Final = frozenset(  # what may take a clause without "that"
    """
        claim claims insistence fear fears report reports belief hope hopes suggestion suggestions allegation allegations
        assertion assertions speculation rumour rumours rumor rumors complaint complaints assurance assurances
        warning warnings
    """.split()
)


class EnglishObjects(EnglishCircumstance):
    """Find addressees, and what a judgement is about."""

    def _addressee(self, k: int) -> int:
        """Past the one who is told: told | reporters | he would; told | The Associated Press | the plan."""
        if k >= self.n or self.g[k] & BREAK or self.b[k] & (THAT | QUOTED | TO):
            return k
        if self.b[k] & OBJECT:
            return k + 1
        m = k
        if self.b[m] & (DETERMINER | POSSESSIVE | NUMBER):
            m += 1
        first_capital = m < self.n and bool(self.b[m] & CAPITAL)
        several = m == k and self.b[k] & (PLURAL | CAPITAL) == PLURAL  # told reporters | his plan
        while m < self.n and m < k + 10:
            here = self.b[m]
            if m > k and (self.g[m] & (BREAK | STOP) and not (self.g[m] & STOP and self._short(m - 1))):
                return m
            if here & (QUOTED | THAT | WH | TO | FINITE) and m > k:
                return m
            if (
                m > (k if several else k + 1)
                and here & (SUBJECT | DETERMINER | POSSESSIVE)
                and not self.b[m - 1] & (PREPOSITION | COORDINATOR)
            ):
                return m
            if m > k and here & SUBJECT and not here & DETERMINER:
                return m
            if m > k and here & DETERMINER and not self.b[m - 1] & (PREPOSITION | COORDINATOR | DETERMINER):
                return m
            if (
                m > k
                and here & CAPITAL
                and not first_capital
                and self.b[m - 1] & PLURAL
                and not self.b[m - 1] & (CAPITAL | PREPOSITION | DETERMINER | COORDINATOR)
            ):
                return m
            if m > k and here & CAPITAL and self._named_subject(m):
                return m  # told the conference | Labour was ready
            if (
                m > k
                and here & (TIME | PREPOSITION | ADVERB)
                and not (here & PREPOSITION and self.w[m] == "of")
                and not (here & self.b[m - 1] & CAPITAL and self.w[m] == "today")  # USA Today
                and not (here & CAPITAL and m + 1 < self.n and self._in_press_name(m))
            ):
                return m
            m += 1
        return m

    def _named_subject(self, m: int) -> bool:
        """Say whether a name behind a common noun has a verb of its own: the conference | Labour was"""
        if self.g[m] or self.b[m - 1] & (
            CAPITAL | PREPOSITION | DETERMINER | COORDINATOR | POSSESSIVE | TIME
        ):
            return False
        e = m + 1
        while e < self.n and self.b[e] & CAPITAL and not self.g[e]:
            e += 1
        return e < self.n and bool(self.b[e] & FINITE and not self.b[e] & VERB) and not self.g[e]

    def _in_press_name(self, m: int) -> bool:
        """Say whether a day or time of day begins the name of a paper: the | Evening News, the | Sunday Times"""
        return self.b[m + 1] & (CAPITAL | TIME) == CAPITAL and not self.g[m + 1] and bool(self.b[m] & TIME)

    def _near_quote(self, k: int) -> int | None:
        """The marked span that the verb takes in, across its object: called the governor “…”."""
        for m in range(k, min(k + _REACH, self.n)):
            if self.g[m] & (SEMICOLON | COMMA) and not self.b[m] & QUOTED:
                return None
            if self.b[m] & QUOTED:
                return m
            if m > k and self.b[m] & (ING | GERUND) and self.b[m - 1] & COORDINATOR:
                return None  # holding candles and | singing “…”
            owned = self.b[m] & PAST and self.b[m - 1] & OWNER  # called Reed’s | proposed deal “…”
            if (
                self.b[m] & (FINITE | RELATIVE | WH)
                and not self.b[m] & (DETERMINER | PREPOSITION)
                and not owned
            ):
                return None
        return None

    def _far_to(self, k: int) -> int | None:
        """urged the leaders of the warring factions | to lay down their arms"""
        for m in range(k, min(k + 14, self.n)):
            if m > k and (self.g[m] & BREAK or self.b[m] & (FINITE | THAT | QUOTED)):
                return None
            if (
                self.b[m] & TO
                and m > k
                and m + 1 < self.n
                and not self.b[m + 1] & (DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PLURAL)
                and english.may_be_infinitive(self.w[m + 1])
            ):
                return m - bool(self.b[m - 1] & NEGATIVE and m - 1 > k)
        return None

    def _evaluation(self, i: int, k: int, text: str, relative: bool, opening: bool) -> list[tuple[int, int]]:
        q = self._near_quote(k)
        lemma = self.lemma.get(text, text)
        if lemma in _ONLY_QUOTED and (q is None or (lemma in _UTTER and not self._right_before(k, q))):
            return []
        if lemma in _ONLY_AS and q is not None and "as" not in self.w.listed(q - 3, q):
            return []  # saw | “Up”, presented a prize
        marker = ("of",) if text in ACCUSE else ("for", "as") if text in _BLAME else ("as",)
        if lemma in ("liken", "compare"):
            marker = ("to", "with")
        behind = 0
        for m in range(k, min(k + _REACH, self.n)):
            if m < behind:
                continue
            if self.g[m] & (SEMICOLON | COMMA) and m > k and m != behind:
                behind = self._behind_apposition(m, marker)
                if not behind:
                    break
                continue
            if q is not None and m >= q:
                break
            open_gap = m == behind or not self.g[m] & BREAK
            appointed = self.w[m] == "as" and any(self.w[p] in _AS_NOUNS for p in range(k, m))
            if appointed and lemma not in _TAKE_AS:
                break  # welcomed the appointment of Reed as envoy
            if self.w[m] == "as" and "as" in self.w.listed(m + 2, m + 4):
                break  # thanked him for work as important as this
            if self.w[m] == "for" and m + 1 < self.n and self.b[m + 1] & (TIME | NUMBER):
                continue  # attacked her for months
            if self.w[m] in marker and open_gap and (m > k or "as" in marker):
                if q is not None and q - m <= 2 and not self._noun_behind(q):
                    break
                if self.w[m] == "as" and self._conjunction(m):
                    break
                if m + 1 < self.n and self.w[m] == "as" and self.w[m + 1] in ("saying", "telling"):
                    return []  # cited her as saying: that verb is read by itself
                return [(m, self.clause_end(m, i, relative, opening))]
            if (self.b[m] & FINITE and not self.b[m] & DETERMINER) or self.w[m] in (
                "while",
                "when",
                "because",
            ):
                break
        return self._fellows(q, self.quote_parts(q, i, relative, extend=False)) if q is not None else []

    def _right_before(self, k: int, q: int) -> bool:
        """Say whether all of the object is marked: voiced a | “deep concern”; not: support for the | “Green Deal”"""
        return q == k or (q == k + 1 and bool(self.b[k] & (DETERMINER | POSSESSIVE)))

    def _fellows(self, q: int, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Add what another is called: called Hill a “coward” and his friends | “sore losers”"""
        k = parts[-1][1]
        if len(parts) > 1 or k >= self.n or self.w[k] != "and" or self.is_full(q):
            return parts
        for m in range(k + 1, min(k + 7, self.n)):
            if self.b[m] & QUOTED:
                return [*parts, (m, m + 1)] if m > k + 1 and not self.g[m] & BREAK else parts
            if self.g[m] & BREAK or self.b[m] & (FINITE | ED | THAT | TO | VERB | SUBJECT & ~DETERMINER):
                return parts
        return parts

    def _conjunction(self, k: int) -> bool:
        """Say whether "as" begins a clause of its own: mocked the ad | as audiences roared."""
        if self.w[k + 1] in ("a", "an", "one", "if"):
            return False
        for m in range(k + 1, min(k + 6, self.n)):
            if self.b[m] & (RELATIVE | WH | QUOTED | COORDINATOR | PREPOSITION | TO) or self.g[m] & BREAK:
                return False
            if self.b[m] & FINITE and m > k + 1 and not self.b[m - 1] & (DETERMINER | POSSESSIVE):
                return True
        return False

    def _why_behind(self, k: int) -> int:
        """Where a question begins behind whom it is told to; 0 if nowhere."""
        if k + 1 >= self.n or not self.b[k + 1] & (DETERMINER | POSSESSIVE | CAPITAL | PLURAL | OBJECT):
            return 0
        for m in range(k + 2, min(k + 9, self.n)):
            if self.w[m] in ("why", "how", "whether"):
                return m
            if self.b[m] & (FINITE | QUOTED | THAT) or self.g[m] & BREAK:
                return 0
        return 0

    def _noun_behind(self, q: int) -> bool:
        """Say whether a marked span stands before its noun: praised her as an | “excellent” | senator."""
        return (
            q + 1 < self.n
            and not self.is_full(q)
            and not self.g[q + 1] & (BREAK | STOP)
            and not self.b[q + 1] & _NO_NOUN
        )

    def _behind_apposition(self, k: int, marker: tuple[str, ...]) -> int:
        """Where "of" stands behind "a trial lawyer," in "accused Hill, a trial lawyer, of"; 0 if nowhere."""
        end = next((m for m in range(k + 1, min(k + 12, self.n)) if self.g[m] & BREAK), 0)
        is_apposition = end and self.g[end] & COMMA and self.w[end] in marker
        relative = self.w[k] in ("which", "who")  # described the letter, which he had not read, | as
        return end if is_apposition and (relative or not self.finite_between(k, end)) else 0

    def _requires(self, source: tuple[int, int]) -> bool:
        """Say whether something asks for it that nobody says: the plan calls for 300 new homes."""
        return any(self.w[k] in _REQUIRING for k in range(*source))

    def _is_document(self, source: tuple[int, int]) -> bool:
        return any(self.w[k] in _DOCUMENTS for k in range(*source))

    def _shares_subject(self, i: int) -> bool:
        """Say whether a verb is the second of a person's: denied it and | called for …, marched, | calling for …"""
        if self.b[i] & GERUND:
            return bool(self.g[i] & COMMA)
        v = self.verb_group(i)
        return v > 0 and bool(self.b[v - 1] & COORDINATOR)

    def _reduced_relative(self, i: int, source: tuple[int, int]) -> bool:
        """Say whether a source stands behind the noun it speaks of: a law | Reed vows | was observed."""
        a = source[0]
        if source[1] - a == 1 and a > self.begin:
            return not (
                self.g[a] & BREAK
                or self.b[a - 1] & (PREPOSITION | COORDINATOR | FINITE | ADVERB | TO | SUBORDINATOR)
            )
        return any(
            self.b[m] & (CAPITAL | DETERMINER | POSSESSIVE) and not self.b[m - 1] & (_SMALL_WORDS | CAPITAL)
            for m in range(a + 2, source[1])
        )

    def _told_something(self, bits: int, k: int) -> bool:
        """Say whether a "that" or "to" follows those who are told or asked: told | drivers that, urged | voters to."""
        wanted = TO if bits & REQUEST and not bits & TELLING else THAT | TO
        if not bits & (TELLING | REQUEST):
            return False
        for m in range(k, min(k + 6, self.n)):
            if self.g[m] & BREAK or self.b[m] & FINITE:
                return False
            if self.b[m] & wanted:
                return True
        return False

    def _told_where(self, k: int) -> bool:
        """Say whether only a name or day stands between a verb and "that": announced | on Twitter that, on Monday that"""
        that = next((m for m in range(k + 2, min(k + 5, self.n)) if self.b[m] & THAT), 0)
        return that > 0 and all(self.b[m] & (CAPITAL | TIME | NUMBER) for m in range(k + 1, that))

    def _is_said_behind(self, k: int) -> bool:
        """Say whether a report's noun is rejected in the words behind a colon: dismissed | claims that …: “…”"""
        q = self.n - 1
        return (
            self.b[k + 1] & THAT != 0 and bool(self.b[q] & QUOTED and self.g[q] & COLON) and self.is_full(q)
        )

    def _has_verb(self, k: int) -> bool:
        """Say whether a noun phrase has its verb near, before any "and": the bill | would pass."""
        for m in range(k + 1, min(k + 7, self.n)):
            if self.b[m] & FINITE:
                return True
            if self.b[m] & COORDINATOR or self.g[m] & BREAK:
                return False
        return False

    def _without_that(self, i: int, k: int, owner: bool) -> bool:
        """Say whether a clause without "that" is what a noun says: amid reports | he was out; not: the claims she made"""
        he = self.b[k] & SUBJECT and not self.b[k] & DETERMINER and k + 1 < self.n
        if not he or not self.b[k + 1] & AUXILIARY or self.w[i] not in _CLAIMED:
            return False
        return owner or (i > 0 and bool(self.b[i - 1] & PREPOSITION))

    def _only_tells_when(self, a: int, e: int) -> bool:
        """Say whether no more than the circumstances of what is attributed already stand before a parenthesis."""
        if not self.b[a] & (PREPOSITION | TIME) or self.finite_between(a, e):
            return False
        return any(known.cue[1] == a or (known.source and known.source[1] == a) for known in self.found)

    def _is_noun(self, k: int) -> bool:
        """Say whether a word alone before a parenthesis is the subject: War, according to X, is near."""
        return not self.b[k] & ~(CAPITAL | PLURAL | SUBJECT)

    def _is_in(self, k: int) -> bool:
        """Say whether a word tells where something is: heard | in | this chamber saying that; not: from a man saying that"""
        return (
            k >= self.left and bool(self.b[k] & PREPOSITION) and self.w[k] not in ("from", "by", "of", "with")
        )

    def _past_inserted(self, k: int) -> int | None:
        """warned, without evidence, | that …   told him, politely, | that …"""
        mark = self.g[k] & (COMMA | DASH)
        if not mark or not (self.b[k] & (PREPOSITION | ADVERB) or (mark & DASH and self.w[k][-2:] == "ly")):
            return None
        m = next((m for m in range(k + 1, min(k + 9, self.n)) if self.g[m] & mark), self.n)
        return m if m < self.n and self.b[m] & THAT and not self.finite_between(k, m) else None

    def _only_began(self, k: int, bits: int, text: str) -> bool:
        """Say whether no clause follows a verb of voice: began | that day; but: muttered | that he was late"""
        if bits & VERB & ~MANNER:
            return False
        return text.startswith(_NO_CLAUSE) or not self.finite_between(k + 1, min(k + 9, self.n))
