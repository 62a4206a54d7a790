"""Sentences, paragraphs and what a paragraph is, on sentences of our own in both languages."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from discourse.tokens import ROLES, find_roles, tokenize


def pieces(text: str, language: str, unit: str) -> list[str]:
    """The text from the first word of each sentence or paragraph to its last word."""
    tokens = tokenize([text], language)
    first = getattr(tokens, f"{unit}_first").tolist()
    return [text[tokens.start[a] : tokens.end[b - 1]] for a, b in pairwise(first)]


def parted(text: str, language: str) -> str:
    """The text with a bar before each word that begins a sentence, but for the first."""
    tokens = tokenize([text], language)
    for start in reversed(tokens.start[tokens.sentence_first[1:-1]].tolist()):
        text = f"{text[:start]}|{text[start:]}"
    return text


# A bar stands before each word that begins a sentence. Where a line has none, it is one sentence.
ENGLISH = """
The fleet left. |It came back.
The fleet left! |Nobody knew why? |It was late.
The fleet left... |Nobody saw it.
The fleet left … |Nobody saw it.
The fleet left... and came back.
The fleet did what? it left!
“Peace, yes. |War, no. |Never, never war.”
“The fleet left.” |Nobody saw it.
“The fleet left”. |Nobody saw it.
'The fleet left.' |Nobody saw it.
(The fleet left.) |Nobody saw it.
The fleet left (or so she said). |Nobody saw it.
The fleet left ("at dawn."). |Nobody saw it.
*The fleet left.* |Nobody saw it.
The fleet left. “|Nobody saw it.” (|Nobody.)
He said: “Go now.” |Then he went.
“Go!” |He went.
“Go!” Ana Ruiz said. |He went.
“Why?” the senator asked. |Nobody knew.
“Why?” Ruiz asked again. |Nobody knew.
The fleet left. it came back.
The fleet cost 3.5 million. |45 sailors stayed.
The fleet cost 1,000.50 and 2.5.
The U.S. Senate met. |The U.S. |The end.
He lives in the U.S. |He left in May.
He lives in the U.S., The Hague and Rome.
He lives in the "U.S." |Then he left.
Gen. Harrington met Lt. Col. Ann B. Moss of St. Paul.
Mr. and Mrs. Smith, Dr. Jones and Prof. A. N. Other met Sen. Ruiz.
J. R. Smith Jr. met John F. Kennedy. |He left.
J.R. Smith met I. M. Moss.
So did I. |Moss left.
No. 5 was first. |We said no. |Nobody heard. |No. |We said no. 5 times.
See vol. II. |See p. 5. |See art. 3 and fig. 2. |It is art. |Moss painted it.
On Dec. 5 and Jan. 6, at 5 p.m. |The fleet left.
We left at 5 p.m. on Sun. |It rained.
He came at 5 p.m. |Nobody met him. |See tab. 2. |Drs. Lee and Moss left.
“Why?”. |Ruiz asked.
Who was he? |A spy? |A fool? |What! |You too?
Sen. Ann Moss (R-Mo.) voted no. |Rep. Bob Lee (D-Calif.) voted yes.
He has a Ph.D. in law. |Ruiz et al. found none. |It was World War I. |Then peace.
The question “Why?” was asked. |He works at Yahoo! in May.
It ended.[12] |Nobody came. |It ended (see p. 12). |Nobody came.
He sat. |Moss stood in the sun. |Ruiz left on the march.
Moss v. Ruiz was decided, e.g. The Hague ruled.
Acme Inc. and Bolt Co. made it. |Acme Inc. |The firm closed.
Guns, tanks, etc. |The list goes on.
The fleet left.. |Find out more.
The fleet left.. |45 ships.
The fleet left . |Find out more.
The fleet left.” . |Find out more.
The fleet left.|Find out more.
The fleet left.|The army stayed on Node.Js and 3.The.
The fleet left.“|Nobody saw it.
It ended.3 |Nobody saw it. |See A/63/PV.7 Nobody.
The fleet [...] President Moss left. |The (!) Army stayed.
She is [...] gone. [...] |Nobody saw it.
Is it peace? |Or war?! |Or what?? |Nobody knows!!! |Never.
It failed. |2. Nobody came. |3. Nobody left.
"Why not?" "|Because," he said.
The fleet left.—|Nobody saw it.
Plan B. |The fleet left.
The fleet left — Nobody saw it.
The fleet; Nobody: Something, The end
"""

SPANISH = """
La flota salió. |Volvió tarde.
¿Qué pasó? ¡|Nada! ¿|Nada? |Todo sigue.
No. ¿|Quién lo dijo? |Nadie.
Dijo que no. |45 barcos salieron.
Y entonces, ¿qué pasó? |Nada.
«La flota salió.» |Nadie la vio.
«La flota salió». |Nadie la vio.
«¿Por qué?» preguntó Ana. |Nadie lo supo.
«¿Por qué?», preguntó Ana. |Nadie lo supo.
El Sr. García y la Sra. Pérez hablaron con el Dr. Ruiz. |La Sra. García no.
El Gral. López, D. Juan y Dña. María.
EE. UU. dijo que no. |EE. UU. |El presidente habló.
EE.UU. dijo que no. |Habló con EE.UU. |El presidente calló.
Salió de los EE.UU. ¿|Quién lo vio?
El art. 5 y la pág. 3, núm. 7. |Es arte. |Maduro lo dijo.
El 5 de dic. de 2010. |Salió a las 5 p. m. |El tren no.
«¿Quién?». |Nadie contestó. |Pero... ¿quién? |Nadie.
La Vpdta. Gil leyó el t. II y el lib. 4. |Llegó a las 3 p.m. |Nadie la esperaba.
Dijo: “Nos vamos.” |Se fueron. |Y, ¿quién lo sabe? |Si llueve, ¡qué pena! |No llovió.
El 1.º de mayo y el s. XX. |Nació en 1945. |Murió en 2010. |La empresa Moss S.A. |La otra no.
Mons. Romero y el P. Luis, J. L. Moss y M. Vargas. |Otros leyeron. ¡|Basta! |No más. ¡|Fuera!
Fue al mar. |Juan llegó con nos. |Pedro dio.
Mide 3,5 metros. |Cuesta 1.000.000 de pesos.
La ONU, la OEA, etc. |La lista sigue.
La flota salió... |Nadie la vio.
La flota salió.|Nadie la vio.
—No —dijo Ana—. |Nadie la vio.
Vive en la Av. Bolívar. |Hoy no.
El n.º 5 y el No. 6. |Vino Ud. |Sin embargo, calló.
"""


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", line) for line in ENGLISH.strip().split("\n")]
    + [("es", line) for line in SPANISH.strip().split("\n")],
)
def test_sentences(language, line):
    assert parted(line.replace("|", ""), language) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", line) for line in ENGLISH.strip().split("\n")]
    + [("es", line) for line in SPANISH.strip().split("\n")],
)
def test_a_line_end_may_stand_for_a_space(language, line):
    # a blank line before, so that line ends alone part nothing
    text = "A title\n\n" + line.replace("|", "").replace(" ", "\n")
    if "—" not in line:  # which would begin an item of a list
        title, rest = parted(text, language).split("\n\n")
        assert (title, rest.replace("|", "", 1)) == ("A title", line.replace(" ", "\n"))


def test_other_scripts_have_sentences_too():
    assert pieces("平和。戦争。", "en", "sentence") == ["平和", "戦争"]
    assert pieces("سلام؟ حرب. سلام", "en", "sentence") == ["سلام", "حرب", "سلام"]
    assert pieces("शांति। युद्ध", "en", "sentence") == ["शांति", "युद्ध"]


def test_wrapped_sentences_go_on():
    text = "The fleet left the harbour\nbefore dawn, said Gen.\nHarrington of the U.S.\nNavy. It is\ngone."
    assert pieces(text, "en", "paragraph") == [text[:-1]]
    assert [piece.split()[0] for piece in pieces(text, "en", "sentence")] == ["The", "It"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask for:\n- peace\n- bread", ["We ask for", "peace", "bread"]),
        ("We ask for\n• peace\n• bread", ["We ask for", "peace", "bread"]),
        ("We ask for:\n1. peace;\n2. bread.", ["We ask for", "1. peace", "2. bread"]),
        ("We ask for:\n(1) peace;\n(2) bread.", ["We ask for", "1) peace", "2) bread"]),
        ("It ended.\n12. Nobody saw it.\n13. Nobody.", ["It ended", "12. Nobody saw it", "13. Nobody"]),
        ("It ended.\n12.\tNobody saw it.", ["It ended", "12.\tNobody saw it"]),
        ("I. The war\nIt began.", ["I. The war\nIt began"]),
        ("It ended\n— or so they say — at dawn.", ["It ended\n— or so they say — at dawn"]),
    ],
)
def test_lists(text, expected):
    # a blank line, so that line ends alone part nothing
    text = f"A title\n\n{text}"
    assert pieces(text, "en", "sentence")[1:] == expected


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Is it war? It is. Is it?", [True, False, True]),
        ("“Is it war?” the senator asked. It is.", [True, False]),
        ("He asked ‘Who?’ and left. It is.", [True, False]),
        ("¿Es guerra? No. Dijo: ¿qué?, y calló.", [True, False, True]),
        ("Is it war?!", [True]),
        ("It is.", [False]),
        ("Is it war?\n\nIt is.", [True, False]),
        ("It is\n\n? Is it", [False, False]),
    ],
)
def test_questions(text, questions):
    assert tokenize([text], "es" if "¿" in text else "en").question.tolist() == questions


# Paragraphs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two.\n\nThree.", ["One two", "Three"]),
        ("One two.\nThree.\n\nFour.\nFive.", ["One two.\nThree", "Four.\nFive"]),
        ("One two.\nThree.\nFour.", ["One two", "Three", "Four"]),
        ("One two.\r\nThree.\r\n\r\nFour.", ["One two.\r\nThree", "Four"]),
        ("One.\n \t\nTwo.", ["One", "Two"]),
        ("\n\nOne.\nTwo.\n\n", ["One", "Two"]),  # blank lines around a text part nothing
        ("One\u2029Two", ["One", "Two"]),
        ("One two three", ["One two three"]),
        ("A headline\nThe war ended.\nNobody came.", ["A headline", "The war ended", "Nobody came"]),
    ],
)
def test_paragraphs(text, expected):
    assert pieces(text, "en", "paragraph") == expected


PROSE = [
    "The ferry left the harbour before dawn and nobody on the quay knew where it went, or why it went so"
    " early in the year, when the ice had only just begun to break and the pilots were still at home.",
    "A week later the harbour master wrote a letter to the ministry in which he asked for money, for coal,"
    " for men and for a new lamp, since the old one had gone out twice in one night.",
]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_hard_wrapped_lines_are_no_paragraphs(width):
    assert len(pieces(textwrap.fill(PROSE[0], width), "en", "paragraph")) == 1
    with_blank_lines = "\n\n".join(textwrap.fill(p, width) for p in PROSE)
    assert [p.split()[0] for p in pieces(with_blank_lines, "en", "paragraph")] == ["The", "A"]
    indented = "\n   ".join(textwrap.fill(p, width) for p in PROSE)
    assert [p.split()[0] for p in pieces(indented, "en", "paragraph")] == ["The", "A"]


def test_a_short_last_line_ends_a_hard_wrapped_paragraph():
    lines = [
        "The ferry left the harbour before",
        "dawn, and nobody on the quay knew",
        "why it went.",
        "A week later",
    ]
    text = "\n".join([*lines, "the harbour master wrote a letter", "to the ministry."])
    assert [p.split()[0] for p in pieces(text, "en", "paragraph")] == ["The", "A"]


def test_long_lines_are_paragraphs_even_in_lower_case():
    text = "\n".join(p.lower() for p in PROSE)
    assert len(pieces(text, "en", "paragraph")) == 2


# Roles -----------------------------------------------------------------------------------------------------


def roles(text: str) -> list[str]:
    return [ROLES[role] for role in tokenize([text]).paragraph_role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A War Ends\nThe war ended.\nNobody came.", ["headline", "lead", "body"]),
        (
            "A War Ends\n\nThe war ended.\n\nThe Aftermath\n\nNobody came.",
            ["headline", "lead", "heading", "body"],
        ),
        ("The war ended.\nNobody came.", ["lead", "body"]),
        ("A War Ends", ["lead"]),  # nothing follows: the text itself
        ("A War Ends: What Now?\nThe war ended.", ["lead", "body"]),
        ("What comes next:\nThe war ended.", ["headline", "lead"]),
        ("A War Ends\nIn the North\nThe war ended.", ["headline", "heading", "lead"]),
        ("A War Ends\nIt ended at 11 p.m.\nNobody came.", ["headline", "lead", "body"]),
        ("New Talks in the U.S.\nThe war ended.", ["headline", "lead"]),
        ("The war ended.\nThe Aftermath\nNobody came.\nThe End", ["lead", "heading", "body", "body"]),
        ("a war ends\nThe war ended.", ["lead", "body"]),
        ("“A War Ends”\nThe war ended.", ["headline", "lead"]),
        ("1. A War Ends\nThe war ended.", ["headline", "lead"]),
        (" ".join(["Word"] * 22) + "\nThe war ended.", ["headline", "lead"]),
        (" ".join(["Word"] * 23) + "\nThe war ended.", ["lead", "body"]),
        ("The war ended. It Was Over\nNobody came.", ["lead", "body"]),
        ("", []),
    ],
)
def test_roles(text, expected):
    assert roles(text) == expected


def test_each_document_has_its_own_headline():
    texts = ["A War Ends\nThe war ended.", "", "Peace Begins\nIt began.", "It began.\n\n… and went on"]
    found = [ROLES[role] for role in tokenize(texts).paragraph_role]
    assert found == ["headline", "lead", "headline", "lead", "lead", "body"]


def test_a_fragment_glued_to_a_heading_does_not_count():
    tokens = tokenize(["A War Ends\nThe Aftermath. Find out more about it.\nNobody came."])
    left_out = tokens.sentence == 2
    assert [ROLES[r] for r in find_roles(tokens, left_out)] == ["headline", "heading", "lead"]
    assert [ROLES[r] for r in find_roles(tokens)] == ["headline", "lead", "body"]


def test_a_paragraph_left_out_altogether_is_no_lead():
    tokens = tokenize(["A War Ends\nFind out more.\nNobody came."])
    assert [ROLES[r] for r in find_roles(tokens, tokens.paragraph == 1)] == ["headline", "body", "lead"]
    assert [ROLES[r] for r in find_roles(tokens, tokens.paragraph >= 0)] == ["body", "body", "body"]
