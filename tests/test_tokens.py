"""Tokens: the word rule, norms, offsets and gaps against the plain reference, batch by batch."""

from __future__ import annotations

import numpy as np
import pytest
import reference
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse.tokens import (
    GlobMatcher,
    NewWords,
    Tokens,
    Vocabulary,
    glob_to_regex,
    keys,
    new_sifting,
    normalise,
    tokenize,
)
from discourse.tokens import chunks as chunk_module
from discourse.tokens import vocabulary as vocabulary_module
from discourse.tokens.beginnings import beginnings, place
from discourse.tokens.chunks import ChunkTable, chunk_spans
from discourse.tokens.numbering import ArraySifting, WalkedTable, new_numbering

# Text that meets the rules: words, joints, stops, white space of all kinds, other scripts, things that hurt.
PIECES = st.sampled_from(
    "war War WAR peace U.S. U.S e.g. EE.UU. EE.UU Ph.D. p.m don't Maduro’s it's 3.5 1,000 20th 1990s"
    " cease-fire ¡No! ¿Qué? señor señor İstanbul ΣΑΣ ß ﬁn 平和。 戦争 سلام न्याय 👩‍👧 ❤️ 1️⃣ – — - ... … .. . ,"
    " ; : ! ? “ ” ‘ ’ ' \" ( ) [ ] * _ / a b I Ⅷ ² ½ x\u00ady z\u200dw a\u0301b \u0301 \ud800 \udc00 \x92"
    " It\x92s www.example.com averyveryverylongword averyveryverylongworm"
    " honorificabilitudinitatibus-disestablish".split(" ")
)
ASCII_WHITE = [
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\r\n\r\n",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x00",
]
WHITE = st.sampled_from(
    [*ASCII_WHITE, "\x01", "\u00a0", "\u2028", "\u2029", "\x85", "\u3000", "\ufeff", "", "", ""]
)
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, WHITE), max_size=25).map(lambda pairs: "".join(map("".join, pairs))),
    st.text(max_size=60),
    st.text(alphabet="aA1.,'’-­ \n\u0301UEºñ", max_size=40),
)

PATTERNS = [
    "war",
    "peace*",
    "u.s.",
    "cease-fire",
    "*ly",
    "maduro",
    "don't",
    "a*",
    "20th",
    "señor",
    "i?",
    "wa?",
    "b",
]


def rows(tokens: Tokens) -> list[reference.Token]:
    forms, norms = tokens.vocabulary.forms, tokens.vocabulary.norms
    columns = (tokens.start.tolist(), tokens.end.tolist(), tokens.form.tolist(), tokens.norm.tolist())
    return [reference.Token(s, e, forms[f], norms[n]) for s, e, f, n in zip(*columns, strict=True)]


def gaps(tokens: Tokens) -> list[str]:
    return [tokens.vocabulary.gaps[g] for g in tokens.gap]


def words(text: str) -> list[str]:
    tokens = tokenize([text])
    return [tokens.vocabulary.forms[f] for f in tokens.form]


@given(TEXTS)
@settings(max_examples=300)
def test_tokens_are_those_of_the_reference(text):
    tokens = tokenize([text])
    assert tokens.text == text
    assert rows(tokens) == reference.tokens_of(text)
    assert gaps(tokens) == reference.gaps_of(text)


@given(st.lists(TEXTS, max_size=6), st.sampled_from(["en", "es"]))
@settings(max_examples=80)
def test_a_batch_is_its_documents_one_by_one(texts, language):
    batch = tokenize(texts, language)
    assert rows(batch) == reference.tokens_of(batch.text)
    assert gaps(batch) == reference.gaps_of(batch.text)
    assert batch.n_docs == len(texts)
    sentences = paragraphs = 0
    for number, text in enumerate(texts):
        alone = tokenize([text], language)
        span = slice(batch.doc_first[number], batch.doc_first[number + 1])
        at = batch.doc_start[number]
        assert batch.text[at : at + len(text)] == text
        assert [batch.word(i) for i in range(span.start, span.stop)] == [
            alone.word(i) for i in range(len(alone))
        ]
        assert (batch.start[span] - at).tolist() == alone.start.tolist()
        assert (batch.end[span] - at).tolist() == alone.end.tolist()
        assert (batch.sentence[span] - sentences).tolist() == alone.sentence.tolist()
        assert (batch.paragraph[span] - paragraphs).tolist() == alone.paragraph.tolist()
        assert set(batch.doc[span].tolist()) <= {number}
        n_sentences, n_paragraphs = len(alone.sentence_first) - 1, len(alone.paragraph_first) - 1
        assert batch.question[sentences : sentences + n_sentences].tolist() == alone.question.tolist()
        roles = batch.paragraph_role[paragraphs : paragraphs + n_paragraphs]
        assert roles.tolist() == alone.paragraph_role.tolist()
        sentences, paragraphs = sentences + n_sentences, paragraphs + n_paragraphs


