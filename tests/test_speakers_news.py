"""Constructions of running news that passages coded by a reader brought up, in English and Spanish."""

from __future__ import annotations

import itertools

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def rows(text: str, language: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each row."""
    tokens = tokenize([text], language=language)
    found = find_quotations(tokens)
    return [(who, tokens.text[a:b]) for who, a, b in zip(found.speaker, found.start, found.end, strict=True)]


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [who for who, _ in rows(text, language)]


REST = "\n\nThe talks failed on Monday."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Harbour talks collapse as minister warns of strike", [("minister", "of strike")]),
        ("Talks end as union says deal is dead", [("union", "deal is dead")]),
        ("Fuel prices soar, says regulator", [("regulator", "Fuel prices soar")]),
        ("Coffee good for you, finds study", [("study", "Coffee good for you")]),
        ("Floods: worst over, says mayor", [("mayor", "worst over")]),
        ("Officials say 3 dead in blast", [("Officials", "3 dead in blast")]),
        ("Have your say on the bridge", []),
    ],
)
def test_headlines_leave_words_out(headline: str, expected: list[tuple[str, str]]) -> None:
    assert rows(headline + REST, "en")[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names
        (
            "“It is over,” said Aquilino “Koko” Torres, who leads. “Done,” Torres said.",
            ["Aquilino “Koko” Torres"] * 2,
        ),
        (
            "Susan A. Hill said it was over. Henry I. Reed said it was not.",
            ["Susan A. Hill", "Henry I. Reed"],
        ),
        ("Federal Bureau of Roads (FBR) Director Jim Cole said it was over.", ["Jim Cole"]),
        ("Acting White House chief of staff Ann Reed said it was over.", ["Ann Reed"]),
        ("Lund Administrator Ann Reed said it was over.", ["Ann Reed"]),
        ("County Chair Ann Reed and City Chair Tom Hill said it was over.", ["Ann Reed and Tom Hill"]),
        ("A man, who identified himself only as Karl, said it was over.", ["Karl"]),
        ("Ann Reed, a beekeeper from Lund, left. The beekeeper said that it was over.", ["Ann Reed"]),
        # subjects
        ("The officer-in-charge of the unit, DCP Ann Reed, said it was over.", ["Ann Reed"]),
        ("Ann Reed, mayor of Lund said it was over.", ["Ann Reed"]),
        ("The reporter on that story, Ann Reed, has left, telling a paper that it was over.", ["Ann Reed"]),
        ("A suit is something residents have said they would welcome.", ["residents"]),
        ("The parties are signaling they’re not going to wait.", ["The parties"]),
        ("Forty people spoke, most saying they are upset.", ["most"]),
        ("For that reason Chad wishes to go on.", ["Chad"]),
        # verbs and nouns
        ("Adds Ann Reed of Lund: “We go now.”", ["Ann Reed"]),
        ("Asked one voter, “Why now?”", ["one voter"]),
        ("Ann Reed came. “It will not lend itself to that,” Reed. “It will not.”", ["Ann Reed", "Ann Reed"]),
        ("The plans include a new bridge, said Ann Reed, a spokeswoman.", ["Ann Reed"]),
        ("Officials said uncertainty over prices is driving them out.", ["Officials"]),
        ("Hill said it came from above to which Ann Reed replied, “I made none.”", ["Hill", "Ann Reed"]),
        ("Ann Reed expressed concern that it would fail.", ["Ann Reed"]),
        ("Officials expressed fear that it would fail.", ["Officials"]),
        ("Chad shares the view that it would fail.", ["Chad"]),
        ("Many voiced frustration that it would fail.", ["Many"]),
        ("It is an outrage that it would fail.", []),
        ("They have the confidence to dream.", []),
        ("Ann Reed described how she threw it.", ["Ann Reed"]),
        ("Ann Reed likened it to a hostile takeover.", ["Ann Reed"]),
        ("It is easier said than done.", []),
        ("Ann Reed issued a statement saying the plan deserved a vote.", ["Ann Reed"]),
        ("He says the vetoes shave dollars off the plan.", [None]),
        ("Officials said the views of the board need to be respected.", ["Officials"]),
        ("The board announced overnight that it had lost.", ["The board"]),
        ("“It is done,” Ann Reed said, adding that Hill did it, “a good man.”", ["Ann Reed"] * 2),
        (
            "It is a race of Ann Reed and Tom Hill, a ministry spokesperson said on Monday.",
            ["a ministry spokesperson"],
        ),
        ("Tom Hill spoke. The Reds opposed it, he said. “They did.”", ["Tom Hill", "Tom Hill"]),
        ("It says much for the town.", []),
        ("San Francisco Mayor Ed Lee said it was over.", ["Ed Lee"]),
        ("The senator for Lund Ann Reed said it was over.", ["Ann Reed"]),
        ("Joseph ole Lenku left. “We go,” said Lenku.", ["Joseph ole Lenku"]),
        ("\"We all deserve clean air to breathe,'' added Ann Reed, who led it.", ["Ann Reed"]),
    ],
)
def test_english_news(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Joaquín «El Moro» Guzmán dijo que se iba. «Me voy», dijo Guzmán.",
            ["Joaquín «El Moro» Guzmán"] * 2,
        ),
        ("Guaidó aseveró que se iba.", ["Guaidó"]),
        ("Juan A. Gil dijo que sí.", ["Juan A. Gil"]),
        ("«Me bajaba», explicó el pasajero, quien se identificó solo como Marcelo.", ["Marcelo"]),
        ("Ana Quispe, astrónoma y doctora, llegó. La astrónoma dijo que no.", ["Ana Quispe"]),
        ("La triunviro de la central, Ana Quispe, llegó. La triunviro dijo que no.", ["Ana Quispe"]),
        (
            "El ministro del Interior, Luis Paz, llegó. «No hay nada», dijo el titular de la cartera.",
            ["Luis Paz"],
        ),
        ("Luis Paz sonríe. «No he dicho nada de eso», adujo el mandatario de 72 años.", ["Luis Paz"]),
        ("Este sábado la Fiscalía de Lund (FL) confirmó que iban.", ["la Fiscalía de Lund"]),
        (
            "Uno de los heridos en la tragedia que vivió Lund, relató que cayó.",
            ["Uno de los heridos en la tragedia"],
        ),
        ("Como “lamentable” calificó el alcalde, Luis Paz, la decisión.", ["Luis Paz"]),
        ("Criticó las expresiones del presidente Luis Paz, quien dijo que iría.", ["Luis Paz"]),
        ("«Ya», expresó Ana Ruiz, presidenta de la Junta, quien aseguró que va.", ["Ana Ruiz", "Ana Ruiz"]),
        ("Habló la hija de Luis Paz, quien dijo que no.", ["la hija de Luis Paz"]),
        ("La idea según la cual todo vale fue derogada.", []),
        (
            "Ana Ruiz vende pan. “Doña Ana”, como la llaman todos, llegó. “Nada era rentable”, comenta.",
            ["Ana Ruiz"],
        ),
        ("«Así es», dijo Ana Ruiz. Ella sí cree que afecta.", ["Ana Ruiz", "Ana Ruiz"]),
        ("Especialistas de la Marina afirman que sí.", ["Especialistas de la Marina"]),
        ("Ana Ruiz ha reiterado su plan y ha defendido el borrado de datos: «Se borra todo».", ["Ana Ruiz"]),
        ("Ana Ruiz (PSOE, Lugo) advirtió que no irá.", ["Ana Ruiz"]),
        ("Sigue la huelga, según admitió la semana pasada el alcalde.", ["el alcalde"]),
        ("«Nos vamos ya a casa», dijo decidido Luis Paz, de 24 años.", ["Luis Paz"]),
        ("Provocó la ira de Luis Paz, que advirtió que no irá.", ["Luis Paz"]),
        ("Luis Paz, candidato, llegó. El excandidato dijo que no.", ["Luis Paz"]),
        ("Ana Ruiz habló. Finalmente, zanjó su declaración asegurando que «va».", ["Ana Ruiz"]),
    ],
)
def test_spanish_news(text: str, expected: list[str | None]) -> None:
    assert speakers(text, "es")[-len(expected) or 99 :] == expected


OPENS = """
    Entretanto|Acto seguido|Seguidamente|Respecto al plan|Acerca del plan|Consultada por el plan|Emocionada|Tajante
    |Contundente
    |Optimista|Eso sí|Encima|Recién|Este lunes|La víspera|Minutos más tarde|No obstante|Vía telefónica|Preocupada
    |Molesta|Serena|Satisfecha|Otra vez|Aun así
""".replace("\n", "").split("|")


def test_words_that_open_a_spanish_sentence_are_no_subjects() -> None:
    before = "La alcaldesa de Lund, Ana Ruiz, llegó. «Estamos listos para todo», declaró Ana Ruiz. "
    for opens, comma in itertools.product(map(str.strip, OPENS), ("", ",")):
        text = f"{before}{opens}{comma} dijo que todo acabó."
        assert speakers(text, "es") == ["Ana Ruiz", "Ana Ruiz"], text
    assert speakers("Machado dijo que todo acabó.", "es") == ["Machado"]
    assert speakers("Luis Prudente llegó. Prudente dijo que todo acabó.", "es") == ["Luis Prudente"]


CIRCUMSTANCES = """
    |ayer|este lunes|en conferencia de prensa|durante la sesión de este lunes|sobre estas llamas de sexta generación
    |a los periodistas|a este diario|a EFE|por teléfono|con voz firme|visiblemente emocionada|poco después|horas más tarde
    |antes de entrar en el juzgado|respecto al plan|en un comunicado|desde Lund
""".replace("\n", "").split("|")
SUBJECTS = (
    ("la alcaldesa Ana Ruiz", "Ana Ruiz"),
    ("Ana Ruiz", "Ana Ruiz"),
    ("Ana Ruiz, comandante y maestra", "Ana Ruiz"),
    ("la presidenta de la Junta, Ana Ruiz", "Ana Ruiz"),
    ("un portavoz policial", "un portavoz policial"),
    ("la Fiscalía", "la Fiscalía"),
)


def test_subjects_behind_a_spanish_verb_and_its_circumstance() -> None:
    for circumstance, (subject, who) in itertools.product(map(str.strip, CIRCUMSTANCES), SUBJECTS):
        text = " ".join(f"«No vamos a ceder ante nadie», dijo {circumstance} {subject}.".split())
        assert speakers(text, "es") == [who], text


INTRODUCED = (
    ("Sen. Ann Reed (D-Ohio)", ("the senator", "the Ohio Democrat", "the lawmaker", "the Ohio lawmaker")),
    (
        "Rep. Ann Reed, a Republican from Texas,",
        ("the Texas Republican", "the congresswoman", "the lawmaker"),
    ),
    ("Ann Reed, an attorney for the family,", ("the attorney", "the lawyer", "the family's lawyer")),
    ("Ann Reed, chief executive of Acme,", ("the chief executive", "the CEO")),
    ("Professor Ann Reed", ("the professor", "the academic")),
    ("Judge Ann Reed", ("the judge", "the jurist")),
    ("Former President Ann Reed", ("the former president", "the ex-president")),
    ("Ann Reed, the U.N. envoy to Chad,", ("the envoy", "the diplomat")),
    ("Ann Reed, a farmer from Lund,", ("the farmer", "the grower")),
)
INTRODUCED_ES = (
    ("La senadora Ana Ruiz", ("la senadora", "la legisladora", "la parlamentaria", "la política")),
    ("La alcaldesa de Lund, Ana Ruiz,", ("la alcaldesa", "la regidora", "la primera edil")),
    ("La presidenta de Chile, Ana Ruiz,", ("la mandataria", "la jefa de Estado", "la gobernante")),
    (
        "La ministra de Sanidad, Ana Ruiz,",
        ("la ministra", "la titular de Sanidad", "la responsable de Sanidad"),
    ),
    ("La portavoz del PP, Ana Ruiz,", ("la portavoz", "la vocera", "la dirigente popular")),
    ("La abogada de la familia, Ana Ruiz,", ("la letrada", "la defensora")),
    ("La profesora Ana Ruiz", ("la docente", "la académica", "la experta")),
    ("La médica Ana Ruiz", ("la doctora", "la facultativa")),
)


def test_descriptions_of_those_introduced_by_other_nouns() -> None:
    for who, descriptions in INTRODUCED:
        for description, other in itertools.product(
            descriptions, ("", " Tom Hill, a plumber, said it was late.")
        ):
            text = f"{who} said the bridge was safe.{other} The vote was held. “We will not wait,” {description} said."
            assert (speakers(text)[0], speakers(text)[-1]) == ("Ann Reed", "Ann Reed"), text


def test_spanish_descriptions_of_those_introduced_by_other_nouns() -> None:
    for who, descriptions in INTRODUCED_ES:
        for description, other in itertools.product(
            descriptions, ("", " Eva Gil, fontanera, dijo que era tarde.")
        ):
            text = f"{who} dijo que era seguro.{other} El pleno fue ayer. «No vamos a esperar más», dijo {description}."
            assert (speakers(text, "es")[0], speakers(text, "es")[-1]) == ("Ana Ruiz", "Ana Ruiz"), text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The Ministry of Health was late. “It is over now,” the ministry said.",
            "en",
            "The Ministry of Health",
        ),
        (
            "The Federal Trade Commission met. “The deal is dead,” the Commission said.",
            "en",
            "The Federal Trade Commission",
        ),
        (
            "The Ministry of Health met the Ministry of War. “It is over now,” the Ministry said.",
            "en",
            "the Ministry",
        ),
        ("The Democratic Party met. “It is over now,” the party said.", "en", "The Democratic Party"),
        (
            "The Democratic Party met in May. It was hot. It was dry. No one came. “It is over,” the party said.",
            "en",
            "the party",
        ),
        (
            "La Defensoría del Pueblo y el Gobierno hablaron. «Ya basta de esto», dijo la Defensoría.",
            "es",
            "La Defensoría del Pueblo",
        ),
        (
            "La Fiscalía General de la Nación actuó. «Hay pruebas», dijo la Fiscalía.",
            "es",
            "La Fiscalía General de la Nación",
        ),
        (
            "El Tribunal Supremo y el Tribunal de Cuentas fallaron. «No hay delito», dijo el Tribunal.",
            "es",
            "el Tribunal",
        ),
    ],
)
def test_a_body_named_in_full_once_is_meant_by_its_noun(text: str, language: str, expected: str) -> None:
    assert speakers(text, language) == [expected]


@pytest.mark.parametrize(
    "opener", ["Finalmente", "También", "Anoche", "Entretanto", "No obstante", "Tras el acto", "Ayer"]
)
@pytest.mark.parametrize("who", ["Ana Ruiz", "Silviana Fragoza", "el Gobierno"])
def test_a_spanish_adverb_before_a_name_is_no_part_of_it(opener: str, who: str) -> None:
    assert speakers(f"{opener} {who} dijo que todo acabó.", "es") == [who]


def test_having_is_no_speaker() -> None:
    text = "Ann Reed seemed to acknowledge that her time was short, having already said she will leave."
    assert speakers(text) == ["Ann Reed"]
