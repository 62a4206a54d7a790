"""Who says what in Spanish: where content begins and ends, what reports nothing, who speaks in dialogue."""

from __future__ import annotations

import itertools

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def rows(text: str) -> list[tuple[str | None, str]]:
    quotes = find_quotations(tokenize([text], language="es"))
    return [(quotes.speaker[k], text[quotes.start[k] : quotes.end[k]]) for k in range(len(quotes))]


def sources(text: str) -> list[tuple[str | None, str, str | None]]:
    quotes = find_quotations(tokenize([text], language="es"))
    return [(quotes.speaker[k], quotes.source_kind[k], quotes.source_role[k]) for k in range(len(quotes))]


@pytest.mark.parametrize(
    "text",
    [
        "La alcaldesa mostró su preocupación por los incendios que afectan al valle.",
        "Expresó el más enérgico rechazo a la aplicación de las leyes que dañan al campo.",
        "Advirtió de los peligros que corre la presa.",
        "El motivo que alega el Gobierno regional está en el riesgo que puede suponer la reparación.",
        "Esto quiere decir que mañana no habrá pan.",
        "Esto lleva a pensar que la vida es así.",
        "No sabía exactamente lo que iba a hacer aquella tarde.",
        "El guardameta parece contar más que el anterior.",
        "La feria se celebrará a partir del lunes, en la que habrá teatro.",
        "La banda ha notificado ya su proyecto al concejo, mientras que Solmar sigue sin moverse.",
        "La tradición se mantiene al igual que la lengua que la sostiene.",
        "Hoy no nos dimos cuenta de que llovía.",
        "Los datos se precisan; sino que la base ya los tiene.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El reloj que el futbolista asegura haber comprado por cien euros, constituye la prueba.",
            [("el futbolista", "haber comprado por cien euros")],
        ),
        (
            "La empresa, que no quiso revelar cuánto pagó por la mina, intervendrá en las obras.",
            [("La empresa", "cuánto pagó por la mina")],
        ),
        (
            "Tras opinar que el torneo será un éxito, indicó Ana Gil que los precios no subirán.",
            [(None, "que el torneo será un éxito"), ("Ana Gil", "que los precios no subirán")],
        ),
        (
            "El tribunal ordenó regresar el caso a otra sala, al considerar que faltaba un escrito.",
            [("El tribunal", "regresar el caso a otra sala"), ("El tribunal", "que faltaba un escrito")],
        ),
        (
            "El embajador aseguró que el acuerdo contribuye a la paz y destacó la colaboración de ambos países.",
            [("El embajador", "que el acuerdo contribuye a la paz")],
        ),
        (
            "El embajador aseguró que la norma tuvo éxito y cambió la vida de todos.",
            [("El embajador", "que la norma tuvo éxito y cambió la vida de todos")],
        ),
        (
            "El regidor propuso sin éxito a Soler establecer un turno que dure un mes.",
            [("El regidor", "establecer un turno que dure un mes")],
        ),
        ("La ministra pidió a los vecinos cerrar las ventanas.", [("La ministra", "cerrar las ventanas")]),
        (
            "A juicio de Ruiz, es necesario seguir con las obras, rebajar la tasa y esperar.",
            [("Ruiz", "es necesario seguir con las obras, rebajar la tasa y esperar")],
        ),
        (
            "El transporte naval, según apuntó el director de la Fundación Litoral, Luis Tera, es mayor que antes.",
            [("Luis Tera", "El transporte naval"), ("Luis Tera", "es mayor que antes")],
        ),
        (
            "La viuda acudió ayer al tribunal de la capital para pedir que reabran el caso.",
            [("La viuda", "que reabran el caso")],
        ),
        (
            "«Hay que dar otro paso para volver a empezar» dijo Gil en Lugo.",
            [("Gil", "«Hay que dar otro paso para volver a empezar»")],
        ),
        ("Para Soler, «todo ha salido como esperábamos».", [("Soler", "«todo ha salido como esperábamos»")]),
        (
            "La beca premia a las alumnas «por lo que hacen y no por lo que tienen». Así lo aseguró la rectora, Ana Gil.",
            [("Ana Gil", "«por lo que hacen y no por lo que tienen»")],
        ),
        ("El juez sentenciará mañana a Juan Paz, «Tato», y a otros dos.", []),
    ],
)
def test_where_content_begins_and_ends(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Según lo aseguró el dirigente Luis Paz, las tropas volverán.", ["Luis Paz"]),
        ("Según nos dijo doña Ana Gil, el olor llegaba a la puerta.", ["Ana Gil"]),
        ("En cuanto a las obras nuevas señaló que empezarán en mayo.", [None]),
        (
            "El fiscal recibió el apoyo de los legisladores, que admitieron que faltaban medios.",
            ["los legisladores"],
        ),
        ("El juez, que el 3 de abril dictaminó que hubo delito, se fue.", ["El juez"]),
        ("En cambio, sí que ha recordado que la puerta sigue abierta.", [None]),
        (
            "La oposición al pacto se origina en los sectores sindicales que temen que nadie cumpla.",
            ["los sectores sindicales"],
        ),
        ("Los papeles con la firma de Gil se espera que lleguen mañana.", [None]),
        ("Ana Gil se dijo que no volvería.", ["Ana Gil"]),
        ("La lluvia siguió, informaron ayer a EFE fuentes oficiales.", ["fuentes oficiales"]),
        ("«Es otra cosa», explicó a Efe Solana.", ["Solana"]),
        ("Juan de la Peña ganó. Dos días después, comentó De la Peña que no.", ["Juan de la Peña"]),
        ("Ana Gil llegó tarde. Refiriéndose al partido dijo que le gustó.", ["Ana Gil"]),
        (
            "El ex ministro español de Industria y Energía Luis Carlos Arce sugirió que vendan.",
            ["Luis Carlos Arce"],
        ),
        ("El candidato electo del PP por Alicante Federico Soto afirmó que gobernará.", ["Federico Soto"]),
        ("El portero riojano del Racing de Soria Daniel Arana dijo que está bien.", ["Daniel Arana"]),
        ("Guillermo de la Peña, entrenador del equipo, aseguró que está bien.", ["Guillermo de la Peña"]),
        (
            "El técnico de la selección, Óscar Tavera, llegó ayer. El entrenador admitió que pensaba cambiar.",
            ["Óscar Tavera"],
        ),
        (
            "El técnico de la selección, Oscar Washington Tavera, llegó ayer. El DT expresó que «jugamos bien».",
            ["Oscar Washington Tavera"],
        ),
        (
            "El presidente del club, Juan Gaspar, comió con el técnico. El técnico visitante aseguró que irá.",
            ["El técnico visitante"],
        ),
        (
            "Según Radio Fiji, los rehenes salieron. Las tropas se fueron, según la fuente.",
            ["Radio Fiji", "Radio Fiji"],
        ),
        ("El presidente del Concejo Municipal, Israel Alcoz, dijo que no.", ["Israel Alcoz"]),
        (
            "La Organización Internacional del Trabajo pidió que se cumpla.",
            ["La Organización Internacional del Trabajo"],
        ),
    ],
)
def test_who_speaks(text: str, expected: list[str | None]) -> None:
    assert [speaker for speaker, _ in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("De esta forma, el Medef confirma que no firmará.", "institution", None),
        ("El Real Madrid temía que no llegara el avión.", "institution", None),
        ("The Observer apunta que «la espera ha terminado».", "institution", "media"),
        ("El secretario general de UGT, Luis Gil, criticó que haya paro.", "named", "civil_society"),
        (
            "Emilio Gral, secretario general de la Federación Agraria, aseguró que luchará.",
            "named",
            "civil_society",
        ),
        ("El secretario general del PSOE, Luis Gil, criticó que haya paro.", "named", "party"),
        ("Los agentes sociales pidieron que se negocie.", "anonymous", "civil_society"),
        ("Fuentes de la unión comarcal de CCOO explicaron que hubo un herido.", "anonymous", "civil_society"),
        ("La firma anunció que invertirá.", "institution", "business"),
        ("El presidente de Solmar, Luis Gil, aclaró que no.", "named", None),
        ("El presidente ejecutivo del Banco Litoral, Luis Gil, aclaró que no.", "named", "business"),
        ("El presidente de Murcia, Luis Gil, aclaró que no.", "named", "executive"),
        ("El presidente de la República, Luis Gil, aclaró que no.", "named", "executive"),
        ("En la rueda de prensa Luis Gil aclaró que no.", "named", None),
        ("Según el reglamento, hay que firmar.", "document", None),
    ],
)
def test_kinds_and_roles(text: str, kind: str, role: str | None) -> None:
    assert [(k, r) for _, k, r in sources(text)] == [(kind, role)]


