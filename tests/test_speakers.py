"""Who speaks: names, titles, epithets and what is left out, each construction with an example."""

from __future__ import annotations

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def speakers(text: str, language: str = "es") -> list[str | None]:
    return find_quotations(tokenize([text], language=language)).speaker


def sources(text: str, language: str = "es") -> list[tuple[str | None, str, str | None]]:
    """Speaker, kind and role of each row."""
    found = find_quotations(tokenize([text], language=language))
    return list(zip(found.speaker, found.source_kind, found.source_role, strict=True))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "Tolvane, 3 mar (EFE).- La Comisión del Agua (CA) dijo que no habrá acuerdo.",
            ["La Comisión del Agua"],
        ),
        ("es", "TOLVANE (Reuters) — El canciller, Luis Rey, dijo que no habrá acuerdo.", ["Luis Rey"]),
        ("en", "HALMIRA — The panel’s chairman, Tom Reed, said that it was over.", ["Tom Reed"]),
        ("en", "Reed — the mayor of Halmira — said that it was over.", ["Reed"]),
    ],
)
def test_a_dateline_does_not_speak(language: str, text: str, expected: list[str]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Nadie nos llamó», dijo a EFE Doris Mena, madre de dos niños.", ["Doris Mena"]),
        ("«Nadie nos llamó», dijo a La Gaceta Carmen Rey.", ["Carmen Rey"]),
        ("La alcaldesa Rosa Gil calló. «Nadie nos llamó», dijo en Canal Sur.", ["Rosa Gil"]),
        ("El concejal Luis Gil habló. «Nadie nos llamó», dijo a José Luis Ruiz.", ["Luis Gil"]),
    ],
)
def test_a_speaker_behind_whom_he_spoke_to(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«No iré», dijo, visiblemente molesto, el ministro Luis Rey.", ["Luis Rey"]),
        ("La ministra Ana Gil habló. «No iré», dijo, antes de salir, a la prensa.", ["Ana Gil"]),
        (
            "El plan sigue, dicen fuentes del puerto, que admiten, eso sí, que costará más.",
            ["fuentes del puerto"] * 2,
        ),
    ],
)
def test_a_parenthesis_behind_the_verb(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_what_stands_between_a_verb_and_segun_is_not_said() -> None:
    text = "La ministra Ana Gil llegó. «Nadie firma», advirtió nada más sentarse a la mesa, según cuentan dos asesores."
    tokens = tokenize([text], language="es")
    found = find_quotations(tokens)
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == ["«Nadie firma»"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "La abogada Paz Gil dijo que recurrirá. El fiscal aseguró que hay pruebas.",
            ["Paz Gil", "El fiscal"],
        ),
        ("es", "El juez Luis Rey dijo que hay caso. El magistrado añadió que será largo.", ["Luis Rey"] * 2),
        (
            "en",
            "Defense lawyer Tom Reed said he was ready. The prosecutor said he was not.",
            ["Tom Reed", "The prosecutor"],
        ),
    ],
)
def test_those_who_face_each_other_in_court_are_not_one(
    language: str, text: str, expected: list[str]
) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un viejo contable del puerto declaró ayer. «Yo pagaba», confesó.", "Un viejo contable del puerto"),
        ("El alcalde, Luis Rey, salió al balcón. «Ganamos», dijo.", "Luis Rey"),
        ("Orlov se mostró firme. «Ganamos», dijo.", "Orlov"),
        ("Orlov no quiso esperar. «Ganamos», dijo.", "Orlov"),
    ],
)
def test_a_subject_left_out_is_that_of_the_sentence_before(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La portavoz, Ana Gil, criticó a la ministra, Eva Rey. Esta se revolvió: «Yo pago lo mío».",
            "Eva Rey",
        ),
        ("El alcalde Luis Rey culpó al gobernador. Este respondió que no es cierto.", "gobernador"),
        ("La senadora Eva Rey habló. La morenista sostuvo que votará.", "Eva Rey"),
        (
            "El embajador ruso, Ivan Orlov, calló. El jefe turco, Hakan Demir, protestó. El ruso dijo que no.",
            "Ivan Orlov",
        ),
        (
            "El presidente ruso, Ivan Orlov, vio al presidente turco, Hakan Demir. El presidente ruso dijo que no.",
            "Ivan Orlov",
        ),
        ("«Iremos», escribió en X el canciller Juan Ramón de la Fuente.", "Juan Ramón de la Fuente"),
        ("De la Espriella anunció que recogerá firmas.", "De la Espriella"),
        ("Su jefa de Emergencias, la doctora Ana Gil, pidió que esperen.", "Ana Gil"),
        ("La ministra Eva Rey y el alcalde Luis Gil dijeron que irán.", "Eva Rey y Luis Gil"),
        ("En la Casa Rosada creen que no habrá acuerdo.", "la Casa Rosada"),
        ("En el Congreso dijeron los diputados que no votarán.", "los diputados"),
        ("El juez Luis Rey firmó un auto. «No cabe otra medida», concluye el instructor.", "Luis Rey"),
    ],
)
def test_whom_a_spanish_description_means(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


def test_a_headline_that_begins_with_its_verb() -> None:
    text = "Revira Sandoval a Rey: “No soy empleada”\n\nLa alcaldesa, Ximena Sandoval, respondió ayer al senador."
    assert speakers(text)[0] == "Ximena Sandoval"


def test_the_only_person_of_an_interview_answers() -> None:
    lead = "Catalina Idrobo, relatora, recibe a este diario en un café.\n\n"
    asked = "—¿Le sorprendió el veto?\n\n—No. Lo esperaba.\n\n—¿Y ahora?\n\n—Insistir."
    assert speakers(lead + asked) == [None, "Catalina Idrobo", None, "Catalina Idrobo"]
    assert speakers("Catalina Idrobo miró el mar.\n\n" + asked) == [None] * 4


@pytest.mark.parametrize("marks", ["«»", "“”"])
def test_the_closing_mark_at_the_head_of_a_paragraph_goes_on(marks: str) -> None:
    a, e = marks
    text = f"{a}Pedimos bombas de agua.\n\n{e}Pedimos médicos y nada{e}, cuenta Ana Gil."
    assert speakers(text) == ["Ana Gil"] * 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El ministro de Economía, Luis Rey, calló. «No», dijo.", ("Luis Rey", "named", "executive")),
        ("es", "«No», dijo Luis Rey, en una rueda de prensa.", ("Luis Rey", "named", None)),
        (
            "es",
            "El presidente del grupo socialista en el Senado, Luis Rey, calló. «No», dijo.",
            ("Luis Rey", "named", "legislator"),
        ),
        (
            "es",
            "El director ejecutivo de Rovasa, Luis Rey, calló. «No», dijo.",
            ("Luis Rey", "named", "business"),
        ),
        ("es", "La Casa Blanca dijo que no.", ("La Casa Blanca", "institution", "executive")),
        (
            "es",
            "Médicos Sin Fronteras denunció que hay abusos.",
            ("Médicos Sin Fronteras", "institution", "civil_society"),
        ),
        ("en", "City Hall says it has no authority.", ("City Hall", "institution", "executive")),
        (
            "en",
            "The foreign secretary, Tom Reed, hit back. “No,” he said.",
            ("Tom Reed", "named", "diplomat"),
        ),
        (
            "en",
            "The panel’s top Republican, Sen. Ann Lee of Ohio, said she would run.",
            ("Ann Lee", "named", "legislator"),
        ),
        (
            "en",
            "Her campaign manager was blunt: “He bankrupted the place.”",
            ("Her campaign manager", "anonymous", "party"),
        ),
    ],
)
def test_kind_and_role(language: str, text: str, expected: tuple[str, str, str | None]) -> None:
    assert sources(text, language)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "El ministro de Hacienda, Luis Gil, calló. El ministro de Justicia dijo que no.",
            ["El ministro de Justicia"],
        ),
        (
            "es",
            "El presidente del Gobierno, Luis Gil, calló. El presidente de la República dijo que no.",
            ["Luis Gil"],
        ),
        (
            "es",
            "La portavoz de Avance, Ana Gil, dijo que sí. La portavoz de la formación pidió que esperen.",
            ["Ana Gil"] * 2,
        ),
        (
            "es",
            "El presidente boliviano, Hugo Paz, vio al presidente ruso, Ivan Orlov. El mandatario boliviano dijo que no.",
            ["Hugo Paz"],
        ),
        (
            "en",
            "Foreign Minister Ann Lee left. The finance minister said that it was over.",
            ["The finance minister"],
        ),
        ("en", "Foreign Minister Ann Lee left. The foreign minister said that it was over.", ["Ann Lee"]),
    ],
)
def test_an_office_is_that_of_its_field_and_country(language: str, text: str, expected: list[str]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    "behind",
    [
        "Lo dice Ana Gil, alcaldesa de Ronda.",
        "Así lo cuenta Ana Gil.",
        "Así de claro habló ayer Ana Gil.",
        "Con estas palabras se despidió Ana Gil.",
        "La frase es de Ana Gil.",
        "Quien habla es Ana Gil, alcaldesa de Ronda.",
    ],
)
def test_a_sentence_that_tells_afterwards_whose_words_they_were(behind: str) -> None:
    assert speakers(f"«El plan ha muerto». {behind} «Y no volverá».") == ["Ana Gil"] * 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "La respuesta de Ana Gil fue inmediata: «El plan ha muerto».", ["Ana Gil"]),
        ("es", "La respuesta del ministro Luis Paz tardó: «El plan ha muerto».", ["Luis Paz"]),
        ("es", "Luis Paz sonrió. Su mensaje fue claro: «El plan ha muerto».", ["Luis Paz"]),
        ("es", "La respuesta fue inmediata: «El plan ha muerto».", [None]),
        ("en", "Her brother Tom Reed smiled. His answer was blunt: “The plan is dead.”", ["Tom Reed"]),
        ("en", "Senator Tom Reed’s answer was blunt: “The plan is dead.”", ["Tom Reed"]),
        ("en", "The answer was blunt: “The plan is dead.”", [None]),
    ],
)
def test_nouns_for_what_is_said(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No hay nada que hacer”, dijo Ana Gil, para quien “el plan ha muerto”.", ["Ana Gil"] * 2),
        ("A ojos de Ana Gil, «el plan ha muerto».", ["Ana Gil"]),
        ("«El plan ha muerto», se leía en una pancarta.", ["una pancarta"]),
        ("La organización ecologista Agua Clara denunció que no llueve.", ["Agua Clara"]),
        ("La diputada de Junts Ana Gil afeó al Gobierno que no llueva.", ["Ana Gil"]),
        ("Menos optimista se mostró la ministra, Ana Gil: «No veo a nadie con ganas».", ["Ana Gil"]),
        ("Su compañera de filas Rosaura Infante respondió que no.", ["Rosaura Infante"]),
        (
            "El empresario Luis Paz leyó una nota en la que se afirma que no hay caso. «Se acabó», aclaró.",
            ["una nota", "Luis Paz"],
        ),
        ("«Mañana hablamos», se despidió Ana Gil.", ["Ana Gil"]),
        ("La ministra Ana Gil calificó la protesta de «disparate».", ["Ana Gil"]),
        ("El ministro Luis Paz habló de «un muerto».", ["Luis Paz"]),
        ("Lo dice un ministro que trató a los dos.", []),
    ],
)
def test_more_spanish_sources(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La ministra Ana Gil llamó. El Ejecutivo tardó en responder. «No hubo veto», afirmó.",
            "El Ejecutivo",
        ),
        ("El portavoz citó a Luis Paz. Este, sentado a su lado, calló. «Otro día», respondió.", "Luis Paz"),
        ("El favorito se llama Luis Paz. «Soy ingeniero», repite.", "Luis Paz"),
        ("«Los tenemos todos». La frase, dicha al salir, es de un ministro.", "un ministro"),
        (
            "La ministra Ana Gil salió. Preguntada por la fecha, esquivó la respuesta: «Cada cosa a su tiempo».",
            "Ana Gil",
        ),
        ("Su hija Yovana Paz la abraza: «Este al menos vino a vernos».", "Yovana Paz"),
        ("La noticia conmovió al barrio: «Muere el panadero».", None),
        ("Ana Gil protestó. El abogado del Estado sostuvo que no hay caso.", "El abogado del Estado"),
        (
            "El canciller alemán, Jan Brandt, y la presidenta, Sofie Damme, callaron. La belga dijo que no.",
            "Sofie Damme",
        ),
        (
            "La presidenta de la Mesa Directiva, Ifigenia Ponce, llamó al orden. «Senadores, por favor», suplicó.",
            "Ifigenia Ponce",
        ),
        ("La Mesa Directiva dijo que no habrá pleno.", "La Mesa Directiva"),
        ("Había avisado la víspera de que no irá. Ana Gil avisó la víspera de que no irá.", "Ana Gil"),
    ],
)
def test_spanish_subjects_out_of_sight(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


def test_an_interview_may_name_who_answers_behind_the_first_answer() -> None:
    asked = "—¿Por qué dimitió usted?\n\n—Porque me mintieron.\n\n"
    text = (
        asked
        + "Joaquín Otero, exdirector, concede esta entrevista en su casa.\n\n—¿Quién mintió?\n\n—El consejero."
    )
    assert speakers(text) == [None, "Joaquín Otero", None, "Joaquín Otero"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La sentencia, a la que tuvo acceso este diario, considera que hubo sobornos.", "La sentencia"),
        ("Según la denuncia, el alcalde cobró tres veces.", "la denuncia"),
        ("«Hubo sobornos», añade la sentencia.", "la sentencia"),
        (
            "La empresa respondió. La patronal lo ve de otra manera: «Es echar gasolina al fuego».",
            "La patronal",
        ),
        (
            "«Respetamos la independencia del banco», se limitan a señalar fuentes del ministerio.",
            "fuentes del ministerio",
        ),
        ("Según la última encuesta Delfos, ganaría la derecha.", "la última encuesta Delfos"),
        ("Don Eusebio Paz asentía. «Ni en la guerra», murmuró el anciano.", "Eusebio Paz"),
        ("El abogado del Estado sostuvo que no hay caso.", "El abogado del Estado"),
        ("Los promotores piden que se retire la ley.", "Los promotores"),
        ("La vicepresidenta, Ana Gil, cargó contra todos. «Son el no», zanjó la dirigente.", "Ana Gil"),
    ],
)
def test_spanish_nouns_that_look_like_verbs_and_other_sources(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "El tribunal condenó a nueve años de prisión al exalcalde de Ronda.",
        "El ministro respondió a la propuesta que hicieron los vecinos.",
    ],
)
def test_verdicts_and_answers_to_things_are_nothing_said(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "If the bill fails, officials warned, the port could close.",
            ["If the bill fails", "the port could close"],
        ),
        (
            "When the storm came, Reed told reporters, nobody was ready.",
            ["When the storm came", "nobody was ready"],
        ),
        ("Before the vote, officials said the plan was dead.", ["the plan was dead"]),
        ("If, as Reed said, the bill fails, it is over.", ["the bill fails, it is over"]),
    ],
)
def test_a_clause_before_a_parenthesis_is_said_with_what_stands_behind(
    text: str, expected: list[str]
) -> None:
    found = find_quotations(tokenize([text], language="en"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El portavoz del partido, Javier Peral, calló. «No iré», dijo el diputado.", "Javier Peral"),
        ("La portavoz del partido, Ana Gil, calló. «No iré», dijo la diputada.", "Ana Gil"),
        ("El candidato del PP por Alicante Federico Gil dijo que no iría.", "Federico Gil"),
        ("La representante Comercial de la isla, Ana Gil, advirtió de que no iría.", "Ana Gil"),
        ("La portavoz del partido, Ana Gil, calló. «No iré», dijo el diputado.", "el diputado"),
        ("El alcalde, Juan Paz, calló. «No iré», dijo el diputado.", "el diputado"),
    ],
)
def test_a_politician_just_named_may_be_the_member_of_parliament(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Karl Reed met Vice President Otto Lund. “We agreed,” the president said. “So did I,” the vice "
            "president said.",
            ["Karl Reed", "Otto Lund"],
        ),
        (
            "Former President Karl Reed met President Otto Lund. “We agreed,” the former president said. “So did I,” "
            "the president said.",
            ["Karl Reed", "Otto Lund"],
        ),
        (
            "Prime Minister Ann Reed met Deputy Prime Minister Otto Lund and Foreign Minister Lee Tan. “Good,” the "
            "premier said. “Good,” the prime minister said. “Good,” said the foreign minister.",
            ["Ann Reed", "Ann Reed", "Lee Tan"],
        ),
        ("Foreign Minister Lee Tan left. “Good,” the premier said.", ["the premier"]),
        ("Foreign Minister Lee Tan left. “Good,” the prime minister said.", ["the prime minister"]),
        ("Otto Lund spoke in Halmira. “Good,” the former president said.", ["Otto Lund"]),
        ("Labour’s deputy leader Ann Reed said it was over. “Good,” the MP said.", ["Ann Reed", "Ann Reed"]),
    ],
)
def test_an_office_is_that_of_its_rank(text: str, expected: list[str]) -> None:
    assert speakers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clara May left. “We lost,” May said.", ["Clara May"]),
        ("May said that it was over, and Clara May left.", ["Clara May"]),
        ("Will Dorsett, a senator, left. “We lost,” Dorsett said.", ["Will Dorsett"]),
        ("“We lost,” said Rep. Will Dorsett.", ["Will Dorsett"]),
        ("Mary White left. “We lost,” White said.", ["Mary White"]),
        ("Rep. Otto Banks left. “We lost,” Rep. Banks said.", ["Otto Banks"]),
        ("“We lost,” White House spokeswoman Ann Reed said.", ["Ann Reed"]),
        ("“We lost,” White House officials said.", ["White House officials"]),
        ("“We lost,” the White House said.", ["the White House"]),
    ],
)
def test_names_that_look_like_other_words(text: str, expected: list[str]) -> None:
    assert speakers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dorsett on Monday seemed pleased with Lena Hurst.\n\n“We won,” he said.", "Dorsett"),
        ("Senator Ann Reed (D-Ohio) on Tuesday said that it was over.", "Ann Reed"),
        ("Senate aides on Monday said that it was over.", "Senate aides"),
        ("The mayor, Ann Reed, denied it (“I never saw the letter”) and left.", "Ann Reed"),
        ("The party drafted a statement. It read, in part: “We are not leaving.”", "a statement"),
        ("They quoted Ann Reed last week as saying the bridge was safe.", "Ann Reed"),
        ("He released a letter in May indicating that the bridge was safe.", "a letter"),
        ("Ann Reed repeated her often-heard false claim that the bridge was safe.", "Ann Reed"),
        ("They answered the Courier’s report that the bridge was safe.", "Courier"),
        ("“We are done,” Ann Reed groused.", "Ann Reed"),
        ("“We are done,” the Courier quoted Ann Reed as saying.", "Ann Reed"),
        ("The news drew this reaction from the mayor, Ann Reed: “We are done here.”", "Ann Reed"),
        ("Drivers read a court ruling that said it was over.", "a court ruling"),
        ("Ann Reed, just a week before the vote, said that it was over.", "Ann Reed"),
        ("They heard much criticism on Friday from rivals who said that it was over.", "rivals"),
        ("The campaign hit back with its own film, which claimed that it was over.", "its own film"),
        ("The crowd talked over a recent town report that says it is over.", "a recent town report"),
        ("According to The Sunday Courier, it is over.", "The Sunday Courier"),
        ("They heard it from Otto Lund, who whined that it was over.", "Otto Lund"),
        (
            "Opinion Page contributor Otto Lund gave a reply that lit up the mood of the town and the long road that all of "
            "them had to walk together in the rain:\n\n“We are so broken now.”",
            "Otto Lund",
        ),
        ("Ann Reed hit back on Monday.\n\n“We are not done with this yet.”\n\nThe crowd left.", "Ann Reed"),
    ],
)
def test_sources_that_stand_apart_in_english(text: str, expected: str) -> None:
    assert speakers(text, "en")[-1] == expected


