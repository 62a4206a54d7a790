"""Who speaks where a sentence has two people, in sentences built by rule: the other one is never the speaker."""

from __future__ import annotations

from itertools import permutations

from discourse.quotation import find_quotations
from discourse.tokens import tokenize

PEOPLE = {
    "Ann Reed": "Ann Reed",
    "the mayor": "mayor",
    "Governor Tom Hill": "Tom Hill",
    "the union": "union",
    "a neighbour": "neighbour",
}
FRAMES = (
    "“It is late,” {x} said to {y}.",
    "“It is late,” {x} said when {y} asked about it.",
    "“It is late,” said {x}, who met {y} on Monday.",
    "“It is late,” {x} said before {y} could answer.",
    "{x} told {y}: “It is late.”",
    "{x}, standing beside {y}, said: “It is late.”",
    "{x}, citing {y}, said: “It is late.”",
    "{x}, who beat {y} last year, said: “It is late.”",
    "{x}, whom {y} met on Monday, said: “It is late.”",
    "{x} to {y}: “It is late.”",
    "{x} interrupted {y}. “It is late,” {x} said.",
    "{y} was told by {x}: “It is late.”",
    "{y} smiled, but {x} disagreed. “It is late,” {x} said.",
    "While {y} said it was early, {x} said: “It is late.”",
    "Unlike {y}, {x} said: “It is late.”",
    "Asked by {y} about the river, {x} said: “It is late.”",
    "In a letter to {y}, {x} said: “It is late.”",
)
GENTE = {
    "Ana Ruiz": "Ana Ruiz",
    "el alcalde": "alcalde",
    "el ministro Luis Gil": "Luis Gil",
    "el sindicato": "sindicato",
    "una vecina": "vecina",
}
MARCOS = (
    "«Es tarde», dijo {x} {a_y}.",
    "«Es tarde», le dijo {x} {a_y}.",
    "«Es tarde», respondió {x} cuando {y} preguntó por él.",
    "{x} respondió {a_y}: «Es tarde».",
    "{x}, junto {a_y}, dijo: «Es tarde».",
    "{x}, a quien {y} vio ayer, dijo: «Es tarde».",
    "{x}, que venció {a_y}, dijo: «Es tarde».",
    "{x} interrumpió {a_y}. «Es tarde», dijo {x}.",
    "{x} visitó {a_y} el lunes y dijo: «Es tarde».",
    "A preguntas {of_y}, {x} dijo: «Es tarde».",
    "Tras reunirse con {y}, {x} dijo: «Es tarde».",
    "Ante {y}, {x} defendió la obra: «Es tarde».",
    "Mientras {y} decía que era pronto, {x} dijo: «Es tarde».",
    "{y} dijo que era pronto, mientras que {x} dijo: «Es tarde».",
    "Las palabras {of_x} sobre {y} fueron claras: «Es tarde».",
)


def speakers(sentences: list[str], language: str) -> list[str]:
    """Whose the marked words of each sentence are, without the article."""
    quotes = find_quotations(tokenize(sentences, language=language))
    found = [""] * len(sentences)
    for number, kind, name in zip(quotes.doc, quotes.type, quotes.speaker, strict=True):
        if kind == "direct":
            first, _, rest = (name or "").partition(" ")
            found[number] = rest if first.lower() in ("the", "a", "el", "una") else name or ""
    return found


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def wrong(built: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    rows = speakers([sentence for sentence, _ in built], language)
    return [(sentence, row) for (sentence, who), row in zip(built, rows, strict=True) if row != who]


def with_to(who: str) -> str:
    return f"al {who[3:]}" if who.startswith("el ") else f"a {who}"


def with_of(who: str) -> str:
    return f"del {who[3:]}" if who.startswith("el ") else f"de {who}"


def test_two_people_in_english() -> None:
    built = [
        (capital(frame.format(x=x, y=y)), PEOPLE[x]) for x, y in permutations(PEOPLE, 2) for frame in FRAMES
    ]
    assert wrong(built, "en") == []


def test_two_people_in_spanish() -> None:
    built = [
        (capital(frame.format(x=x, y=y, a_y=with_to(y), of_x=with_of(x), of_y=with_of(y))), GENTE[x])
        for x, y in permutations(GENTE, 2)
        for frame in MARCOS
    ]
    assert wrong(built, "es") == []


def test_a_description_alone_may_still_be_whom_the_text_is_about() -> None:
    assert speakers(["Luis Gil llegó tarde. «Es tarde», dijo el alcalde."], "es") == ["Luis Gil"]
    assert speakers(["Mayor Ann Reed sat beside Tom Hill. “It is late,” the mayor said."], "en") == [
        "Ann Reed"
    ]


def test_an_acting_head_keeps_the_office() -> None:
    assert speakers(["“It is late,” said the acting mayor Ann Reed. The acting mayor left."], "en") == [
        "Ann Reed"
    ]


def test_words_in_marks_are_nobody() -> None:
    text = "«Es muy tarde», dijo un portavoz del banco. «Es tarde», añadió."
    assert speakers([text], "es") == ["un portavoz del banco"]
    text = "«Es muy tarde», dijeron los vecinos.\n\n«Nos vamos todos, es tarde», añadieron."
    assert speakers([text], "es") == ["los vecinos"]
    text = "“It is very late,” said the head of the bank. “It is late,” he added."
    assert speakers([text], "en") == ["head of the bank"]
