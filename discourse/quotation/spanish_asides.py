"""Spanish verbs of saying beside what is said: «…», dijo X; …, informó el ministerio; «…», X dijo."""

from __future__ import annotations

from typing import Final

from . import spanish
from .attribution import Attribution
from .bits import (
    ADVERB,
    BE,
    BELIEF,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    EVIDENCE,
    FINITE,
    GERUND,
    HAVE,
    LEMMA,
    OBJECT,
    PAREN,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    REQUEST,
    SHOUTED,
    SPEECH,
    STOP,
    SUBORDINATOR,
    TELLING,
    THAT,
    TIME,
    VERB,
)
from .roles_es import SPANISH
from .spanish_subjects import SpanishSubjects
from .statements import SAYING

UNNAMED: Final = frozenset(
    """
        anonimato identificado identificada identificados identificadas identificarse nombrado nombrada nombrados
        nombradas citado citada citados citadas identifique identifiquen nombre nombren
        """.split()
)
_OPENS: Final = ADVERB | PREPOSITION | COORDINATOR


class SpanishAsides(SpanishSubjects):
    """Read verbs that stand behind or inside what they report."""

    def _final_parenthesis(self) -> None:
        """…, dijo X ayer. …, según X. …, informó este lunes el ministerio."""
        backwards = range(self.n - 1, -1, -1) if self.block.spans else ()
        quoted = next((k for k in backwards if self.b[k] & QUOTED), -1)
        for i in reversed(self.block.places):
            bits = self.b[i]
            if i < quoted or i < 2:
                return
            if self.g[i] & COMMA and self.source_phrase(i) is not None and self.w[i] in ("según", "de"):
                after = self.source_phrase(i)
                left = None if self.b[i - 1] & THAT else self.left_content(i)  # but: dijo que, según …, …
                if after and left and self.finite_between(*left) and not self._quoted_before(i):
                    np, cue_end, text = self._source_np(i, after)
                    more = np is not None and np[1] < self.n and self._goes_on_behind(left, i, np[1])
                    if np and not more and not self._finite_behind_comma(np[1]):
                        self.add(Attribution((i, cue_end), text, SPEECH, np, "np", [left]))
                return
            v = self.verb_group(i)
            if not bits & SPEECH or not self._is_finite(v, i) or self._wished(v, i):
                continue
            that = next((k for k in range(i + 1, self.n) if self.b[k] & THAT), -1)
            if not self.g[v] & COMMA or (that > 0 and not self._unnamed_behind(that)):
                return
            left = self.left_content(v)
            if left is None or not self.finite_between(*left) or self._quoted_before(v):
                return
            rest = self._past_opener(*left)
            if self.b[rest] & SUBORDINATOR and not self._commas(rest, left[1]):
                return  # Pero cuando Ruiz insistió, | contestó con cautela
            np = self._subject_right(i + 1, self.n)
            if np is not None and (self._is_object(v, i, np) or self._undergoes(v, i, np)):
                return
            if np is None and i + 1 < self.n and not self.tail_is_adverbial(i + 1):
                return
            if self.b[v - 1] & THAT and np is not None and np[1] < self.n:
                return  # Hay que, insistió Ruiz, negociar
            self.add(Attribution((v, i + 1), self.w[i], bits, np, "np" if np else "dropped", [left]))
            return

    def _finite_behind_comma(self, k: int) -> bool:
        return any(self.b[m] & FINITE and self.g[m] & COMMA for m in range(k, self.n))

    def _past_opener(self, a: int, e: int) -> int:
        """Where a sentence goes on behind a word or two that open it: Sin embargo, | cuando Ruiz insistió"""
        k = next((m for m in range(a + 1, min(a + 4, e)) if self.g[m] & COMMA), a)
        named = any(self.b[m] & (FINITE | CAPITAL) for m in range(a + 1, k))
        return k if k > a and not named and (self.w[a] in spanish.OPENERS or self.b[a] & _OPENS) else a

    def _is_finite(self, v: int, i: int) -> bool:
        """dijo, ha dicho; not the participle alone."""
        return bool(self.b[i] & FINITE) or any(self.b[k] & HAVE for k in range(v, i))

    def _unnamed_behind(self, k: int) -> bool:
        """Say whether a relative clause only tells that somebody would not be named: que pidió el anonimato"""
        return any(self.w[m] in UNNAMED for m in range(k + 1, min(k + 8, self.n)))

    def _with_whom(self, i: int) -> tuple[int, int] | None:
        """Whose a gerund is behind *con*: con | diputados | asegurando que"""
        if self.g[i] & BREAK:
            return None  # se reunió con diputados, | asegurando que
        for m in range(i - 2, max(i - 8, self.left - 1), -1):
            if self.w[m] == "con":
                source = (m + 1, i)
                people = self._may_tell(source)
                return source if people or self.w[i - 1].isdigit() else None
            if self.g[m + 1] & BREAK or self.b[m] & (FINITE | QUOTED | THAT):
                return None
        return None

    def _as_said(self, i: int, bits: int, end: int, text: str) -> bool:
        """Como señala X, …   …, tal y como ha explicado X"""
        v = self.verb_group(i)
        v -= bool(v and self.b[v - 1] & OBJECT and self.w[v - 1] != "como")  # como | nos | dijo
        if bits & (LEMMA | GERUND) and v > self.left and self.w[v - 1] != "como":
            v = self._chained(i, True)  # como volvió a | decir Ana Ruiz
        if v <= self.left or self.w[v - 1] != "como" or not bits & (SAYING | EVIDENCE) or end >= self.n:
            return False
        b = v - 1
        before = self.w.listed(max(b - 2, 0), b)
        b -= 1 if before[-1:] == ["tal"] else 2 if before == ["tal", "y"] else 0
        opens = b <= self.left or bool(self.g[b] & (COMMA | DASH | PAREN))
        if not opens or self.b[end] & (THAT | QUOTED) or (b and self.b[b - 1] & QUOTED):
            return False
        source = self._past_day(self._subject_right(end, self.n))
        if source is None or self.is_author(source):
            return False
        if not self._may_tell(source):
            return False
        k = source[1]
        while k < self.n and not self.g[k] & (COMMA | COLON | DASH | PAREN):
            if self.b[k] & (QUOTED | THAT | FINITE):
                return False  # como dijo el alcalde que haría
            k += 1
        joined = b > self.left and self.b[b - 1] & (RELATIVE | SUBORDINATOR | COORDINATOR)
        left = self.left_content(b) if b > self.left and not joined else None
        parts = [left] if left is not None else []
        k = self._past_appositive(self._past_name(k) if k == source[1] else k) if k < self.n else k
        if k < self.n and (left is None or self._goes_on_behind(left, b, k)):
            parts.append((k, self.clause_end(k, i)))
        self.add(Attribution((v, end), f"como {text}", bits, source, "np", parts))
        return bool(parts)

    def _beside_quote(self, i: int, v: int, bits: int, end: int, text: str) -> bool:
        """«…», dijo X.   …, explicó, …   «…», X dijo."""
        if not bits & (SAYING | BELIEF | REQUEST):
            return False
        chained = not bits & FINITE and not self._is_finite(v, i)
        if chained:
            v = self._chained(i)
            if v == i:
                return False
        if self._wished(v, i):
            return False
        if v > self.left + 1 and self.w[v - 1] == "como" and self.g[v - 1] & COMMA and self.b[v - 2] & QUOTED:
            v -= 1  # «…», | como | explicaba su directora
        after_quote = v > self.left and bool(self.b[v - 1] & QUOTED)
        behind = self._subject_right(end, self.n) if end < self.n else (end, end)
        ends = (v == i or bool(self.b[v] & HAVE)) and behind is not None and behind[1] >= self.n
        loose = bits & SPEECH and (ends or self.is_full(v - 1) or self._told_behind(v, behind))
        if after_quote and not self.g[v] & (COMMA | DASH) and not loose:
            return False
        comma = bool(self.g[v] & (COMMA | DASH)) and v > self.left
        if not after_quote and not comma:
            return self._subject_before_verb(v, bits, end, text)
        if end < self.n and self.b[end] & (THAT | QUOTED) and not self.g[end] & (BREAK | DASH):
            return False
        source = self.np_right(end) if text.endswith(" en") else self._subject_right(end, self.n)
        if source is None and after_quote and self.g[v] & (COMMA | DASH):
            source = self._behind_circumstances(end)
        told = source is not None and not text.endswith(" en")
        if told and source and (self._is_object(v, i, source) or self._undergoes(v, i, source)):
            if not after_quote or not self.g[v] & COMMA or self._undergoes(v, i, source):
                return False
            source, told = None, False  # «…», dijo al salir pasadas | las once
        if told and source and self._is_topic(source) and not (after_quote and self.is_full(v - 1)):
            return False  # …, rechazó | una propuesta de Luis Gil; la ley «…» reafirmó | el compromiso
        k = source[1] if source else end
        if chained and not source and not after_quote:
            return False  # El ministro, que iba en coche, quiso decir algo
        if not after_quote:
            before = self.left_content(v)
            if source and before is not None and not self.finite_between(*before):
                k = self._past_when(k)  # el plan, dijo Ruiz el lunes|, es malo
            if k < self.n and self.g[k] & COLON and (source is None or not self._told(source)):
                return False  # Ruiz, por su parte, aseguró: «…»
            closed = k >= self.n or bool(self.g[k] & BREAK) or self.tail_is_adverbial(k)
            whole_left = self.left_content(v)
            unnamed = (  # …, indicó un diplomático | que pidió el anonimato
                k < self.n
                and bool(self.b[k] & THAT)
                and self._unnamed_behind(k)
                and whole_left is not None
                and self.finite_between(*whole_left)
            )
            if (
                not (closed or unnamed)
                or not bits & SPEECH
                or (
                    not unnamed
                    and any(self.b[m] & THAT for m in range(end, min(end + 14, self.n)))
                    and not (k < self.n and self.g[k] & BREAK and k <= end + 6)
                )
            ):
                return False
        left = self.left_content(v)
        if left is None:
            return False
        parts = [left]
        whole = self.finite_between(*left) or any(self.b[m] & QUOTED for m in range(*left))
        hangs = whole and not after_quote and bool(self.b[left[1] - 1] & (THAT | PREPOSITION))
        whole = whole and not hangs  # Hay que, insistió Ruiz, | negociar
        go_on = self.later_quote(k)
        if go_on is not None:
            if after_quote and go_on == k and self.g[go_on] & DASH:
                parts = [(v - 1, v)]  # …, porque | «lo que hay que hacer | —añadió— es crecer»
            parts += self.quote_parts(go_on, i)
        elif not whole:
            m = k
            while m < self.n and not self.g[m] & (COMMA | DASH):
                m += 1
            if source is not None and self.b[source[0]] & SHOUTED and self._says_behind(m):
                self.left = source[1]  # De su lado, narra EFE, | Ruiz sostuvo que
                return True
            goes_on = self.finite_between(m, self.n) or (hangs and self._infinitive(m))
            if m >= self.n or m > k + 5 or not goes_on:
                return False
            parts.append((m, self.clause_end(m, i)))
        rest = self._past_opener(*left)
        if (
            not after_quote
            and not whole
            and self._commas(rest, left[1])
            and self._person_first(rest, left[1])
        ):
            return False  # La ministra, Ana Gil, dijo ayer …
        if (
            not after_quote
            and self._opens_adverbial(rest, left[1])
            and whole
            and go_on is None
            and not self._commas(rest, left[1])
        ):
            return False
        if source and self.is_author(source):
            return True
        if not source and self.w[v] == "se" and i - v == 1 and end + 1 < self.n and self.w[end] == "en":
            np_ = self.np_right(end + 1)  # «…», se lee en | el informe
            if np_ and any(self.w[k] in SPANISH.documents for k in range(*np_)):
                source = np_
        asked = not source and self.w[v] == "se" and i - v > 1  # se le preguntó
        self.add(
            Attribution(
                (v, end), text, bits, source, "np" if source else "none" if asked else "dropped", parts
            )
        )
        return True

    def _told_behind(self, v: int, np: tuple[int, int] | None) -> bool:
        """Say whether who spoke is told behind the words a sentence begins with: «…» dijo Ruiz, «…» dijo Ruiz en Lugo"""
        if v != 1 or np is None or np[1] >= self.n or not self._told(np):
            return False
        bits = self.b[np[1]]
        return bool(self.g[np[1]] & COMMA or bits & (PREPOSITION | TIME) or self.w[np[1]] == "quien")

    def _says_behind(self, k: int) -> bool:
        """Say whether somebody else says something in what follows."""
        for m in range(k, self.n - 1):
            bits, end, _ = self.cue_at(m)
            if bits & VERB and bits & SPEECH and self.b[m] & FINITE and end < self.n:
                return bool(self.b[end] & (THAT | QUOTED))
        return False

    def _subject_before_verb(self, v: int, bits: int, end: int, text: str) -> bool:
        """«…», el ministro dijo."""
        source, _ = self._subject_left(v)
        if (
            source is None
            or source[0] <= self.left
            or not self.b[source[0] - 1] & QUOTED
            or not self.g[source[0]] & COMMA
        ):
            return False
        left = self.left_content(source[0])
        closed = end >= self.n or self.g[end] & (BREAK | STOP) or self.tail_is_adverbial(end)
        if left is None or not closed or any(self.b[m] & THAT for m in range(end, min(end + 8, self.n))):
            return False
        self.add(Attribution((v, end), text, bits, source, "np", [left]))
        return True

    def _told_by(self, v: int, i: int, bits: int, end: int, text: str) -> bool:
        """fue advertido el lunes por | Ana Ruiz | de que …, se ha denunciado por parte de | los vecinos | que …"""
        passive = any(b & BE for b in self.b.listed(v, i)) or "se" in self.w.listed(v, i)
        if not passive or not bits & (SPEECH | TELLING):
            return False
        by = next(
            (k for k in range(end, min(end + 5, self.n)) if self.w[k] == "por" or self.g[k] & BREAK), -1
        )
        if by < 0 or self.w[by] != "por" or by + 1 >= self.n:
            return False
        np = self.np_right(by + 3 if self.w[by + 1] == "parte" else by + 1)
        if np is None or np[1] >= self.n or self.g[np[1]] & BREAK:
            return False
        inner = next(
            (m for m in range(np[0] + 1, np[1]) if self.w[m] == "de" and self.b[m + 1] & THAT), np[1]
        )
        k = inner + (self.w[inner] == "de")
        if k >= self.n or not self.b[k] & THAT or self.is_author((np[0], inner)):
            return False
        if k == inner and v > self.left:
            return False  # La subasta será comunicada por la comisión | que la vigila
        part = k, self.clause_end(k, i)
        self.add(Attribution((v, end), text, bits, (np[0], inner), "np", [part], True))
        return True

    def _what_was_said(self, v: int, i: int, bits: int, end: int, text: str) -> bool:
        """Lo que dijo | Ana Ruiz | es que …, Lo único que | Ana Ruiz | ha dicho es: «…»"""
        begins = self.left + 1 if self.w[self.left] == "lo" else self.n
        begins += begins < self.n and self.w[begins] == "único"
        if begins >= v or self.w[begins] != "que" or not bits & (SPEECH | BELIEF | TELLING):
            return False
        np = (begins + 1, v) if begins + 1 < v else self.np_right(end)
        k = end if np is not None and np[1] <= v else np[1] if np is not None else self.n
        if np is None or k + 1 >= self.n or self.w[k] not in ("es", "fue", "era") or self.is_author(np):
            return False
        if not self._may_tell(np) or not self.b[k + 1] & (THAT | QUOTED):
            return False
        parts = self.quote_parts(k + 1, i) if self.b[k + 1] & QUOTED else [(k + 1, self.clause_end(k + 1, i))]
        self.add(Attribution((v, end), text, bits, np, "np", parts))
        return True
