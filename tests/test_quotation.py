"""Quotations, indirect speech, sources and voice: each construction in both languages, and edges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse.errors import MissingDependencyError
from discourse.lexicon import load_lexicon
from discourse.quotation import DIRECT, INDIRECT, NARRATOR, Quotes, find_quotations
from discourse.quotation.bits import QUOTED
from discourse.quotation.blocks import Blocks
from discourse.quotation.cues import token_bits
from discourse.quotation.marks import find_spans
from discourse.quotation.roles import ROLES
from discourse.tokens import Tokens, Vocabulary, tokenize


def read(text: str, language: str = "en") -> tuple[Tokens, Quotes]:
    tokens = tokenize([text], language=language)
    return tokens, find_quotations(tokens)


def rows(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    """Type, text and speaker of each row."""
    tokens, quotes = read(text, language)
    spans = zip(quotes.start, quotes.end, strict=True)
    return [
        (kind, tokens.text[a:b], who)
        for kind, (a, b), who in zip(quotes.type, spans, quotes.speaker, strict=True)
    ]


def marked(text: str, language: str = "en") -> list[str]:
    spans = find_spans(tokenize([text], language=language))
    return [text[a:b] for a, b in zip(spans.start, spans.end, strict=True)]


# -- marks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said, “We leave now.”", ["“We leave now.”"]),
        ('She said, "We leave now."', ['"We leave now."']),
        ("«We leave», she said.", ["«We leave»"]),
        ("„We leave“, she said.", ["„We leave“"]),
        ("‘We don’t leave,’ she said.", ["‘We don’t leave,’"]),
        (
            "'I don't know,' he said. 'The workers' rights matter.'",
            ["'I don't know,'", "'The workers' rights matter.'"],
        ),
        ("“He told me, ‘Go home,’ and left.”", ["“He told me, ‘Go home,’ and left.”"]),
        ("‘She said “no” twice,’ he wrote.", ["‘She said “no” twice,’"]),
        ("Rock ’n’ roll in the ’90s wasn’t new.", []),
        ("The workers’ rights and the soldiers’ pay.", []),
        ("'Twas the night they sang 'em.", []),
        ('A 6" gun and a "quoted" word.', ['"quoted"']),
        ("“First.” “Second.”", ["“First.”", "“Second.”"]),
        ("``We leave,'' she said, ``at once.''", ["``We leave,''", "``at once.''"]),
        ("`` We leave , '' she said . ", ["`` We leave , ''"]),
        ("``He told me `no' twice,'' she said.", ["``He told me `no' twice,''"]),
        ("''We leave,'' she said.", ["''We leave,''"]),
        ('She said : " We leave . " Then " they " came .', ['" We leave . "', '" they "']),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_quotation_over_paragraphs_is_a_span_each_and_one_chain() -> None:
    spans = find_spans(tokenize(["“It began in May.\n\n“It ended in June.” She wept."]))
    assert len(spans) == 2
    assert spans.chain[0] == spans.chain[1]
    assert spans.warnings == []


def test_the_closing_guillemet_repeated_in_spanish_opens_the_next_paragraph() -> None:
    text = "«Empezó en mayo.\n\n«Terminó en junio», dijo Ana Ruiz."
    assert [r[1:] for r in rows(text, "es")] == [
        ("«Empezó en mayo.", "Ana Ruiz"),
        ("«Terminó en junio»", "Ana Ruiz"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("He said, “We leave now. Then he left.", "opening mark “ is never closed"),
        ("We leave now,” he said.", "closing mark ” was never opened"),
        ('He said, "We leave now. Then he left.', 'opening mark " is never closed'),
        ("Se fue», dijo.", "closing mark » was never opened"),
    ],
)
def test_unbalanced_marks_are_reported_and_never_fatal(text: str, message: str) -> None:
    _, quotes = read(text)
    assert [m for _, _, m in quotes.warnings] == [message]
    doc, at, _ = quotes.warnings[0]
    assert doc == 0
    assert text[at] in '“”"»'


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In his book “Cold Harbours” Tom Hill wrote of the sea.", "en"),
        ("In the report “Cold Harbours,” Hill writes of the sea.", "en"),
        ("En su novela «Puertos fríos», Ana Gil escribe sobre el mar.", "es"),
    ],
)
def test_a_title_is_not_what_its_author_said(text: str, language: str) -> None:
    assert rows(text, language) == []


def test_nobody_of_the_document_before_speaks() -> None:
    tokens = tokenize(["Reed hit back.", "“It is late, and we go home.”"], language="en")
    assert find_quotations(tokens).speaker == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the bridge collapsed.",
        "Tom Hill said she resigned.",
        "Some sources claim he drowned.",
    ],
)
@pytest.mark.parametrize("other", ["It was late, and they were here, and he will go.", "They say"])
def test_other_documents_change_nothing(text: str, other: str) -> None:
    alone = find_quotations(tokenize([text], language="en"))
    between = find_quotations(tokenize([other, text, other], language="en"))
    assert alone.speaker == between.speaker
    assert len(alone.speaker) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port is our own. Critics say that it is lost.", ["Critics"]),
        ("It is so, and so are we. Critics say that it is lost.", ["Critics"]),
        ("Our critics say that it is lost.", []),
    ],
)
def test_whose_view_it_is_is_told_in_the_sentence(text: str, expected: list[str]) -> None:
    assert read(text)[1].speaker == expected


def test_an_unclosed_mark_costs_at_most_its_paragraph() -> None:
    text = "He said, “We leave now.\n\nThe road was empty and the night was cold."
    tokens, quotes = read(text)
    road = next(k for k in range(len(tokens)) if tokens.word(k) == "road")
    assert quotes.voice[road] == NARRATOR


def test_spanish_dialogue_with_dashes() -> None:
    text = (
        "El ministro Luis Cano habló.\n\n—No vamos a negociar —dijo el ministro—. Hay órdenes.\n\n"
        "—¿Y ahora qué? —preguntó una periodista.\n\n—Ahora, a casa —contestó él."
    )
    assert rows(text, "es") == [
        ("direct", "—No vamos a negociar", "Luis Cano"),
        ("direct", "Hay órdenes.", "Luis Cano"),
        ("direct", "—¿Y ahora qué?", "una periodista"),
        ("direct", "—Ahora, a casa", "Luis Cano"),
    ]
    _, quotes = read(text, "es")
    assert quotes.group[0] == quotes.group[1]


def test_a_dash_that_lists_is_no_dialogue() -> None:
    assert rows("Los temas:\n\n— La paz.\n\n— El comercio.", "es") == []


# -- direct speech -----------------------------------------------------------------------------------

DIRECT_ENGLISH = [
    ("“Stop it at once, all of you,” urged the mayor.", [("“Stop it at once, all of you,”", "the mayor")]),
    ("“Stop it at once, all of you,” Ana Ruiz ordered.", [("“Stop it at once, all of you,”", "Ana Ruiz")]),
    ("“We will wait,” said Maria Lopez.", [("“We will wait,”", "Maria Lopez")]),
    ("“We will wait,” Maria Lopez said.", [("“We will wait,”", "Maria Lopez")]),
    ("Maria Lopez said, “We will wait.”", [("“We will wait.”", "Maria Lopez")]),
    ("Maria Lopez told reporters: “We will wait.”", [("“We will wait.”", "Maria Lopez")]),
    ("Maria Lopez said in a speech on Monday, “We will wait.”", [("“We will wait.”", "Maria Lopez")]),
    ("“Will they wait?” asked Maria Lopez.", [("“Will they wait?”", "Maria Lopez")]),
    ("“Stop!” Maria Lopez shouted.", [("“Stop!”", "Maria Lopez")]),
    ("“We will wait,” said Maria Lopez, a nurse from Troy.", [("“We will wait,”", "Maria Lopez")]),
    ("“We will wait,” Maria Lopez, 47, said at the gate.", [("“We will wait,”", "Maria Lopez")]),
    ("“We will wait,” the envoy, Maria Lopez, told reporters.", [("“We will wait,”", "Maria Lopez")]),
    (
        "“We will wait,” said Maria Lopez, “and then we will act.”",
        [("“We will wait,”", "Maria Lopez"), ("“and then we will act.”", "Maria Lopez")],
    ),
    (
        "“We will wait,” Maria Lopez said, “and then we will act.”",
        [("“We will wait,”", "Maria Lopez"), ("“and then we will act.”", "Maria Lopez")],
    ),
    (
        "“We will wait,” said Maria Lopez. “Then we will act.”",
        [("“We will wait,”", "Maria Lopez"), ("“Then we will act.”", "Maria Lopez")],
    ),
    ("According to Maria Lopez, who was there, “nobody waited.”", [("“nobody waited.”", "Maria Lopez")]),
    ("Maria Lopez spoke for an hour. “We will wait.”", [("“We will wait.”", "Maria Lopez")]),
    ("He was calm, saying only, “We will wait.”", [("“We will wait.”", None)]),
    ("‘We will wait,’ said Maria Lopez.", [("‘We will wait,’", "Maria Lopez")]),
    ('"We will wait," said Maria Lopez.', [('"We will wait,"', "Maria Lopez")]),
    ("Maria Lopez called the plan “a disgrace.”", [("“a disgrace.”", "Maria Lopez")]),
    ("Maria Lopez described him as “reckless.”", [("“reckless.”", "Maria Lopez")]),
    ("It created what Maria Lopez termed “an echo chamber” of fear.", [("“an echo chamber”", "Maria Lopez")]),
    ("As Maria Lopez put it: “Nobody came here to sign.”", [("“Nobody came here to sign.”", "Maria Lopez")]),
    (
        "“One thing,” Maria Lopez added, “is clear to everybody here.”",
        [("“One thing,”", "Maria Lopez"), ("“is clear to everybody here.”", "Maria Lopez")],
    ),
    (
        "“She likes the noise,” a friend who has known her since school told me.",
        [("“She likes the noise,”", "a friend")],
    ),
    ("Said Maria Lopez of the board: “We will wait.”", [("“We will wait.”", "Maria Lopez")]),
    (
        "“We can wait,” Mayor Maria Lopez, a former teacher, said of the plan after it was read aloud.",
        [("“We can wait,”", "Maria Lopez")],
    ),
    (
        "Ten years ago, in the rain, Maria Lopez told us, “We will wait.”",
        [("“We will wait.”", "Maria Lopez")],
    ),
    ("“We will wait,” Maria Lopez was quoted as saying.", [("“We will wait,”", "Maria Lopez")]),
    (
        "Maria Lopez mocked the plan: “Nobody wants it here,” she said.",
        [("“Nobody wants it here,”", "Maria Lopez")],
    ),
    ("The crowd shouted back: “Never!”", [("“Never!”", "The crowd")]),
    ("“Do not lean out,” the sign read.", [("“Do not lean out,”", "the sign")]),
    ("On one page, beside a map, Maria Lopez has written, “Not here.”", [("“Not here.”", "Maria Lopez")]),
    ("A film showed Maria Lopez praising the plan as “bold.”", [("“bold.”", "Maria Lopez")]),
    (
        "He gave a reason in May, a claim that Maria Lopez described as “absurd.”",
        [("“absurd.”", "Maria Lopez")],
    ),
    ("“It fell,” no one said.", [("“It fell,”", "no one")]),
    ("Her rival, banker Tom Hill, called the plan “a joke.”", [("“a joke.”", "Tom Hill")]),
    ("Tom Hill disagreed: “It stands.”", [("“It stands.”", "Tom Hill")]),
    ("He called the bank a “paper tiger” in May.", [("“paper tiger”", None)]),
    (
        "Hill was calm. “We wait,” Hill said. “For now,” the British leader added.",
        [("“We wait,”", "Hill"), ("“For now,”", "Hill")],
    ),
    (
        "Tom Hill, on the bridge: “It stands firm”\n\nTom Hill spoke in Leeds on Monday before the vote.",
        [("“It stands firm”", "Tom Hill")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT_ENGLISH)
def test_direct_speech_english(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = rows(text)
    assert [(content, who) for _, content, who in found] == expected
    assert {kind for kind, _, _ in found} == {"direct"}


DIRECT_SPANISH = [
    (
        "«Si llueve —dijo la alcaldesa Ana Gil—, ¿quién viene?».",
        [("«Si llueve", "Ana Gil"), ("¿quién viene?»", "Ana Gil")],
    ),
    (
        "Ana Gil habló ayer. “Iremos todos —añadió— el lunes”.",
        [("“Iremos todos", "Ana Gil"), ("el lunes”", "Ana Gil")],
    ),
    ("«No vendrá nadie —contestó Ana Gil—».", [("«No vendrá nadie", "Ana Gil")]),
    ("«La obra —que es cara— sigue», dijo Ana Gil.", [("«La obra —que es cara— sigue»", "Ana Gil")]),
    ("«Cumpla usted con su deber», reclamó Ana Ruiz.", [("«Cumpla usted con su deber»", "Ana Ruiz")]),
    ("«El puente es seguro», ha dicho la ministra.", [("«El puente es seguro»", "la ministra")]),
    (
        "«El puente», ha explicado Ana Ruiz, «es seguro».",
        [("«El puente»", "Ana Ruiz"), ("«es seguro»", "Ana Ruiz")],
    ),
    ("«Vamos a esperar», dijo María López.", [("«Vamos a esperar»", "María López")]),
    ("“Vamos a esperar”, dijo ayer la canciller María López.", [("“Vamos a esperar”", "María López")]),
    ('"Vamos a esperar", afirmó María López en una rueda de prensa.', [('"Vamos a esperar"', "María López")]),
    ("María López dijo: “Vamos a esperar”.", [("“Vamos a esperar”", "María López")]),
    (
        "“Vamos a esperar”, dijo María López. “Luego actuaremos”, añadió.",
        [("“Vamos a esperar”", "María López"), ("“Luego actuaremos”", "María López")],
    ),
    (
        "“Vamos a esperar”, dijo María López, “y luego actuaremos”.",
        [("“Vamos a esperar”", "María López"), ("“y luego actuaremos”", "María López")],
    ),
    ("María López calificó el plan de “vergüenza”.", [("“vergüenza”", "María López")]),
    ("¿“Quién espera”?, preguntó María López.", [("“Quién espera”", "María López")]),
    ("“Nadie espera”, confiesa uno de ellos.", [("“Nadie espera”", "uno de ellos")]),
    ("“¿No espera?”, se le preguntó.", [("“¿No espera?”", None)]),
    ("“No vamos a esperar” dijo María López.", [("“No vamos a esperar”", "María López")]),
    (
        "María López cuestionó el plan: “No es serio para nadie”, aseguró.",
        [("“No es serio para nadie”", "María López")],
    ),
    ("Lagos, por su lado, aseguró: «No habrá prórroga».", [("«No habrá prórroga»", "Lagos")]),
    ("Elena Prat, quien abrió el acto, subrayó: «No cederemos».", [("«No cederemos»", "Elena Prat")]),
    (
        "Elena Prat avisó: «No cederemos». Y remachó: «Ni un metro».",
        [("«No cederemos»", "Elena Prat"), ("«Ni un metro»", "Elena Prat")],
    ),
    (
        "«Queda poco», avanzó Elena Prat, «y es lo difícil».",
        [("«Queda poco»", "Elena Prat"), ("«y es lo difícil»", "Elena Prat")],
    ),
    ("«No diré nada», se limitó a responder Elena Prat.", [("«No diré nada»", "Elena Prat")]),
    ("«Vamos tarde», dijo Elena Prat, antes de dejar la sala.", [("«Vamos tarde»", "Elena Prat")]),
    (
        "Elena Prat votó. «Vamos tarde», dijo, antes de dejar la sala.",
        [("«Vamos tarde»", "Elena Prat")],
    ),
    ("Su rival, Tomás Sáez, replicó: «Eso es falso».", [("«Eso es falso»", "Tomás Sáez")]),
    (
        "Un vecino de Lugo, Tomás Sáez, resume el ánimo: «Estamos hartos».",
        [("«Estamos hartos»", "Tomás Sáez")],
    ),
    (
        "Preguntada por el pacto, la líder de Avante, Elena Prat, dijo: «No toca».",
        [("«No toca»", "Elena Prat")],
    ),
    (
        "Elena Prat habló ayer. «Estamos cerca», dijo. «Muy cerca», sostuvo la gallega.",
        [("«Estamos cerca»", "Elena Prat"), ("«Muy cerca»", "Elena Prat")],
    ),
    (
        "Ana Ruiz y Tomás Sáez viajaron. Sáez celebró: «Es un gran día».",
        [("«Es un gran día»", "Tomás Sáez")],
    ),
    (
        "«Nada cambia», admitió Prat. Calificó la norma de «inútil».",
        [("«Nada cambia»", "Prat"), ("«inútil»", "Prat")],
    ),
    ("«Alguien avisó», insinúa Elena Prat.", [("«Alguien avisó»", "Elena Prat")]),
    ("Salvador Prat contestó: «No toca hablar».", [("«No toca hablar»", "Salvador Prat")]),
    ("Dijo el concejal Sáez en Telegram: «Nos veremos».", [("«Nos veremos»", "Sáez")]),
    (
        "—Llega tarde —responde la jueza Elena Prat.\n\n—¿Servirá?\n\n—De poco. Habrá que verlo.",
        [("—Llega tarde", "Elena Prat"), ("—¿Servirá?", None), ("—De poco. Habrá que verlo.", "Elena Prat")],
    ),
    (
        "Prat: «No vamos a ceder»\n\nLa alcaldesa Elena Prat habló ayer en Lugo. «Nadie cede», dijo.",
        [("«No vamos a ceder»", "Elena Prat"), ("«Nadie cede»", "Elena Prat")],
    ),
    (
        "Sáez, sobre el puente: «Es una ruina»\n\nEl concejal habló ayer en Lugo ante los vecinos.",
        [("«Es una ruina»", "Sáez")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT_SPANISH)
def test_direct_speech_spanish(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = rows(text, "es")
    assert [(content, who) for _, content, who in found] == expected
    assert {kind for kind, _, _ in found} == {"direct"}


def test_parts_of_a_split_quotation_share_a_group() -> None:
    _, quotes = read("“We wait,” said Ana Ruiz, “and we watch.” “We hope,” said Tom Hill.")
    assert quotes.group == [0, 0, 1]


def test_a_whole_sentence_after_an_attributed_one_goes_on_with_its_speaker() -> None:
    text = (
        "“We wait,” said Ana Ruiz. “We watch.”\n\n“It is late,” said Tom Hill.\n\n"
        "Ana Ruiz said that the road was open. “We saw the trucks.”"
    )
    assert [r[2] for r in rows(text)] == ["Ana Ruiz", "Ana Ruiz", "Tom Hill", "Ana Ruiz", "Ana Ruiz"]


def test_a_quotation_that_opens_a_paragraph_belongs_to_the_speaker_named_after_it() -> None:
    text = (
        "“The road is closed. The bridge is gone.” The mayor, Ana Ruiz, did not smile. “We wait,” she said."
    )
    assert rows(text)[0][2] == "Ana Ruiz"


def test_paragraphs_of_one_quotation_have_one_speaker_and_one_group() -> None:
    text = "“It began in May,” said Ana Ruiz. “It was hot.\n\n“It ended in June.”"
    _tokens, quotes = read(text)
    assert quotes.speaker == ["Ana Ruiz"] * 3
    assert quotes.group[1] == quotes.group[2]


# -- indirect speech ---------------------------------------------------------------------------------

INDIRECT_ENGLISH = [
    ("Ann Reed told reporters climate change was real.", ["climate change was real"]),
    ("Ann Reed told reporters his plan was late.", ["his plan was late"]),
    ("Ann Reed told reporters something was wrong.", ["something was wrong"]),
    ("Ann Reed believes those who left were wrong.", ["those who left were wrong"]),
    ("Ann Reed believes the firm, which makes cars, was late.", ["the firm, which makes cars, was late"]),
    ("Ann Reed said on Monday the mayor, Ann Gray, was late.", ["the mayor, Ann Gray, was late"]),
    ("Haley accused Hill, a trial lawyer, of hiding the plans.", ["of hiding the plans"]),
    ("A poll found about half the town was unhappy.", ["about half the town was unhappy"]),
    (
        "After years of criticizing the council for its debts, the mayor left.",
        ["for its debts"],
    ),
    # passives: who was told, warned, accused
    ("Members were told they would have three days.", ["they would have three days"]),
    ("They wept after being told the bridge was lost.", ["the bridge was lost"]),
    ("Drivers have been warned not to cross.", ["not to cross"]),
    ("He was accused by the council of hiding the plans.", ["of hiding the plans"]),
    ("He told the men not to shoot.", ["not to shoot"]),
    ("She urged the leaders of the town not to yield.", ["not to yield"]),
    # what a verb with "for" asks, and where that ends
    ("The union called for a vote after a raid closed the port.", ["a vote"]),
    ("The union has been pushing for a vote.", ["a vote"]),
    ("One of the party's amendments called for a longer debate.", ["a longer debate"]),
    ("The motion showed that the vote would be late.", ["that the vote would be late"]),
    ("The chief said that the vote would wait – angering his own side.", ["that the vote would wait"]),
    ("The minister said that the bridge was safe.", ["that the bridge was safe"]),
    ("The minister said the bridge was safe.", ["the bridge was safe"]),
    ("The minister said on Tuesday that the bridge was safe.", ["that the bridge was safe"]),
    ("The minister said in a statement on Tuesday that the bridge was safe.", ["that the bridge was safe"]),
    ("The minister said Tuesday the bridge was safe.", ["the bridge was safe"]),
    ("The minister told reporters the bridge was safe.", ["the bridge was safe"]),
    ("The minister told The Daily Courier that the bridge was safe.", ["that the bridge was safe"]),
    ("The bridge was safe, the minister said.", ["The bridge was safe"]),
    ("The bridge was safe, the minister said on Tuesday.", ["The bridge was safe"]),
    ("The bridge was safe, said the minister.", ["The bridge was safe"]),
    ("The bridge was safe, according to the minister.", ["The bridge was safe"]),
    ("According to the minister, the bridge was safe.", ["the bridge was safe"]),
    ("The bridge, the minister said, was safe.", ["The bridge", "was safe"]),
    ("The minister asked whether the bridge was safe.", ["whether the bridge was safe"]),
    ("The minister did not say when the bridge would open.", ["when the bridge would open"]),
    ("The minister explained how the bridge was built.", ["how the bridge was built"]),
    ("The minister demanded that the bridge be closed.", ["that the bridge be closed"]),
    ("The minister urged drivers to use the tunnel.", ["to use the tunnel"]),
    ("The minister called on drivers to use the tunnel.", ["to use the tunnel"]),
    ("The minister asked the mayor to close the bridge.", ["to close the bridge"]),
    ("The minister promised to rebuild the bridge.", ["to rebuild the bridge"]),
    ("The minister vowed to resign.", ["to resign"]),
    ("The minister threatened to close the bridge.", ["to close the bridge"]),
    ("The minister wants to close the bridge.", ["to close the bridge"]),
    ("The minister believes that the bridge is safe.", ["that the bridge is safe"]),
    ("The minister thinks the bridge is safe.", ["the bridge is safe"]),
    ("The minister fears that the bridge will fall.", ["that the bridge will fall"]),
    ("The minister is confident that the bridge is safe.", ["that the bridge is safe"]),
    ("The bridge is believed to be safe.", ["to be safe"]),
    ("The bridge was expected to open in May.", ["to open in May"]),
    ("It is believed that the bridge is safe.", ["that the bridge is safe"]),
    ("Officials repeated the claim that the bridge was safe.", ["that the bridge was safe"]),
    ("The minister’s claim that the bridge was safe is false.", ["that the bridge was safe"]),
    ("His promise to rebuild the bridge was popular.", ["to rebuild the bridge"]),
    ("The ministry issued a statement saying that the bridge was safe.", ["that the bridge was safe"]),
    ("In the view of many engineers, the bridge was safe.", ["the bridge was safe"]),
    ("The consensus among engineers is that the bridge is safe.", ["that the bridge is safe"]),
    ("As one engineer noted, the bridge was safe.", ["the bridge was safe"]),
    ("The minister accused the mayor of lying.", ["of lying"]),
    ("The minister denied that the bridge was closed.", ["that the bridge was closed"]),
    ("Records show that the bridge was closed.", ["that the bridge was closed"]),
    ("A survey found that drivers prefer the bridge.", ["that drivers prefer the bridge"]),
    (
        "The minister said the bridge was safe and vowed to keep it open.",
        ["the bridge was safe", "to keep it open"],
    ),
    (
        "The minister said the bridge was safe, but the mayor said it was not.",
        ["the bridge was safe", "it was not"],
    ),
    (
        "The minister said the bridge was safe, adding that it would stay open.",
        ["the bridge was safe", "that it would stay open"],
    ),
    ("The minister, who said the bridge was safe, left early.", ["the bridge was safe"]),
    ("When the minister said the bridge was safe, the crowd laughed.", ["the bridge was safe"]),
    ("The minister said the bridge was safe; the mayor disagreed.", ["the bridge was safe"]),
    # a parenthesis inside takes in what stands before and behind it, whatever cues there are
    (
        "Drivers believe the bridge is safe, the minister told reporters, and nobody wants to close it.",
        ["Drivers believe the bridge is safe", "and nobody wants to close it"],
    ),
    (
        "Drivers expect the bridge to open, according to the ministry, a step that shopkeepers say is overdue.",
        ["Drivers expect the bridge to open", "is overdue"],
    ),
    (
        "The bridge opened after tests that, according to the ministry, were passed in May.",
        ["were passed in May"],
    ),
    (
        "Asked by a reporter whether the bridge was safe, the minister smiled.",
        ["whether the bridge was safe"],
    ),
    ("The minister, asked whether the bridge was safe, smiled.", ["whether the bridge was safe"]),
    (
        "The minister warned, without giving reasons, that the bridge would fall.",
        ["that the bridge would fall"],
    ),
    ("The survey, done in May, shows the bridge is safe.", ["the bridge is safe"]),
    ("Engineers who work on the bridge say traffic is the danger.", ["traffic is the danger"]),
    ("Drivers on both banks fear the bridge will fall.", ["the bridge will fall"]),
    ("The mayor, who engineers say misled the council, resigned.", ["misled the council"]),
    (
        "The minister said the bridge was safe, but he would not say when it would open.",
        ["the bridge was safe", "when it would open"],
    ),
    ("The minister called for a new bridge to be built.", ["a new bridge to be built"]),
    ("The minister said at least 40 bridges were safe.", ["at least 40 bridges were safe"]),
    ("The minister wants the council to close the bridge.", ["the council to close the bridge"]),
    ("The minister told him, politely, that the bridge was safe.", ["that the bridge was safe"]),
    ("The minister told host Meg Price that the bridge was safe.", ["that the bridge was safe"]),
    ("Files released last month under the Open Records Act show that it was safe.", ["that it was safe"]),
    ("The minister has hinted that it was safe but has not signed.", ["that it was safe"]),
    (
        "The clerk said the bridge was safe and had asked aides whether it was open.",
        ["the bridge was safe and had asked aides whether it was open"],
    ),
    (
        "The mayor, who is expected to close the bridge, said it was safe.",
        ["to close the bridge", "it was safe"],
    ),
    (
        "The minister said the bridge would close, raising the prospect of a strike.",
        ["the bridge would close"],
    ),
    ("The other said the bridge was safe.", ["the bridge was safe"]),
    (
        "The clerk welcomed the suggestion that direct, open talks might help.",
        ["that direct, open talks might help"],
    ),
    ("The minister has accused the council of stalling and has demanded an inquiry.", ["of stalling"]),
    (
        "The clerk has maintained all along that her husband, a builder, built it.",
        ["that her husband, a builder, built it"],
    ),
    ("Aides to the mayor insist there is no bridge.", ["there is no bridge"]),
    ("The clerk wants the council to act but doubts it will.", ["the council to act", "it will"]),
    ("The clerk, who has yet to announce whether he will run, smiled.", ["whether he will run"]),
    ("A survey last month by the college showed the mayor with a wide lead.", ["the mayor with a wide lead"]),
    (
        "Even though the bridge is new, where some drivers have raised concerns that it leans, the city waits.",
        ["that it leans"],
    ),
    (
        "The clerk points out the council last year voted to close it.",
        ["the council last year voted to close it"],
    ),
    ("Some drivers criticized the bridge as too narrow.", ["as too narrow"]),
    (
        "He hopes to win over drivers who want to keep the bridge.",
        ["to win over drivers who want to keep the bridge"],
    ),
    ("The minister was quoted as saying that the bridge was safe.", ["that the bridge was safe"]),
    (
        "The minister promised to mend the bridge, with aides insisting that it was safe.",
        ["to mend the bridge", "that it was safe"],
    ),
    ("The minister has sought to calm drivers.", ["to calm drivers"]),
    (
        "Having given assurances to drivers that the bridge was safe, the ministry closed it.",
        ["that the bridge was safe"],
    ),
    (
        "Speaking from a boat moored by the bank and a tent, the minister told a crowd of forty on Monday that "
        "the bridge was safe.",
        ["that the bridge was safe"],
    ),
    ("Maria Lopez vowed Thursday to keep the bridge open.", ["to keep the bridge open"]),
    ("The paper said the bridge was shut, citing two engineers.", ["the bridge was shut"]),
    ("The paper said the bridge was shut, quoting an engineer.", ["the bridge was shut"]),
    ("The general, asked about the bridge, said only that it stood.", ["that it stood"]),
    (
        "According to the report, the bridge shook. It also found that bolts were loose.",
        ["the bridge shook", "that bolts were loose"],
    ),
    ("She thinks otherwise: the bridge, she believes, is sound.", ["the bridge", "is sound"]),
    ("The mayor closed the road, saying it was too old.", ["it was too old"]),
    ("Reed denied it and called for a recount.", ["a recount"]),
    ("Drivers marched through the town, calling for the mayor to resign.", ["the mayor to resign"]),
    (
        "Reed told the council that the bridge was safe and accused Hill of lying.",
        ["that the bridge was safe", "of lying"],
    ),
    ("The council decided to close the bridge and sent two engineers.", ["to close the bridge"]),
    ("Reed wants to close the bridge or is only joking.", ["to close the bridge"]),
    ("Reed announced plans to close the bridge.", ["to close the bridge"]),
    ("The mayor made a decision to close the bridge.", ["to close the bridge"]),
    ("It is a rule Reed vows was observed.", ["was observed"]),
    ("Reed accused Hill of hiding the report, something he denies.", ["of hiding the report"]),
    ("Hill was stopped by the guards and asked to leave the bridge.", ["to leave the bridge"]),
    ("Hours before Reed threatened to resign, the town sent two aides.", ["to resign"]),
    (
        "Some 40 percent said they would stay compared with 30 percent who said they would go.",
        ["they would stay", "they would go"],
    ),
    (
        "Reed claimed he was winning – before telling drivers that he would lose.",
        ["he was winning", "that he would lose"],
    ),
    ("In his view, the bridge is safe.", ["the bridge is safe"]),
    ("The bridge is safe, in Reed’s telling.", ["The bridge is safe"]),
    ("He closed it because, in her view, the bridge was old.", ["the bridge was old"]),
    (
        "It was closed because, Reed said in his letter, the bridge was old.",
        ["It was closed because", "the bridge was old"],
    ),
    ("O’Reilly said that it was over.", ["that it was over"]),
    ("Manning said that it was over.", ["that it was over"]),
    ("Drivers complained about the state of the bridge.", ["about the state of the bridge"]),
    (
        "The plan was billed in advance by some drivers as the end of the bridge.",
        ["as the end of the bridge"],
    ),
    ("Reed closed the road, insinuating the bridge was old.", ["the bridge was old"]),
    ("Reed spoke of it, casting it as a question of trust.", ["as a question of trust"]),
    ("Reed said he met Sens. Ann Lund and Otto Hill.", ["he met Sens. Ann Lund and Otto Hill"]),
    ("They chose to caucus for Reed.", ["to caucus for Reed"]),
    ("Instead, they told the paper, they will wait.", ["they will wait"]),
    ("They told USA Today they will wait.", ["they will wait"]),
    ("Lund said Tuesday’s vote was lost.", ["Tuesday’s vote was lost"]),
    ("Reed explained to the board why the bridge had failed.", ["why the bridge had failed"]),
    ("His decision to quit followed talks with Hill.", ["to quit"]),
    ("Reed hopes to win in the south – his home – and was away on Monday.", ["to win in the south"]),
    ("Lund answered Reed’s post to admit that the bridge was old.", ["that the bridge was old"]),
    ("Lund weighed in after the vote to point out that it was late.", ["that it was late"]),
    (
        "Dozens of drivers with some say over the old town bridge say the mayor will not wait.",
        ["the mayor will not wait"],
    ),
    ("Reed slammed Hill for closing the bridge.", ["for closing the bridge"]),
    (
        "The finding that they paid officials that had been told was a blow.",
        ["that they paid officials that had been told"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INDIRECT_ENGLISH)
def test_indirect_speech_english(text: str, expected: list[str]) -> None:
    found = rows(text)
    assert [content for _, content, _ in found] == expected
    assert {kind for kind, _, _ in found} == {"indirect"}


INDIRECT_SPANISH = [
    ("El puente era seguro, ha recalcado la ministra.", ["El puente era seguro"]),
    ("La diputada acusó al alcalde, Luis Cano, de mentir a la ciudad.", ["de mentir a la ciudad"]),
    (
        "Dijo que el rival no es su partido, sino la derecha.",
        ["que el rival no es su partido, sino la derecha"],
    ),
    ("Se dirigió a sus socios, advirtiéndoles que no habría pacto.", ["que no habría pacto"]),
    ("Ana Ruiz defendió el plan y reivindicó que su ministerio cumple.", ["que su ministerio cumple"]),
    ("El portavoz advirtió ayer de que no habría acuerdo.", ["que no habría acuerdo"]),
    ("La ministra informó este martes de que no habrá cambios.", ["que no habrá cambios"]),
    ("El ministro dijo que el puente era seguro.", ["que el puente era seguro"]),
    ("El ministro dijo ayer en Lima que el puente era seguro.", ["que el puente era seguro"]),
    ("Dijo ayer el ministro que el puente era seguro.", ["que el puente era seguro"]),
    ("El puente era seguro, dijo el ministro.", ["El puente era seguro"]),
    ("El puente era seguro, según el ministro.", ["El puente era seguro"]),
    ("Según el ministro, el puente era seguro.", ["el puente era seguro"]),
    ("Según dijo el ministro, el puente era seguro.", ["el puente era seguro"]),
    ("De acuerdo con el ministro, el puente era seguro.", ["el puente era seguro"]),
    ("El puente, explicó el ministro, era seguro.", ["El puente", "era seguro"]),
    ("El puente, según el ministro, era seguro.", ["El puente", "era seguro"]),
    ("El ministro preguntó si el puente era seguro.", ["si el puente era seguro"]),
    ("El ministro no quiso decir si el puente era seguro.", ["si el puente era seguro"]),
    ("El ministro pidió a los conductores que usaran el túnel.", ["que usaran el túnel"]),
    ("El ministro instó a los conductores a usar el túnel.", ["a usar el túnel"]),
    ("El ministro prometió reparar el puente.", ["reparar el puente"]),
    ("El ministro se comprometió a reparar el puente.", ["a reparar el puente"]),
    ("El ministro amenazó con cerrar el puente.", ["con cerrar el puente"]),
    ("El ministro quiere cerrar el puente.", ["cerrar el puente"]),
    ("El ministro cree que el puente es seguro.", ["que el puente es seguro"]),
    ("El ministro teme que el puente caiga.", ["que el puente caiga"]),
    ("El ministro aseguró haber visto el puente.", ["haber visto el puente"]),
    ("El ministro negó que el puente estuviera cerrado.", ["que el puente estuviera cerrado"]),
    ("El ministro está convencido de que el puente es seguro.", ["que el puente es seguro"]),
    ("La afirmación de que el puente era seguro sorprendió.", ["que el puente era seguro"]),
    ("En opinión de la ingeniera Ana Ruiz, el puente era seguro.", ["el puente era seguro"]),
    ("A su juicio, el puente era seguro.", ["el puente era seguro"]),
    ("Para la ingeniera Ana Ruiz, el puente era seguro.", ["el puente era seguro"]),
    ("El comunicado señala que el puente era seguro.", ["que el puente era seguro"]),
    ("El ministro insistió en que el puente era seguro.", ["que el puente era seguro"]),
    ("El puente cerró después de que los vecinos dijeran que temblaba.", ["que temblaba"]),
    ("El ministro evitó responder si el puente era seguro.", ["si el puente era seguro"]),
    (
        "El ministro lamentó que el puente cerrara y acusó a los vecinos de exagerar.",
        ["que el puente cerrara", "de exagerar"],
    ),
    (
        "El ministro dijo que el puente era viejo, pero que sus rivales quieren cerrarlo.",
        ["que el puente era viejo, pero que sus rivales quieren cerrarlo"],
    ),
    (
        "El ministro dijo que el puente era seguro e instó a los vecinos a usarlo.",
        ["que el puente era seguro", "a usarlo"],
    ),
    ("El ministro advirtió, sin embargo, de que el puente era viejo.", ["que el puente era viejo"]),
    (
        "Los técnicos admiten que el puente es viejo, pero creen que aguantará.",
        ["que el puente es viejo", "que aguantará"],
    ),
    (
        "El ministro quiere cerrar el puente y ha pedido a los vecinos que usen el túnel.",
        ["cerrar el puente", "que usen el túnel"],
    ),
    (
        "El ministro dijo que el puente era seguro y pidió que no lo cerraran.",
        ["que el puente era seguro", "que no lo cerraran"],
    ),
    (
        "La senadora le reprochó que cerrara el puente. El ministro rechazó el jueves dimitir.",
        ["que cerrara el puente", "dimitir"],
    ),
    ("El ministro prometió no cerrar el puente.", ["no cerrar el puente"]),
    ("El sindicato llamó a mantener la huelga.", ["a mantener la huelga"]),
    (
        "El ministro dijo que el puente era seguro y que seguiría abierto.",
        ["que el puente era seguro y que seguiría abierto"],
    ),
    ("Según dos guardias que pidieron el anonimato, el preso huyó.", ["el preso huyó"]),
    (
        "La ministra dijo que el puente aguantará y descartó cerrar el paso.",
        ["que el puente aguantará", "cerrar el paso"],
    ),
    ("El viejo alcalde solía decir que el puente era feo.", ["que el puente era feo"]),
    ("El banco advierte en su último informe de que la deuda crece.", ["que la deuda crece"]),
    ("El alcalde dijo que el puente caerá, citando a dos peritos.", ["que el puente caerá"]),
]


@pytest.mark.parametrize(("text", "expected"), INDIRECT_SPANISH)
def test_indirect_speech_spanish(text: str, expected: list[str]) -> None:
    found = rows(text, "es")
    assert [content for _, content, _ in found] == expected
    assert {kind for kind, _, _ in found} == {"indirect"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said the bridge was “a danger to us all” and had to go.", "en"),
        (
            "The bridge was “a danger to us all,” the minister’s report of May had warned, and had to go.",
            "en",
        ),
        ("El ministro dijo que el puente era “un peligro para todos” y debía caer.", "es"),
    ],
)
def test_a_clause_with_a_quotation_in_it_is_mixed(text: str, language: str) -> None:
    tokens, quotes = read(text, language)
    assert "mixed" in quotes.type
    voices = {tokens.word(k): int(quotes.voice[k]) for k in range(len(tokens))}
    assert voices["danger" if language == "en" else "peligro"] == DIRECT
    assert voices["was" if language == "en" else "era"] == INDIRECT


# -- what is no quotation ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “war on drugs” went on.",
        "The film “The Quiet Judge” opened in May.",
        "They met under “Operation Southern Wind,” as planned.",
        "The word “peace” appears twice.",
        "The decision, known as the “Easter opinion,” is long.",
        "The United States is a large country.",
        "The state of the bridge is poor.",
        "The newly revealed documents fill a room.",
        "The report that was published in May is long.",
        "I believe that we must act.",
        "We said that we would act.",
        "My delegation believes that we must act.",
        "I must, however, say that the road was long.",
        "The storm suggests that the summer is over.",
        "The plan calls for three bridges.",
        "Members were told the news on Monday and were shocked.",
        "The price claims of the company fell.",
        "They took measures in order to rebuild the bridge.",
        "The mayor, who voted for the bridge, announced his support.",
        "The minister called the signs related to bridges a shame.",
        "The council must know that the bridge is old.",
        "The bridge is a factor in determining whether the town will grow.",
        "The town should have a plan that provides homes.",
        "The report was shaped by the fact that the bridge was old.",
        "A few weeks ago, cheered on by drivers, the council decided.",
        "The storm, which has claimed the lives of many nationwide, is over.",
        "They spoke of recent posts Reed made on the site.",
        "Reed mocked the ad as audiences roared with laughter.",
        "The seats were shared out according to size and votes.",
        "Reed bashed the report while she served as mayor.",
        "The plan will be submitted to it for a vote.",
        "On the day Hill announced her bid, Reed now is calm.",
        "It ran under the headline “The long night of the old bridge.”",
    ],
)
def test_no_row_english(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "La llamada «guerra sucia» siguió.",
        "Según el tipo de puente, la obra cuesta más.",
        "El equipo sumó diez goles que nadie esperaba.",
        "La suma que pagaron fue alta.",
        "Su novela «La casa sin puertas» salió en mayo.",
        "Es decir, que el puente se cerró.",
        "El informe de mayo tiene cien páginas.",
        "La ley que aprobó el Congreso es larga.",
        "Creo que debemos actuar.",
        "Para la paz hacen falta dos.",
        "El diputado no ha dudado en elevar el tono.",
        "El ministro respondió a la demanda que presentaron los vecinos.",
    ],
)
def test_no_row_spanish(text: str) -> None:
    assert rows(text, "es") == []


def test_a_scare_quote_is_never_given_to_a_speaker_nearby() -> None:
    text = "General Ana Ruiz commands the “hybrid” force. She studied the “near-blockade” model in Lima."
    assert rows(text) == []


# -- speakers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "role"),
    [
        ("“No,” said retired General Paul Hart.", "Paul Hart", "named", "military"),
        (
            "“No,” said the minister of foreign affairs.",
            "the minister of foreign affairs",
            "named",
            "diplomat",
        ),
        ("North Korea said “no.”", "North Korea", "institution", "executive"),
        ("“No,” said former Assistant Secretary of State Tom Hill.", "Tom Hill", "named", "executive"),
        ("“No,” said humanitarian policy expert Ana Ruiz.", "Ana Ruiz", "named", "expert"),
        ("“No,” said former State Department analyst Ana Ruiz.", "Ana Ruiz", "named", "expert"),
        ("“No,” said veteran diplomat Ana Ruiz.", "Ana Ruiz", "named", "diplomat"),
        ("“No,” said Sen. Ana Ruiz.", "Ana Ruiz", "named", "legislator"),
        ("“No,” said Ana Ruiz, a professor of law.", "Ana Ruiz", "named", "expert"),
        ("“No,” said Foreign Minister Ana Ruiz.", "Ana Ruiz", "named", "diplomat"),
        ("“No,” said Judge Martin O. Reed.", "Martin O. Reed", "named", "judiciary"),
        ("“No,” said Juan de la Cruz.", "Juan de la Cruz", "named", None),
        ("“No,” said Pope Clement.", "Pope Clement", "named", "religious"),
        ("“No,” said one congressional staffer.", "one congressional staffer", "anonymous", "legislator"),
        ("“No,” said a State Department official.", "a State Department official", "anonymous", "diplomat"),
        (
            "“No,” said a senior official who asked not to be named.",
            "a senior official",
            "anonymous",
            "executive",
        ),
        ("Officials said the road was open.", "Officials", "anonymous", "executive"),
        ("Critics say the road is closed.", "Critics", "anonymous", None),
        (
            "Two people familiar with the talks said the road was open.",
            "Two people familiar with the talks",
            "anonymous",
            None,
        ),
        ("Residents said the road was open.", "Residents", "anonymous", "civilian"),
        ("The Pentagon said the road was open.", "The Pentagon", "institution", "military"),
        ("The Foreign Ministry said the road was open.", "The Foreign Ministry", "institution", "diplomat"),
        (
            "The Treasury Department said the road was open.",
            "The Treasury Department",
            "institution",
            "executive",
        ),
        ("NATO said the road was open.", "NATO", "institution", "military"),
        ("Moscow said the road was open.", "Moscow", "institution", "executive"),
        (
            "A spokesman for the ministry said the road was open.",
            "A spokesman for the ministry",
            "institution",
            "executive",
        ),
        ("Pentagon records show that the road was open.", "Pentagon records", "document", "military"),
        ("Diplomatic cables reveal that the road was open.", "Diplomatic cables", "document", "diplomat"),
        ("The road was open, according to internal memoranda.", "internal memoranda", "document", None),
    ],
)
def test_kind_and_role_english(text: str, speaker: str, kind: str, role: str | None) -> None:
    _, quotes = read(text)
    assert (quotes.speaker[0], quotes.source_kind[0], quotes.source_role[0]) == (speaker, kind, role)


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "role"),
    [
        ("“No”, dijo el general retirado Pablo Ruiz.", "Pablo Ruiz", "named", "military"),
        ("“No”, dijo la canciller Ana Ruiz.", "Ana Ruiz", "named", "diplomat"),
        ("“No”, dijo el ministro de Asuntos Exteriores, Juan Paz.", "Juan Paz", "named", "diplomat"),
        ("“No”, dijo la ministra de Exteriores.", "la ministra de Exteriores", "named", "diplomat"),
        ("“No”, dijo el canciller alemán, Juan Paz.", "Juan Paz", "named", "executive"),
        ("“No”, dice el comunicado de la empresa.", "el comunicado de la empresa", "document", "business"),
        ("“No”, señaló la patronal.", "la patronal", "institution", "business"),
        ("“No”, dijo Ana Ruiz, profesora de Derecho.", "Ana Ruiz", "named", "expert"),
        ("“No”, dijo un diplomático que pidió el anonimato.", "un diplomático", "anonymous", "diplomat"),
        (
            "Según fuentes parlamentarias, el puente está abierto.",
            "fuentes parlamentarias",
            "anonymous",
            "legislator",
        ),
        (
            "El Ministerio de Defensa informó que el puente está abierto.",
            "El Ministerio de Defensa",
            "institution",
            "executive",
        ),
        ("El comunicado señala que el puente está abierto.", "El comunicado", "document", None),
        ("Los analistas creen que el puente está abierto.", "Los analistas", "anonymous", "expert"),
        ("Los vecinos dijeron que el puente está abierto.", "Los vecinos", "anonymous", "civilian"),
    ],
)
def test_kind_and_role_spanish(text: str, speaker: str, kind: str, role: str | None) -> None:
    _, quotes = read(text, "es")
    assert (quotes.speaker[0], quotes.source_kind[0], quotes.source_role[0]) == (speaker, kind, role)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("General Ana Ruiz arrived. “We wait,” she said.", ["Ana Ruiz"]),
        (
            "Mr. Hill said it was icy. Minister Vasudeva Rao said the road was open. “It is safe,” he said.",
            ["Hill", "Vasudeva Rao", "Vasudeva Rao"],
        ),
        ("Ana Ruiz met Tom Hill. Her husband was not impressed. “Talk,” he said.", ["Her husband"]),
        ("General Ana Ruiz arrived. “We wait,” Ruiz said.", ["Ana Ruiz"]),
        ("General Ana Ruiz arrived. “We wait,” Gen. Ruiz said.", ["Ana Ruiz"]),
        ("General Ana Ruiz arrived. “We wait,” the general said.", ["Ana Ruiz"]),
        (
            "Ana Ruiz met Tom Hill. “We wait,” he said. She said the road was closed.",
            ["Tom Hill", "Ana Ruiz"],
        ),
        ("Tom Hill said the road was open. He added that it was icy.", ["Tom Hill", "Tom Hill"]),
        (
            "One U.S. Navy veteran noted that the sky was clear. He further said it was cold.",
            ["One U.S. Navy veteran", "One U.S. Navy veteran"],
        ),
        (
            "A senior adviser to the mayor said the road was open. “It is safe,” the adviser said.",
            ["A senior adviser to the mayor", "A senior adviser to the mayor"],
        ),
        (
            "The ministry said the road was open. It said the bridge was closed.",
            ["The ministry", "The ministry"],
        ),
        ("Critics said the road was closed. They said the mayor knew.", ["Critics", "Critics"]),
        ("The mayor, Ana Ruiz, spoke. “We wait,” the mayor said.", ["Ana Ruiz"]),
        ("Ana Ruiz, who was born in Lima, said she was tired.", ["Ana Ruiz"]),
        (
            "The road, said Ana Ruiz, was open, and she promised to keep it so.",
            ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"],
        ),
        ("“We wait,” said Tom Hill, a man who said he had seen worse.", ["Tom Hill", "Tom Hill"]),
        ("Ms. Ruiz said the road was open. Ana Ruiz is the mayor.", ["Ana Ruiz"]),
        ("Ana Ruiz and Tom Hill said the road was open.", ["Ana Ruiz and Tom Hill"]),
        # a name inside a quotation is no antecedent
        (
            "“Mr. Hill knows the road,” said Ana Ruiz. “Tom Hill built it,” she said.",
            ["Ana Ruiz", "Ana Ruiz"],
        ),
        (
            "Tom Hill said the road was open.\n\n“Carl Reed never drove it,” he said.",
            ["Tom Hill", "Tom Hill"],
        ),
        ("There is a story that Ana Ruiz tells. “We wait,” Ruiz told me.", ["Ana Ruiz"]),
        ("You need an ID. Tom Hill signed it. “We wait,” Hill said.", ["Tom Hill"]),
        ("In El Paso, the news worried Ana Ruiz. “We wait,” she said.", ["Ana Ruiz"]),
        ("David Pope runs the survey. “We wait,” Pope said.", ["David Pope"]),
        ("“We wait,” said Tom Hill of the Lakeside Forum.", ["Tom Hill"]),
        ("The Harvest Workers Alliance said the road was open.", ["The Harvest Workers Alliance"]),
        ("Ana Ruiz spoke. The Ruiz campaign said the road was open.", ["The Ruiz campaign"]),
        ("A survey taken in May by the Road Relief Council said the road was open.", ["A survey"]),
        ("A blow fell on Sen. Tom Hill, who promised to mend the road.", ["Tom Hill"]),
        (
            "Tom Hill of Ohio said the road was open. “It is safe,” the Ohio Democrat said.",
            ["Tom Hill", "Tom Hill"],
        ),
        ("President Reed is in Lima. The president said the road was open.", ["Reed"]),
        ("The agency has closed the road. In a letter, it said that it was sorry.", ["The agency"]),
        (
            "That is what Ana Ruiz’s advisers had hoped for. They said the road was open.",
            ["Ana Ruiz’s advisers"],
        ),
        ("“We wait,” said one. Ana Ruiz, D-Ohio, said the road was open.", ["one", "Ana Ruiz"]),
        ("Ray and Eve Toomey run a shop. “We wait!” Mr. Toomey shouted, smiling.", ["Ray Toomey"]),
        ("Ana Ruiz spoke. Ruiz and her allies want to wait.", ["Ana Ruiz and her allies"]),
        (
            "Rights group Open Road said it was closed. It called on drivers to wait.",
            ["Open Road", "Open Road"],
        ),
        ("According to Reed, the mayor said the road was open.", ["Reed"]),
        ("The panel’s lone dissenter, Tom Hill, said the road was open.", ["Tom Hill"]),
        (
            "Tom Hill stood up. A reporter asked if he was tired. “Never,” he said.",
            ["A reporter", "Tom Hill"],
        ),
        (
            "“When?” a farmer in a cap asked, and Sen. Tom Hill, who was late, smiled.\n\n“I hear you,” he said.",
            ["a farmer in a cap", "Tom Hill"],
        ),
        ("TASS reported that the road was open.", ["TASS"]),
        ("Sen. Ana Ruiz voted no. The lawmaker said the road was open.", ["Ana Ruiz"]),
        ("It was a blow for Sen. Tom Hill, who said he was tired.", ["Tom Hill"]),
        ("Ana Ruiz said it was late. “Tell Dale Moore.”", ["Ana Ruiz", "Ana Ruiz"]),
        (
            "The caption read, “Closed.” Tom Hill laughed. He said the road was open.",
            ["The caption", "Tom Hill"],
        ),
        ("The party's spokesman on Home Affairs, Tom Hill, says it is late.", ["Tom Hill"]),
        ("Two clerks left. “We are tired,” said one of them, Tom Hill, who cooks. “Very.”", ["Tom Hill"] * 2),
    ],
)
def test_speakers_are_resolved_within_the_document_english(text: str, speakers: list[str]) -> None:
    assert [who for _, _, who in rows(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("El ministro Luis Cano llegó. “Esperamos”, dijo.", ["Luis Cano"]),
        ("Su portavoz adjunta, Ana Ruiz, señaló que no.", ["Ana Ruiz"]),
        (
            "La ministra, Ana Ruiz, dijo que no. La también diputada sostuvo que era tarde.",
            ["Ana Ruiz", "Ana Ruiz"],
        ),
        (
            "La secretaria general del partido y ministra de Obras, Eva Soto, llegó. La ministra dijo que no.",
            ["Eva Soto"],
        ),
        ("La ministra exigió a los bancos «más transparencia».", ["La ministra"]),
        ("Ana Ruiz vio a Luis Cano. Su marido dudaba. «Esperamos», dijo él.", ["Su marido"]),
        ("El ministro Luis Cano llegó. “Esperamos”, dijo Cano.", ["Luis Cano"]),
        ("El ministro Luis Cano llegó. “Esperamos”, dijo el ministro.", ["Luis Cano"]),
        ("El presidente Luis Cano llegó. El mandatario dijo que esperaría.", ["Luis Cano"]),
        ("Ana Ruiz dijo que el puente cayó. Añadió que nadie murió.", ["Ana Ruiz", "Ana Ruiz"]),
        ("Ana Ruiz y Luis Cano dijeron que el puente cayó.", ["Ana Ruiz y Luis Cano"]),
        (
            "El portavoz del Partido Liberal, Luis Cano, habló ayer. «Es un parche», dijo.",
            ["Luis Cano"],
        ),
        ("Luis Cano dijo que esperaba. «Eva Soto lo sabe», añadió.", ["Luis Cano", "Luis Cano"]),
        ("El presidente Juan Luis Cano Soto llegó. Cano Soto dijo que esperaba.", ["Juan Luis Cano Soto"]),
        ("La senadora Ana Ruiz denunció el plan. La legisladora dijo que era caro.", ["Ana Ruiz"]),
        ("Elena Prats es candidata. Prats promete abrir el puente.", ["Elena Prats"]),
        (
            "La ministra, Ana Ruiz, dijo que no. Luis Cano pidió más. «Es poco», afirmó. Nadie aplaudió. Llovía. "
            "La también diputada sostuvo que era tarde.",
            ["Ana Ruiz", "Luis Cano", "Ana Ruiz"],
        ),
        ("El presidente, Aurelio Ecuador, llegó. «No me voy», dijo el mandatario.", ["Aurelio Ecuador"]),
        ("La alcaldesa, Ana Ruiz, llegó. «No hay agua», dijo la regidora.", ["Ana Ruiz"]),
        ("El concejal Luis Cano llegó. «No hay agua», dijo el edil.", ["Luis Cano"]),
        (
            "El ministro de Pesca, Luis Cano, llegó. «No hay red», dijo el ministro en una charla.",
            ["Luis Cano"],
        ),
        (
            "Molesto se vio al jefe de la Unión de Municipios, Luis Cano. «No hay agua», lamentó.",
            ["Luis Cano"],
        ),
        ("Según el ingeniero a cargo, Luis Cano, faltan dos arcos.", ["Luis Cano"]),
        ("El ministro de Energía Luis Cano dijo que faltaban dos arcos.", ["Luis Cano"]),
        ("Desde el Ministerio aseguran que el puente es seguro.", ["el Ministerio"]),
        ("Desde el lunes aseguran que el puente es seguro.", [None]),
        (
            "En la misma línea se expresó la profesora Ana Ruiz, de la facultad: «El agua no llega».",
            ["Ana Ruiz"],
        ),
        ("«Que vengan a verlo», retó la senadora Ana Ruiz.", ["Ana Ruiz"]),
        ("La senadora Ana Ruiz llegó tarde. «Que vengan a verlo», retó.", ["Ana Ruiz"]),
        ("«El agua no llega», se quejaba Ana Ruiz, vecina del barrio.", ["Ana Ruiz"]),
        ("Habló Ana Ruiz. «El agua no llega», dijo.", ["Ana Ruiz"]),
        ("El experto en puentes dijo que caería.", ["El experto en puentes"]),
        ("El gerente, Luis Cano, habló. «Habrá luz en todas las casas», promete.", ["Luis Cano"]),
        ("La ministra Ana Ruiz habló. «Habrá luz», dijo. «Y agua», añadió la economista.", ["Ana Ruiz"] * 2),
        ("Los vecinos protestan. «No hay agua», dijo una de ellas, Ana Ruiz.", ["Ana Ruiz"]),
    ],
)
def test_speakers_are_resolved_within_the_document_spanish(text: str, speakers: list[str]) -> None:
    assert [who for _, _, who in rows(text, "es")] == speakers


def test_names_are_never_carried_into_another_document() -> None:
    tokens = tokenize(["General Ana Ruiz arrived.", "“We wait,” Ruiz said. “We watch,” she said."])
    quotes = find_quotations(tokens)
    assert quotes.speaker == ["Ruiz", "Ruiz"]
    assert quotes.doc == [1, 1]


def test_the_mention_beside_the_quotation_is_given_a_pronoun_too() -> None:
    text = "General Ana Ruiz arrived. “We wait,” she said."
    _tokens, quotes = read(text)
    assert text[quotes.speaker_start[0] : quotes.speaker_end[0]] == "she"
    assert text[quotes.cue_start[0] : quotes.cue_end[0]] == quotes.cue[0] == "said"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said that the bridge was safe.", "neutral"),
        ("The minister claimed that the bridge was safe.", "doubting"),
        ("The minister admitted that the bridge was unsafe.", "endorsing"),
        ("The minister pointed out that the bridge was unsafe.", "endorsing"),
    ],
)
def test_cue_verbs_by_stance(text: str, stance: str) -> None:
    _, quotes = read(text)
    assert quotes.stance == [stance]


# -- voice -------------------------------------------------------------------------------------------


def test_a_terse_refusal_is_direct_speech_of_the_president() -> None:
    text = (
        "In his weekly address, President Julio Mora drew a line. He affirmed a commitment to dialogue, "
        "stating flatly, “Peace, yes. War, no. Never war.” The crowd cheered."
    )
    tokens, quotes = read(text)
    assert quotes.speaker == ["Julio Mora"]
    assert quotes.type == ["direct"]
    inside = quotes.quote == 0
    assert [tokens.word(k) for k in np.flatnonzero(inside)] == ["peace", "yes", "war", "no", "never", "war"]
    assert (quotes.voice[inside] == DIRECT).all()
    assert (quotes.voice[~inside] == NARRATOR).all()


def test_inner_quotations_belong_to_the_outermost_speaker() -> None:
    text = "“He told me, ‘Go home,’ and I went,” said Ana Ruiz."
    tokens, quotes = read(text)
    assert quotes.speaker == ["Ana Ruiz"]
    assert set(quotes.quote[: [tokens.word(k) for k in range(len(tokens))].index("said")]) == {0}


def test_the_source_at_the_end_is_the_outermost_one() -> None:
    text = "The rebels claim the valley is theirs, a government official said on Monday."
    assert rows(text) == [("indirect", "The rebels claim the valley is theirs", "a government official")]


# -- edges -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "“ ”", "”“", "''''", "—", "—\n\n—", "...", "Word"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_hardly_any_text(text: str, language: str) -> None:
    _, quotes = read(text, language)
    assert len(quotes) == 0


def test_a_dash_alone_on_its_line_before_dialogue() -> None:
    assert [content for _, content, _ in rows("— \n—Adiós.\n—", "es")] == ["—Adiós."]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_text_of_only_quotation_marks(language: str) -> None:
    _, quotes = read("“”\"«»‘’'" * 40_000, language)
    assert len(quotes) == 0
    assert len(quotes.warnings) <= 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_two_hundred_pages_without_a_full_stop(language: str) -> None:
    piece = (
        "the minister said that the road was open and "
        if language == "en"
        else "el ministro dijo que la ruta seguía y "
    )
    tokens, quotes = read(piece * 8_000, language)
    assert len(tokens) > 60_000
    assert len(quotes) > 1_000


def test_many_unclosed_marks() -> None:
    _, quotes = read("He said “we go. " * 3_000)
    assert len(quotes.warnings) == 3_000


def test_rows_slice_back_are_sorted_and_never_overlap() -> None:
    tokens, quotes = read(
        " ".join(text for text, _ in DIRECT_ENGLISH) + " " + " ".join(t for t, _ in INDIRECT_ENGLISH)
    )
    assert len(quotes) > 60
    for k in range(len(quotes)):
        content = tokens.text[quotes.start[k] : quotes.end[k]]
        assert content == content.strip()
        assert quotes.first[k] < quotes.last[k]
        assert k == 0 or quotes.end[k - 1] <= quotes.start[k]
        assert (quotes.quote[quotes.first[k] : quotes.last[k]] == k).all()
    assert ((quotes.quote >= 0) == (quotes.voice != NARRATOR)).all()


def test_documents_of_a_batch_are_read_as_if_alone() -> None:
    texts = [text for text, _ in DIRECT_ENGLISH]
    together = find_quotations(tokenize(texts))
    alone = [find_quotations(tokenize([text])) for text in texts]
    assert together.speaker == [who for quotes in alone for who in quotes.speaker]
    assert together.type == [kind for quotes in alone for kind in quotes.type]


_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "—",
        ", ",
        ". ",
        "? ",
        "\n\n",
        ": ",
        " said ",
        " Ana Ruiz ",
        " that ",
        " the road ",
        " was ",
        " open ",
        " he ",
        " who ",
        " and ",
        " dijo ",
        " que ",
        " según ",
        " according to ",
        " claims ",
        " to ",
        "¿",
        "(",
        ")",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.sampled_from(["en", "es"]))
def test_any_sequence_of_marks_and_cues_is_read(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    tokens = tokenize([text], language=language)
    quotes = find_quotations(tokens)
    assert len(quotes.voice) == len(quotes.quote) == len(tokens)
    for k in range(len(quotes)):
        assert 0 <= quotes.start[k] < quotes.end[k] <= len(text)
        assert k == 0 or quotes.end[k - 1] <= quotes.start[k]
        assert quotes.type[k] in ("direct", "indirect", "mixed")
        assert quotes.source_kind[k] in ("named", "anonymous", "institution", "document", "none")
        assert quotes.source_role[k] is None or quotes.source_role[k] in ROLES
        assert (quotes.speaker[k] is None) == (quotes.source_kind[k] == "none")


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_reporting_verb_has_one_stance(language: str) -> None:
    lexicon = load_lexicon("reporting", language)
    assert lexicon.top_categories == ("neutral", "doubting", "endorsing")
    stances: dict[str, set[str]] = {}
    for entry in lexicon.entries:
        category = lexicon.categories[entry.category]
        if not category.endswith(".noun"):
            stances.setdefault(entry.text, set()).add(category.partition(".")[0])
    assert {text for text, found in stances.items() if len(found) > 1} == set()


# -- with a parser -----------------------------------------------------------------------------------


def test_syntax_gives_the_same_columns_and_finds_the_same_clear_cases() -> None:
    pytest.importorskip("spacy")
    texts = [text for text, _ in DIRECT_ENGLISH] + [text for text, _ in INDIRECT_ENGLISH]
    tokens = tokenize(texts)
    try:
        parsed = find_quotations(tokens, syntax=True)
    except MissingDependencyError as missing:
        pytest.skip(str(missing))
    plain = find_quotations(tokens)
    same = len(
        set(zip(plain.start, plain.end, strict=True)) & set(zip(parsed.start, parsed.end, strict=True))
    )
    assert same > 0.9 * len(plain)
    assert len(parsed.voice) == len(tokens)


def test_syntax_tells_a_noun_from_a_verb() -> None:
    pytest.importorskip("spacy")
    text = "Their cousin Lyle argues the fish will come back, and they point to the catch of May."
    tokens = tokenize([text])
    try:
        quotes = find_quotations(tokens, syntax=True)
    except MissingDependencyError as missing:
        pytest.skip(str(missing))
    assert [text[a:b] for a, b in zip(quotes.start, quotes.end, strict=True)] == ["the fish will come back"]


def test_spanish_is_read_by_the_rules_with_and_without_syntax() -> None:
    tokens = tokenize(["El ministro dijo que el puente era seguro."], language="es")
    assert find_quotations(tokens, syntax=True).start == find_quotations(tokens).start == [17]


def test_a_quotation_of_three_paragraphs_keeps_its_speaker() -> None:
    text = "“We will go,” Ana Ruiz said.\n\n“War is near.\n\n“We are ready.”\n\nThe general left."
    assert [who for _, _, who in rows(text)] == ["Ana Ruiz"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister read “Bread and Roses.”", []),
        ("She read “Notes From the Harbour” twice.", []),
        ("The sign read “Keep Off the Pier.”", ["“Keep Off the Pier.”"]),
        ("He read: “We will not come back.”", ["“We will not come back.”"]),
    ],
)
def test_titles_that_are_read_are_no_speech(text: str, expected: list[str]) -> None:
    assert [content for _, content, _ in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El ministro informó a la prensa de que habría elecciones.", ["que habría elecciones"]),
        ("La alcaldesa avisó al puerto de que vendría el temporal.", ["que vendría el temporal"]),
        ("No cabe duda de que el puente resistirá.", []),
        ("No hay duda de que volverán.", []),
        ("Los rebeldes se negaron a firmar el acuerdo.", []),
        ("Los vecinos quieren a alguien que arregle el muelle.", []),
        ("El juez advirtió los riesgos que corrían los barcos.", []),
        ("El juez advirtió este lunes que los barcos corrían riesgos.", ["que los barcos corrían riesgos"]),
        ("Advirtió el juez que los barcos corrían riesgos.", ["que los barcos corrían riesgos"]),
        ("El alcalde pidió a los vecinos que esperaran.", ["que esperaran"]),
        ("El alcalde quiere también que esperen.", ["que esperen"]),
    ],
)
def test_spanish_que_that_introduces_and_que_that_does_not(text: str, expected: list[str]) -> None:
    assert [content for _, content, _ in rows(text, "es")] == expected


def test_a_block_has_the_words_bits_and_gaps_of_its_tokens_while_a_vocabulary_grows():
    """Where a capital changed the bits, too; and a marked span is one word."""
    vocabulary = Vocabulary()
    for text in (
        "He may say that the workers’ leader read it.",
        "Tom May says so. The Reading mill, said Ana Ruiz, may close in May.",
        "Ana Ruiz said the “new mill” may close, and “soon enough,” in May.",
    ):
        tokens = Tokens([text], "en", vocabulary)
        blocks = Blocks(tokens, find_spans(tokens))
        read = list(blocks.read())
        assert read
        for block in read:
            for k in range(len(block)):
                if block.spans and block.quote[k] >= 0:
                    assert (block.words[k], block.bits[k]) == ("“", QUOTED)
                    continue
                (token,) = range(*block.tokens((k, k + 1)))
                assert block.words[k] == tokens.word(token)
                assert block.bits[k] == blocks.bits[token]
            assert len(block.gaps) == len(block) + 1
            assert block.words[-1] == block.words[len(block)] == ""
            assert block.bits[-1] == block.bits[len(block)] == 0
    assert (token_bits(tokens)[0] != blocks.bits).any()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The chamber postponed its vote after two Republicans said they would not come.", "two Republicans"),
        ("She resigned after the newspaper reported that she had lied.", "the newspaper"),
        ("The chamber put off its vote after two senators said they would not come.", "two senators"),
        ("Plans to put off the vote after the recess said nothing of it, Reed said.", "Reed"),
        ("The talks collapsed before the envoy said that a deal was near.", "the envoy"),
        ("Prices have risen since the bank warned that supply was short.", "the bank"),
        ("Oil rose as traders said that supply was short.", "traders"),
        ("Nobody knew until the minister told reporters that the road was closed.", "the minister"),
        ("Officials briefed before the meeting said that the plan was ready.", "Officials"),
        ("A man who works as a doctor said that supply was short.", "A man"),
        ("The man arrested before the trial said that he was innocent.", "The man"),
        (
            "Senators from both parties after the briefing said they were alarmed.",
            "Senators from both parties",
        ),
        ("The mayor met the officials after the siren and said that the plan was ready.", "The mayor"),
        ("Ahmed, acting as a mediator, said that supply was short.", "Ahmed"),
        ("Asked on Monday, Reed said that supply was short.", "Reed"),
    ],
)
def test_a_clause_after_another_has_its_own_speaker(text: str, speaker: str) -> None:
    assert [who for _, _, who in rows(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Un alto funcionario que pidió no ser identificado reconoció que el puente cede.",
            [("que el puente cede", "Un alto funcionario")],
        ),
        (
            "El diplomático, que pidió no ser citado por su nombre, aseguró que no hay acuerdo.",
            [("que no hay acuerdo", "El diplomático")],
        ),
        (
            "Un borrador, al que tuvo acceso este diario, establece que las tropas saldrán.",
            [("que las tropas saldrán", "Un borrador")],
        ),
        ("El tratado estableció la creación de un tribunal, que tendrá su sede en Tolvane.", []),
        ("La minera cuestionó la reforma, que incluye un plan de inversiones.", []),
        (
            "El juez advirtió, en una carta, que los barcos corrían riesgos.",
            [("que los barcos corrían riesgos", "El juez")],
        ),
    ],
)
def test_spanish_relative_clauses_beside_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(content, who) for _, content, who in rows(text, "es")] == expected


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("es", "La presidenta del Senado, Lucía Arango, dijo que no habrá acuerdo.", "legislator"),
        ("es", "Lucía Arango, presidenta del Senado, dijo que no habrá acuerdo.", "legislator"),
        ("es", "El presidente del banco dijo que no habrá crisis.", "business"),
        ("es", "El presidente del Gobierno dijo que no habrá crisis.", "executive"),
        ("es", "El presidente de México, Luis Rey, dijo que no habrá acuerdo.", "executive"),
        ("en", "The president of the bank, Ann Lee, said that the plan was ready.", "business"),
        ("en", "Ann Lee, the president of the university, said that the plan was ready.", "expert"),
        ("en", "The president of the United States said that the plan was ready.", "executive"),
    ],
)
def test_a_president_has_the_role_of_what_is_presided(language: str, text: str, role: str) -> None:
    assert find_quotations(tokenize([text], language=language)).source_role == [role]