def test_a_caption_does_not_part_a_quotation_from_its_speaker() -> None:
    text = 'Ann Reed said: "I waited.\n\nAnn Reed at the harbour\n\n"Nobody came that day."'
    assert speakers(text, "en") == ["Ann Reed", "Ann Reed"]


def test_a_quotation_that_goes_on_in_a_sentence_without_a_verb_of_saying() -> None:
    text = "“We waited,” Ann Reed said. “Nobody came to the harbour that day,” referring to the storm."
    assert speakers(text, "en") == ["Ann Reed", "Ann Reed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # number: what was denounced is no subject
        ("Denunciaron los vecinos que no hay agua.", ["los vecinos"]),
        ("Los partidos de la plaza, Unión y Norte, denunciaron la falta de agua, que no llega.", []),
        ("Denunciaron la alcaldesa y el edil que no hay agua.", ["la alcaldesa y el edil"]),
        # sources within a clause, and without a comma
        ("La concejala Ana Gil indicó que, según el informe, no habrá obras.", ["Ana Gil"]),
        ("Según la fiscalía el gerente cobró dos veces.", ["la fiscalía"]),
        ("Según la fiscalía, el gerente cobró dos veces.", ["la fiscalía"]),
        # relatives that have another subject
        ("Luis Paz habló mucho. Criticó la enmienda con la que pretendía ganar.", ["Luis Paz"]),
        ("El portavoz citó unas declaraciones de Luis Paz en las que dijo que no irá.", ["Luis Paz"]),
        # clauses after a semicolon
        (
            "El alcalde, Luis Paz, salió; mientras que Ana Gil, la esposa del edil Juan Rey, denunció que no la oyen.",
            ["Ana Gil"],
        ),
        ("La esposa del edil Juan Rey denunció que no la oyen.", ["La esposa del edil Juan Rey"]),
        ("El abogado de Ana Gil dijo que su cliente volverá.", ["El abogado de Ana Gil"]),
        # hyphens for dashes
        ("Agua Clara -grupo fundado por Luis Paz- indicó que no irá.", ["Agua Clara"]),
        # several departments
        (
            "La consejera de Obras, Agua y Montes, Ana Gil, contestó que sí.",
            ["Ana Gil"],
        ),
        ("«El plan ha muerto», dijo la consejera de Obras, Agua y Montes, Ana Gil, ayer.", ["Ana Gil"]),
        ("«El plan ha muerto», dijo el portavoz, Luis Paz, quien salió.", ["Luis Paz"]),
        ("El fiscal José Domingo Sanz dijo que no.", ["José Domingo Sanz"]),
        # things that speak of nothing
        ("Eso ha llevado a Ana Gil a callar. Eso le ha llevado a decir que no.", ["Ana Gil"]),
        ("El jefe, Luis Paz, ha avanzado este lunes que habrá obras.", ["Luis Paz"]),
        ("La jefa, Ana Gil, dijo en la noche de este sábado desconocer el paradero del edil.", ["Ana Gil"]),
        ("«El plan ha muerto», advirtió Ana Gil, antes de señalar que llueve.", ["Ana Gil"] * 2),
        ("Tras señalar que la ley es mala, Ana Gil salió.", ["Ana Gil"]),
        ("Luis Paz se dijo confiado en lograr «un gran triunfo».", ["Luis Paz"]),
        ("Luis Paz dijo que sí. «El plan ha muerto», señaló el mandatario.", ["Luis Paz"] * 2),
        ("En un vídeo de la cadena Norte Sur (CNS), Paz, rodeado de fieles, pidió que callen.", ["Paz"]),
        ("La ministra, Ana Gil, de 45 años, dijo que no.", ["Ana Gil"]),
        ("Según se desprende del informe, el puerto cerrará.", ["informe"]),
        ("Luis Paz reprochó a la edil haber hecho promesas que no se cumplieron.", ["Luis Paz"]),
    ],
)
def test_spanish_subjects_of_real_news(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Se repitió el plato principal, que estaba frío.",
        "Los fallos son difíciles de prever o de ver, como que llueva.",
        "Ana Gil denunció en mayo después de que no pudiera salir.",
        "Ha declarado por la tarde la víctima, que tenía once años.",
        "Así lo ha destacado el banquero en su discurso, que ha tenido lugar ayer.",
        "La joven continúa tomando pastillas por las heridas que arrastra.",
        "Mi vecino se da cuenta de que estoy cansado.",
        "Lo que no quiere decir que llueva.",
        "Luis Paz se expresó así al hablar de la fuente que se secó.",
        "Allí se sienten las tormentas que llegan del mar.",
        "Todo empezó luego de que el presidente, Luis Paz, anunciara el cierre.",
    ],
)
def test_spanish_sentences_in_which_nobody_speaks(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an institution asked for first does not hide the titles
        (
            "El Kremlin calló. «No», dijo Ivan Orlov, portavoz. Luis Paz salió. «Sí», dijo el portavoz.",
            "Ivan Orlov",
        ),
        ("Se leyó una carta del presidente turco, Ali Demir. El mandatario dijo que no.", "Ali Demir"),
        ("Habló el presidente de Turquía, Ali Demir. Ivan Orlov salió. El turco dijo que no.", "Ali Demir"),
        (
            "Habló el presidente de Turquía, Ali Demir. «No», dijo Ivan Orlov. El líder turco dijo que sí.",
            "Ali Demir",
        ),
        ("El Gobierno de Luis Paz llamó al diálogo. «Basta», dijo el gobernante.", "Luis Paz"),
        ("El intendente Luis Paz llegó. «No hay grises», sentenció el jefe comunal.", "Luis Paz"),
        ("«Sí», dijo la portavoz, Ana Gil. La ministra portavoz presumió de que crecen.", "Ana Gil"),
        ("Desde allí, Ana Gil escribió dos mensajes. Insistió con el agua y agregó que no hay.", "Ana Gil"),
    ],
)
def test_spanish_descriptions_of_real_news(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


def test_an_eye_catcher_has_the_speaker_of_the_same_words_below() -> None:
    text = "“Nobody came to the harbour.”\n\nIt rained.\n\n“Nobody came to the harbour,” Ann Reed said. Otto Lund left."
    assert speakers(text, "en") == ["Ann Reed", "Ann Reed"]


def test_who_is_asked_something_behind_a_quotation_has_not_heard_it() -> None:
    text = "Ann Reed spoke of trust.\n\n“It is about whom you trust.” On Sunday Otto Lund met a baker and asked if it was."
    assert speakers(text, "en") == ["Ann Reed", "Otto Lund"]


def test_a_headline_that_names_nobody_has_no_speaker() -> None:
    assert speakers(
        "Panel Erupts Over Harbour Watch Report: “nobody came to the old bridge”\n\nIt rained.", "en"
    ) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tilda Marsh, the harbour master, also told pilots that the pier was shut.", ["Tilda Marsh"]),
        ("Tilda Marsh, the harbour master, also urged pilots to wait.", ["Tilda Marsh"]),
        ("Tilda Marsh, the harbour master, on Monday told pilots that the pier was shut.", ["Tilda Marsh"]),
        ("Tilda Marsh, the harbour master, recently said that the pier was shut.", ["Tilda Marsh"]),
        ("Loyal to her crew, Tilda Marsh, the captain, later said that they were safe.", ["Tilda Marsh"]),
        ("They may trust the pilot, who says that the pier is shut.", ["the pilot"]),
        ("For years it has been the old sailors who have urged the young to stay.", ["the old sailors"]),
        ("Mr. MARSH remarked that all were tired. He added that it was late.", ["MARSH", "MARSH"]),
        ("The pilots met. Likewise, Paul Reed left. He said that it was late.", ["Paul Reed"]),
        ("The report, seen in May, recently released files that matter.", []),
        ("It would pay for a school; and, to follow his line of thought, we ask for more.", []),
        ("They back any measure which is calculated to reduce the cost.", []),
    ],
)
def test_english_subjects_across_adverbs_appositions_and_auxiliaries(text: str, expected: list[str]) -> None:
    assert speakers(text, "en") == expected


