"""Negation cues and their scopes on token columns."""

from __future__ import annotations

import numpy as np

from ..match import Cues
from ..tokens import Tokens
from . import english, english_cues, english_scope
from .sentence import Found, Shape, sentences_with
from .tags import AFFIXED, NEGATIVE
from .affixes import english_affix


def find_negation(tokens: Tokens) -> Cues:
    tags = english.TAGGER.of(tokens)
    places = np.flatnonzero(tags[:-1] & (NEGATIVE | AFFIXED))
    rows = []
    number = 0
    start, end = tokens.start, tokens.end
    for s, candidates in sentences_with(tokens, tags, places):
        behind = 0
        for i in candidates:
            if i < behind:
                continue
            if s.tags[i] & NEGATIVE:
                found = english_cues.find_cue(s, i)
                if found is None:
                    continue
            else:
                found = Found(i, i + 1, 'affixal', Shape.AFFIX)
            behind = found.last
            first, last = found.first + s.offset, found.last + s.offset
            if found.shape == Shape.AFFIX:
                a, b = english_affix(s.words[i])
                st = int(start[first]); en = int(end[first])
                rows.append((number, st + a, st + b, first, last, 'affixal', first, last, *((st + b, en) if a == 0 else (st, st + a))))
                number += 1
                continue
            cs, ce = int(start[first]), int(end[last - 1])
            if found.inner:
                cs = ce - found.inner
            parts = english_scope.scope(s, found)
            n = 0
            for a, b in parts:
                if a >= b: continue
                a += s.offset; b += s.offset
                ss, se = int(start[a]), int(end[b - 1])
                if found.inner and a <= first < b: se = cs
                if ss >= se: continue
                rows.append((number, cs, ce, first, last, found.kind, a, b, ss, se)); n += 1
            if not n:
                rows.append((number, cs, ce, first, last, found.kind, last, last, ce, ce))
            number += 1
    cols = list(zip(*rows)) if rows else [[]] * 10
    return cols
