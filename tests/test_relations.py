"""Words around targets, and numbers with what they count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.annotate import annotate_texts
from discourse.cli import main
from discourse.evidence import find
from discourse.evidence.forms import can_be_participle, can_be_verb, verb_lemma
from discourse.evidence.numbers import find_numbers
from discourse.evidence.relations import RELATIONS, find_relations, target_lexicon
from discourse.tokens import tokenize

TARGETS = {
    "en": ("crisis", "humanitarian crisis", "keldmark", "orvessa", "rebels", "united states", "talks"),
    "es": tuple(
        "crisis|crisis humanitaria|keldmark|orvessa|rebeldes|estados unidos|negociaciones".split("|")
    ),
}


def around(text, language="en"):
    """Return what is found around targets as "target relation norm", sorted."""
    found = find(text, language=language, targets=TARGETS[language]).relations
    found = found[~found["relation"].isin(["number", "base"])]
    return sorted(f"{r.target}: {r.relation} {r.norm}" for r in found.itertuples())


def counted(text, language="en"):
    """Return numbers as "value unit", bases as "value of base"."""
    joint = {"number": " ", "base": " of "}
    return [
        f"{value}{joint[kind]}{unit}" for unit, kind, value, _, _ in find_numbers(tokenize([text], language))
    ]


ENGLISH = {
    "They toppled the corrupt Keldmark regime.": [
        "keldmark: modifier corrupt",
        "keldmark: noun regime",
        "keldmark: object topple",
    ],
    "The brutal regime of Keldmark fell.": [
        "keldmark: modifier brutal",
        "keldmark: noun regime",
        "keldmark: verb fall",
    ],
    "Keldmark, a brutal dictatorship, attacked Orvessa.": [
        "keldmark: modifier brutal",
        "keldmark: noun dictatorship",
        "orvessa: object attack",
    ],
    "Officials once described the crisis as a manageable local challenge.": [
        "crisis: modifier local",
        "crisis: modifier manageable",
        "crisis: noun challenge",
        "crisis: object describe",
    ],
    "The crisis was described as a local challenge before gradually being recast as an imminent threat.": [
        "crisis: modifier imminent",
        "crisis: modifier local",
        "crisis: noun challenge",
        "crisis: noun threat",
        "crisis: passive describe",
    ],
    "The crisis was presented as a manageable challenge.": [
        "crisis: modifier manageable",
        "crisis: noun challenge",
        "crisis: passive present",
    ],
    "The crisis is now seen as an imminent threat.": [
        "crisis: modifier imminent",
        "crisis: noun threat",
        "crisis: passive see",
    ],
    "The crisis, described by officials as a passing storm, worsened.": [
        "crisis: modifier passing",
        "crisis: noun storm",
    ],
    "They portrayed Orvessa as a failed and hostile state.": [
        "orvessa: modifier failed",
        "orvessa: modifier hostile",
        "orvessa: noun state",
        "orvessa: object portray",
    ],
    "She called the crisis a passing storm.": [
        "crisis: modifier passing",
        "crisis: noun storm",
        "crisis: object call",
    ],
    "He views Keldmark as weak.": ["keldmark: object view", "keldmark: predicate weak"],
    "Keldmark described the plan as a trap.": ["keldmark: verb describe"],
    "The plan moved from addressing the humanitarian crisis to ending it.": [
        "humanitarian crisis: object address"
    ],
    "We must end the terrible humanitarian crisis.": [
        "humanitarian crisis: modifier terrible",
        "humanitarian crisis: object end",
    ],
    "The humanitarian crisis must be ended.": ["humanitarian crisis: passive end"],
    "How do we engage Keldmark?": ["keldmark: object engage"],
    "How do we respond to Keldmark?": ["keldmark: object respond to"],
    "They will be negotiating with Keldmark.": ["keldmark: object negotiate with"],
    "We sanction Keldmark.": ["keldmark: object sanction"],
    "Keldmark is a dangerous neighbour.": ["keldmark: predicate dangerous", "keldmark: predicate neighbour"],
    "Keldmark isn't weak and divided.": ["keldmark: predicate divided", "keldmark: predicate weak"],
    "Keldmark has not yet attacked Orvessa.": ["keldmark: verb attack", "orvessa: object attack"],
    "Will Keldmark attack?": ["keldmark: verb attack"],
    "The rebels threaten the port.": ["rebels: verb threaten"],
    "The crisis in the north has worsened.": ["crisis: verb worsen"],
    "The United States threatens Orvessa.": ["orvessa: object threaten", "united states: verb threaten"],
    "He said Keldmark threatens peace.": ["keldmark: verb threaten"],
    "It is said that Keldmark attacked.": ["keldmark: verb attack"],
    "The escalating crisis worries us.": ["crisis: modifier escalating", "crisis: verb worry"],
    "They kept Keldmark weak.": ["keldmark: object keep", "keldmark: predicate weak"],
    "Keldmark has ships.": ["keldmark: verb have"],
    "The rebels held talks.": ["rebels: verb hold", "talks: object hold"],
}
SPANISH = {
    "La grave crisis humanitaria empeoró.": [
        "crisis humanitaria: modifier grave",
        "crisis humanitaria: verb empeorar",
    ],
    "Las negociaciones secretas fracasaron.": [
        "negociaciones: modifier secretas",
        "negociaciones: verb fracasar",
    ],
    "Una crisis prolongada afecta a todos.": ["crisis: modifier prolongada", "crisis: verb afectar"],
    "La crisis humanitaria fue descrita como un desafío manejable.": [
        "crisis humanitaria: modifier manejable",
        "crisis humanitaria: noun desafío",
        "crisis humanitaria: passive describir",
    ],
    "Presentaron la crisis como una amenaza inminente.": [
        "crisis: modifier inminente",
        "crisis: noun amenaza",
        "crisis: object presentar",
    ],
    "Calificó a Keldmark de agresor.": ["keldmark: noun agresor", "keldmark: object calificar"],
    "Consideran a Keldmark un aliado fiable.": [
        "keldmark: modifier fiable",
        "keldmark: noun aliado",
        "keldmark: object considerar",
    ],
    "El régimen de Keldmark amenaza la paz.": ["keldmark: noun régimen", "keldmark: verb amenazar"],
    "Keldmark, un régimen brutal, cayó.": ["keldmark: modifier brutal", "keldmark: noun régimen"],
    "Quieren abordar la crisis humanitaria y contener a Orvessa.": [
        "crisis humanitaria: object abordar",
        "orvessa: object contener",
    ],
    "Negociamos con Keldmark.": ["keldmark: object negociar con"],
    "¿Cómo respondemos a Keldmark?": ["keldmark: object responder"],
    "Keldmark no es un vecino peligroso.": ["keldmark: predicate peligroso", "keldmark: predicate vecino"],
    "Keldmark fue atacado por Orvessa.": ["keldmark: passive atacar"],
    "Keldmark ha invadido Orvessa.": ["keldmark: verb invadir", "orvessa: object invadir"],
    "Los rebeldes no atacaron.": ["rebeldes: verb atacar"],
    "Estados Unidos impuso sanciones.": ["estados unidos: verb imponer"],
}


@pytest.mark.parametrize(("text", "wanted"), ENGLISH.items(), ids=list(ENGLISH))
def test_words_around_targets_in_english(text, wanted):
    assert around(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), SPANISH.items(), ids=list(SPANISH))
def test_words_around_targets_in_spanish(text, wanted):
    assert around(text, "es") == wanted


NOTHING = [
    ("In Keldmark fell the first snow.", "en"),
    ("Without Keldmark there is no peace.", "en"),
    ("The leader of the rebels said nothing.", "en"),
    ("Keldmark's neighbours waited.", "en"),
    ("A crisis manager spoke.", "en"),
    ("They travelled to Keldmark.", "en"),
    ("El líder de los rebeldes no dijo nada.", "es"),
    ("En Keldmark nevaba.", "es"),
]


@pytest.mark.parametrize(("text", "language"), NOTHING, ids=[text for text, _ in NOTHING])
def test_what_is_no_relation_of_the_target(text, language):
    assert around(text, language) == []


NUMBERS = {
    "Prices rose 340 percent.": ["340 percent"],
    "Prices rose 340% in a year.": ["340 percent"],
    "Some 20 per cent of the voters stayed.": ["20 percent", "20 percent of voters"],
    "About two hundred thousand soldiers crossed.": ["two hundred thousand soldiers"],
    "One hundred and twenty tanks came.": ["one hundred and twenty tanks"],
    "Hundreds of thousands of refugees fled.": ["hundreds of thousands refugees"],
    "They saw 200,000 armed soldiers and 40 aircraft.": ["200,000 soldiers", "40 aircraft"],
    "Two of the three ships sank.": ["two ships", "three ships"],
    "Between 10 and 20 ships left; 3 to 5 ships stayed.": ["10 and 20 ships", "3 to 5 ships"],
    "It cost $5 million, or €3bn.": ["5 million $", "3bn €"],
    "A 60km wall, twenty-five towers.": ["60 km", "twenty-five towers"],
    "A dozen ships and half a million men.": ["a dozen ships", "half a million men"],
    "Millions of innocent and helpless victims wait.": ["millions victims"],
    "2000 soldiers came.": ["2000 soldiers"],
    # none of these count anything
    "On 5 March 2020 he left; on March 5 she came.": [],
    "In 1999 soldiers came.": [],
    "The 1990s were hard, the 2nd army and the F-16 too.": [],
    "At 10:30, at 10 a.m. and at 8 o'clock it began.": [],
    "Article 51 of the Charter, Resolution 1441 of the Council.": [],
    "One of them left.": [],
    "They killed 12.": [],
    "The result was 3:1.": [],
    "First they waited, then the third envoy came.": [],
}
NUMEROS = {
    "Subió un 340 por ciento.": ["340 por ciento"],
    "El 45 % de los votos.": ["45 por ciento", "45 por ciento of votos"],
    "Doscientos mil soldados cruzaron.": ["doscientos mil soldados"],
    "Tres millones de personas huyeron.": ["tres millones personas"],
    "Treinta y cinco barcos salieron.": ["treinta y cinco barcos"],
    "Cientos de miles de refugiados.": ["cientos de miles refugiados"],
    "Un millón de personas y 1,5 millones de dólares.": ["un millón personas", "1,5 millones dólares"],
    "Murieron 20 nuevos reclutas.": ["20 reclutas"],
    "El 5 de marzo de 2020 y el año 1990.": [],
    "A las 10 horas y a las 10:30.": [],
    "El artículo 51 de la Carta.": [],
    "La 2ª división, el siglo XX.": [],
    "Uno de ellos salió.": [],
}


@pytest.mark.parametrize(("text", "wanted"), NUMBERS.items(), ids=list(NUMBERS))
def test_numbers_in_english(text, wanted):
    assert counted(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), NUMEROS.items(), ids=list(NUMEROS))
def test_numbers_in_spanish(text, wanted):
    assert counted(text, "es") == wanted


def test_the_table_says_where_each_word_stands():
    texts = ["The grave crisis must be ended.", "“We fear the crisis,” said Ana Ruiz of 20 towns."]
    evidence = find(texts, language="en", targets=["Crisis"])
    rows = evidence.relations
    assert set(rows["relation"]) <= set(RELATIONS)
    for row in rows.itertuples():
        word = evidence.texts[row.doc_id][row.start : row.end]
        if row.relation in ("number", "modifier"):
            assert word.lower() == row.norm
    found = rows[rows["doc_id"] == "text-2"]
    assert found[["relation", "norm", "voice"]].values.tolist() == [
        ["object", "fear", "direct"],
        ["number", "20", "narrator"],
    ]
    assert found["speaker"].tolist()[0] == "Ana Ruiz"


def test_hits_of_a_lexicon_of_actors_are_targets_by_the_last_part_of_their_category(tmp_path):
    path = tmp_path / "actors.yaml"
    path.write_text(
        "name: actors\nversion: 1.0.0\nlanguage: en\nmeasures: Names of two states.\n"
        "categories:\n  state:\n    description: States.\n    categories:\n      keldmark: The shore.\n"
        "entries:\n  state.keldmark: [keldmark, the grey coast]\n",
        encoding="utf-8",
    )
    rows = find("They fear the grey coast. They fear Keldmark.", str(path), language="en").relations
    assert rows[["target", "relation", "norm"]].values.tolist() == [["keldmark", "object", "fear"]] * 2


def test_no_tokens_and_no_targets():
    assert find_relations(annotate_texts([""]), [target_lexicon(["crisis"], "en")])["norm"] == []
    assert find("They fear the crisis.", language="en").relations.empty
    assert find("Ils craignent la crise.", language="fr", targets=["crise"]).relations.empty


def test_verb_forms():
    assert [verb_lemma(w, "en") for w in ("thinking", "hoping", "stopping", "said", "dying")] == [
        "think",
        "hope",
        "stop",
        "say",
        "die",
    ]
    assert [can_be_verb(w, "en") for w in ("longer", "best", "regime", "attacks", "young")] == [
        False,
        False,
        False,
        True,
        False,
    ]
    assert [can_be_participle(w, "es") for w in ("afecta", "prolongada", "dicho", "atacado")] == [
        False,
        True,
        False,
        True,
    ]


PIECES = st.lists(
    st.sampled_from(
        "20 3,000 two hundred of and to the ships percent % $ crisis Keldmark attacked is as a described by "
        "March 2020 . , : “ ” 's no million de".split()
    ),
    max_size=30,
)


@given(PIECES, st.sampled_from(["en", "es"]))
def test_whatever_the_text_rows_are_in_it_and_in_order(pieces, language):
    text = " ".join(pieces)
    annotation = annotate_texts([text], language)
    rows = find_relations(annotation, [target_lexicon(["crisis", "keldmark"], language)])
    n = len(annotation.tokens)
    assert all(0 <= a < b <= n for a, b in zip(rows["first"], rows["last"], strict=True))
    numbers = [
        (a, b) for a, b, r in zip(rows["first"], rows["last"], rows["relation"], strict=True) if r == "number"
    ]
    assert all(b <= c for (_, b), (c, _) in pairwise(numbers)), "no number twice"


@given(PIECES)
def test_a_number_reads_the_same_in_any_company(pieces):
    alone = list(find_numbers(tokenize([" ".join(pieces)])))
    after = list(find_numbers(tokenize(["They saw 12 ships.", " ".join(pieces)])))[1:]
    assert [f[:3] for f in alone] == [f[:3] for f in after]


UNBALANCED = "He said “it is over and left.\n\nThe others stayed."


def test_an_unbalanced_mark_is_a_warning_with_its_place():
    evidence = find([UNBALANCED, "“Yes,” she said."], language="en")
    assert evidence.problems == ()
    assert len(evidence.warnings) == 1
    assert evidence.warnings[0].startswith(f"'text-1', character {UNBALANCED.index('“')}: opening mark “")


@pytest.mark.parametrize("verb", [["find", "--lexicon", "war_peace"], ["quotes"], ["annotate"]])
def test_the_program_says_warnings_and_is_done(verb, tmp_path, capsys):
    path = tmp_path / "speech.txt"
    path.write_text(f"Good day.\n\n{UNBALANCED}", encoding="utf-8")
    assert main([verb[0], str(path), *verb[1:], "--language", "en"]) == 0
    said = capsys.readouterr().err
    place = 11 + UNBALANCED.index("“")
    assert said.startswith(f"discourse: warning: 'speech.txt', character {place}: opening")
    assert len(said.splitlines()) == 1
