"""Where the clause of a negation or a hedge begins and ends: the same clause in many places, with many subjects.

What stands in ⟦ ⟧ is in the scope, what stands in ⟨ ⟩ may be; the cue is named apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from discourse.hedging import find_hedges
from discourse.match import Cues
from discourse.negation import find_negation
from discourse.tokens import Tokens, Vocabulary, tokenize

VOCABULARIES = {"en": Vocabulary(), "es": Vocabulary()}

ENGLISH_SUBJECTS = """
the town|they|the mayor of Lund|the men who built the bridge|those who lost|the people who live there|Reed’s lawyers
the schools, roads and bridges|Peru, Chile and Bolivia|the mayor⟨, Ann Reed,⟩|the mayor⟨, who lost the vote,⟩
the town⟨ (which lost)⟩|the town⟨ – once rich –⟩|Ann Reed⟨, 44,⟩
"""
ENGLISH_VERBS = """
did * sign the treaty:not|* signed the treaty:never|had * yet been told:not|signed *:nothing|said * about the deal:nothing
* backed the deal:no longer|did * say when the war would end:not|had * at home:nobody
"""
ENGLISH_PLACES = """
C.|Hill said c.|Hill said that c.|“C,” Hill said.|C, but the crowd left.|C and the crowd left.|The crowd left because c.
If c, the crowd will leave.|C; the crowd left.|The fact that c is clear.|The claim that c stunned the crowd.
Hill’s warning that c stunned the crowd.|Hill told the crowd c.|Hill told the crowd that c.|Hill left, saying c.
C (the crowd left).|To say that c is wrong.|Reports that c were false.|Whether c is a mystery.
Hill believes c and wants a vote.|The crowd left (c).
"""
ENGLISH_HEDGED = """
* sign the treaty:may|* have signed the treaty:might|* signed the treaty:probably|* signed the treaty:often
has * been told:apparently
"""
SPANISH_SUBJECTS = """
el pueblo|la alcaldesa de León|los hombres que construyeron el puente|quienes perdieron|la gente que vive allí
las escuelas, las carreteras y los puentes|tanto el pueblo como el rey|la alcaldesa⟨, Ana Ruiz,⟩
la alcaldesa⟨, que perdió la votación,⟩|el pueblo⟨ (que perdió)⟩|el pueblo⟨ – antes rico –⟩|Ana Ruiz⟨, de 44 años,⟩
"""
SPANISH_VERBS = """
* firmó el tratado:no|* ha sido fácil:nunca|ya * apoyaba el acuerdo:no|* dijo cuándo acabaría la guerra:no
* se lo dio al rey:no|* firmó el tratado:tampoco
"""
SPANISH_HEDGED = """
* firmar el tratado:podría|* firmó el tratado:quizá|* firmará el tratado:probablemente|* firmaba el tratado:a menudo
"""
SPANISH_PLACES = """
C.|Gil dijo que c.|«C», dijo Gil.|C, pero la gente se fue.|C y la gente se fue.|La gente se fue porque c.
Si c, la gente se irá.|C; la gente se fue.|El hecho de que c está claro.|La afirmación de que c sorprendió a la gente.
La denuncia de Gil de que c sorprendió a la gente.|Gil dijo a la gente que c.|C (la gente se fue).|Decir que c es un error.
Gil cree que c y quiere una votación.|La gente se fue (c).
"""


def listed(lines: str) -> list[str]:
    return [part for line in lines.split("\n") for part in line.split("|") if part]


def built(subjects: str, verbs: str, places: str) -> Iterator[tuple[str, str]]:
    """Sentences with marks for what is in the scope, and the cue of each."""
    for subject in listed(subjects):
        for verb, cue in (verb.split(":") for verb in listed(verbs)):
            words = verb.replace("*", f"⟧{cue}⟦")
            clause = "⟦" + subject.replace("⟨", "⟧⟨").replace("⟩", "⟩⟦") + " " + words + "⟧"
            capital = clause[0] + clause[1].upper() + clause[2:]
            for place in listed(places):
                yield re.sub(r"\b[cC]\b", lambda m: capital if m[0] == "C" else clause, place, count=1), cue  # noqa: B023


def wrong(
    cases: list[tuple[str, str]], language: str, find: Callable[[Tokens], Cues] = find_negation
) -> list[str]:
    """The sentences whose scope is another than marked: with what is missing and what is too much."""
    texts, wanted = [], []
    for marked, _ in cases:
        plain, state, states = "", ".", ""
        for character in marked:
            if character in "⟦⟧⟨⟩":
                state = {"⟦": "in", "⟨": "either"}.get(character, ".")
            else:
                plain += character
                states += state[0]
        texts.append(plain)
        wanted.append(states)
    tokens = tokenize(texts, language, VOCABULARIES[language])
    cues = find(tokens)
    in_scope = np.zeros(len(tokens), dtype=bool)
    is_cue = np.zeros(len(tokens), dtype=bool)
    for k in range(len(cues)):
        in_scope[cues.scope_first[k] : cues.scope_last[k]] = True
        is_cue[cues.first[k] : cues.last[k]] = True
    errors = []
    starts = tokens.doc_start.tolist()
    for number, ((_, cue), text, states) in enumerate(zip(cases, texts, wanted, strict=True)):
        missing, excess, cue_words = [], [], []
        for k in range(tokens.doc_first[number], [*tokens.doc_first.tolist(), len(tokens)][number + 1]):
            first = int(tokens.start[k]) - starts[number]
            word = text[first : int(tokens.end[k]) - starts[number]]
            if is_cue[k]:
                cue_words.append(word.lower())
            elif states[first] == "i" and not in_scope[k]:
                missing.append(word)
            elif states[first] == "." and in_scope[k]:
                excess.append(word)
        if missing or excess or " ".join(cue_words) != cue:
            errors.append(f"{text} – missing {missing}, too much {excess}, cue {cue_words}")
    return errors


def test_english_clauses() -> None:
    errors = wrong(list(built(ENGLISH_SUBJECTS, ENGLISH_VERBS, ENGLISH_PLACES)), "en")
    errors = [
        line for line in errors if "told the crowd Peru" not in line
    ]  # two nouns in a row, not told apart
    assert not errors, errors[:20]


def test_spanish_clauses() -> None:
    errors = wrong(list(built(SPANISH_SUBJECTS, SPANISH_VERBS, SPANISH_PLACES)), "es")
    assert not errors, errors[:20]


def without(places: str, *left_out: str) -> str:
    """The places but for those whose own words hedge, or which say it of more than the clause."""
    return "|".join(place for place in listed(places) if not any(word in place for word in left_out))


def test_english_hedges() -> None:
    places = without(ENGLISH_PLACES, "If", "Whether", "claim", "believes", "told the crowd c")
    errors = wrong(list(built(ENGLISH_SUBJECTS, ENGLISH_HEDGED, places)), "en", find_hedges)
    assert not errors, errors[:20]


def test_spanish_hedges() -> None:
    places = without(SPANISH_PLACES, "Si ", "cree")
    errors = wrong(list(built(SPANISH_SUBJECTS, SPANISH_HEDGED, places)), "es", find_hedges)
    assert not errors, errors[:20]


HEDGES_IN_PLACE = [
    ("⟦Such a plan⟧ would, of course, ⟦have tremendous consequences⟧.", "would", "en"),
    ("⟦They left⟧, apparently, and the crowd stayed.", "apparently", "en"),
    ("Perhaps, ⟦in the end, the town left⟧.", "perhaps", "en"),
    ("⟦Too⟧ often, ⟦the plan is dead⟧.", "often", "en"),
    ("Often ⟦the mayor⟧, Ann Reed, ⟦signed the treaty⟧.", "often", "en"),
    ("Nearly ⟦two thirds of the towns, villages and farms have been burnt⟧.", "nearly", "en"),
    ("⟦It was a fruitless and⟧ inconclusive ⟦war of attrition⟧.", "inconclusive", "en"),
    ("⟦They sailed so⟧ often that the pier broke.", "often", "en"),
    ("⟦It⟧ may ⟦be the threshold between survival and decline⟧.", "may", "en"),
    ("Quizá, ⟦de entre todas, la muerte sea la más sentida⟧.", "quizá", "es"),
    ("Muchas veces ⟦Brasil⟧, el mayor productor, ⟦es el primero⟧.", "muchas veces", "es"),
    ("⟦El plan⟧, al parecer, ⟦es malo⟧.", "al parecer", "es"),
    ("⟨El acuerdo⟩ ⟦que éste no⟧ podría ⟦prever⟧ es malo.", "podría", "es"),
]


# what a verb of believing, "whether" or "if" governs, and the clause around a comment
GOVERNED = [
    ("Hill believes ⟦that those who lost signed the treaty⟧ and wants a vote.", "believes", "en"),
    ("Hill thinks ⟦the men who built the bridge signed the treaty⟧, but the crowd left.", "thinks", "en"),
    ("The suspicion that ⟦the town signed the treaty⟧ stunned the crowd.", "suspicion that", "en"),
    ("Hill believes ⟦that “the plan is dead⟧” and left.", "believes", "en"),
    ("We believe, moreover, ⟦that closer ties are good⟧.", "believe", "en"),
    ("⟦The programs are, I⟧ believe, ⟦in full keeping with it⟧.", "believe", "en"),
    ("⟦The plan, he⟧ believes, ⟦is dead⟧.", "believes", "en"),
    ("⟦The war is over, I⟧ think.", "think", "en"),
    ("⟦Exports are⟧ expected ⟦to fall⟧, and imports rise.", "expected", "en"),
    ("The crowd asked whether ⟦those who lost had signed the treaty⟧.", "whether", "en"),
    ("The issue is not whether ⟦we can change this⟧.", "whether", "en"),
    ("If ⟦the schools, roads and bridges are closed⟧, the crowd will leave.", "if", "en"),
    ("If ⟦we extol war⟧, the crowd will leave.", "if", "en"),
    ("If, ⟦therefore, the town is closed⟧, the crowd will leave.", "if", "en"),
    ("The crowd will leave unless ⟦the men who built the bridge are told⟧.", "unless", "en"),
    ("Gil cree ⟦que quienes perdieron firmaron el tratado⟧ y quiere una votación.", "cree", "es"),
    ("Creemos, además, ⟦que el plan es malo⟧.", "creemos", "es"),
    ("⟦El plan⟧, cree ⟦Ruiz⟧, ⟦es malo⟧.", "cree", "es"),
    ("⟦El plan⟧, creo, ⟦es malo⟧.", "creo", "es"),
    ("Considera que, ⟦en el fondo, el plan es malo⟧.", "considera que", "es"),
    ("Si ⟦la gente que vive allí se va⟧, el rey dormirá.", "si", "es"),
]


@pytest.mark.parametrize(("marked", "cue", "language"), HEDGES_IN_PLACE + GOVERNED)
def test_hedges_in_place(marked: str, cue: str, language: str) -> None:
    assert not wrong([(marked, cue)], language, find_hedges)


PLACES_OF_WORDS = [
    ("If ⟦they signed⟧ nothing, the war will go on.", "nothing"),
    ("⟦They signed⟧ nothing and the crowd left.", "nothing"),
    ("Hill left and none ⟦of the men signed the treaty⟧.", "none"),
    ("They came, but not ⟦one of the men who came signed⟧.", "not"),
    ("Because not ⟦one of the men who came signed the treaty⟧, the crowd left.", "not"),
    ("Since nobody ⟦in the town signed⟧, the crowd left.", "nobody"),
    ("The truth is ⟦the town did⟧ not ⟦sign⟧.", "not"),
    ("Reed said that never ⟦has the town signed a treaty⟧.", "never"),
    ("The man ⟦who critics say could⟧ not ⟦sign⟧ is late.", "not"),
    ("The plan is dead, but ⟦they are clearly⟧ not ⟦the same⟧.", "not"),
    ("Last week, ⟦roads and bridges were⟧ not ⟦built⟧.", "not"),
    ("They worked for peace, not ⟦so much for gain⟧.", "not"),
    ("⟦There could⟧ not ⟦be a war⟧.", "not"),
    ("The treaty ⟦which they had⟧ never ⟦signed⟧ is dead.", "never"),
]


@pytest.mark.parametrize(("marked", "cue"), PLACES_OF_WORDS)
def test_places_of_words(marked: str, cue: str) -> None:
    assert not wrong([(marked, cue)], "en")
