"""Names, bodies and turns of phrase of the press: who speaks, built in many forms (all people are made up)."""

from __future__ import annotations

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def rows(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    """Speaker and content of each row."""
    tokens = tokenize([text], language=language)
    found = find_quotations(tokens)
    return [(who, tokens.text[a:b]) for who, a, b in zip(found.speaker, found.start, found.end, strict=True)]


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [who for who, _ in rows(text, language)]


def bare(who: str | None) -> str:
    """A name without its article, in small letters."""
    word, _, rest = (who or "").lower().partition(" ")
    return rest if word in ("the", "el", "la", "los", "las") else f"{word} {rest}".strip()


BODIES = """
the US Department of Homeland Security; the Turkish Ministry of Foreign Affairs
the New York State Department of Public Affairs; the Congressional Budget Office
the Bureau of Labor Statistics; Immigration and Customs Enforcement; General Motors; Google
Doctors Without Borders; the Ninth Circuit Court of Appeals; the House Committee on Foreign Affairs; the WHO
the US; Hamas; the Organization for Security and Co-operation in Europe
the National Association of Manufacturers; Veterans Affairs; the Federal Bureau of Investigation
the Carnegie Endowment for International Peace; Planned Parenthood; the White House
"""
BODIES_ES = """
la Corte Interamericana de Derechos Humanos; la Guardia Nacional Bolivariana; la Asamblea Nacional Constituyente
el Observatorio Venezolano de Violencia; la Federación Española de Municipios; Naciones Unidas; Médicos Sin Fronteras
la Santa Sede; Endesa; el Ministerio de Asuntos Exteriores; el Consejo Nacional Electoral; Petróleos de Venezuela
"""


@pytest.mark.parametrize("body", [b.strip() for b in BODIES.replace("\n", ";").split(";") if b.strip()])
def test_bodies_keep_their_whole_name(body: str) -> None:
    text = (
        f"{body[0].upper()}{body[1:]} said that the plan was late. “It was cold,” {body} said in a statement."
    )
    found = find_quotations(tokenize([text]))
    assert [bare(who) for who in found.speaker] == [bare(body)] * 2
    assert found.source_kind == ["institution"] * 2


@pytest.mark.parametrize("body", [b.strip() for b in BODIES_ES.replace("\n", ";").split(";") if b.strip()])
def test_spanish_bodies_keep_their_whole_name(body: str) -> None:
    text = (
        f"{body[0].upper()}{body[1:]} dijo que el plan llegaba tarde. «El plan llega tarde», aseguró {body}."
    )
    found = find_quotations(tokenize([text], "es"))
    assert [bare(who) for who in found.speaker] == [bare(body)] * 2
    assert found.source_kind == ["institution"] * 2


TITLED = """
US President {}; US Secretary of State {}; Texas state Sen. {}; Housing and Urban Development Secretary {}; WHO chief {}
Hong Kong director of Amnesty International {}; University of Lund political scientist {}; Co-developer {}; state Rep. {}
Lund Center for Health Security medical anthropologist {}; US Department of Homeland Security Secretary {}
House Freedom Caucus Chairman {}; former Lund campaign manager {}; Lund University Professor of Law {}
"""


@pytest.mark.parametrize("titled", [t.strip() for t in TITLED.replace("\n", ";").split(";") if t.strip()])
@pytest.mark.parametrize("name", ["Ann Reed", "Man-kei Tam", "Carl Long"])
def test_names_behind_offices(titled: str, name: str) -> None:
    said = titled.format(name)
    text = f"{said[0].upper()}{said[1:]} said that the plan was late. “The plan was late,” said {said}."
    assert speakers(text) == [name] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # noun phrases that begin anew, or whose noun stands behind a name
        ("So long and hard a woman in the aisle asked, “What are you watching?”", ["a woman in the aisle"]),
        ("As she entered her 20s her parents said that they were worried.", ["her parents"]),
        ("As far back as 1976 the council said that it was late.", ["the council"]),
        ("“It was late,” a former Ann Reed employee said. Ann Reed denied it.", ["a former Ann Reed employee"]),
        ("“It was late,” Ann Reed said. The Hill family had planned to leave.", ["Ann Reed", "The Hill family"]),
        ("According to Breaking the Ice, a club, it was late.", ["Breaking the Ice"]),
        ("“It was late,” said the charity Friends for a Better Lund.", ["Friends for a Better Lund"]),
        # one surname, several people
        ("President Tom Hill left with Ada Hill. “It was late,” Hill said.", ["Tom Hill"]),
        ("Tom Hill left. “No,” Ada Hill said. “It was late,” Hill added.", ["Ada Hill", "Ada Hill"]),
        ("Recep Tayyip Erdoğan came. “It was late,” Erdogan said.", ["Recep Tayyip Erdoğan"]),
        ("Ann Cole and Tom Hill met. “It is late,” said Kim Lund. “Very,” he added.", ["Kim Lund"] * 2),
        # whom a pronoun or description means
        (
            "When he was asked by the prosecutor and by Al Hill why he left, David Moral paused. “I like it,” he said.",
            ["David Moral"],
        ),
        (
            "Ann Reed went to a club with stars such as Liz Hill and Ada Cole. “It was late,” she said.",
            ["Ann Reed"],
        ),
        ("When Ann Hill’s lawyer asked what Tom Reed meant, he replied that it was late.", ["Ann Hill’s lawyer", "Tom Reed"]),
        ("The ex-partner said that Reed was paid. “On one occasion,” they added, “I saw it.”", ["The ex-partner"] * 3),
        ("A young official left. “It was late,” the official said.", ["A young official"]),
        ("Suspicion turned to rage. “I shouted,” the ex-associate recalled.", ["the ex-associate"]),
        # people spoken of again, and other forms of names
        ("President Bashar al-Asad said that it was late. “It is cold,” al-Asad added.", ["Bashar al-Asad"] * 2),
        ("Ann Reed MP said that it was late.", ["Ann Reed"]),
        ("“It is late,” said a man familiar with the governor’s thinking.", ["a man familiar with the governor’s thinking"]),
        ("Ann Reed and Tom Hill met in Leeds. “It is late,” the two said in a statement.", ["Ann Reed and Tom Hill"]),
        ("Ann Reed, 61, a retired machinist from Leeds, came early. “It is late,” said the retired machinist.", ["Ann Reed"]),
        ("Ann Reed confirmed by text message that the plan was late.", ["Ann Reed"]),
        ("Hillary Cole spoke beside her husband, Bill Cole. “It is late,” Cole said.", ["Hillary Cole"]),
        ("“The policy is late,” US officials said on Monday.", ["US officials"]),
        ("IT experts said that the plan was late. WHO officials said that it was early.", ["IT experts", "WHO officials"]),
        # bodies called again by a common noun, two people, and who answers
        ("The National Rifle Association sued. The group said that it was late.", ["The National Rifle Association"]),
        ("Immigration and Customs Enforcement sued. The agency said it was late.", ["Immigration and Customs Enforcement"]),
        ("Google said it was late. The company said it was sorry.", ["Google"] * 2),
        ("The Lund Rescue Committee left. “It is late,” the group said.", ["The Lund Rescue Committee"]),
        ("The Senate Budget Committee met. “It is late,” the group said.", ["the group"]),
        ("The FBI left. Amnesty International disagreed. The group said it was early.", ["Amnesty International"]),
        ("United Airlines spoke. The Lund Group sued. The firm said it was late.", ["The Lund Group"]),
        ("The White House said it would go. The agency said it had no comment.", ["The White House", "The agency"]),
        ("A group of friends met. The group said that it was late.", ["The group"]),
        ("Tom Hill and Ann Reed have both told friends that it was late.", ["Tom Hill and Ann Reed"]),
        ("Mr. Hill asked Tom Reed whether he was paid. “No,” he replied.", ["Hill", "Tom Reed"]),
        ("Hill said, “Why are we here?” He answered: “Because we must.”", ["Hill"] * 2),
        ("Ann Reed leads. Asked whether she trusted Kay Hill, she replied, “Of course.”", [None, "Ann Reed"]),
        ("In the speech he made in May, Mr. Hill spoke for it, for he said that it was good.", ["Hill"]),
        ("One senior Labour MP said that it was late.", ["One senior Labour MP"]),
        ("“No,” Ann Reed said to Tom Hill, who replied: “It is late.”", ["Ann Reed", "Tom Hill"]),
        ("“No,” said Ann Reed, a lawyer, “it is late.”", ["Ann Reed"] * 2),
        # marks that no verb introduces
        ("“We lied. We cheated.”\n\n— Mike Lund, Leeds, May 2019\n\nThe firm was small.", ["Mike Lund"]),
        ("“I want to go home.” Ann Reed looks at the door. “It is late.”", ["Ann Reed"] * 2),
        ("“The roads were dead,” Ann Reed said. “It was warm outside and the models were wrong :)”", ["Ann Reed"] * 2),
        ("Tom Hill’s message to the council: “The plan is dead on arrival.”", ["Tom Hill"]),
        # verbs and clauses
        ("KCNA quoted an official at the ministry as saying: “It is late.”", ["an official at the ministry"]),
        ("The programmer branded as a “hacker” by Ann Reed was arrested in Lund.", ["Ann Reed"]),
        ("Tom Hill called Prime Minister Ann Reed’s proposed deal “lousy” and left.", ["Tom Hill"]),
        ("He was told by Minister Ann Reed of “forty people under the rubble”.", ["Ann Reed"]),
        ("They met amid the agency’s finding that the bridge was unsafe.", ["the agency"]),
        ("Both leaders met and shared the opinion that the plan was late.", ["Both leaders"]),
        ("In a message posted to Twitter, Ann Reed commended Hill and said she was “glad.”", ["Ann Reed"]),
        ("In a related letter issued on Monday, the council denounced it, calling it “late”.", ["the council"]),
        ("Ann Reed issued a statement outside Washington, D.C. saying, “It is late.”", ["Ann Reed"]),
        ("Indeed, as soon as the meeting ended, Ann Reed asked her aides to send the file.", ["Ann Reed"]),
        # no speech at all
        ("One such program called “Marble” allowed agents to hide code.", []),
        ("He has made print pieces for many papers, many video reports, and several films.", []),
        ("Ann Reed knew nothing at the time about the plan that was under review.", []),
        ("Ann Reed wrote her passwords on a pad so Hill could see them.", []),
        ("Ann Reed wrote for the majority opinion that was signed by the others.", []),
        ("He sat with four associates, two of whom happened to be county judges Brett Hill and Kay Cole.", []),
    ],
)  # fmt: skip
def test_press(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Reed said it was “good” before launching into a song.", "it was “good”"),
        ("Ann Reed said the plan was late while the minister said it was early.", "the plan was late"),
        ("According to Reed, as he is seen, guards read his file.", "as he is seen, guards read his file"),
        ("Ann Reed said she, too, was late.", "she, too, was late"),
        ("Indeed, as soon as it ended, Ann Reed asked her aides to send the file.", "to send the file"),
    ],
)  # fmt: skip
def test_press_content(text: str, content: str) -> None:
    assert rows(text)[0][1] == content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El profesor de la Universidad de Lund Ana Ruiz dijo que era tarde.", "Ana Ruiz"),
        (
            "Tras la reunión con Luis Gil, una fuente del Gobierno dijo que era tarde.",
            "una fuente del Gobierno",
        ),
        ("El profesor de la Universidad de Torre del Mar Ana Ruiz dijo que era tarde.", "Ana Ruiz"),
        ("El acusado, Luis Gil, llegó pronto. «Es tarde», dijo el acusado.", "Luis Gil"),
        ("La joven llegó pronto. «Es tarde», dijo la joven.", "la joven"),
        ("La jueza Ana Ruiz llegó pronto. «Es tarde», dijo la jueza.", "Ana Ruiz"),
        ("Ana Ruiz cree que es tarde. «El norte es otra cosa», dice.", "Ana Ruiz"),
        ("«Es tarde», dijo antes de llamar al orden al diputado Luis Gil. Ana Ruiz calló.", None),
        ("Fuentes del Ejecutivo dan por hecho el apoyo. «Siempre dicen que no», ironizan.", "Fuentes del Ejecutivo"),
        ("Ana Gil dijo que era tarde. Según su relato, faltaban tres días.", "Ana Gil"),
        ("Ana Gil dijo que era tarde. Según explicó durante casi una hora, faltaban tres días.", "Ana Gil"),
        ("«Es tarde», cuenta un diplomático europeo. Según esta misma fuente, faltan días.", "un diplomático europeo"),
        ("El frente Luis Gil dijo que era tarde.", "frente Luis Gil"),
        ("«Es tarde», señaló la relatora sobre la tortura, Inés Arrieta.", "Inés Arrieta"),
        ("«Es tarde», señaló la coordinadora sobre el terreno de una ONG, Inés Arrieta.", "Inés Arrieta"),
        ("«Es tarde», dijo una de las afectadas por el derrumbe, Inés Arrieta.", "Inés Arrieta"),
        ("Según la Defensoría del Pueblo, es tarde. La entidad advirtió que el grupo recluta.", "la Defensoría del Pueblo"),
        ("Pemex negó los hechos. La empresa dijo que era tarde.", "Pemex"),
        ("Ana Ruiz y Luis Gil se vieron en Lima. Ambos prometieron que volverían.", "Ana Ruiz y Luis Gil"),
        ("Ana Ruiz Gil y Luis Gil Paz se vieron en Lima. Ruiz y Gil prometieron volver.", "Ana Ruiz Gil y Luis Gil Paz"),
        ("Ana Ruiz Gil y Luis Paz se vieron en Lima. Ruiz Gil y Paz prometieron que volverían.", "Ana Ruiz Gil y Luis Paz"),
        ("También llegó una vecina del cuarto, que lo vio. Según contó, era tarde.", "una vecina del cuarto"),
        ("Luz Marina Gil y Ana Gil Paz se vieron en Lima. «Es tarde», dijo Marina Gil.", "Luz Marina Gil"),
        ("El Partido Popular se opone. «Es tarde», dijo la formación en un comunicado.", "El Partido Popular"),
        ("La Corte Suprema de Justicia falló ayer. El alto tribunal dijo que era tarde.", "La Corte Suprema de Justicia"),
        ("Escuchaban la viuda, Nora Gil, y el hijo mayor, Cristian. «Es tarde», dijo la mujer.", "Nora Gil"),
        ("Ayer habló Manuel Gil. Lo ha dicho Gil, que se fue. «Es tarde», ha apuntado el agricultor.", "Manuel Gil"),
        ("Cita a un perito de la Agencia Tributaria, quien dijo que era tarde.", "un perito de la Agencia Tributaria"),
        ("«Es tarde», dijo Hillary Ruiz. Bill Ruiz calló. «Muy tarde», añadió Ruiz.", "Hillary Ruiz"),
    ],
)  # fmt: skip
def test_spanish_press(text: str, expected: str | None) -> None:
    assert set(speakers(text, "es")) == {expected}


def test_who_answers_is_not_who_asked() -> None:
    text = "«¿Por quién?», le preguntó una periodista al ministro de Gobierno, Óscar Vill. «Es tarde», respondió."
    assert speakers(text, "es") == ["una periodista", "Óscar Vill"]


def test_a_relative_clause_may_answer() -> None:
    text = "«No», ha dicho Ana Ruiz a preguntas del fiscal, Luis Gil, quien le ha replicado: «Es tarde»."
    assert speakers(text, "es") == ["Ana Ruiz", "Luis Gil"]


def test_the_sentence_before_tells_which_of_several() -> None:
    text = "El diputado Juan Gil y el senador Luis Paz hablaron. Paz dijo que no. Gil insistirá. «Sí», dijo el parlamentario."
    assert speakers(text, "es")[-1] == "Juan Gil"
    text = "El canciller Luis Paz viajó. La canciller peruana, Ana Gil, lo recibió. «Sí», dijo el canciller."
    assert speakers(text, "es") == ["Luis Paz"]