@pytest.mark.parametrize("source", ["Article 62", "Section 3 of the charter", "The preamble"])
def test_parts_of_documents_are_documents(source: str) -> None:
    assert sources(f"{source} states that the pier is public.", "en")[0][:2] == (source, "document")


def test_a_clause_goes_on_behind_a_source_that_parts_subject_and_verb() -> None:
    text = "All had learned that the council, according to its charter, should be free."
    found = find_quotations(tokenize([text], language="en"))
    assert text[found.start[0] : found.end[0]].endswith("should be free")


def test_a_common_noun_that_opens_a_sentence_is_no_name() -> None:
    text = "We learn by experience. Experience has shown that peace lasts. Hill said it did. The hill is green. Hill left."
    assert next(kind for _, kind, _ in sources(text, "en")) == "anonymous"
    text = "Ann Hill came. Hill said that the hill was green."
    assert sources(text, "en")[0][:2] == ("Ann Hill", "named")


@pytest.mark.parametrize(
    "text",
    [
        "But hope alone was not enough to avert it.",
        "They backed a plan that we and our friends believed to be fair.",
        "We will use thousands of volunteers to mend the pier.",
        "It was the harbour lobbies that turned it around.",
        "It is important to our planning that the pier is sound.",
        "A body has been established to help the sailors.",
        "We fear no lies or allegations that seek to discourage us.",
        "The pact established the rules for a trade between ports, which could grow.",
    ],
)
def test_english_sentences_in_which_nobody_speaks(text: str) -> None:
    assert speakers(text, "en") == []


