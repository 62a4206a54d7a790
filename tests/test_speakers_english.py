"""Who speaks in English news: each construction with an example, and one where its rule must not act."""

from __future__ import annotations

import itertools

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def sources(text: str) -> list[tuple[str | None, str]]:
    """Speaker and kind of each row."""
    found = find_quotations(tokenize([text], language="en"))
    return list(zip(found.speaker, found.source_kind, strict=True))


def speakers(text: str) -> list[str | None]:
    return [speaker for speaker, _ in sources(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who asks in a clause behind "when" does not go on speaking
            "Ann Reed lost.\n\n“We lost,” Reed said when reporters asked whether she would run. “I can live with it.”",
            ["Ann Reed", "reporters", "Ann Reed"],
        ),
        (
            "“We lost,” Ann Reed said. Reporters asked whether she would run. “We can live with it.”",
            ["Ann Reed", "Reporters", "Ann Reed"],
        ),
        ("Ann Reed voted no, calling it a “bitter pill” for workers who lost out.", ["Ann Reed"]),
        ("Calling it a “bitter pill,” Ann Reed voted no.", ["Ann Reed"]),
        ("The plan was branded a “serious affront” to the town by Ann Reed.", ["Ann Reed"]),
        ("The plan was branded a “serious affront” to the town in the spring.", []),
        ("Ann Reed called Tom Hill a “coward” and his friends “sore losers.”", ["Ann Reed", "Ann Reed"]),
        ("Ann Reed called Tom Hill a “coward” and left in the “Red Lion” bus.", ["Ann Reed"]),
        (
            "The campaign denied the CNN report, and when it turned up again, attacked Hill for “dirty tricks.”",
            ["The campaign"],
        ),
        (
            "The campaign denied it, and when it turned up again, the mayor attacked Hill for “dirty tricks.”",
            ["the mayor"],
        ),
        ("Ann Reed toned it down, speaking about “the start of a change” in the war.", ["Ann Reed"]),
        (
            "Wage talks failed. Despite rivals who want to leave, Ann Reed said the plan is “doing fine.”",
            ["rivals", "Ann Reed"],
        ),
        ("Reed, in a statement by her aide, Tom Hill, on Monday noted that it was over.", ["Reed"]),
        ("In Paris, in a statement by his aide, Tom Hill, on Monday noted that it was over.", ["Tom Hill"]),
        ("They met Ann Reed, who yesterday called the vote an “utter sham.”", ["Ann Reed"]),
        (
            "The crowd thinned, but some of the guests stayed and chanted, “Love not hate!”",
            ["some of the guests"],
        ),
        ("The crowd thinned, but stayed and chanted, “Love not hate!”", ["The crowd"]),
        ("After the senator, a former mayor, derided “a game of the few,” Hill left.", ["the senator"]),
        ("On Monday, a spokesman, Tom Hill, derided “a game of the few.”", ["Tom Hill"]),
        (
            "The mayor blasted Hill’s claim that it was over, saying “he is wrong about it.”",
            ["Hill", "The mayor"],
        ),
        ("“Should we worry?” asked “New Day” host Ann Reed.", ["Ann Reed"]),
        ("“We have nothing to hide,” the paper quoted Hill.", ["Hill"]),
        ("“We have nothing to hide,” he quoted the law.", [None]),
        ("Labor leader Ann Reed began a “minister in waiting” tour of the west.", []),
        ("Replying to the vote of thanks, Reed, who is old, left and said that it was over.", ["Reed"]),
        ("City Hall’s answer was: “We will not go.”", ["City Hall"]),
        ("Teachers met, and the demonstrators shouted in unison: “We need freedom!”", ["the demonstrators"]),
        ("It is up to Reed, who praised those who backed it, saying they “did well.”", ["Reed"]),
        ("Reed, who lost, left the room, saying “I am sorry.”", ["Reed"]),
        (
            "Reed quoted a Lund poll which said that few wanted it and said: “It is of no use to us.”",
            ["a Lund poll", "Reed"],
        ),
        (
            "The First Minister spoke at First Minister’s Questions, saying they “must go.”",
            ["The First Minister"],
        ),
        (
            "The bill is unfair, according to Ann Reed, chief lawyer at the bank, “However you dress it, it is wrong.”",
            ["Ann Reed", "Ann Reed"],
        ),
        ("Hill, along with Tom Lund and Ann Reed, called for “a new rule” in town.", ["Hill"]),
        ("Along with Ann Reed, Tom Hill said it was over.", ["Tom Hill"]),
    ],
)
def test_whose_clause_it_is(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pope, the king and others said the war must end.",
            [("The pope, the king and others", "anonymous")],
        ),
        (
            "Ann Reed, Tom Hill and Joe Lund said the war must end.",
            [("Ann Reed, Tom Hill and Joe Lund", "named")],
        ),
        ("A day later, Ann Reed and Tom Hill said the war must end.", [("Ann Reed and Tom Hill", "named")]),
        ("Ann Reed, a lawyer and activist, said the war must end.", [("Ann Reed", "named")]),
        ("Minister for Information and Broadcasting Omar Lund said it was over.", [("Omar Lund", "named")]),
        ("Health and Education Secretary Ann Reed said it was over.", [("Ann Reed", "named")]),
        ("Theresa May won. Mrs May told the board: “We go on.”", [("Theresa May", "named")]),
        ("Theresa May won. In May the board said that it was over.", [("the board", "institution")]),
        ("Labour’s Christian Drew said it was over.", [("Christian Drew", "named")]),
        ("Washington (CNN) A senior aide said it was over.", [("A senior aide", "anonymous")]),
        ("Ann Reed (CNN) said it was over.", [("Ann Reed", "named")]),
        (
            "Donald Reed won. A top Donald Reed aide said it was over.",
            [("A top Donald Reed aide", "anonymous")],
        ),
        ("Ann Reed won. Ann Reed's spokesman said it was over.", [("Ann Reed's spokesman", "anonymous")]),
        ("A spokesman for the Pentagon said it was over.", [("A spokesman for the Pentagon", "institution")]),
        ("A smiling Reed said it was over.", [("Reed", "named")]),
        ("Ben Drew met Mary Drew. The former First Lady said it was over.", [("Mary Drew", "named")]),
        ("An elderly lady said it was over.", [("An elderly lady", "anonymous")]),
        ("The envoy to the E.U. Gordon Reed left. Reed said it was over.", [("Gordon Reed", "named")]),
        ("Halmira Countyhead Ann Reed left. Reed said it was over.", [("Ann Reed", "named")]),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert sources(text) == expected