@given(st.lists(st.lists(TEXTS, max_size=3), min_size=2, max_size=4))
def test_a_vocabulary_used_again_gives_the_same(batches):
    vocabulary = Vocabulary()
    for texts in batches:
        used, fresh = tokenize(texts, "en", vocabulary), tokenize(texts)
        assert rows(used) == rows(fresh)
        assert gaps(used) == gaps(fresh)
        assert used.sentence.tolist() == fresh.sentence.tolist()
        assert used.paragraph.tolist() == fresh.paragraph.tolist()
    again = [tokenize(texts, "en", vocabulary) for texts in batches]
    n_known = len(vocabulary.forms), len(vocabulary.norms), len(vocabulary.gaps), len(vocabulary.table)
    assert [rows(t) for t in again] == [rows(tokenize(texts)) for texts in batches]
    assert n_known == (
        len(vocabulary.forms),
        len(vocabulary.norms),
        len(vocabulary.gaps),
        len(vocabulary.table),
    )


@given(TEXTS)
def test_columns_fit_together(text):
    tokens = tokenize([text, "", text])
    n = len(tokens)
    forms = tokens.vocabulary.forms
    assert [tokens.text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)] == [
        forms[f] for f in tokens.form
    ]
    assert (tokens.start < tokens.end).all()
    assert (tokens.start[1:] >= tokens.end[:-1]).all()
    assert len(tokens.gap) == n + 1
    for first, numbers in (
        (tokens.doc_first, tokens.doc),
        (tokens.paragraph_first, tokens.paragraph),
        (tokens.sentence_first, tokens.sentence),
    ):
        assert first[-1] == n
        assert np.array_equal(np.repeat(np.arange(len(first) - 1), np.diff(first)), numbers)
    # a sentence never crosses a paragraph, a paragraph never a document
    assert set(tokens.paragraph_first) <= set(tokens.sentence_first)
    assert set(tokens.doc_first) <= set(tokens.paragraph_first) | {0}
    assert tokens.sentence_start.sum() == len(tokens.sentence_first) - 1
    assert len(tokens.question) == len(tokens.sentence_first) - 1
    assert tokens.doc_start.tolist() == [0, len(text) + 2, len(text) + 4, 2 * len(text) + 6]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [" \n"], ["—"], ["— – …"], ["\u2028"]])
def test_texts_without_words(texts):
    tokens = tokenize(texts)
    assert len(tokens) == 0
    assert tokens.n_docs == len(texts)
    assert gaps(tokens) == reference.gaps_of(tokens.text)
    assert tokens.sentence_first.tolist() == tokens.paragraph_first.tolist() == [0]
    assert tokens.doc_first.tolist() == [0] * (len(texts) + 1)
    for column in (
        "start",
        "end",
        "norm",
        "form",
        "doc",
        "sentence",
        "paragraph",
        "question",
        "paragraph_role",
    ):
        assert len(getattr(tokens, column)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't cannot it’s", "don't cannot it’s"),
        ("Maduro's dogs' 'tis rock 'n' roll", "Maduro's dogs tis rock n roll"),
        ("U.S.-Venezuela war-gaming anti-war-", "U.S.-Venezuela war-gaming anti-war"),
        ("war—peace war–peace and/or foo_bar", "war peace war peace and or foo bar"),
        ("the U.S. the U.S.The E.U., p.m.", "the U.S. the U.S. The E.U. p.m."),
        ("J.R.R. Tolkien J.R.R.Tolkien e.g. Ph.D.", "J.R.R. Tolkien J.R.R. Tolkien e.g. Ph.D."),
        ("EE.UU. FF.AA. EE. UU. EE.UU", "EE.UU. FF.AA. EE UU EE.UU"),
        ("3.5 1,000,000 10:30 20th 1990s $5 5% A/63", "3.5 1,000,000 10 30 20th 1990s 5 5 A 63"),
        ("5.The end.The 3. No. 5", "5 The end The 3 No 5"),
        ("n.º 5 1.º nº", "n.º 5 1 º nº"),
        ("¿Qué? «paz» ¡NO!", "Qué paz NO"),
        ("nego\u00adtiation z\u200dw \u00ad", "nego\u00adtiation z\u200dw"),
        ("❤️ 1️⃣ 👩‍👧 n\u0303o \u0301", "1️⃣ n\u0303o"),
        ("平和。戦争 سلام", "平和 戦争 سلام"),
    ],
)
def test_the_word_rule(text, expected):
    assert words(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("form", "norm"),
    [
        ("Maduro’s", "maduro"),
        ("MADURO'S", "maduro"),
        ("It’s", "it's"),
        ("Let\x92s", "let's"),
        ("Don’t", "don't"),
        ("U.S.'s", "u.s."),
        ("1990's", "1990"),
        ("Cease‑Fire", "cease-fire"),
        ("nego\u00adtiation", "negotiation"),
        ("sen\u0303or", "señor"),
        ("İstanbul", "i̇stanbul"),
        ("ΣΑΣ", "σας"),
        ("STRASSE", "strasse"),
        ("'s", ""),
    ],
)
def test_norms(form, norm):
    assert normalise(form) == norm
    assert reference.norm_of(form) == norm