def test_a_quotation_behind_the_words_of_somebody() -> None:
    text = "I pray each day, in the words of King Osric: “Give us rest.”"
    found = find_quotations(tokenize([text], language="en"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == ["“Give us rest.”"]


def test_whom_a_headline_begins_with_speaks_behind_its_colon() -> None:
    text = "Reed steps up attacks on Lund before the vote, barely naming Hill: ‘I think he’s gone’\n\nMayor Ann Reed left."
    assert speakers(text, "en") == ["Ann Reed"]


def test_two_quotations_joined_by_as_well_as() -> None:
    text = "Ann Reed accused them of “bad faith” as well as “old tricks” on Monday."
    assert speakers(text, "en") == ["Ann Reed", "Ann Reed"]


def test_what_a_quotation_refers_to_is_no_part_of_it() -> None:
    text = "Reed said she left because it “was the best of all,” referring to the old plan."
    found = find_quotations(tokenize([text]))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == [
        "she left because it “was the best of all,”"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Having said that he would go, Reed stayed.", ["Reed"]),
        ("We do not share the view of those who maintain that it has led to ruin.", ["those"]),
        ("We must warmly thank those who have decided to talk.", ["those"]),
        ("Officials think the strike, now in its second year, is lost.", ["Officials"]),
        ("Reed met the pilots in order to stress that the pier was safe.", ["Reed"]),
        ("This followed an understanding that was reached last May.", []),
        ("As the mission concludes its work, the council must keep its word.", []),
        ("It was possible to see the facts, note the gaps and go on.", []),
        ("These are the key questions that face us all.", []),
        ("To keep the peace, the ports of the coast must learn from it.", []),
        ("It thanks him for work as important as this.", []),
        ("Other ways must be found to pay for it.", []),
    ],
)
def test_english_sources_found_and_not_found(text: str, expected: list[str]) -> None:
    assert speakers(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "It works in line with agreed principles and is open to all.",
        "We opened a fund, which directs our help to ports that need it.",
        "It is well known now that the pier is old.",
    ],
)
def test_english_sentences_without_a_speaker(text: str) -> None:
    assert [who for who in speakers(text, "en") if who] == []