def test_a_heading_taken_from_a_quotation_is_its_speakers() -> None:
    text = "They met.\n\n‘Do me the honour of listening’\n\nAnn Reed said: “I ask you to do me the honour of listening.”"
    assert speakers(text) == ["Ann Reed", "Ann Reed"]
    assert speakers(text.replace("do me the", "pay me the"))[0] is None


def test_curly_and_straight_marks_close_each_other() -> None:
    assert speakers('“We wait," the memo said. "We go,” said Ann Reed.') == ["the memo", "Ann Reed"]
    assert speakers('The memo said “it is "not" over” and “done.”') == ["The memo", "The memo"]


@pytest.mark.parametrize(
    ("announced", "expected"),
    [
        ("Excerpts of Senator Reed’s remarks are below.", ["Ann Reed", "Ann Reed"]),
        ("Her statement reads in part:", ["Ann Reed", "Ann Reed"]),
        ("The debate on Reed’s bill was long.", [None, None]),
    ],
)
def test_paragraphs_of_quotation_are_whose_words_are_announced(
    announced: str, expected: list[str | None]
) -> None:
    before = "Tom Hill left. Senator Ann Reed spoke on Monday, and voters heard her."
    text = f"{before}\n\n{announced}\n\n“We will not vote for it now.”\n\n“We must read it first, all of us.”"
    assert speakers(text) == expected