def test_who_acts_beside_a_line_of_dialogue_speaks_it() -> None:
    text = (
        "—No lo haremos —Amelia forzó la vista—. Solo miramos.\n\n"
        "—Vámonos ya —el anciano guardó las llaves.\n\n"
        "—Tienes razón —el rubor bañó sus mejillas.\n\n"
        "—Nadie viene. Ni el perro."
    )
    assert [speaker for speaker, _ in rows(text)] == ["Amelia", "Amelia", "el anciano", None, None]


def test_a_verb_no_list_has_makes_a_row_without_a_speaker_too() -> None:
    assert rows("«Y pasar el día entero mirando cómo llueve en el patio», siguió ella.") == [
        (None, "«Y pasar el día entero mirando cómo llueve en el patio»")
    ]


def test_dialogue_typed_with_hyphens_is_read_where_somebody_is_told_to_speak() -> None:
    text = "-No sé nada -contestó Rufina-. Y mejor así.\n\n-¿Y ahora? -preguntó el portero.\n\n-Leche y pan\n\n-Huevos"
    assert rows(text) == [
        ("Rufina", "-No sé nada"),
        ("Rufina", "Y mejor así."),
        ("el portero", "-¿Y ahora?"),
    ]


def test_those_of_a_body_speak_from_it() -> None:
    assert rows("«Nadie nos avisó», denunciaron desde el sindicato tras el cierre.") == [
        ("el sindicato", "«Nadie nos avisó»")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hay que advertir, además, que no llueve desde enero.", []),
        ("Conviene recordar que la presa está vacía.", []),
        ("El pueblo se entendió mejor con los nobles que con sus capataces.", []),
        ("Las cámaras mostraron un boquete en la proa del «Kursk».", []),
        ("Se fue del campo por culpa de los golpes que ha recibido.", []),
        ("Ruiz mostraba en su rostro los efectos de la pelea que perdió.", []),
        (
            "El partido ha pedido al Gobierno dejar de lado el enfado y el coordinador, Elías Soto, ha instado a que hablen.",
            [("El partido", "dejar de lado el enfado"), ("Elías Soto", "que hablen")],
        ),
        (
            "El director, Ramón Paz, ha incidido en el carácter «electoralista» que tiene la reunión.",
            [("Ramón Paz", "«electoralista»")],
        ),
        (
            "El plan fue tachado por el ministro, Luis Gil, de «puro capricho».",
            [("Luis Gil", "«puro capricho»")],
        ),
        ("El plan fue calificado de «puro capricho» por los vecinos.", [("los vecinos", "«puro capricho»")]),
        ("El diputado hizo un llamado a la «calma».", [("El diputado", "«calma»")]),
        (
            "«No podemos ocultar la verdad», dijo por su lado, Alex Aguinaga en Quito.",
            [("Alex Aguinaga", "«No podemos ocultar la verdad»")],
        ),
        (
            "Ana West, directora general del Comité de los Juegos anunció que no irá.",
            [("Ana West", "que no irá")],
        ),
        ("El ministro mantiene negociaciones con los líderes de los barrios que protestan.", []),
        (
            "Según un testigo, forcejearon y Ruiz sacó un palo que, en la trifulca, le produjo un corte.",
            [("un testigo", "forcejearon y Ruiz sacó un palo que, en la trifulca, le produjo un corte")],
        ),
        (
            "El portavoz, Leo Soto, que dijo que la denuncia no fue suya, se refirió al pacto.",
            [("Leo Soto", "que la denuncia no fue suya")],
        ),
        ("Para el equipo, que perdió ayer, supuso el descenso.", []),
        (
            "Para el técnico del Racing «ganar aquí sería dar un paso importante», aunque dijo que no.",
            [
                ("el técnico del Racing", "«ganar aquí sería dar un paso importante»"),
                ("el técnico del Racing", "que no"),
            ],
        ),
        (
            "Ana Gil dijo que «ya no queda agua», mientras que otro vecino sostenía que sí.",
            [("Ana Gil", "que «ya no queda agua»"), ("otro vecino", "que sí")],
        ),
        ("La ministra pidió a los vecinos no regar.", [("La ministra", "no regar")]),
        ("Los delegados dieron su apoyo a Soler, que aseguró que irá.", [("Soler", "que irá")]),
        (
            "El vecino, quien según un testigo tiene lazos con la banda, vive lejos.",
            [("un testigo", "tiene lazos con la banda")],
        ),
        (
            "«Llevo dos años sentada ante una mesa», grafica la cineasta sin reír.",
            [("la cineasta", "«Llevo dos años sentada ante una mesa»")],
        ),
    ],
)
def test_more_of_who_says_what(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert rows(text) == expected


BEFORE = (
    "",
    "Ayer ",
    "La semana pasada ",
    "El lunes, ",
    "El lunes ",
    "En 2015 ",
    "En un comunicado, ",
    "Tras la votación, ",
    "Dos días después del ataque, ",
    "Poco después, ",
    "Horas antes, ",
    "Desde Lund, ",
    "Por su parte, ",
)
WHO = (
    ("la ministra Ana Ruiz", "Ana Ruiz"),
    ("la ministra de Exteriores, Ana Ruiz,", "Ana Ruiz"),
    ("Ana Ruiz, ministra de Exteriores,", "Ana Ruiz"),
    ("Ana Ruiz, de 54 años,", "Ana Ruiz"),
    ("Ana Ruiz, que dirige el partido,", "Ana Ruiz"),
    ("el diputado Luis Paz (PP)", "Luis Paz"),
    ("Luis Paz, como otros socialistas,", "Luis Paz"),
    ("el director general de la compañía, Luis Paz,", "Luis Paz"),
    ("el profesor de la Universidad de Lund Luis Paz", "Luis Paz"),
    ("un portavoz del ministerio", "un portavoz"),
    ("dos funcionarios", "dos funcionarios"),
)
SAYING = (
    " dijo que el puente era seguro.",
    " declaró: «El puente es seguro».",
    " también dijo que el puente era seguro.",
    " señaló en un comunicado que el puente era seguro.",
)


def test_subjects_of_many_forms_with_times_before_them() -> None:
    for before, (who, name), saying in itertools.product(BEFORE, WHO, SAYING):
        text = before + who + saying
        text = text[0].upper() + text[1:]
        speakers = [speaker for speaker in find_quotations(tokenize([text], "es")).speaker if speaker]
        assert len(speakers) == 1 and speakers[0].lower().startswith(name.lower()), (text, speakers)


@pytest.mark.parametrize(
    ("who", "kind", "role"),
    [
        ("La demanda", "document", None),
        ("La página web", "document", None),
        ("El hospital", "institution", None),
        ("La CNN", "institution", "media"),
        ("El FBI", "institution", "police"),
    ],
)
def test_kind_and_role_of_common_sources(who: str, kind: str, role: str | None) -> None:
    assert sources(f"{who} dijo que el puente era seguro.") == [(who, kind, role)]