def test_an_office_before_a_comma_is_no_name() -> None:
    text = "The late Director-General of the Harbour Board, Lee Osric, once said that it was late."
    assert speakers(text, "en") == ["Lee Osric"]
    assert speakers("They listen to the pilots, who say that it is late.", "en") == ["the pilots"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The newspaper “The Voice” said that the pier was shut.", ("The Voice", "institution", "media")),
        ("The report “Rising Tides” said that the pier was shut.", ("Rising Tides", "document", None)),
        ("Hill demanded that pilots leave.", ("Hill", "named", None)),
    ],
)
def test_sources_with_a_title_and_bare_demands(text: str, expected: tuple[str, str, str | None]) -> None:
    assert sources(text, "en") == [expected]


def test_one_word_before_a_source_is_part_of_what_it_says() -> None:
    text = "War, according to Hill, is near."
    found = find_quotations(tokenize([text], language="en"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == ["War", "is near"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Más de la mitad de los vecinos han dicho que votarán.", ["Más de la mitad de los vecinos"]),
        ("Más de veinte alcaldes pidieron que se retire la ley.", ["Más de veinte alcaldes"]),
        ("Más dijo la alcaldesa que la ley es mala.", ["la alcaldesa"]),
        (
            "El gerente de la empresa Solmar, de Vigo, que creó ese maíz nuevo, dijo que el mercado crece.",
            ["El gerente de la empresa Solmar"],
        ),
        ("Los vecinos, que esperan un barco, dijeron que no hay pan.", ["Los vecinos"]),
        ("Luis Gil, de Vigo, aseguró que crecerá.", ["Luis Gil"]),
        ("El caudal varía según la temperatura del agua.", []),
        ("El plan fracasó según la oposición.", ["la oposición"]),
        ("Muchas aves precisan pasar desapercibidas en el bosque.", []),
        ("La ministra precisó haber leído el informe.", ["La ministra"]),
        ("Ana iba recogiendo luego las plumas que se desprendían a su paso.", []),
        ("Ana iba diciendo luego a los vecinos que la fiesta seguía.", ["Ana"]),
        ("El boxeador logró mantener su título en la pelea que ganó en Lima.", []),
        ("Ruiz logró mantener en la reunión que la ley es mala.", ["Ruiz"]),
        ("Le empujaban, como si quisieran llevarle hacia la orilla.", []),
        ("El plan podrá contar con una de sus figuras, que viene de ganar dos premios.", []),
        ("El entrenador contó con todo detalle que Luis Gil está lesionado.", ["El entrenador"]),
    ],
)
def test_spanish_shares_relative_clauses_and_what_is_no_speech(text: str, expected: list[str]) -> None:
    assert speakers(text, "es") == expected


def test_a_share_of_documents_is_a_document() -> None:
    from discourse.annotate import annotate_texts

    quotes = annotate_texts(["La ley gusta, según la mayoría de los sondeos."], "es").quotes
    assert quotes.source_kind[0] == "document"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Rep. Ada Holt (D-Maine), who said that it was late.", ["Ada Holt"]),
        ("Rivers are high, and the town finds itself close to the front.", []),
        ("They found themselves close to ruin.", []),
        ("The court finds that it is late.", ["The court"]),
        ("I have firm hopes that the pier will open.", []),
        ("The firm hopes that the pier will open.", ["The firm"]),
    ],
)
def test_whose_words_are_told_in_english(text: str, expected: list[str]) -> None:
    assert speakers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They share the same conviction that the larger towns have.", []),
        ("Hill rejected the belief that the pier has a future.", ["that the pier has a future"]),
        ("In their desire to join the union, many poor towns have opened ports.", ["to join the union"]),
        (
            "In its pledge to open ports, roads and mines, the State of Oru has shown courage.",
            ["to open ports, roads and mines"],
        ),
    ],
)
def test_where_ends_what_a_noun_introduces(text: str, expected: list[str]) -> None:
    found = find_quotations(tokenize([text], language="en"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los primeros suponen un cambio en las leyes a las que se somete el puerto.", []),
        ("El alcalde insistió en que la ley es mala.", ["El alcalde"]),
        ("Volaban los globos, sin otra carga que folletos viejos.", []),
        (
            "El delegado ante la Organización de Puertos (OP), Luis Gil, dijo que la ley es mala.",
            ["Luis Gil"],
        ),
        ("Ana Gil, de la Organización de Puertos (OP), dijo que la ley es mala.", ["Ana Gil"]),
    ],
)
def test_spanish_que_behind_an_article_and_names_behind_initials(text: str, expected: list[str]) -> None:
    assert speakers(text, "es") == expected