def test_gaps_keep_marks_and_fold_white_space():
    tokens = tokenize(["“War,”  he said…\r\n\r\n\tNo –\u00a0peace .\nEnd!"])
    assert gaps(tokens) == ["\n\n“", ",” ", " ", "…\n\n", " – ", " .\n", "!\n\n"]
    assert [tokens.gap_text(i) for i in (0, 3)] == ["\n\n“", "…\n\n"]
    assert tokens.gap_has(",!").tolist() == [False, True, False, False, False, False, True]


def test_carriage_returns_end_lines():
    assert gaps(tokenize(["a\rb\r\nc\n\rd\r\re"])) == ["\n\n", "\n", "\n", "\n\n", "\n\n", "\n\n"]


def test_flags_grow_with_the_vocabulary():
    vocabulary = Vocabulary()
    first = tokenize(["Wars and NATO"], "en", vocabulary)
    assert first.has(["war*", "nato"]).tolist() == [True, False, True]
    assert first.written("capital").tolist() == [True, False, True]
    assert first.written("upper").tolist() == [False, False, True]
    second = tokenize(["warfare in 1990s A 3D peace"], "en", vocabulary)
    assert second.has(["war*", "nato"]).tolist() == [True, False, False, False, False, False]
    assert second.written("digit").tolist() == [False, False, True, False, True, False]
    assert second.written("upper").tolist() == [False] * 6
    assert second.has([]).tolist() == [False] * 6
    assert first.has(["war*", "nato"]).tolist() == [True, False, True]


@pytest.fixture
def on_arrays(monkeypatch):
    """Chunks are numbered as they are where nothing is compiled."""
    monkeypatch.setattr(vocabulary_module, "new_numbering", ChunkTable)


def test_sizes_beyond_a_block(monkeypatch, on_arrays):
    monkeypatch.setattr(chunk_module, "_BLOCK", 40)
    text = " ".join(f"word{i % 37} peace, war-gaming—é {'x' * (i % 50)}" for i in range(300))
    assert rows(tokenize([text])) == reference.tokens_of(text)


def test_tables_grow(monkeypatch, on_arrays):
    monkeypatch.setattr(keys, "_FIRST_BITS", 3)
    monkeypatch.setattr(chunk_module, "_HOT_BITS", 1)
    text = " ".join(f"w{i}" if i % 2 else f"averylongword{i * 7919}end" for i in range(3000))
    vocabulary = Vocabulary()
    assert rows(tokenize([text], "en", vocabulary)) == reference.tokens_of(text)
    assert rows(tokenize([text], "en", vocabulary)) == reference.tokens_of(text)
    assert len(vocabulary.table) == 3000


@given(st.lists(st.lists(st.integers(1, 2**64 - 1), max_size=40)), st.lists(st.integers(1, 60)))
def test_a_key_table_is_a_dictionary(parts, others):
    table, known = keys.KeyTable(), dict[int, int]()
    for part in parts:
        # neighbours want neighbouring slots, and many keys one slot
        new = sorted({k for key in part for k in (key, key % 50 + 1)} - set(known))
        numbers = np.arange(len(known), len(known) + len(new), dtype=np.int32)
        table.add(np.array(new, dtype=np.uint64), numbers)
        known |= dict(zip(new, numbers.tolist(), strict=True))
        asked = [*known, *others]
        assert table.find(np.array(asked, dtype=np.uint64)).tolist() == [known.get(k, -1) for k in asked]
    assert len(table) == len(known)


