"""Hedges and boosters: what counts in context, what each reaches, which tokens are hedged."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.hedging import DENSITY_KINDS, find_boosters, find_hedges, hedged
from discourse.lexicon import load_lexicon
from discourse.match import Cues, match
from discourse.tokens import Tokens, Vocabulary, tokenize

UNCERTAIN = {"epistemic", "doxastic", "investigation", "condition"}
VOCABULARIES = {"en": Vocabulary(), "es": Vocabulary()}  # shared, so that the lexicons are compiled once


def read(text: str, language: str) -> Tokens:
    return tokenize([text], language, VOCABULARIES[language])


def found(text: str, language: str = "en", boosters: bool = False) -> list[tuple[str, str]]:
    """The cues of a text with their kinds, each once."""
    tokens = read(text, language)
    cues = find_boosters(tokens) if boosters else find_hedges(tokens)
    first_rows = np.unique(cues.cue, return_index=True)[1]
    return [(text[cues.start[i] : cues.end[i]], cues.kind[i]) for i in first_rows]


def reaches(text: str, language: str = "en") -> dict[str, list[str]]:
    """What each cue of a text reaches."""
    tokens = read(text, language)
    cues = find_hedges(tokens)
    parts: dict[str, list[str]] = {}
    for a, b, low, high in zip(cues.start, cues.end, cues.scope_start, cues.scope_end, strict=True):
        parts.setdefault(text[a:b], []).append(text[low:high])
    return parts


def hedged_words(text: str, language: str = "en", **options: list[str]) -> list[str]:
    tokens = read(text, language)
    flags = hedged(tokens, find_hedges(tokens), **options)
    return [text[tokens.start[i] : tokens.end[i]] for i in np.flatnonzero(flags)]


ENGLISH = [
    ("The board is studying whether to sell.", [("studying", "investigation")]),
    ("The board is studying ways to pay.", [("studying", "investigation")]),
    ("She is studying law.", []),
    ("The surveyor suggested the river as the border.", []),
    ("The lines agree with those predicted by the theory.", []),
    ("The survey suggested the river was polluted.", [("suggested", "epistemic")]),
    ("Farmers fear a poor harvest.", [("fear", "doxastic")]),
    ("Insurers estimate their losses at 4 million.", [("estimate", "doxastic")]),
    ("The jury heard that prosecutors had charged that he took bribes.", [("charged that", "doxastic")]),
    ("The lyrics could be read as a farewell.", [("could", "epistemic")]),
    ("The forecast for Sunday calls for snow.", []),
    ("Forty miners are missing and feared dead.", [("feared", "doxastic")]),
    ("It has been argued that the charter was forged.", [("argued that", "doxastic")]),
    ("Under the plan, farmers would pay a higher toll.", [("would", "condition")]),
    ("Defeat is all but certain.", [("all but certain", "epistemic")]),
    ("The duke felt this was an insult.", [("felt", "doxastic")]),
    ("The duke felt the cold.", []),
    ("The state, Miller claimed, owned the mill.", [("claimed", "doxastic")]),
    ("There is no assumption of guilt.", []),
    ("The bench, whether bought, borrowed, or built, must be oak.", []),
    ("Candidates may choose between two questions.", []),
    ("The treaty, considered as a whole, is fair.", []),
    # modal verbs and what only looks like them
    ("The barge may sink.", [("may", "epistemic")]),
    ("The barge sank on 18 May.", []),
    ("May brought rain to the camp.", []),
    ("Mrs May signed the lease.", []),
    ("And may God bless the crew.", []),
    ("However good the plan may be, the crew objects.", []),
    ("It was opened so that the poor may enter.", []),
    ("The port might reopen.", [("might", "epistemic")]),
    ("The might of the guild was broken.", []),
    ("Its naval might impressed the envoys.", []),
    ("A spark could ruin the truce.", [("could", "epistemic")]),
    ("From the mast he could see land.", []),
    ("The cook could not find the salt.", []),
    ("They rowed as fast as they could.", []),
    ("Another raid cannot be ruled out.", [("cannot be ruled out", "epistemic")]),
    ("The pier could be closed by Friday.", [("could", "epistemic")]),
    ("An early frost could hurt the vines.", [("could", "epistemic")]),
    ("The raid could have failed.", [("could", "epistemic")]),
    ("Pilgrims could climb the tower.", []),
    ("The tower could be visited until 1960.", []),
    ("Guests could choose between two rooms.", []),
    # would: what is imagined, not the future seen from the past nor a habit; should
    ("Such a toll would ruin the guild.", [("would", "condition")]),
    ("The bill would require a licence.", [("would", "condition")]),
    ("It would be foolish to leave.", [("would", "condition")]),
    ("The duke would have won.", [("would have", "condition")]),
    ("I would recommend the inn.", [("would", "condition")]),
    ("Two years later he would marry a painter.", []),
    ("The ferry would sail at noon, the clerk said.", []),
    ("The monks would gather at dawn.", []),
    ("The guild announced that the toll would rise.", []),
    ("Without grain the town would starve.", [("would", "condition")]),
    ("The mayor said he would resign.", []),
    ("She would later become a painter.", []),
    ("The mayor would not comment.", []),
    ("We would like to thank the crew.", []),
    ("Should the dam burst, the valley floods.", [("Should", "condition")]),
    ("You should thank the crew.", []),
    # likely, possible, potential, apparent
    ("A strike is likely.", [("likely", "epistemic")]),
    ("A possible heir lives abroad.", [("possible", "epistemic")]),
    ("Send the wagon as soon as possible.", []),
    ("Anything is possible here.", []),
    ("I do not doubt the clerk.", []),
    ("We are not entirely sure how the fire began.", [("sure", "epistemic")]),
    ("We are sure that the barn burnt.", []),
    ("There is a one in 20 chance of frost.", [("chance", "epistemic")]),
    ("The grant made it possible to rebuild the mill.", []),
    ("The thief sold it to a potential buyer.", [("potential", "epistemic")]),
    ("The region has great potential.", []),
    ("The apparent winner wept.", [("apparent", "epistemic")]),
    ("It became apparent after lunch.", []),
    ("The probable heir lives abroad.", [("probable", "epistemic")]),
    ("The judge found probable cause.", []),
    # appear, suggest, indicate
    ("The vault appears to be empty.", [("appears", "epistemic")]),
    ("The tenor appeared on stage.", []),
    ("The clerk appeared in court.", []),
    ("The ledgers suggest a fraud.", [("suggest", "epistemic")]),
    ("The suggested retail price rose.", []),
    ("The tracks indicate that two wagons passed.", [("indicate", "epistemic")]),
    # belief, expectation, suspicion
    ("The abbot believes the relic is old.", [("believes", "doxastic")]),
    ("The abbot believes in ghosts.", []),
    ("I don't think the road is safe.", [("think", "doxastic")]),
    ("A think tank moved next door.", []),
    ("They think about the harvest.", []),
    ("The relic is thought to be old.", [("thought to", "doxastic")]),
    ("He gave the plan some thought.", []),
    ("Exports are expected to fall.", [("expected", "doxastic")]),
    ("The frost was milder than expected.", []),
    ("She is expecting a baby.", []),
    ("He is considered a master.", [("considered", "doxastic")]),
    ("The council shall consider the report.", []),
    ("The court assumed that the will was real.", [("assumed", "doxastic")]),
    ("The colonel assumed command.", []),
    ("Police suspect arson.", [("suspect", "doxastic")]),
    ("The suspect was fined.", []),
    ("The alleged forger left.", [("alleged", "doxastic")]),
    ("Growers fear that frost will return.", [("fear that", "doxastic")]),
    ("The cat lives in fear of the dog.", []),
    ("The letters were supposedly burnt.", [("supposedly", "doxastic")]),
    ("The hall can be considered a ruin.", [("considered", "doxastic")]),
    ("The hall is considered by many a ruin.", [("considered", "doxastic")]),
    ("The plan was considered by the council.", []),
    ("His rivals regarded him as a fool.", [("regarded", "doxastic")]),
    ("The gift is seen as a bribe.", [("is seen as", "doxastic")]),
    ("He was accused of theft.", [("accused", "doxastic")]),
    ("The bakers accuse the miller of fraud.", [("accuse", "doxastic")]),
    ("The accused wept.", []),
    ("The miller claims that the scales are true.", [("claims that", "doxastic")]),
    ("Some sources claim he drowned.", [("claim", "doxastic")]),
    ("The flood claimed six lives.", []),
    ("It is understood that the duke left.", [("It is understood", "doxastic")]),
    ("Experts estimate 300 herons remain.", [("estimate", "doxastic")]),
    ("The heron is feared extinct.", [("feared", "doxastic")]),
    ("It appears that the well was poisoned.", [("appears", "epistemic")]),
    ("The envoy appeared confident.", [("appeared", "epistemic")]),
    ("The choir appeared live.", []),
    # asking and examining
    ("Nobody asked whether the well was dry.", [("whether", "investigation")]),
    ("He walks regardless of whether it rains.", []),
    ("All guests, whether rich or poor, paid.", []),
    ("The price depends on whether it rains.", []),
    ("A panel will investigate the fire.", [("investigate", "investigation")]),
    ("The motive remains to be seen.", [("remains to be seen", "investigation")]),
    # conditions
    ("If it rains, the match is off.", [("If", "condition")]),
    ("He sat as if asleep.", []),
    ("The sums agree if and only if both are even.", []),
    ("The match goes on unless it rains.", [("unless", "condition")]),
    ("The gate opens provided that the guard agrees.", [("provided that", "condition")]),
    # approximators before numbers, prepositions elsewhere
    ("About 200 sheep drowned.", [("About", "approximator")]),
    ("They talked about 200 sheep.", []),
    ("They talked about sheep.", []),
    ("Around 40 barns burnt.", [("Around", "approximator")]),
    ("The cart went around the barn.", []),
    ("Some 30 barns burnt.", [("Some", "approximator")]),
    ("Some barns burnt.", []),
    ("It was a kind of market.", [("a kind of", "approximator")]),
    ("This kind of market is rare.", []),
    ("The hall was fairly dark.", [("fairly", "approximator")]),
    # frequency and shields
    ("The ferry is often late.", [("often", "frequency")]),
    ("Such feuds tend to last.", [("tend to", "frequency")]),
    ("The duke reportedly fled.", [("reportedly", "shield")]),
    ("According to the baker, the duke fled.", [("According to", "shield")]),
    ("The pay rises according to age and rank.", []),
    ("Prices vary according to the weather.", []),
    ("The barns burnt.", []),
]

SPANISH = [
    ("El gobierno estudia declarar el toque de queda.", [("estudia", "investigation")]),
    ("La niña estudia medicina.", []),
    ("No sabe si zarpan.", [("No sabe", "investigation"), ("si", "investigation")]),
    ("Si por algún motivo falla el motor, avisen.", [("Si", "condition")]),
    ("Si renuncia el alcalde, habrá elecciones.", [("Si", "condition")]),
    ("Si, como dicen, llueve, no habrá fiesta.", [("Si", "condition")]),
    ("La helada puede acarrear pérdidas.", [("puede", "epistemic")]),
    ("La huelga puede poner en peligro la cosecha.", [("puede", "epistemic")]),
    ("Debe de encontrarse mal.", [("Debe de", "epistemic")]),
    ("El juez no ha descartado otra vista.", [("no ha descartado", "epistemic")]),
    ("El gremio entiende que la tasa es injusta.", [("entiende que", "doxastic")]),
    ("El guarda dijo que podría nevar.", [("podría", "epistemic")]),
    ("Puede que la barca se hunda.", [("Puede que", "epistemic")]),
    ("La chispa podría romper la tregua.", [("podría", "epistemic")]),
    ("El abuelo no puede caminar.", []),
    ("Gritó para que pudiera oírlo.", []),
    ("El duque habría enviado una carta.", [("habría", "epistemic")]),
    ("El alcalde aseguró que habría pan.", []),
    ("El barco debe de estar lejos.", [("debe de", "epistemic")]),
    ("El inquilino debe pagar el alquiler.", []),
    ("Al parecer, el duque huyó.", [("Al parecer", "epistemic")]),
    ("Quizá vuelva el molinero.", [("Quizá", "epistemic")]),
    ("Tal vez el pozo esté seco.", [("Tal vez", "epistemic")]),
    ("Probablemente la carta era falsa.", [("Probablemente", "epistemic")]),
    ("Un posible heredero vive lejos.", [("posible", "epistemic")]),
    ("Enviad el carro lo antes posible.", []),
    ("Es posible que nieve.", [("Es posible que", "epistemic")]),
    ("Parece que el molino ardió.", [("Parece", "epistemic")]),
    ("Le parece bien el precio.", []),
    ("La sombra es compatible con un quiste.", [("compatible", "epistemic")]),
    ("Sin datos sugestivos de lesión.", []),
    ("Imagen sugestiva de lesión antigua.", [("sugestiva", "epistemic")]),
    ("Ingresa por sospecha de neumonía.", [("sospecha", "doxastic")]),
    ("El paciente impresiona de gravedad.", [("impresiona", "epistemic")]),
    ("La estatua impresiona a los viajeros.", []),
    ("El abad cree que la reliquia es antigua.", [("cree", "doxastic")]),
    ("El abad cree en los milagros.", []),
    ("El abad cree firmemente en la justicia.", []),
    ("La empresa espera que las ventas crezcan.", [("espera que", "doxastic")]),
    ("Me parece que el pozo está seco.", [("Me parece que", "epistemic")]),
    ("El volcán puede entrar en erupción.", [("puede", "epistemic")]),
    ("El molino puede visitarse los lunes.", []),
    ("La tregua puede no durar.", [("puede", "epistemic")]),
    ("El pueblo puede estar tranquilo.", []),
    ("La venta se produciría en mayo.", [("se produciría", "condition")]),
    ("La torre es considerada la más antigua.", [("es considerada", "doxastic")]),
    ("Fue acusado de robo.", [("acusado de", "doxastic")]),
    ("El acusado calló.", []),
    ("Los analistas esperan una subida.", [("analistas esperan", "doxastic")]),
    ("El presunto ladrón huyó.", [("presunto", "doxastic")]),
    ("La presunción de inocencia protege al reo.", []),
    ("El supuesto testigo calló.", [("supuesto", "doxastic")]),
    ("Por supuesto, el testigo calló.", []),
    ("Se espera que baje el precio.", [("Se espera", "doxastic")]),
    ("Esperamos que baje el precio.", []),
    ("Nadie preguntó si el pozo estaba seco.", [("preguntó si", "investigation")]),
    ("Se desconoce el paradero del duque.", [("Se desconoce", "investigation")]),
    ("El juez investiga el incendio.", [("investiga", "investigation")]),
    ("Si llueve, no hay partido.", [("Si", "condition")]),
    ("Sí, llueve.", []),
    ("Si bien llueve, hay partido.", []),
    ("Corre como si lloviera.", []),
    ("Un comprimido si dolor.", []),
    ("Habrá partido a menos que llueva.", [("a menos que", "condition")]),
    ("En caso de que llueva, no hay partido.", [("En caso de que", "condition")]),
    ("Sin pan la ciudad moriría.", [("moriría", "condition")]),
    ("Yo esperaría hasta mayo.", [("esperaría", "condition")]),
    ("El impuesto perjudicaría a los molineros.", [("perjudicaría", "condition")]),
    ("El ladrón sería un vecino.", [("sería", "condition")]),
    ("El alcalde dijo que dimitiría.", []),
    ("Años después fundaría una escuela.", []),
    ("En 1920 sería elegido alcalde.", []),
    ("Moriría en el exilio.", []),
    ("Con el tiempo llegaría a ser obispo.", []),
    ("La mayoría visitó la secretaría con María.", []),
    ("Murieron unas 200 ovejas.", [("unas", "approximator")]),
    ("Unas ovejas huyeron.", []),
    ("Llegaron alrededor de 30 carros.", [("alrededor de", "approximator")]),
    ("El perro corre alrededor de la casa.", []),
    ("La sala estaba casi vacía.", [("casi", "approximator")]),
    ("A veces el barco llega tarde.", [("A veces", "frequency")]),
    ("El barco suele llegar tarde.", [("suele", "frequency")]),
    ("El suelo está mojado.", []),
    ("Según el panadero, el duque huyó.", [("Según", "shield")]),
    ("Al decir de muchos, el duque huyó.", [("Al decir de", "shield")]),
    ("El molino ardió.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_cues_in_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_cues_in_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "es") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The claim is undoubtedly false.", "en", [("undoubtedly", "certainty")]),
        ("The count is clearly wrong.", "en", [("clearly", "evidence")]),
        ("She must have known the code.", "en", [("must have", "necessity")]),
        ("The hull must be made of oak.", "en", []),
        ("They must be joking.", "en", [("must be", "necessity")]),
        ("The samples must be heated.", "en", []),
        ("The boat is fit for certain tasks.", "en", []),
        ("It is not clear that he left.", "en", []),
        ("The road is not entirely safe.", "en", []),
        ("Sin duda fue un error.", "es", [("Sin duda", "certainty")]),
        ("Es evidente que mintió.", "es", [("Es evidente", "evidence")]),
        ("No es evidente que mintiera.", "es", []),
        ("El plan está condenado a fracasar.", "es", [("condenado a", "necessity")]),
        ("Fue condenado a pagar una multa.", "es", []),
        ("El precio subirá inevitablemente.", "es", [("inevitablemente", "necessity")]),
    ],
)
def test_boosters_in_context(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language, boosters=True) == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        # an adverb or modal: its clause, on both sides, up to the next clause
        ("The fleet may return, but the port is closed.", "may", ["The fleet", "return"]),
        ("The bridge fell and the army may retreat.", "may", ["the army", "retreat"]),
        ("Perhaps, the envoys misread the note.", "Perhaps", ["the envoys misread the note"]),
        ("The king, who may be ill, left.", "may", ["who", "be ill"]),
        ("The port is closed; the fleet may return.", "may", ["the fleet", "return"]),
        ("The port — perhaps a ruin — is closed.", "perhaps", ["a ruin"]),
        # what is likely is said in the clause behind it; a result is not
        (
            "It is likely that the fleet will sail, but the port is closed.",
            "likely",
            ["It is", "that the fleet will sail"],
        ),
        ("They sailed so often that the pier broke.", "often", ["They sailed so"]),
        # a verb of believing: what is believed; its passive takes the subject along
        ("The king believes that the fleet is lost.", "believes", ["that the fleet is lost"]),
        ("The king thinks the fleet is lost.", "thinks", ["the fleet is lost"]),
        ("Exports are expected to fall, but imports rise.", "expected", ["Exports are", "to fall"]),
        ("The war is over, I think.", "think", ["The war is over, I"]),
        # whether, if, unless
        ("Nobody knew whether the order was given.", "whether", ["the order was given"]),
        ("If the rains fail, the province starves.", "If", ["the rains fail"]),
        ("The strike goes on unless wages rise.", "unless", ["wages rise"]),
        # a shield: the statement
        (
            "According to the baker, nothing burnt; the duke fled.",
            "According to",
            ["the baker, nothing burnt"],
        ),
    ],
)
def test_reach_english(text: str, cue: str, expected: list[str]) -> None:
    assert reaches(text)[cue] == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Es posible que nieve, pero el puente está abierto.", "Es posible que", ["nieve"]),
        (
            "El Gobierno habría enviado una carta, dijo el diario.",
            "habría",
            ["El Gobierno", "enviado una carta"],
        ),
        ("Parece que el puente caerá, pero la torre sigue en pie.", "Parece", ["que el puente caerá"]),
        ("Cabe la posibilidad de que caiga el puente.", "Cabe la posibilidad", ["de que caiga el puente"]),
        ("Una helada es más probable que la nieve.", "probable", ["Una helada es más"]),
        ("El ministro cree que la crisis pasará.", "cree", ["que la crisis pasará"]),
        ("Si cae la ciudad, caerá el reino.", "Si", ["cae la ciudad"]),
        ("Según el panadero, nada ardió.", "Según", ["el panadero, nada ardió"]),
        ("El juez preguntó si el puente era seguro.", "preguntó si", ["el puente era seguro"]),
    ],
)
def test_reach_spanish(text: str, cue: str, expected: list[str]) -> None:
    assert reaches(text, "es")[cue] == expected


def test_hedged_takes_the_density_kinds_by_default() -> None:
    text = "The fleet may return, but the port is closed."
    assert hedged_words(text) == ["The", "fleet", "may", "return"]
    assert hedged_words("If the rains fail, the province starves.") == []
    assert hedged_words("According to the baker, nothing burnt.") == []
    assert DENSITY_KINDS == ("epistemic", "doxastic", "approximator", "frequency")


def test_hedged_takes_other_kinds_when_named() -> None:
    text = "If the rains fail, the province starves."
    assert hedged_words(text, kinds=["condition"]) == ["If", "the", "rains", "fail"]
    assert hedged_words("The fleet may return.", kinds=["condition"]) == []


def test_the_layer_is_the_matches_of_the_lexicon() -> None:
    texts = [text for text, _ in ENGLISH]
    tokens = tokenize(texts)
    lexicon = load_lexicon("hedging", "en")
    matches, cues = match(tokens, lexicon), find_hedges(tokens)
    first_rows = np.unique(cues.cue, return_index=True)[1]
    assert cues.first[first_rows].tolist() == matches.first.tolist()
    assert cues.last[first_rows].tolist() == matches.last.tolist()
    assert [lexicon.categories[c] for c in matches.category] == cues.kind[first_rows].tolist()


def test_offsets_run_over_the_batch() -> None:
    texts = ["The barge may sink.", "", "Si llueve, no hay partido.", "Perhaps it rains."]
    tokens = tokenize(texts)
    cues = find_hedges(tokens)
    assert [tokens.text[a:b] for a, b in zip(cues.start, cues.end, strict=True)] == ["may", "may", "Perhaps"]
    assert (np.diff(cues.start) >= 0).all()


@pytest.mark.parametrize(
    ("before", "text", "language"),
    [
        ("Perhaps it was.", "Yet, nobody knows where the ferry lies.", "en"),
        ("Quizá lo fue.", "Ella cree que el puente cederá.", "es"),
    ],
)
def test_the_sentence_before_changes_nothing(before: str, text: str, language: str) -> None:
    alone, together = (find_hedges(tokenize([t], language)) for t in (text, f"{before} {text}"))
    own = together.start > len(before)
    assert (together.scope_start[own] - len(before) - 1).tolist() == alone.scope_start.tolist()
    assert (together.scope_end[own] - len(before) - 1).tolist() == alone.scope_end.tolist()


@pytest.mark.parametrize(
    ("text", "after", "language"),
    [
        ("Perhaps we know that.", "Is the ferry possibly late?", "en"),
        ("Quizá dijo que.", "Esperar puede ser mejor.", "es"),
    ],
)
def test_the_sentence_after_changes_nothing(text: str, after: str, language: str) -> None:
    alone, together = (find_hedges(tokenize([t], language)) for t in (text, f"{text} {after}"))
    assert together.scope_end[: len(alone)].tolist() == alone.scope_end.tolist()
    assert together.scope_start[: len(alone)].tolist() == alone.scope_start.tolist()


def test_only_the_sentences_that_are_wanted() -> None:
    tokens = tokenize(["The barge may sink. It might float. Perhaps it rains."])
    cues = find_hedges(tokens, np.array([False, True, False]))
    assert {tokens.text[a:b] for a, b in zip(cues.start, cues.end, strict=True)} == {"might"}


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "“”", "!!!", "200"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_to_find(text: str, language: str) -> None:
    tokens = read(text, language)
    for cues in (find_hedges(tokens), find_boosters(tokens)):
        assert isinstance(cues, Cues)
        assert len(cues) == 0
    assert hedged(tokens, find_hedges(tokens)).tolist() == [False] * len(tokens)


def test_a_cue_alone_in_its_clause_reaches_nothing() -> None:
    assert reaches("Perhaps.") == {"Perhaps": [""]}
    assert hedged_words("Perhaps.") == ["Perhaps"]


def test_a_long_text_without_a_stop() -> None:
    tokens = tokenize(["the barge may sink and " * 5_000])
    cues = find_hedges(tokens)
    assert len(np.unique(cues.cue)) == 5_000
    assert (cues.scope_last - cues.scope_first).max() < 10


@pytest.mark.parametrize(
    ("name", "language"), [(n, c) for n in ("hedging", "boosters") for c in ("en", "es")]
)
def test_examples_of_the_lexicons(name: str, language: str) -> None:
    lexicon = load_lexicon(name, language)
    assert lexicon.examples
    for example in lexicon.examples:
        hits: dict[str, list[str]] = {}
        for text, kind in found(example.text, language, boosters=name == "boosters"):
            hits.setdefault(kind, []).append(text)
        assert hits == example.hits, example.text


WORDS = (
    "the king may fall if , ; that believes we and but perhaps is expected to whether according . 200".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "es"]))
def test_reach_stays_within_the_sentence_and_off_the_cue(words: list[str], language: str) -> None:
    tokens = read(" ".join(words), language)
    cues = find_hedges(tokens)
    flags = hedged(tokens, cues, kinds=load_lexicon("hedging", language).categories)
    assert len(flags) == len(tokens)
    for i in range(len(cues)):
        sentence = tokens.sentence[cues.first[i]]
        assert tokens.sentence_first[sentence] <= cues.scope_first[i] <= cues.scope_last[i]
        assert cues.scope_last[i] <= tokens.sentence_first[sentence + 1]
        assert cues.scope_last[i] <= cues.first[i] or cues.scope_first[i] >= cues.last[i]
        assert flags[cues.first[i] : cues.last[i]].all()
        assert flags[cues.scope_first[i] : cues.scope_last[i]].all()


def sentence_f1(path: Path, language: str) -> float:
    """F1 of sentences with a hedge of the four kinds, on the half of a set that no rule was tuned on."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[1::2] if line]
    tokens = tokenize([row["text"] for row in rows], language)
    cues = find_hedges(tokens)
    uncertain = np.isin(cues.kind.astype(str), list(UNCERTAIN))
    coded = np.zeros(len(rows), dtype=bool)
    coded[tokens.doc[cues.first[uncertain]]] = True
    gold = np.array([bool(row["cues"]) for row in rows])
    return 2 * (coded & gold).sum() / (coded.sum() + gold.sum())


@pytest.mark.parametrize(
    ("name", "language", "floor"),
    [
        ("hedging_en_biomedical", "en", 0.79),
        ("hedging_en_reviews", "en", 0.55),
        ("hedging_es_clinical", "es", 0.74),
    ],
)
def test_beats_a_list_of_fifty_words_on_coded_sentences(
    gold: Path, name: str, language: str, floor: float
) -> None:
    assert sentence_f1(gold / f"{name}.jsonl", language) > floor
