"""Negation: what is a cue, what it reaches, and which tokens are negated."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import discourse.negation
from discourse.errors import UsageError
from discourse.match import Cues
from discourse.negation import find_negation, negated
from discourse.negation.english import TAGGER as ENGLISH_TAGGER
from discourse.negation.sentence import LONG
from discourse.negation.spanish import TAGGER as SPANISH_TAGGER
from discourse.tokens import Tokens, Vocabulary, tokenize

VOCABULARIES = {"en": Vocabulary(), "es": Vocabulary()}


def read(text: str, language: str) -> tuple[Tokens, Cues]:
    tokens = tokenize([text], language, VOCABULARIES[language])
    return tokens, find_negation(tokens)


def found(text: str, language: str = "en", affixes: bool = False) -> list[str]:
    """The cues of a text, each once, lexical ones with a colon before them; affixes only where asked for."""
    cues = read(text, language)[1]
    marks = {"syntactic": "", "lexical": ":", "affixal": "-"}
    rows = np.unique(cues.cue, return_index=True)[1]
    return [
        marks[cues.kind[i]] + text[cues.start[i] : cues.end[i]]
        for i in rows
        if affixes or cues.kind[i] != "affixal"
    ]


def scopes(text: str, language: str = "en") -> list[str]:
    """What each cue reaches, its parts joined by " / "; affixes left out."""
    cues = read(text, language)[1]
    parts: dict[int, list[str]] = {}
    for i in np.flatnonzero(cues.kind != "affixal"):
        parts.setdefault(int(cues.cue[i]), []).append(text[cues.scope_start[i] : cues.scope_end[i]])
    return [" / ".join(filter(None, group)) for group in parts.values()]


def negated_words(text: str, language: str = "en") -> str:
    tokens, cues = read(text, language)
    return " ".join(text[tokens.start[i] : tokens.end[i]] for i in np.flatnonzero(negated(tokens, cues)))


ENGLISH_CUES = [
    # particles, adverbs, pronouns, determiners
    ("The envoys did not sign.", ["not"]),
    ("Nobody ever asked them.", ["Nobody"]),
    ("No-one came, and nothing was said.", ["No-one", "nothing"]),
    ("No ship left the strait, with no end in sight.", ["No", "no"]),
    ("None of the barges was armed.", ["None"]),
    ("They never met, nowhere near the port.", ["never", "nowhere"]),
    ("He no longer trusts the guild.", ["no longer"]),
    ("By no means is the siege over.", ["By no means"]),
    # prepositions and conjunctions
    ("They left without a word.", ["without"]),
    ("They left without saying a word.", ["without"]),
    ("Neither the mayor nor the guild gave way.", ["Neither", "nor"]),
    ("He did not write, nor did he call.", ["not", "nor"]),
    # inside a token
    ("They don't trade, can't sail and won't pay.", ["n't", "n't", "n't"]),
    ("They don’t trade.", ["n’t"]),
    ("They don\x92t trade.", ["n\x92t"]),
    ("They don´t trade.", ["n´t"]),
    ("The envoy cannot stay.", ["not"]),
    ("Why don't they stay?", ["n't"]),
    ("We can not stay; they do n't care; he does nt know.", ["not", "n't", "nt"]),
    ("They dont trade, it wont last, we cant pay and they hadnt asked.", ["dont", "wont", "cant", "hadnt"]),
    ("Didn't he sign?", ["n't"]),
    # what stands alone
    ("No, the port is closed.", ["No"]),
    ("“No,” said the captain.", ["No"]),
    ("On the contrary, trade grew.", [":On the contrary"]),
    # implicit
    ("They failed to agree and refused to talk.", [":failed", ":refused"]),
    ("The lack of bread and the absence of law were felt.", [":lack of", ":absence of"]),
    ("He avoided a quarrel, and war was averted.", [":avoided", ":averted"]),
    ("They prevented a war and halted the siege; he denied it.", [":prevented", ":halted", ":denied"]),
    ("The town lacks bread.", [":lacks"]),
    ("They want to end the siege.", [":end"]),
    ("An end to the siege is near.", [":end to"]),
    ("At the end the siege was lifted.", []),
    ("They chose talks rather than war, bread instead of guns.", [":rather than", ":instead of"]),
    ("The envoys ruled out an attack.", [":ruled out"]),
    ("He is unable to pay.", [":unable"]),
    ("The talks failed.", []),
    # affixes
    ("It was an unfair, hopeless, non-violent and illegal act.", ["-un", "-less", "-non", "-il"]),
    ("Under the uniform union rules, unless they discuss the increase, regardless of it all.", []),
]
ENGLISH_LOOKALIKES = [
    "It isn’t only a matter of money.",
    "These weren’t just threats.",
    "It wasn’t until March that they signed.",
    "We can’t but admit it.",
    "The ferry is no doubt late.",
    "It was no doubt a mild winter.",
    "The index ended the day higher.",
    "A slump ended the last decade.",
    "The streak ended the next day when rain fell.",
    "The siege ended the following week.",
    "The strike ended this week.",
    "It was not only long but bloody.",
    "It was not just a skirmish.",
    "No doubt the barge will sink.",
    "The barge will sink, no doubt.",
    "Without doubt the barge will sink.",
    "It goes without saying that the barge will sink.",
    "It was nothing but a rumour.",
    "It is none other than the captain.",
    "They sailed none the less.",
    "No matter what he says, they sail.",
    "No sooner had they landed than it rained.",
    "They had sailors, not to mention cooks.",
    "Why not talk?",
    "No fewer than twelve ships came.",
    "No more than 12 ships came.",
    "Gate No. 5 is open.",
    "The pact holds, doesn't it?",
    "The pact holds, does it not?",
    "The pact holds , does n't it ? Is n't it time to talk ? It is, isnt it?",
    "They sail whether or not it rains.",
    "More often than not it rains.",
    "He could not help laughing.",
    "It was not until May that they met.",
    "Dozens, if not hundreds, came.",
    "Never mind the rain.",
    "Isn't it time to talk?",
    "Don't you think they should talk?",
    "All towns except one paid, everybody save the mayor.",
    "Never fear, they sail, and there was no end of talk.",
    "Out of nowhere a barge appeared; in no time it was gone.",
    "The prevention of floods costs money.",
    "They want peace now more than ever.",
]
SPANISH_CUES = [
    ("La lluvia frenó la obra.", [":frenó"]),
    ("El juez detuvo la venta.", [":detuvo"]),
    ("Cesaron los ataques.", [":Cesaron"]),
    ("Su rechazo a negociar sorprendió.", [":rechazo a"]),
    ("El grupo ha parado de tocar.", [":parado de"]),
    ("El club desmintió el fichaje.", [":desmintió"]),
    ("La ministra rehusó contestar.", [":rehusó"]),
    ("Los enviados no firmaron.", ["no"]),
    ("Nunca hubo tregua.", ["Nunca"]),
    ("Nadie vino y nada se dijo.", ["Nadie", "nada"]),
    ("Ningún barco zarpó.", ["Ningún"]),
    ("Tampoco ellos pagaron.", ["Tampoco"]),
    ("Se fueron sin pagar.", ["sin"]),
    ("Ni el alcalde ni el gremio cedieron.", ["Ni", "ni"]),
    ("No dijo nada a nadie.", ["No", "nada", "nadie"]),
    ("Ni siquiera llamó.", ["Ni siquiera"]),
    ("No, el puerto está cerrado.", ["No"]),
    ("Dijo que no y se marchó.", ["no"]),
    ("Hay que evitar la guerra.", [":evitar"]),
    ("Impidieron el paso; hay que detener la guerra.", [":Impidieron", ":detener"]),
    ("Ya no llueve, y nunca jamás volverán.", ["no", "nunca", "jamás"]),
    ("El gremio se negó a negociar.", [":negó a"]),
    ("La oferta fue rechazada.", [":rechazada"]),
    ("La falta de pan y la ausencia de ley.", [":falta de", ":ausencia de"]),
    ("Carecen de armas y dejaron de luchar.", [":Carecen de", ":dejaron de"]),
    ("Pusieron fin al asedio.", [":fin"]),
    ("En lugar de negociar, atacaron.", [":En lugar de"]),
    ("No cedieron en absoluto. ¿Pagaron? En absoluto.", ["No", "en absoluto", "En absoluto"]),
    ("En mi vida he visto tal cosa.", ["En mi vida"]),
    ("Nada más que añadir; ¿ no es raro ?", ["Nada", "no"]),
    ("Como si nada hubiera pasado, zarparon.", ["nada"]),
    ("¿Por qué no firman? ¿No es raro?", ["no", "No"]),
    ("La prueba dio negativo.", [":negativo"]),
    ("Fue un acto injusto, ilegal y desleal.", ["-in", "-i", "-des"]),
    ("Incluyeron a la industria desde el inicio.", []),
]
SPANISH_LOOKALIKES = [
    "El coche frena bien.",
    "El presidente cesó al ministro.",
    "La policía detuvo a un ladrón.",
    "El rechazo a la guerra crece.",
    "Pararon en la fuente.",
    "No importa quién lo pida, habrá subida.",
    "Zarparán, no importa lo que digan.",
    "No es de extrañar que protesten.",
    "No hay mas que ver la pantalla.",
    "El pacto no solo es largo, sino también caro.",
    "El pacto no sólo dura, sino que crece.",
    "No obstante, firmaron.",
    "Sin embargo, firmaron.",
    "Sin duda firmarán.",
    "Firmarán, ¿no?",
    "A no ser que llueva, zarpan.",
    "Nada más llegar, firmaron.",
    "No bien llegaron, llovió.",
    "Es, por no decir otra cosa, raro.",
    "No más de doce barcos zarparon.",
    "No quieren más que la paz.",
    "No hace sino llover.",
    "Vengan o no, zarpamos.",
    "Quieren la paz más que nunca.",
    "La puerta No. 5 está abierta.",
    "La tripulación está a salvo.",
    "Todos pagaron salvo uno, excepto el alcalde y a excepción del gremio.",
    "Fue un efecto negativo, y el resultado fue negativo para el gremio.",
    "Por no hablar del ruido, es caro.",
    "Ahora o nunca.",
    "No bien lo vieron, zarparon, y no en balde. ¿A que no?",
    "No tan solo llueve, también nieva. Ni que decir tiene que llueve.",
    "Firmarán , ¿ no ?",
    "Mejor que nadie conoce el río.",
    "Se perdió en la nada.",
    "La guardia detuvo al ladrón; la desaparición de dos marinos la alarmó.",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_CUES)
def test_english_cues(text: str, expected: list[str]) -> None:
    assert found(text, affixes=True) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH_CUES)
def test_spanish_cues(text: str, expected: list[str]) -> None:
    assert found(text, "es", affixes=True) == expected


@pytest.mark.parametrize("text", ENGLISH_LOOKALIKES)
def test_what_only_looks_like_negation_in_english(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", SPANISH_LOOKALIKES)
def test_what_only_looks_like_negation_in_spanish(text: str) -> None:
    assert found(text, "es") == []


ENGLISH_SCOPES = [
    # contractions, and cannot, as did not
    ("Denmark, however, didn’t exclude war.", ["Denmark / did / exclude war"]),
    ("Peace, of course, cannot be bought.", ["Peace / can / be bought"]),
    ("The law couldn’t, by itself, bring calm.", ["The law could / bring calm"]),
    ("They will watch and don’t attack.", ["They / do / attack"]),
    ("Our duty is not to betray peace.", ["Our duty is / to betray peace"]),
    ("They decided not to attack.", ["to attack"]),
    ("An aide who asked not to be named said the army may attack.", ["to be named"]),
    ("“Never!” he cried.", [""]),
    ("There was no moon that night and the road was dark.", ["There was / moon that night"]),
    ("The truce ended a decade of war.", ["a decade of war"]),
    # the clause of the verb, with its subject
    ("The old envoys did not sign the pact.", ["The old envoys did / sign the pact"]),
    ("They don't trade.", ["They do / trade"]),
    ("She never left the port.", ["She / left the port"]),
    ("Did they not sign?", ["Did they / sign"]),
    ("Had they not signed, the siege would go on.", ["Had they / signed"]),
    # what introduces a clause stays outside, a relative pronoun inside
    ("He says that the pact is not fair.", ["the pact is / fair"]),
    ("If they do not pay we will leave.", ["they do / pay"]),
    ("I met the man who did not sign.", ["who did / sign"]),
    ("It is a pact of which we know nothing.", ["of which we know"]),
    # complements and adverbial clauses go on, other statements do not
    ("We do not believe that the envoy lied.", ["We do / believe that the envoy lied"]),
    ("He did not stay until the ships came.", ["He did / stay until the ships came"]),
    ("They did not sign and we left.", ["They did / sign"]),
    ("They did not sign, but we stayed.", ["They did / sign"]),
    ("He was not there, for he was ill.", ["He was / there"]),
    ("They had no bread or salt.", ["They had / bread or salt"]),
    ("There were no guns, ships or men.", ["There were / guns, ships or men"]),
    # between commas
    ("It was not, I think, a fair pact.", ["It was / a fair pact"]),
    ("They could not, for want of bread, go on.", ["They could / go on"]),
    ("I have never, in all my years, seen it.", ["I have / seen it"]),
    ("They did not, as a rule, and we knew it.", ["They did"]),
    ("The sailors, who had food, did not leave.", ["The sailors, who had food, did / leave"]),
    ("The mayor (who was ill) did not come.", ["The mayor / did / come"]),
    # one verb for two auxiliaries
    ("They cannot and will not pay.", ["They can / pay", "They / will / pay"]),
    ("He did not and I did.", ["He did"]),
    # a complement before its clause
    ("Without more ado he left.", ["more ado"]),
    # shared subjects
    ("She came but did not stay.", ["She / did / stay"]),
    ("We want bread and not guns.", ["We want / guns"]),
    ("He neither wrote nor called.", ["He / wrote", "He / called"]),
    # what is said without "that" is a clause of its own
    ("The Bureau said no order had been given.", ["order had been given"]),
    ("The Bureau said no ship arrived in time.", ["ship arrived in time"]),
    ("Some experts pointed out that the talks never began.", ["the talks / began"]),
    ("Police say no one answered the door.", ["one answered the door"]),
    ("He thinks nobody cares.", ["cares"]),
    ("The agency said nothing happened at the port.", ["happened at the port"]),
    ("The spokesman said not one ship had left.", ["one ship had left"]),
    ("He said not all the soldiers left.", ["all the soldiers left"]),
    ("It said never had the town been so quiet.", ["had the town been so quiet"]),
    ("The Bureau said neither the fleet nor the army had moved.", ["the fleet", "the army had moved"]),
    ("She told reporters nobody answered.", ["answered"]),
    ("The report found no evidence of fraud.", ["The report found / evidence of fraud"]),
    ("The court said no to the request.", ["The court said / to the request"]),
    # a phrase alone
    ("With no bread left, they gave up.", ["bread"]),
    ("At no time did they attack.", ["time did they attack"]),
    ("They left without a word of thanks.", ["a word of thanks"]),
    ("Some towns without a wall have fallen.", ["a wall"]),
    ("He urged them not to attack the port.", ["to attack the port"]),
    ("Standards not set by the guild are void.", ["set by the guild"]),
    ("States not yet reached by the pact may sign.", ["yet reached by the pact"]),
    # quantifiers: what is denied is that it holds of all
    ("Not all towns paid.", ["all towns paid"]),
    # negative subjects
    ("No town that paid was spared.", ["town that paid was spared"]),
    ("He thought no harm would come.", ["harm would come"]),
    # what is governed; the subject of a passive
    ("They refused to sign, and we left.", ["to sign"]),
    ("A lack of bread ended the siege.", ["bread", "the siege"]),
    ("War was averted.", ["War was"]),
    # a fragment and its particle
    ("Peace, yes. War, no.", ["War"]),
    ("No, sir.", [""]),
    ("He said no.", [""]),
    # quotation marks
    ("“We do not want war,” he said.", ["We do / want war"]),
    ('It is not "a choice" but a duty.', ["It is / a choice"]),
    ("He had, as yet, no reason to go.", ["He had / reason to go"]),
    ("They have not as yet won their case.", ["They have / as yet won their case"]),
    ("He never wrote or received a letter.", ["He / wrote or received a letter"]),
    ("“Have you seen nothing?” asked the captain.", ["Have you seen"]),
    ("“I never said so,” he replied.", ["I / said so"]),
    ("The miller would stick at nothing.", ["The miller would stick at"]),
    ("He came with no thought of rest.", ["thought of rest"]),
    ("She left with nothing.", ["She left with"]),
    ("With no thought of rest he went on.", ["thought of rest"]),
    ("I have no wish, however, to sell it.", ["I have / wish / to sell it"]),
    ("No hope remains.", ["hope remains"]),
    ("I fear ye'll never see him.", ["ye'll / see him"]),
    ("Don't talk that way, will you?", ["Do / talk that way"]),
    ("You never knew that she was here, did you?", ["You / knew that she was here"]),
]
SPANISH_SCOPES = [
    ("Un asesor que pidió no ser nombrado dijo que el ejército atacará.", ["ser nombrado"]),
    ("Guerra no, paz sí.", ["Guerra"]),
    ("Dijo que no.", [""]),
    ("Fue un rotundo no.", [""]),
    ("Con nosotros no se trata de eso.", ["Con nosotros / se trata de eso"]),
    ("Me quedé sin ninguno porque fue un mal año.", ["ninguno", "Me quedé"]),
    ("Admitió que no aunque pidió calma.", [""]),
    ("Sin ellos no hay plan.", ["ellos", "Sin ellos / hay plan"]),
    ("La lluvia frenó la obra del puerto.", ["la obra del puerto"]),
    ("Su rechazo a negociar sorprendió al comité.", ["negociar"]),
    ("Los viejos enviados no firmaron el pacto.", ["Los viejos enviados / firmaron el pacto"]),
    ("Dijo que el pacto no es justo.", ["el pacto / es justo"]),
    ("No creo que firmen.", ["creo que firmen"]),
    ("No firmaron y nos fuimos.", ["firmaron"]),
    ("No firmaron, pero nos quedamos.", ["firmaron"]),
    ("No fue el hambre sino el frío.", ["fue el hambre"]),
    ("Conozco al hombre que nunca firmó.", ["firmó"]),
    ("El barco que compré no zarpa.", ["El barco que compré / zarpa"]),
    ("Los que no pagaron se fueron.", ["pagaron"]),
    ("Lo único que no me convence es el precio.", ["me convence"]),
    ("No hay nada que hacer y la noche avanzaba.", ["hay nada que hacer", "que hacer"]),
    ("No temen la guerra, y sí la paz.", ["temen la guerra"]),
    ("El barco zarpó, y la barca tampoco volvió.", ["la barca / volvió"]),
    ("El pacto es frágil y el hambre no cede.", ["el hambre / cede"]),
    ("El pan y la sal no bastan.", ["El pan y la sal / bastan"]),
    ("El pacto, si estoy bien informada, no se ha roto.", ["El pacto / se ha roto"]),
    ("Los que comen y beben no reman.", ["Los que comen y beben / reman"]),
    ("Muerte no hubo.", ["Muerte / hubo"]),
    ("Evitaron hablar del pacto.", ["hablar del pacto"]),
    ("Los que vinieron no firmaron.", ["Los que vinieron / firmaron"]),
    ("Los marinos, que tenían pan, no se fueron.", ["Los marinos / se fueron"]),
    ("Ningún barco pudo zarpar y todos lo saben.", ["barco pudo zarpar"]),
    ("No dijo nada.", ["dijo nada", ""]),
    ("Se fueron sin una palabra de gracias.", ["una palabra de gracias"]),
    ("Se fueron por no pagar.", ["pagar"]),
    ("La oferta fue rechazada por el gremio.", ["La oferta fue"]),
    ("El gremio evitó una guerra larga.", ["una guerra larga"]),
    ("La paz, sí. La guerra, no.", ["La guerra"]),
    ("Los países no alineados firmaron.", ["alineados"]),
    ("No, señor.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_SCOPES)
def test_english_scopes(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH_SCOPES)
def test_spanish_scopes(text: str, expected: list[str]) -> None:
    assert scopes(text, "es") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peace, yes. War, no. Never, never war.", "en", "War no Never never war"),
        ("La paz, sí. La guerra, no. Nunca, nunca la guerra.", "es", "La guerra no Nunca nunca la guerra"),
        # two negations of one verb are one
        ("We cannot and will not accept war.", "en", "We cannot will not accept war"),
        ("They did not, and will not, start a war.", "en", "They did not will not start a war"),
        ("We couldn’t, and mustn’t, start a war.", "en", "We couldn’t mustn’t start a war"),
        ("He has not and never will apologise.", "en", "He has not never will apologise"),
        ("They would not, could not yield.", "en", "They would not could not yield"),
        ("No podemos y no debemos aceptar la guerra.", "es", "No podemos no debemos aceptar la guerra"),
        # but each of its own verb: both, or one under the other
        ("They did not, and could not, he said, go to war.", "en", "They did not could not go to war"),
        ("It is not that we do not want peace.", "en", "It is not that not"),
        ("No es que no queramos la paz.", "es", "No es que no"),
        # repeated cues are one negation
        ("No, no, they never paid.", "en", "No no they never paid"),
        ("No dijo nunca nada a nadie.", "es", "No dijo nunca nada a nadie"),
        ("No cedieron en absoluto.", "es", "No cedieron en absoluto"),
        ("Lo hizo sin que nadie dijera nada.", "es", "sin que nadie dijera nada"),
        # a true double negation is none
        ("They left not without hope.", "en", "They left not without"),
        ("We cannot prevent war.", "en", "We cannot prevent"),
        ("He never fails to pay.", "en", "He never fails"),
        ("It is not impossible to win.", "en", "It is not"),
        ("There is no doubt that war will come.", "en", "There is no"),
        ("Of that there is no doubt.", "en", "there is no"),
        # after a bare "no" an adjective with un- leaves its noun denied, but for what is about how much
        ("No undeclared goods were found.", "en", "No undeclared goods were found"),
        ("It played no insignificant part.", "en", "It played no"),
        ("No nos importa el precio.", "es", "No nos importa el precio"),
        ("There can be no peace without justice.", "en", "There can be no peace without"),
        ("Nobody who fought would not weep.", "en", "Nobody not"),
        ("No podemos evitar la guerra.", "es", "No podemos evitar"),
        ("No habrá paz sin justicia.", "es", "No habrá paz sin"),
        ("No es imposible ganar.", "es", "No es"),
        ("No one doubts that they won.", "en", "No one"),
        ("It is no secret that they won.", "en", "It is no"),
        ("No secret talks were held.", "en", "No secret talks were held"),
        ("Without peace there is no trade.", "en", "Without peace there is no trade"),
        ("No cabe duda de que ganaron.", "es", "No cabe"),
        ("No es ningún secreto que ganaron.", "es", "No es ningún"),
        ("No podemos descartar la guerra.", "es", "No podemos descartar"),
        ("Vinieron para descartar una avería.", "es", ""),
        ("No hay duda de que habrá guerra.", "es", "No hay"),
        ("No creo que no firmen.", "es", "No creo que no"),
        # two negations of two statements are two
        ("They fear men who have no law.", "en", "who have no law"),
        ("They do not fear men who have no law.", "en", "They do not fear men who have no law"),
        ("She did not say that they would not pay.", "en", "She did not say that they would not pay"),
        ("They did not disarm.", "en", "They did not disarm"),
        ("No fue porque no quiso.", "es", "No fue no quiso"),
        # an affix negates nothing outside its word
        ("It was an unfair war.", "en", ""),
        # a cue inside a token, an empty scope
        ("They don’t trade.", "en", "They don’t trade"),
        ("No.", "en", "No"),
    ],
)
def test_negated_tokens(text: str, language: str, expected: str) -> None:
    assert negated_words(text, language) == expected


def test_a_scope_of_characters_ends_before_a_cue_inside_its_token() -> None:
    text = "They don't trade."
    tokens, cues = read(text, "en")
    assert (cues.start[0], cues.end[0]) == (7, 10)
    assert (cues.first[0], cues.last[0]) == (1, 2)
    assert list(zip(cues.scope_first, cues.scope_last, strict=True)) == [(0, 2), (2, 3)]
    assert list(zip(cues.scope_start, cues.scope_end, strict=True)) == [(0, 7), (11, 16)]
    assert cues.cue.tolist() == [0, 0]
    assert len(tokens) == 3


def test_a_scope_on_both_sides_of_a_cue_is_two_rows_in_spanish_too() -> None:
    text = "Los gremios no firmaron."
    cues = read(text, "es")[1]
    assert cues.cue.tolist() == [0, 0]
    assert list(zip(cues.scope_start, cues.scope_end, strict=True)) == [(0, 11), (15, 23)]


def test_a_sentence_is_read_alike_whatever_stands_before_it() -> None:
    """The last word of a sentence says nothing of the first of the next."""
    alone = scopes("Will they not sign?")
    assert scopes("They wrote to a. Will they not sign?") == alone


def test_an_affix_reaches_the_rest_of_its_word() -> None:
    text = "an unfair and hopeless war"
    cues = read(text, "en")[1]
    assert [text[a:b] for a, b in zip(cues.start, cues.end, strict=True)] == ["un", "less"]
    assert [text[a:b] for a, b in zip(cues.scope_start, cues.scope_end, strict=True)] == ["fair", "hope"]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "…",
        "not",
        "no no no no",
        "n't",
        "sin",
        "ni ni ni",
        "No? No! No.",
        "“no”",
        "((no",
        "🙂 no",
    ],
)
def test_texts_of_little_or_nothing_but_cues(text: str, language: str) -> None:
    tokens, cues = read(text, language)
    flags = negated(tokens, cues)
    assert len(flags) == len(tokens)
    for i in range(len(cues)):
        assert flags[cues.first[i] : cues.last[i]].all()


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "the ships did not sail and "), ("es", "no zarpan y ")]
)
def test_a_long_text_without_a_full_stop_has_scopes_of_bounded_length(language: str, sentence: str) -> None:
    tokens, cues = read(sentence * 2000, language)
    assert len(np.unique(cues.cue)) == 2000
    assert int((cues.scope_last - cues.scope_first).max()) <= LONG
    assert negated(tokens, cues).any()


def test_an_unsupported_language_is_one_clear_line() -> None:
    with pytest.raises(UsageError) as error:
        find_negation(tokenize(["Nein."], "de"))
    assert str(error.value) == "Negation: language 'de' is not supported; supported are en, es."


POOL = {
    "en": "the a envoys they who that if and but not no never nothing without nor neither don't cannot were"
    " did said think avoid unfair doubt sign left war , . ; “ ” ( ) ? —",
    "es": "el la enviados ellos que si y pero no nunca nada nadie sin ni ningún evitar dijo creo firmaron"
    " injusto duda guerra , . ; « » ( ) ¿ ? —",
}


@pytest.mark.parametrize("language", ["en", "es"])
@given(data=st.data())
def test_whatever_the_words_spans_stay_in_their_sentence(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(POOL[language].split()), max_size=40))
    tokens, cues = read(" ".join(words), language)
    order = list(zip(cues.start.tolist(), cues.scope_start.tolist(), strict=True))
    assert order == sorted(order)
    assert set(cues.kind) <= {"syntactic", "lexical", "affixal"}
    for i in range(len(cues)):
        sentence = tokens.sentence[cues.first[i]]
        low, high = tokens.sentence_first[sentence], tokens.sentence_first[sentence + 1]
        assert low <= cues.first[i] < cues.last[i] <= high
        assert low <= cues.scope_first[i] <= cues.scope_last[i] <= high
        assert tokens.start[cues.first[i]] <= cues.start[i] < cues.end[i] <= tokens.end[cues.last[i] - 1]
        assert cues.scope_start[i] <= cues.scope_end[i]
        assert cues.scope_end[i] <= cues.start[i] or cues.end[i] <= cues.scope_start[i]
    assert len(negated(tokens, cues)) == len(tokens)


def test_documents_do_not_influence_one_another() -> None:
    texts = ["They did not sign.", "War, no. Never, never war.", "", "We cannot prevent war"]
    alone = [scopes(text) for text in texts]
    tokens = tokenize(texts, "en", Vocabulary())
    cues = find_negation(tokens)
    together: list[dict[int, list[str]]] = [{} for _ in texts]
    for i in range(len(cues)):
        parts = together[tokens.doc[cues.first[i]]].setdefault(int(cues.cue[i]), [])
        parts.append(tokens.text[cues.scope_start[i] : cues.scope_end[i]])
    assert [[" / ".join(filter(None, group)) for group in groups.values()] for groups in together] == alone


@pytest.mark.parametrize(
    ("tagger", "modules"),
    [
        (ENGLISH_TAGGER, ("english_cues", "english_scope", "clauses")),
        (SPANISH_TAGGER, ("spanish_cues", "spanish_scope")),
    ],
    ids=["en", "es"],
)
def test_rules_name_only_words_they_can_see(tagger: object, modules: tuple[str, ...]) -> None:
    """Rules see "_" for a word they were not announced: such a comparison could never hold."""
    known = {"", "_", *tagger.known}  # type: ignore[attr-defined]
    folder = Path(discourse.negation.__file__).parent
    for module in modules:
        for node in ast.walk(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                for leaf in ast.walk(node):
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                        assert leaf.value in known, f"{module}, line {leaf.lineno}: {leaf.value!r}"


def fiction(path: Path) -> tuple[float, float]:
    """F1 of cues that are no affixes, and of words in a scope, on the half no rule was tuned on."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[1::2] if line]
    tokens = tokenize([row["text"] for row in rows], "en")
    cues = find_negation(tokens)
    own = cues.select(cues.kind != "affixal")
    coded, gold, in_coded, in_gold = (np.zeros(len(tokens.text) + 1, dtype=bool) for _ in range(4))
    for a, b, low, high in zip(own.start, own.end, own.scope_start, own.scope_end, strict=True):
        coded[a:b] = True
        in_coded[low:high] = True
    spans: dict[tuple[int, str], tuple[int, int]] = {}  # a cue of several words is one
    for shift, row in zip(tokens.doc_start.tolist(), rows, strict=False):
        affixal = {kind.removesuffix("-affix") for _, _, kind in row["cues"] if kind.endswith("-affix")}
        for start, end, kind in row["cues"]:
            if not kind.endswith("-affix"):
                spans[shift, kind] = (shift + start, shift + end)
                gold[shift + start : shift + end] = True
        for start, end, kind in row["scopes"]:
            in_gold[shift + start : shift + end] |= kind.removesuffix("-affix") not in affixal
    heads = np.unique(own.cue, return_index=True)[1]
    precision = np.mean([gold[own.start[i] : own.end[i]].any() for i in heads])
    recall = np.mean([coded[start:end].any() for start, end in spans.values()])
    found, wanted = in_coded[tokens.start], in_gold[tokens.start]
    in_scope = 2 * (found & wanted).sum() / (found.sum() + wanted.sum())
    return float(2 * precision * recall / (precision + recall)), float(in_scope)


def test_coded_fiction(gold: Path) -> None:
    cues, words_in_scope = fiction(gold / "negation_en_fiction.jsonl")
    assert cues > 0.92
    assert words_in_scope > 0.85


@pytest.mark.parametrize(
    ("name", "language", "kinds", "floor"),
    [
        ("negation_en_biomedical", "en", ("syntactic", "lexical"), 0.90),
        ("negation_es_clinical", "es", ("syntactic", "lexical", "affixal"), 0.88),
    ],
)
def test_coded_sentences(gold: Path, name: str, language: str, kinds: tuple[str, ...], floor: float) -> None:
    lines = (gold / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[1::2]
    rows = [json.loads(line) for line in lines if line]
    tokens = tokenize([row["text"] for row in rows], language)
    cues = find_negation(tokens)
    coded = np.zeros(len(rows), dtype=bool)
    coded[tokens.doc[cues.first[np.isin(cues.kind.astype(str), kinds)]]] = True
    wanted = np.array([bool(row["cues"]) for row in rows])
    assert 2 * (coded & wanted).sum() / (coded.sum() + wanted.sum()) > floor