@given(
    st.lists(
        st.sampled_from(
            ["averylong", "averylonger", "averylongword", "verylongword", "x" * 17, "x" * 18, "a"]
        )
    )
)
def test_a_hash_collision_merges_nothing(chosen):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            chunk_module, "hash_long", lambda head, tail, length: np.zeros(len(head), dtype=np.uint64)
        )
        patch.setattr(vocabulary_module, "new_numbering", ChunkTable)
        vocabulary = Vocabulary()
        for _ in range(2):
            assert words_with(" ".join(chosen), vocabulary) == chosen


@given(st.text(alphabet="ab", min_size=1, max_size=40), st.text(alphabet="ab", min_size=1, max_size=40))
def test_chunks_that_differ_only_in_the_middle(first, second):
    chosen = [f"{side}{middle}{side}" for middle in (first, second) for side in ("12345678", "abcdefgh")]
    assert words_with(" ".join(chosen), Vocabulary()) == chosen


def words_with(text: str, vocabulary: Vocabulary) -> list[str]:
    tokens = tokenize([text], "en", vocabulary)
    return [vocabulary.forms[f] for f in tokens.form]


@given(st.binary(max_size=80).filter(lambda raw: b"\xff" not in raw))
def test_chunks_are_what_white_space_parts(raw):
    raw = b"\n" + raw + b"\n"
    start, length = chunk_spans(raw)
    expected = [chunk for chunk in "".join(chr(b) if b > 32 else " " for b in raw).split(" ") if chunk]
    assert [raw[s : s + n].decode("latin-1") for s, n in zip(start, length, strict=True)] == expected
    for table in (ChunkTable(), new_numbering()):
        ids, start = table.number(raw)
        assert [table.chunks[i].decode("latin-1") for i in ids] == expected
        assert [raw[s:].startswith(table.chunks[i]) for s, i in zip(start, ids, strict=True)] == [True] * len(
            ids
        )


@pytest.fixture(scope="module")
def walked():
    if not isinstance(new_numbering(), WalkedTable):
        pytest.skip("nothing is compiled here; make setup compiles it where there is a C compiler")


@given(st.lists(st.lists(st.text(alphabet="aé\x00 \n", max_size=30), max_size=30), max_size=3))
@settings(max_examples=50)
def test_walking_numbers_chunks_as_arrays_do(walked, texts):
    """Chunks of all lengths around eight and sixteen bytes, from text to text."""
    by_arrays, by_walking = ChunkTable(), new_numbering()
    for pieces in texts:
        raw = "".join(pieces).encode()
        for one, other in zip(by_arrays.number(raw), by_walking.number(raw), strict=True):
            assert one.tolist() == other.tolist()
            assert one.dtype == other.dtype
    assert by_arrays.chunks == by_walking.chunks


EIGHT = st.lists(st.integers(33, 255), min_size=8, max_size=8).map(bytes)


def hashed(*words: bytes) -> int:
    """The hash of a long chunk, as the walker has it."""
    key = 0
    for word in words:
        signed = key - (1 << 64) if key >> 63 else key
        key = ((key ^ (signed >> 29)) * 0x22B2AE3D27D4EB4F + int.from_bytes(word, "little")) % (1 << 64)
    return key


@given(EIGHT, EIGHT, EIGHT, EIGHT, st.integers(1, 8))
def test_chunks_that_share_a_hash_are_told_apart(walked, first, other, last, more, n):
    """The words of two chunks are chosen so that their hashes are the same."""
    wanted = (hashed(first, last) - hashed(other, bytes(8))) % (1 << 64)
    twins = [first + last, other + wanted.to_bytes(8, "little")]
    # a first word with all bits turned leaves the hash as it is
    turned = bytes(byte ^ 0xFF for byte in first)
    pairs = [twins, [chunk + more[:n] for chunk in twins], [first + last[:n], turned + last[:n]]]
    for pair in pairs:
        if min(map(min, pair)) <= 32:  # would not be one chunk
            continue
        table = new_numbering()
        ids, _ = table.number(b" ".join([*pair, *pair]))
        alike = pair[0] == pair[1]
        assert ids.tolist() == ([0] * 4 if alike else [0, 1, 0, 1])
        assert len(set(table.walker._keys)) == 1