def test_what_is_said_follows_a_relative_clause_with_its_article() -> None:
    text = (
        "El alcalde urgió la medida en una cena, en la que también advirtió a la patronal que cumpla la ley."
    )
    found = find_quotations(tokenize([text], language="es"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == ["que cumpla la ley"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Constitución dice que todos son iguales."),
        ("es", "La Biblia dice que hay que amar."),
        ("es", "El Corán afirma que no hay otro camino."),
        ("en", "The Holy Koran says that peace is good."),
        ("en", "The Bible says that war ends."),
    ],
)
def test_constitutions_and_scriptures_are_documents(language: str, text: str) -> None:
    assert [kind for _, kind, _ in sources(text, language)] == ["document"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz llegó tarde. Minutos antes había dicho que no iría.", ["Ana Ruiz"]),
        (
            "Precisamente el edil ha anulado la cita. Dos horas después ha dicho que no se rinde.",
            ["el edil"],
        ),
        ("Luis Gil preside la sala. «No habrá pacto», afirmó durante la reunión Romero.", ["Romero"]),
        ("Luis Cadena llegó ayer. Cadena dijo que no habrá pacto.", ["Luis Cadena"]),
        ("El abogado Juan Sanz habló ayer. «No hay pruebas», aseguró el defensor.", ["Juan Sanz"]),
        ("Mario Gil salió a hablar. «No sabemos nada», indicó el jefe de la bancada verde.", ["Mario Gil"]),
        (
            "Un hombre fue detenido. «No sabemos nada», indicó el jefe de la brigada.",
            ["el jefe de la brigada"],
        ),
        ("«Eres el mejor alcalde del mundo», le ha jaleado un vecino.", ["un vecino"]),
        ("El diario «La Marea» dijo que la obra seguirá.", ["La Marea"]),
        ("Los lugareños han solicitado que «limpien el puerto».", ["Los lugareños"]),
        ("Los vecinos salieron. Explican la situación: «Aquí nadie duerme ya».", ["Los vecinos"]),
        ("Explican los vecinos: «Aquí nadie duerme ya».", ["los vecinos"]),
        (
            "El alcalde dice que sigue. Y que nadie le ha criticado: «Solo he recibido apoyo».",
            ["El alcalde"] * 2,
        ),
        (
            "Ana Rueda habló. Cuando a la edila se le preguntó por qué calles pasará, respondió: «Las del puerto».",
            [None, "Ana Rueda"],
        ),
        (
            "Los hermanos dijeron que no tenían dinero, por lo que el delegado les pidió una «caja de vino».",
            ["Los hermanos", "el delegado"],
        ),
    ],
)
def test_who_is_meant_by_a_subject_left_out_or_told_otherwise(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al grito de «¡Fuera, fuera!», los vecinos tomaron la plaza.", ["los vecinos"]),
        ("Los manifestantes marcharon al grito de «agua para todos».", ["Los manifestantes"]),
        ("La ministra fue recibida entre gritos de «dimisión».", [None]),
    ],
)
def test_what_a_crowd_shouts(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz lo explicó así:\n\n«No iré mañana sin permiso de nadie».", ["Ana Ruiz"]),
        ("La jueza dijo:\n«No iré mañana sin permiso de nadie».", ["La jueza"]),
        ("Pedro calló y luego dijo:\n—Mañana nos iremos.\n—¿Adónde? —preguntó Luis.", ["Pedro", "Luis"]),
        ("—Eso es el amor—exclamó Francisca.—Te lo digo yo.", ["Francisca", "Francisca"]),
        ("—No lo sé —dijo mi esposa, y cerró la puerta—. Mañana veremos.", ["mi esposa"] * 2),
    ],
)
def test_lines_that_a_colon_or_a_dash_gives_to_somebody(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_marks_that_differ_in_kind_close_each_other() -> None:
    assert speakers('“Me dijeron que hay agua." dijo el fiscal. "Bien”, añadió.') == ["el fiscal"] * 2


def test_a_deputy_mayor_is_no_soldier() -> None:
    assert sources("El teniente de alcalde, Luis Paz, dijo que esperará.") == [
        ("Luis Paz", "named", "executive")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La afirmación de Paz de que la cifra es correcta es falsa.", ["que la cifra es correcta"]),
        (
            "La idea de que el puerto cierra y que nadie pescará es absurda.",
            ["que el puerto cierra y que nadie pescará"],
        ),
        ("Hay que, insistió Paz, negociar con todos.", ["Hay que", "negociar con todos"]),
        ("Lo que un asesor llamó «una trampa mortal» fracasó.", ["«una trampa mortal»"]),
        ("Un asesor lo llamó «trampa».", ["«trampa»"]),
    ],
)
def test_where_what_is_said_ends(text: str, expected: list[str]) -> None:
    found = find_quotations(tokenize([text], language="es"))
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Me siguen», alertó esta tarde Juan Paz.", ["Juan Paz"]),
        ("La edila acusó al alcalde de «mentir» y de «no hacer nada».", ["La edila"] * 2),
        (
            "El diputado Juan Gil habló de la ley. El senador por Arica la criticó diciendo que es mala.",
            ["El senador por Arica"],
        ),
        (
            "La diputada Ana Gil habló de la ley. La legisladora dijo que es mala.",
            ["Ana Gil"],
        ),
        ("Juan Burgos habló ayer. Burgos Oliveros dijo que lo siguen.", ["Juan Burgos"]),
        ("Ana Gil lo negó, a la vez que recordaba que nadie la llamó.", ["Ana Gil"]),
        ("El banco cita a los jueces, a quienes acusó de «jugar sucio».", ["El banco"]),
        ("«Aquí no queda agua para nadie», describe Ana Ruiz.", ["Ana Ruiz"]),
        ("«Aquí no queda agua para nadie», obra de Ana Ruiz.", [None]),
        ("Juan Gil no sembró nada, «porque el riego no da agua».", ["Juan Gil"]),
        (
            "La alcaldesa Ana Ruiz dijo que no. El plan, que «es una burla que no lleva a nada», se votará.",
            ["Ana Ruiz"] * 2,
        ),
        (
            "La alcaldesa Ana Ruiz dijo que no. El plan, que para muchos «es una burla sin sentido», se votará.",
            ["Ana Ruiz", None],
        ),
        ("Ana Gil salió a hablar. Le preguntaron por Luis Rey. «Son cosas del club».", [None]),
        ("El poeta Luis Rey calló. Destacó el poco «trabajo» de todos.", ["Luis Rey"]),
    ],
)
def test_who_speaks_beside_what_looks_like_a_subject(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_headline_that_is_all_quotation_has_the_only_speaker_below() -> None:
    body = "La edila Ana Gil habló ayer.\n\n«No habrá dinero para nadie», dijo Gil a la prensa.\n\nEl pleno siguió."
    assert speakers(f"«El puerto no tendrá ya más obras»\n\n{body}") == ["Ana Gil"] * 2
    other = "\n\n«Esto es mentira», dijo el concejal Luis Rey."
    assert speakers(f"«El puerto no tendrá ya más obras»\n\n{body}{other}")[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El padre comía. «Está afectado por todo», dice con tono severo su tía.", ["su tía"]),
        ("Gil, en declaraciones a una radio y recogidas por EFE, comentó que iría.", ["Gil"]),
        ("La candidata de IU Ana Llanes dijo que no iría.", ["Ana Llanes"]),
        ("El Gobierno se equivoca en su plan. Señala que habló con todos.", ["El Gobierno"]),
        ("El diputado por Lugo Ana Paz Gil dijo que no iría.", ["Ana Paz Gil"]),
        ("En un texto que publica el diario egipcio «Al Faro», Rey dijo que no irá.", ["Rey"]),
        ("Un portavoz de la comisaría informó de que no hay indicios.", ["Un portavoz de la comisaría"]),
        (
            "El médico que ejerce en el puerto calló y afirmó que no irá.",
            ["El médico"],
        ),
        ("Sabiendo defender se ganan más partidos.", []),
        ("Acaba de publicar un libro que no vacilo en llamar grande.", []),
        ("No podrá contar con uno de sus hombres, pero Ana Paz, que viene de ganar, jugará.", []),
        ("Fuentes del puerto calculan hoy en un millón los peces que quedan.", []),
        ("Fuentes del puerto calculan que quedan pocos peces.", ["Fuentes del puerto"]),
        ("Una nota de la embajada, afirma hoy que nadie irá.", ["Una nota de la embajada"]),
        ("La lluvia no permitió que los peces vivieran. Los guardas impidieron que pasara.", []),
    ],
)
def test_speakers_in_running_news(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("El director general de Pesca, José Morales, dijo que no iría.", "named", None),
        ("El general Gil dijo que no iría.", "named", "military"),
        ("La Confederación General del Trabajo dijo que no iría.", "institution", "civil_society"),
        ("El comisario de Comercio de la UE, Juan Lamas, dijo que no iría.", "named", "international"),
        ("El comisario de policía Luis Gil dijo que no iría.", "named", "police"),
    ],
)
def test_what_general_and_commissioner_mean(text: str, kind: str, role: str | None) -> None:
    assert [(k, r) for _, k, r in sources(text)] == [(kind, role)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los gremios llaman a una huelga que se repetirá «mientras sea necesario».", []),
        ("Luis Amor exhortó a los «leales» a «redoblar» la vigilancia.", ["Luis Amor"]),
        ("«Algo hemos hecho bien», fue la frase con la que Clara Gil nos recibió.", ["Clara Gil"]),
        ("«Algo hemos hecho bien», fueron las palabras de Clara Gil.", ["Clara Gil"]),
        ("El filme busca «mirar a la muerte de frente», como explicaba su directora.", ["su directora"]),
        ("También el lunes el Tribunal Supremo advirtió de que no irá.", ["el Tribunal Supremo"]),
        (
            "Luis Amor habló ayer. «Nadie me llamó», dijo Amor. «Es una vergüenza», planteó el presidente.",
            ["Luis Amor"] * 2,
        ),
        (
            "Habló Luis Amor, presidente del Legislativo. El presidente de la Asamblea Nacional dijo que no.",
            ["Luis Amor"],
        ),
        (
            "Habló Luis Amor, presidente del Legislativo. El presidente del Senado dijo que no.",
            ["El presidente del Senado"],
        ),
        ("El juez dice que nadie le ha llamado: «Sigo esperando en mi despacho».", ["El juez"]),
    ],
)
def test_offices_and_phrases_in_political_news(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De su lado, narra EFE, el presidente del gremio, Jaime Vega, sostuvo que habrá paro.",
            ["Jaime Vega"],
        ),
        (
            "«Nadie irá al puerto», dijo el presidente de la Unión de Gremios (Ugem), Marlon Vega.",
            ["Marlon Vega"],
        ),
        (
            "Juan Vega dijo que sí.\n\nAlberto Rey rechazó el plan.\n\n«Nadie vino. Nadie oyó», añadió el líder indígena.",
            ["Juan Vega", "Alberto Rey"],
        ),
        ("El ministro John Reyes habló. Según dijo, las protestas han acabado.", ["John Reyes"]),
        (
            "La consejera de Obras, Agua y Fondos Europeos, Ana Gil, habló. La consejera dijo que no.",
            ["Ana Gil"],
        ),
        ("El diputado Ramón Barrios de Libre dijo que no. Barrios añadió que sí.", ["Ramón Barrios"] * 2),
        ("El grupo fue expulsado en 2019 por el presidente Juan Paz, quien dijo que no.", ["Juan Paz"]),
        ("El convenio fue firmado por Ana Gil y estipula que habrá agua.", ["El convenio"]),
        ("De acuerdo con el relato de la hermana, todos fueron a la sala.", ["la hermana"]),
        (
            "El ministro John Reyes dijo que no.\n\n«No habrá aquí más actos violentos»\n\nReyes añadió que sí.",
            ["John Reyes"] * 3,
        ),
    ],
)
def test_what_parts_a_speaker_from_his_words(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