def test_a_headline_begins_with_its_speaker() -> None:
    below = "\n\nAnn Reed left the town on Monday. Nobody saw her in the morning of that day."
    assert speakers("Reed: Lund plan ‘a disgrace’" + below) == ["Ann Reed"]
    assert speakers("Panel meets: Lund plan ‘a disgrace’" + below) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vermont Sen. Ben Sand met Texas Sen. Tom Lund. The Vermont senator said: “We go.” The Texas senator said: “No.”",
            ["Ben Sand", "Tom Lund"],
        ),
        (
            "Former Labor President Ann Reed left. Tom Hill said it was over. He left.\n\nThe Labor leader said: “We go.”",
            ["Tom Hill", "Ann Reed"],
        ),
        ("Reed mocks the plan.\n\n“We will not go,” the PM says.", ["Reed"]),
        ("Reed mocks the plan.\n\n“We will not go,” the French president says.", ["the French president"]),
        ("Senator Ann Reed mocks the plan. The president said: “We will not go.”", ["The president"]),
        ("Labor spokesman Tom Hill left. It was dark. The Labor leader said: “We go.”", ["The Labor leader"]),
        (
            "The Vermont senator said: “We go.” The Texas senator said: “We stay.”",
            ["The Vermont senator", "The Texas senator"],
        ),
    ],
)
def test_a_description_that_names_a_place_or_body(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


BEFORE = (
    "",
    "Yesterday ",
    "Last week ",
    "On Monday, ",
    "In a statement on Friday, ",
    "In an interview this week, ",
    "Late Monday, ",
    "After the vote, ",
    "Two days after the attack, ",
    "The day after the vote, ",
    "In Ohio the next day, ",
    "In a speech at the university the same day, ",
    "Speaking in Lund, ",
    "For weeks ",
)
WHO = (
    ("Sen. Ann Reed (D-Ohio)", "Ann Reed"),
    ("Ann Reed, the mayor,", "Ann Reed"),
    ("Ann Reed, 54,", "Ann Reed"),
    ("Ann Reed, who leads the party,", "Ann Reed"),
    ("Ann Reed, like other Democrats,", "Ann Reed"),
    ("the mayor, Ann Reed,", "Ann Reed"),
    ("Rep. Tom Hill, R-Texas,", "Tom Hill"),
    ("Tom Hill, Reed’s lawyer,", "Tom Hill"),
    ("Tom Hill, speaking for the campaign,", "Tom Hill"),
    ("Tom Hill, a professor at Lund University who studies courts,", "Tom Hill"),
    ("two officials familiar with the talks", "two officials"),
)
SAYING = (
    " said that the bridge was safe.",
    " said: “The bridge is safe.”",
    " told reporters that the bridge was safe.",
    " also said the bridge was safe.",
)
BEHIND = (
    "“The bridge is safe,” said {}.",
    "“The bridge is safe,” {} said on Monday.",
    "“The bridge is safe.” {} said.",
    "The bridge was safe, {} said.",
    "The bridge was safe, according to {}.",
)


def test_subjects_of_many_forms_with_times_before_them() -> None:
    for before, (who, name), saying in itertools.product(BEFORE, WHO, SAYING):
        text = before + who + saying
        text = text[0].upper() + text[1:]
        speakers = [speaker for speaker in find_quotations(tokenize([text])).speaker if speaker]
        assert len(speakers) == 1 and speakers[0].lower().startswith(name.lower()), (text, speakers)


def test_subjects_of_many_forms_behind_their_words() -> None:
    for frame, (who, name) in itertools.product(BEHIND, WHO):
        if "who " in who and frame.startswith("“The bridge is safe.”"):
            continue  # more words than may stand between what is said and its verb
        subject = who.removesuffix(",") if "{}." in frame else who
        text = frame.format(subject[0].upper() + subject[1:] if ".” {" in frame else subject)
        speakers = [speaker for speaker in find_quotations(tokenize([text])).speaker if speaker]
        assert len(speakers) == 1 and speakers[0].lower().startswith(name.lower()), (text, speakers)


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Lloyd said the other day that he was late.", "that he was late", "Lloyd"),
        ("Reed said last year [393rd meeting] that the rule was broken.", "that the rule was broken", "Reed"),
        ("Reed declared he was glad to be there.", "he was glad to be there", "Reed"),
        (
            "On 17 August 1977 an Israeli source said that it was over.",
            "that it was over",
            "an Israeli source",
        ),
        (
            "Recently the president, speaking in Lund, said that it was over.",
            "that it was over",
            "the president",
        ),
        (
            "Today the unions, for their part, said that they were ready.",
            "that they were ready",
            "the unions",
        ),
    ],
)
def test_times_before_and_behind_the_verb(text: str, content: str, who: str) -> None:
    tokens = tokenize([text])
    quotes = find_quotations(tokens)
    found = zip(quotes.start, quotes.end, quotes.speaker, strict=True)
    assert [(text[a:b], speaker) for a, b, speaker in found] == [(content, who)]


@pytest.mark.parametrize(
    ("who", "kind", "role"),
    [
        ("The union", "institution", "civil_society"),
        ("The teachers’ union", "institution", "civil_society"),
        ("The European Union", "institution", "international"),
        ("The Soviet Union and other countries", "institution", "executive"),
        ("A human rights group", "institution", "civil_society"),
        ("A rebel group", "institution", "military"),
        ("The Associated Press", "institution", "media"),
        ("The IMF", "institution", "international"),
        ("The hospital", "institution", None),
        ("Republicans", "anonymous", "party"),
        ("Democrats", "anonymous", "party"),
        ("Fans", "anonymous", "civilian"),
        ("An eyewitness", "anonymous", "civilian"),
    ],
)
def test_kind_and_role_of_common_sources(who: str, kind: str, role: str | None) -> None:
    found = find_quotations(tokenize([f"{who} said that the bridge was safe."]))
    assert (found.source_kind, found.source_role) == ([kind], [role])


def test_a_pronoun_may_mean_whose_lawyer_it_was() -> None:
    for text in (
        "Ann Reed’s lawyer filed the papers. “The bridge is safe,” she said.",
        "Ann Reed’s lawyer, Tom Hill, filed the papers.\n\n“The bridge is safe,” she said.",
    ):
        assert speakers(text) == ["Ann Reed"]
    assert speakers("Ann Reed’s lawyer, Tom Hill, filed the papers. “The bridge is safe,” he said.") == [
        "Tom Hill"
    ]