@given(st.lists(st.lists(TEXTS, max_size=4), max_size=3), st.lists(st.sampled_from(PATTERNS), max_size=4))
def test_what_sifting_does_not_tell_of_is_one_word_not_looked_for(batches, patterns):
    """The chunks of which nothing is told, against the word rule and the globs of the reference."""
    by_arrays, table = ArraySifting(ChunkTable()), new_numbering()
    sifting = new_sifting(table, patterns)
    seen = 0
    for texts in batches:
        told: list[set[int]] = [set() for _ in texts]
        n_chunks, text, chunk = sifting.sift(texts)
        for row, number in zip(text.tolist(), chunk.tolist(), strict=True):
            told[row].add(number)
        assert n_chunks.tolist() == by_arrays.sift(texts)[0].tolist()
        new = sifting.new(seen).tolist()
        assert new == sorted(number for number in set().union(*told) if number >= seen)
        for row, own in zip(texts, told, strict=True):
            for number in set(table.number(row.encode("utf-8", "surrogatepass"))[0].tolist()) - own:
                piece = table.chunks[number].decode("utf-8", "surrogatepass")
                (token,) = reference.tokens_of(piece)
                assert not any(reference.glob_fits(pattern, token.norm) for pattern in patterns)
        seen = len(table)


def test_most_words_are_never_told_of(walked):
    text = "The warden’s peaceful “anti-war” ease, and (only-then) war! Ward war's U.S. señor — 1990s."
    table = new_numbering()
    sifting = new_sifting(table, ["war", "peace*", "ease"])
    n_chunks, _, chunk = sifting.sift([text, ""])
    told = [table.chunks[number].decode() for number in chunk]
    assert n_chunks.tolist() == [14, 0]
    assert told == ["peaceful", "ease,", "war!", "war's", "U.S.", "señor", "—"]
    sifting.silence(chunk[:1])
    assert [table.chunks[number].decode() for number in sifting.sift([text])[2]] == told[1:]


def test_beginnings_of_patterns():
    wanted = beginnings(["war", "be?ter", "o'er", "xe*", "peaceful", "été"])
    for word in ("war", "bet", "better", "best", "o'clock", "o", "xe", "xenon", "peace", "été"):
        assert wanted[place(word)], word
    for word in ("warm", "w", "wa", "tear", "ox", "oer", "x", "x-ray"):
        assert not wanted[place(word)], word
    assert set(beginnings(["x*"])) == {1}


def test_sifting_goes_on_beyond_its_room(walked):
    table = new_numbering()
    text = " ".join(f"{i}.{i}" for i in range(70_000))
    n_chunks, rows_told, chunk = new_sifting(table, []).sift(["a", text, "b 1.1"])
    assert n_chunks.tolist() == [1, 70_000, 2]
    assert chunk.tolist() == [*range(1, 70_001), 2]
    assert rows_told.tolist() == [*[1] * 70_000, 2]


def test_walking_goes_on_beyond_its_room_and_its_table(walked):
    chunks = [f"w{i}" if i % 2 else f"averylongword{i * 7919}end" for i in range(30_000)]
    raw = "  ".join(chunks * 2).encode()
    table = new_numbering()
    ids, start = table.number(raw)
    assert [table.chunks[i].decode() for i in ids] == chunks * 2
    assert [raw[s : s + 1] for s in start[:4]] == [b"a", b"w", b"a", b"w"]
    assert len(table) == 30_000


@given(
    st.lists(st.text(alphabet="ab*?\\\U0010ffff", min_size=1, max_size=4), max_size=6),
    st.lists(st.text(alphabet="ab*\U0010ffff", max_size=4), unique=True, max_size=8),
    st.integers(0, 8),
)
def test_globs(patterns, list_of_words, start):
    new = NewWords(list_of_words, start)
    found = [(i, pattern) for pattern, places in GlobMatcher(patterns).find(new) for i in places]
    # a backslash at the end stands for itself
    expected = {
        (i, pattern)
        for i, word in enumerate(list_of_words[start:])
        for pattern in patterns
        if reference.glob_fits(pattern, word)
    }
    assert sorted(found) == sorted(expected)


def test_glob_to_regex_escapes_the_rest():
    assert glob_to_regex("a.b*?\\*") == r"a\.b.*.\*"


def test_speeches_equal_the_reference(ungdc):
    import pyarrow.parquet as pq

    texts = pq.read_table(ungdc, columns=["text"]).column("text").to_pylist()[::53][:200]
    vocabulary = Vocabulary()
    for at in range(0, len(texts), 50):
        tokens = tokenize(texts[at : at + 50], "en", vocabulary)
        assert rows(tokens) == reference.tokens_of(tokens.text)
        assert gaps(tokens) == reference.gaps_of(tokens.text)
