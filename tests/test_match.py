"""Matching: the plain reference on random lexicons and texts, and each rule by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
import reference
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse.errors import LexiconError
from discourse.lexicon import Lexicon, parse_lexicon
from discourse.match import Matcher, broken_gaps, match
from discourse.tokens import Vocabulary, tokenize


def lexicon_of(entries: Any, language: str = "en", sets: dict[str, list[str]] | None = None) -> Lexicon:
    """A lexicon from entries by category, or from entries of one category."""
    if not isinstance(entries, dict):
        entries = {"war": entries}
    content = {
        "name": "test",
        "version": "1.0.0",
        "language": language,
        "measures": "a test",
        "categories": dict.fromkeys(entries, "a category"),
        "entries": entries,
        **({"sets": sets} if sets else {}),
    }
    return parse_lexicon(yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode(), "test.yaml")


def hits(text: str, entries: Any, language: str = "en", **more: Any) -> list[str]:
    """What is matched, as written; with its category where there are several."""
    lexicon = lexicon_of(entries, language, **more)
    tokens = tokenize([text], language)
    found = match(tokens, lexicon)
    written = [
        text[tokens.start[f] : tokens.end[n - 1]] for f, n in zip(found.first, found.last, strict=True)
    ]
    if not isinstance(entries, dict):
        return written
    return [f"{lexicon.categories[c]}:{w}" for c, w in zip(found.category, written, strict=True)]


# Random lexicons and texts ---------------------------------------------------------------------------------

WORDS = ["a", "b", "ab", "ba", "war", "wars", "one", "5", "no"]
PATTERNS = ["a", "b", "ab", "a*", "*b", "?", "?b", "war*", "w?r", "*", "one", "5", "a\\*", "no"]
ELEMENTS = [
    *PATTERNS,
    "a|b",
    "ab|war*|#",
    "<s>",
    "#",
    "^",
    "^|a",
    "!a",
    "!a|b",
    "!^",
    "!#",
    "!<s>",
    "!*",
    "**",
    ",",
]
ENTRY = st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3).map(" ".join)
AROUND = st.lists(st.sampled_from(ELEMENTS), max_size=3)


@st.composite
def contexts(draw: st.DrawFn) -> str:
    left, right = draw(AROUND), draw(AROUND)
    if draw(st.integers(0, 4)) == 0:
        left = [draw(st.sampled_from(["<start>", "<start>|a", "b|<start>|,"])), *left]
    if draw(st.integers(0, 4)) == 0:
        right = [*right, draw(st.sampled_from(["<end>", "a|<end>"]))]
    return " ".join([*left, "_", *right])


@st.composite
def entries(draw: st.DrawFn) -> Any:
    pattern = draw(ENTRY)
    if draw(st.booleans()):
        return pattern
    rules: dict[str, Any] = {"entry": pattern}
    for field in ("unless", "only"):
        patterns = draw(st.lists(contexts(), max_size=2))
        if draw(st.integers(0, 3)) == 0:
            patterns.append(
                " ".join([*draw(AROUND), pattern, *draw(AROUND)])
            )  # a phrase that covers the entry
        if patterns:
            rules[field] = patterns
    if draw(st.integers(0, 3)) == 0:
        rules["case"] = draw(st.sampled_from(["lower", "capital", "upper"]))
    return rules


LEXICONS = st.dictionaries(st.sampled_from("xyz"), st.lists(entries(), min_size=1, max_size=4), min_size=1)
WRITTEN = st.sampled_from([*WORDS, "A", "Ab", "AB", "WAR", "War", "One", "No"])
GAPS = st.sampled_from(
    [" ", " ", " ", " ", ", ", " (", ". ", "? ", "\n", "\n\n", " – ", " - ", "… ", " “", ".. ", "--"]
)
TEXTS = st.lists(st.tuples(WRITTEN, GAPS), max_size=14).map(lambda pairs: "".join(map("".join, pairs)))


@given(LEXICONS, st.lists(st.lists(TEXTS, max_size=2), min_size=1, max_size=3))
@settings(max_examples=600)
def test_matches_are_those_of_the_reference(content, batches):
    lexicon = lexicon_of(content, sets={"s": ["b", "war*"]})
    vocabulary = Vocabulary()
    for texts in batches:
        tokens = tokenize(texts, "en", vocabulary)
        found = match(tokens, lexicon)
        columns = (found.first, found.last, found.entry, found.category)
        assert list(zip(*(c.tolist() for c in columns), strict=True)) == reference.matches_of(tokens, lexicon)
        broken = [reference.parts_a_phrase(tokens.gap_text(i)) for i in range(len(tokens) + 1)]
        assert broken_gaps(tokens).tolist() == broken


# Patterns --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        ("The army and armies.", ["army"], ["army"]),
        ("ARMY, Army, army’s", ["army"], ["ARMY", "Army", "army’s"]),
        ("troop troops trooper", ["troop*"], ["troop", "troops", "trooper"]),
        ("war wars wary", ["war?"], ["wars", "wary"]),
        ("rearm disarm arm", ["*arm"], ["rearm", "disarm", "arm"]),
        ("woman women womb", ["wom?n"], ["woman", "women"]),
        ("F* the f-16 f16", ["f\\*", "f-*"], ["f-16"]),
        (
            "a cease-fire, a cease fire, a ceasefire",
            ["cease-fire", "cease fire"],
            ["cease-fire", "cease fire"],
        ),
        ("the use of force", ["use of force"], ["use of force"]),
        ("uses of any force", ["use* of force"], []),
        ("used of forces", ["use* of force*"], ["used of forces"]),
        ("use  of\nforce", ["use of force"], ["use  of\nforce"]),
        ("use of “force”", ["use of force"], ["use of “force"]),
        ("use, of force", ["use of force"], []),
        ("use of (armed) force", ["use of armed force"], []),
        ("war — crimes war - crimes war\n- crimes", ["war crimes"], []),
        ("war. Crimes", ["war crimes"], []),
        ("U.N. forces", ["u.n. forces"], ["U.N. forces"]),
        ("war\n\ncrimes", ["war crimes"], []),
    ],
)
def test_patterns(text, entries, expected):
    assert hits(text, entries) == expected


def test_phrases_do_not_run_over_documents():
    tokens = tokenize(["in a war", "crimes"])
    assert len(match(tokens, lexicon_of(["war crimes"]))) == 0


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        ("use of force", ["force", "use of force"], ["use of force"]),
        ("a war crimes tribunal", ["war", "war crimes", "crimes tribunal"], ["war crimes"]),  # leftmost
        ("armed forces day", ["armed forces", "forces day parade", "forces day"], ["armed forces"]),
        ("a b c d", ["a b", "b c d"], ["b c d"]),  # longest
        ("a b c d e", ["a b", "b c d", "d e"], ["b c d"]),
        ("a b a b", ["a b"], ["a b", "a b"]),
        ("a a a", ["a a"], ["a a"]),
    ],
)
def test_the_longest_match_wins(text, entries, expected):
    assert hits(text, entries) == expected


def test_a_token_is_used_once_across_categories():
    assert hits("peace of mind", {"peace": ["peace"], "none": ["peace of mind"]}) == ["none:peace of mind"]


def test_an_entry_in_two_categories_gives_two_matches():
    assert hits("a siege", {"war": ["siege"], "history": ["sieg*"]}) == ["war:siege", "history:siege"]


def test_the_most_specific_entry_names_a_match():
    lexicon = lexicon_of(["war*", "warfare", "warf*"])
    found = match(tokenize(["warfare wars warf"]), lexicon)
    assert [lexicon.entries[e].text for e in found.entry] == ["warfare", "war*", "warf*"]


# Context rules ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "stands"),
    [
        (["pay attention"], "They pay attention.", False),
        (["pay attention"], "They pay no attention.", True),
        (["pay attention"], "Attention, pay.", True),
        (["_ please"], "Attention please!", False),
        (["_ please"], "Attention, please!", True),
        (["_ , please"], "Attention, please!", False),
        (["_ , please"], "Attention please!", True),
        (["pay|pays|paid _"], "She paid attention.", False),
        (["pa* _"], "She paid attention.", False),
        (["<verbs> _"], "She drew attention.", False),
        (["<verbs> _"], "She has attention.", True),
        (["# _"], "Some 40 attention marks.", False),
        (["# _"], "Some two attention marks.", False),
        (["# _"], "Some attention marks.", True),
        (["^ _"], "He saw Public attention.", False),
        (["^ _"], "Public attention grew.", True),  # the sentence's first word is capitalised anyway
        (["^|public _"], "Public attention grew.", False),
        (["pay ** _"], "They pay close public attention.", False),
        (["pay ** _"], "They pay very very very close attention.", True),
        (["pay ** _"], "They pay, in public, attention.", True),
        (["<start> _"], "Attention grew.", False),
        (["<start> _"], "Public attention grew.", True),
        (["<start> public _"], "It rained. Public attention grew.", False),
        (["_ <end>"], "It drew attention.", False),
        (["_ <end>"], "It drew attention. Then it ended.", False),
        (["_ <end>"], "It drew attention here.", True),
        (["!public _"], "Public attention grew.", True),
        (["!public _"], "Close attention helps.", False),
        (["!public _"], "Attention helps.", False),  # nothing at all is not “public” either
        (["!public _"], "In public, attention helps.", False),
        (["_ !to|of"], "He drew attention", False),
        (["_ !to|of"], "Attention, to war.", False),
        (["_ !to|of"], "Attention to war.", True),
        (["!a !b _ !c !d"], "Attention", False),
        (["pay attention to"], "They pay attention to it.", False),
        (["pay attention to"], "They pay attention at last.", True),
        (["_ or|,"], "Attention, or care.", False),
        (["_ or|,"], "Attention or care.", False),
        (["_ or|,"], "Attention and care.", True),
        (["<start>|public _"], "Attention grew.", False),
        (["<start>|public _"], "Your public attention grew.", False),
        (["<start>|public _"], "Your close attention grew.", True),
        (["public _"], "The public. Attention grew.", True),  # not over a sentence's end
        (["not ** _"], "It did not draw attention.", False),
        (["not ** _"], "It didn’t draw attention.", False),
        (["never|not ** _"], "It can't draw attention.", False),
        (["not ** _"], "It cannot draw attention.", False),
        (["not ** _"], "It is no cause of attention.", True),
        (["!not _"], "It isn't attention.", True),
    ],
)
@pytest.mark.parametrize("field", ["unless", "only"])
def test_context_rules(rule, text, stands, field):
    entry = {"entry": "attention", field: rule}
    found = hits(text, [entry], sets={"verbs": ["drew", "draw*"]})
    assert len(found) == (stands if field == "unless" else not stands)


def test_spanish_numbers_and_sets():
    entries = [{"entry": "paz", "unless": ["<meses> _", "# _"]}]
    sets = {"meses": ["enero", "febr*"]}
    assert hits("la paz, dos paz, 5 paz, febrero paz", entries, "es", sets=sets) == ["paz"]


def test_several_rules_work_together():
    entry = {
        "entry": "might",
        "case": "lower",
        "unless": ["military _", "the|its|our _"],
        "only": ["_ not", "it _"],
    }
    text = "It might rain. They might not. They might go. The might not seen. MIGHT not. He saw Might not."
    assert hits(text, [entry]) == ["might", "might"]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (None, ["May", "may", "May", "MAY"]),
        ("lower", ["May", "may"]),
        ("capital", ["May", "May", "MAY"]),
        ("upper", ["MAY"]),
    ],
)
def test_case(case, expected):
    entry = {"entry": "may", "case": case} if case else "may"
    # the first word of a sentence has a capital anyway
    assert hits("May he go? He may, in May or MAY.", [entry]) == expected


def test_capitals_throughout_are_no_lower_case():
    assert hits("MAY HE GO?", [{"entry": "may", "case": "lower"}]) == []


def test_an_excluded_reading_leaves_the_shorter_one():
    entries = ["war", {"entry": "war crimes", "unless": ["alleged _"]}]
    assert hits("war crimes and alleged war crimes", entries) == ["war crimes", "war"]


def test_patterns_of_one_item_share_its_rules():
    entry = {"entry": ["strike", "air strike*"], "unless": ["hunger _"]}
    assert hits("a hunger strike, a strike", [entry]) == ["strike"]
    assert hits("hunger air strikes", [entry]) == []


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (
            {"unless": ["pay heed"]},
            "Lexicon 'test.yaml', entry 1: the context 'pay heed' neither has _ for the entry"
            " nor contains it; write _ where the entry stands.",
        ),
        (
            {"only": ["_ of _"]},
            "Lexicon 'test.yaml', entry 1: the context '_ of _': _ may stand only once.",
        ),
        (
            {"only": ["_ <start>"]},
            "Lexicon 'test.yaml', entry 1: the context '_ <start>': <start> may only stand first.",
        ),
        (
            {"only": ["<end> _"]},
            "Lexicon 'test.yaml', entry 1: the context '<end> _': <end> may only stand last.",
        ),
        (
            {"only": ["_ a||b"]},
            "Lexicon 'test.yaml', entry 1: the context '_ a||b': 'a||b' has an empty alternative.",
        ),
        (
            {"only": ["_ !,"]},
            "Lexicon 'test.yaml', entry 1: the context '_ !,': , cannot be negated, as in '!,'.",
        ),
        (
            {"only": ["the|_ of"]},
            "Lexicon 'test.yaml', entry 1: the context 'the|_ of': _ must stand alone, not in 'the|_'.",
        ),
        (
            {"only": ["_ !**"]},
            "Lexicon 'test.yaml', entry 1: the context '_ !**': ** must stand alone, not in '!**'.",
        ),
        (
            {"only": ["<month> _"]},
            "Lexicon 'test.yaml', entry 1: set '<month>' is not declared; declared: months."
            " Did you mean 'months'?",
        ),
    ],
)
def test_contexts_that_cannot_be(rules, message):
    with pytest.raises(LexiconError) as caught:
        lexicon_of([{"entry": "attention", **rules}], sets={"months": ["may"]})
    assert re.sub(r", line \d+", "", str(caught.value)) == message


# Batches and vocabularies ----------------------------------------------------------------------------------


def test_a_matcher_grows_with_the_vocabulary():
    vocabulary, lexicon = Vocabulary(), lexicon_of(["war*", {"entry": "peace", "unless": ["inner _"]}])
    matcher = Matcher(lexicon, vocabulary)
    texts = ["a war", "warships and inner peace", "peace, warfare"]
    found = [matcher(tokenize([text], "en", vocabulary)) for text in texts]
    assert [(f.first.tolist(), f.last.tolist()) for f in found] == [([1], [2]), ([0], [1]), ([0, 1], [1, 2])]


def test_lexicons_of_one_vocabulary_are_told_apart():
    vocabulary = Vocabulary()
    tokens = tokenize(["war and peace"], "en", vocabulary)
    war, peace = lexicon_of(["war"]), lexicon_of(["peace"])
    assert [match(tokens, lexicon).first.tolist() for lexicon in (war, peace, war)] == [[0], [2], [0]]


def test_a_vocabulary_is_not_kept_alive():
    import gc
    import weakref

    vocabulary = Vocabulary()
    match(tokenize(["war"], "en", vocabulary), lexicon_of(["war"]))
    gone = weakref.ref(vocabulary)
    del vocabulary
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("texts", [[], [""], ["—"], ["calm"]])
def test_nothing_to_find(texts):
    found = match(tokenize(texts), lexicon_of(["war", {"entry": "a b", "only": ["_ c"], "case": "lower"}]))
    assert len(found) == 0
    assert (
        found.first.tolist() == found.last.tolist() == found.entry.tolist() == found.category.tolist() == []
    )
