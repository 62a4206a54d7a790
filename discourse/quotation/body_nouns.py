"""Bodies called again by a common noun: the National Rifle Association … the group; la Defensoría del Pueblo … la entidad."""

from __future__ import annotations

from typing import Final

from .appositions import Appositions
from .bits import CAPITAL, OWNER
from .sources import Document, Source

_THE: Final = frozenset("the this el la este esta".split())
_THIS: Final = ("this", "este", "esta")
_LINKS: Final = frozenset("of for and on in de del para y e".split())
_CIVIC: Final = ("", "civil_society", "expert", "business", "religious", "media", "international", "party")
_STATE: Final = ("", "executive", "international", "police", "military", "judiciary", "expert")
_FIRM: Final = ("", "business", "media")
_OF_STATE: Final = frozenset(  # what the names of agencies have in them
    """
        agency bureau department service services office commission board authority administration center centers institute
        institutes enforcement police guard corps ministry directorate survey control security
        agencia instituto comisión servicio oficina dirección secretaría ministerio consejo autoridad defensoría procuraduría
        fiscalía contraloría superintendencia administración tribunal corte junta policía confederación
    """.split()
)
_AGENCIES: Final = frozenset("agency bureau dependencia organismo".split())
_FIRMS: Final = frozenset(
    """
        company firm empresa compañía firma bank airline carrier automaker carmaker chipmaker drugmaker lender insurer
        retailer brewer startup supermarket banco aerolínea aseguradora petrolera multinacional
    """.split()
)
_JOINED: Final = frozenset(  # what makes a name a group's, whatever its members are: the Growers’ Alliance
    """
        committee council alliance association coalition federation union league network society foundation trust forum
        institute initiative campaign fund comité consejo alianza asociación coalición federación unión liga red sociedad
        fundación foro instituto plataforma colectivo sindicato
    """.split()
)
_CHAMBERS: Final = frozenset("house senate parliament congress city senado congreso parlamento".split())
_CLUBS: Final = frozenset(
    """
        group organization organisation association nonprofit charity coalition watchdog
        organización colectivo grupo asociación fundación plataforma ong sindicato
    """.split()
)
_CALLED: Final = {  # nouns that call a body again, and the roles that it may have
    **dict.fromkeys(_CLUBS, _CIVIC),
    **dict.fromkeys(_AGENCIES, _STATE),
    **dict.fromkeys("body entidad institución".split(), (*_STATE, "civil_society", "business")),
    **dict.fromkeys(_FIRMS, _FIRM),
    **dict.fromkeys("party partido formación".split(), ("party",)),
    **dict.fromkeys("network broadcaster cadena emisora".split(), ("media",)),
}
_HIGH: Final = ("alto", "máximo", "high", "top")


class BodyNouns(Appositions):
    """Find the body that the text has named and now calls by what it is."""

    def _body_called(self, state: Document, a0: int, core: int, place: int) -> Source | None:
        """The body that spoke just before, or that a sentence before begins with: the Rifle Association … The group"""
        called = self.word(core - 1)
        roles = _CALLED.get(called) if core - a0 == 2 else None
        if core - a0 == 3 and self.word(a0 + 1) in _HIGH and self.word(a0 + 2) in ("tribunal", "court"):
            roles = ("judiciary",)
        if roles is None or self.word(a0) not in _THE or self.bits[core - 1] & CAPITAL:
            return None

        def fits(source: Source) -> bool:
            named = (
                source.kind == "institution" and not source.plural and source.name.split()[-1][:1].isupper()
            )
            of_state = not _OF_STATE.isdisjoint(source.name.lower().split())
            if called in _FIRMS and of_state:
                return False
            if called in _AGENCIES and not (of_state or source.name.split()[-1].isupper()):
                return False
            words = source.name.lower().split()
            joined = called in _CLUBS and not _JOINED.isdisjoint(words) and _CHAMBERS.isdisjoint(words)
            return named and ((source.role or "") in roles or joined)

        introduced = self._introduced_body(state, called, place)
        if introduced is not None and fits(introduced):
            return introduced
        sentence = self.at.sentence[place]
        for s in range(sentence - 1, max(sentence - 3, -1), -1):
            this = (
                self.word(a0) in _THIS and s == sentence - 1
            )  # …, la Confederación y el Gobierno. Este organismo
            found = None if this else self._near_speaker(state, place, fits, sentence - s)
            if found is not None:
                return found
            begins = max(self.at.sentence_first[s], state.first)
            named = self._named_bodies(begins, self.at.sentence_first[s + 1])
            first = [run for run in named if run[0] - begins < 2]
            for k, e in named[::-1] if this else first or (named if len(named) == 1 else []):
                a = k - 1 if k > begins and self.word(k - 1) in _THE else k
                known = self._body_by_name(a, e)
                ends = () if known is not None else (self._core(a, e), e)  # the Centers for Disease Control
                for source in (known, *(self._described(state, a, end, e, place) for end in ends)):
                    if source is not None and fits(source):
                        return source
        return self._near_speaker(state, place, fits, 4)

    def _introduced_body(self, state: Document, called: str, place: int) -> Source | None:
        """The body last introduced by this very noun: the multinational bank | Lundbank | denied … The bank said"""
        if state.body_nouns is None:
            state.body_nouns = [
                k
                for k in range(state.first, state.last - 1)
                if self.bits[k + 1] & CAPITAL and not self.gaps[k + 1] and self.word(k) in _CALLED
            ]
        for k in reversed(state.body_nouns):
            if k >= place or self.word(k) != called or self.bits[k] & CAPITAL or self.span_of[k] >= 0:
                continue
            e = k + 2
            while e < state.last and self.bits[e] & CAPITAL and not self.gaps[e]:
                e += 1
            titled = self.word(k + 1) in self.words.titles or self.bits[e - 1] & OWNER
            if not titled and not self._is_name(state, (k + 1, e)):
                return Source(
                    self.text(k + 1, e), "institution", self.words.bodies.get(called, "business") or None
                )
        return None

    def _named_bodies(self, begins: int, ends: int) -> list[tuple[int, int]]:
        """Where a sentence names bodies, outside quotations: the | Rifle Association |, | Doctors Without Borders |"""
        found, k = [], begins
        while k < ends:
            e = k
            while (
                e < ends and self.bits[e] & CAPITAL and self.span_of[e] < 0 and not (self.gaps[e] and e > k)
            ):
                e += 1
                links = 2 if self.word(e + 1) in _THE else 1
                while e + links < ends and self.word(e) in _LINKS and self.bits[e + links] & CAPITAL:
                    e += links
            if k == begins and e - k == 1 and self.word(k) in _THE:
                e = k  # The Lund Group: without its article
            told = e - k > 1 and any(self.word(m) in self.words.bodies for m in range(k, e))
            letters = e > k and k - begins < 2 and self._shouted(k) and len(self.word(k)) > 1
            if told or letters or (e > k and self._body_by_name(k, e) is not None):
                found.append((k, e))
            k = max(e, k + 1)
        return found
