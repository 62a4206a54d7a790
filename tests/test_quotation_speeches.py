"""Who says, thinks or wants what in the English of speeches: each construction with its opposite case."""

from __future__ import annotations

import pytest

from discourse.quotation import find_quotations
from discourse.tokens import tokenize


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each row."""
    tokens = tokenize([text])
    found = find_quotations(tokens)
    return [(who, tokens.text[a:b]) for who, a, b in zip(found.speaker, found.start, found.end, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Last year the president came up with the idea; needless to say, it was ignored.",
        "Small countries can resolve disputes according to commonly agreed rules and not by force.",
        "Water is shared by a process that must unfold according to the needs of each country.",
        "The recently concluded Halmira conference has provided a welcome push.",
        "That recently concluded session was an important step.",
        "But we neither know how nor have the tools to do it.",
        "I have recently proposed to spend more on relief.",
        "Member states should accept the principle of financing all operations.",
        "The union, together with the other member states, is fully committed to peace.",
        "In saying that, I am not blaming anyone.",
        "Having said that, however, I must add a word.",
        "Without wishing to continue this review, I would point to one thing.",
        "Women, peace and security recognizes that women suffer.",
        "The law is embedded in values that aim to protect all individuals.",
        "The council adopted resolution 1706 (2006), which seeks to undermine national efforts.",
        "We do not consider that attack as an attack on one community.",
        "The causes of this state of affairs can be found in the past.",
        "Rest assured that peace will come.",
        "Storms have added to the disruption that the region is facing.",
        "We have heard statements demanding better access to financing for development.",
        "This is another security threat that we must deal with.",
        "The threats that we face today have grown.",
        "The rules were based on criteria agreed to and considered fair by all.",
        "The fire claimed more lives and maimed many people.",
        "He needs, as Ruiz called for in her recent lecture, a new contract.",
        "We should not forget that since its independence, Chad has known only conflict.",
        "Some of it may seem in the eyes of many to be too much.",
        "Entities that deny the rules of the system must not be spoken to.",
        "That scene says a lot about America.",
        "His people have been lied to, denied the truth.",
        "Hopes poured into America, and those hopes, those dreams, were big.",
        "It is run by a comprehensive program of recommended action to cover all phases.",
        "No people on Earth yearn to be oppressed, or aspire to servitude.",
        "Difficult times demand that we act.",
        "The summit was a clear reminder that we must fight.",
        "It is in order that peace may come.",
        "Only a new order that promotes values can last.",
        "It has proved beyond any doubt that peace is near.",
        "It is with deep concern that we have noted the decline.",
        "They must keep the decisions that affect us.",
        "Iran never renounced its claim to sovereignty over the islands.",
        "It goes without saying that a meeting helps.",
        "We renew our decision to help.",
        "The measures agreed upon in 1987 have either been implemented or are on course.",
        "His speech contained constructive proposals that we hope will find a response.",
        "Reforms intended to help the poor have failed.",
        "Consideration of the agenda has concluded recently.",
        "We have for several years now felt that the council should meet.",
        "It is becoming widely recognized that trade helps.",
        "The rights and concessions agreed at Halmira, and by the failure of Tolvane, are lost.",
        "We are complying with the deadline agreed to by all.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Both recently concluded that talks would fail.", "Both", "that talks would fail"),
        ("Neither agreed that the war was over.", "Neither", "that the war was over"),
        ("Kenya has for the first time decided to stand.", "Kenya", "to stand"),
        (
            "The Government of Malta has in fact repeatedly made it clear that it seeks peace.",
            "The Government of Malta",
            "that it seeks peace",
        ),
        (
            "Mali has over the years confirmed that it is prepared to negotiate.",
            "Mali",
            "that it is prepared to negotiate",
        ),
        (
            "Bhutan associates itself with the position of the movement, which maintains that peace is near.",
            "the position of the movement",
            "that peace is near",
        ),
        (
            "Africans must guard against opportunists who seek to take advantage of weak states.",
            "opportunists",
            "to take advantage of weak states",
        ),
        (
            "It will be very generous to the countries that want to embrace it.",
            "the countries",
            "to embrace it",
        ),
        ("Iceland is of the view that war is over.", "Iceland", "that war is over"),
        (
            "Norway, which enjoys good relations with all, believes that war is over.",
            "Norway",
            "that war is over",
        ),
        (
            "The Authority is dominated by a terrorist organization that teaches children to hate and seeks to transform"
            " the conflict.",
            "a terrorist organization",
            "to transform the conflict",
        ),
        ("Turkey has surpassed its commitment to provide aid.", "Turkey", "to provide aid"),
        ("We need your commitment to fulfil the promises.", None, "to fulfil the promises"),
        (
            "As a free country, as one devoted to peace through law, fully committed to security, Senegal wishes to help.",
            "Senegal",
            "to help",
        ),
        (
            "As the Secretary-General says in his annual report on our work, “a climate has been established for peace.”",
            "the Secretary-General",
            "“a climate has been established for peace.”",
        ),
        (
            "As the South Commission so rightly points out: “The plea for justice cannot be dissociated from that.”",
            "the South Commission",
            "“The plea for justice cannot be dissociated from that.”",
        ),
        (
            "We have made our own the words of the former politician Mahendra Gandh: “I object to violence because it"
            " does not last.”",
            "Mahendra Gandh",
            "“I object to violence because it does not last.”",
        ),
        (
            "In the words of the prime minister, Tom Reed, spoken to this Assembly a week ago: “We must act at once.”",
            "Tom Reed",
            "“We must act at once.”",
        ),
        (
            "Ana Ruiz said that, although most fail, some do not.",
            "Ana Ruiz",
            "that, although most fail, some do not",
        ),
        ("Indeed, as Ana Ruiz stated, the war is over.", "Ana Ruiz", "the war is over"),
        ("Reed’s threat that he would leave was real.", "Reed", "that he would leave"),
        ("The report proves that he lied.", "The report", "that he lied"),
        ("The plan is dead in the eyes of many.", "many", "The plan is dead"),
        ("Those who think the war is over are wrong.", "Those", "the war is over"),
        ("And Reed said this country would build ships.", "Reed", "this country would build ships"),
        (
            "Force can never be justified, as stipulated in the Charter of the United Nations.",
            "the Charter of the United Nations",
            "Force can never be justified",
        ),
        ("The road is closed, as noted by the mayor.", "the mayor", "The road is closed"),
        ("The mayor kept his promise to resign.", "The mayor", "to resign"),
        (
            "Honduras must express its wish that the two do their best.",
            "Honduras",
            "that the two do their best",
        ),
        ("Chad rejects its claim that the border moved.", None, "that the border moved"),
        ("Ten years ago the council decided to wait.", "the council", "to wait"),
        ("As Ana Ruiz wrote to the council in May, the road is closed.", "Ana Ruiz", "the road is closed"),
        ("Mali has for several years sought to find a way.", "Mali", "to find a way"),
        ("Cambodia no longer wishes to be in that position.", "Cambodia", "to be in that position"),
        ("I am sure the Assembly agrees that peace can be won.", "the Assembly", "that peace can be won"),
        (
            "Time and again the United Nations has called on Israel to withdraw.",
            "the United Nations",
            "to withdraw",
        ),
        ("We remind its allies of this. They believe that they can win.", "its allies", "that they can win"),
        ("62. These States remember. They think that it is late.", "These States", "that it is late"),
        ("Hill intended to leave.", "Hill", "to leave"),
        (
            "The Syrian people stood their ground because they know that this war was waged.",
            "The Syrian people",
            "that this war was waged",
        ),
        ("As Ana Ruiz said when she took office, the state must act.", "Ana Ruiz", "the state must act"),
        ("For as Marx quite rightly said, “a people cannot be free.”", "Marx", "“a people cannot be free.”"),
        (
            "It is important that a country which has decided to make forces available should be heard.",
            "a country",
            "to make forces available",
        ),
        (
            "The international community has not fulfilled its commitment to mobilize funds.",
            "The international community",
            "to mobilize funds",
        ),
        ("Sheikh Salman Al-Khalifa spoke. His Highness wrote that war was near.", "Salman Al-Khalifa", None),
        (
            "Today the non-aligned countries met. They showed that they can act.",
            "the non-aligned countries",
            None,
        ),
        (
            "The valiant resistance of our people goes on. It is a sign of their firm belief that they will win.",
            None,
            "that they will win",
        ),
        (
            "We join those who expect that the meeting to be held in May will turn the vision into reality.",
            "those",
            "that the meeting to be held in May will turn the vision into reality",
        ),
        ("Hill’s commitment that nobody would leave was kept.", "Hill", "that nobody would leave"),
        ("As the body charged with the matter, the council must act, Norway said.", "Norway", None),
    ],
)
def test_who_says_what(text: str, speaker: str | None, content: str | None) -> None:
    (row,) = said(text)
    assert row[0] == speaker
    assert content is None or row[1] == content


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        (
            "Trinidad and Tobago notes with concern that resources have dwindled.",
            "Trinidad and Tobago",
            "institution",
        ),
        ("Therefore Antigua and Barbuda believes that it is late.", "Antigua and Barbuda", "institution"),
        ("The Republic of San Marino believes it is essential.", "The Republic of San Marino", "institution"),
        ("Therefore Chad believes that peace is near.", "Chad", "institution"),
        ("Chad Wolf said that the border was safe.", "Chad Wolf", "named"),
        ("Libyans believe that their country was betrayed.", "Libyans", "anonymous"),
        ("Evans said that the deal was over.", "Evans", "named"),
        ("History has shown that every empire falls.", "History", "anonymous"),
        ("According to the 2002 Human Development Report, many countries are poorer.", None, "document"),
        ("The INF Treaty states that missiles will be destroyed.", "The INF Treaty", "document"),
        ("The African Economic Community said that trade would grow.", None, "institution"),
        (
            "Thus, the Organization of African Unity believes that it is late.",
            "the Organization of African Unity",
            "institution",
        ),
        (
            "The Government of Trinidad and Tobago knows that the sea matters.",
            "The Government of Trinidad and Tobago",
            "institution",
        ),
        ("Africa demands that it have two seats.", "Africa", "institution"),
        ("The great Powers believe that they can wait.", "The great Powers", "institution"),
        ("The Holy See believes that war is a defeat.", "The Holy See", "institution"),
        ("His Excellency Obiang Mbasogo said that oil was cheap.", "Obiang Mbasogo", "named"),
        ("Only Bush thinks that he can do it.", "Bush", "named"),
    ],
)
def test_countries_peoples_and_papers_are_no_persons(text: str, speaker: str | None, kind: str) -> None:
    found = find_quotations(tokenize([text]))
    assert found.source_kind == [kind]
    assert speaker in (None, found.speaker[0])


def test_an_adverb_that_opens_a_sentence_bears_no_name() -> None:
    text = "Rather, it should be a helpful body. “My delegation is fully aware of the need for peace.”"
    assert [who for who, _ in said(text)] == [None]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The United States believes that war is near.", "executive"),
        ("United States officials said that it was late.", "executive"),
        ("A United States senator said that it was late.", "legislator"),
        ("The Russian Federation said that it would wait.", "executive"),
        ("The Democratic Republic of the Congo said that it agreed.", "executive"),
        ("The Dominican Republic believes that it is late.", "executive"),
        ("The Security Council decided to send troops.", "international"),
        ("The General Assembly decided to wait.", "international"),
        ("The Virginia General Assembly said that it would wait.", "legislator"),
        (
            "The Managing Director of the International Monetary Fund said that growth was slow.",
            "international",
        ),
        ("The Group of 77 believes that debt must fall.", "international"),
        ("The relief fund said that growth was slow.", "civil_society"),
        ("The Times reported that he had left.", "media"),
    ],
)
def test_states_and_bodies_of_states(text: str, role: str) -> None:
    assert find_quotations(tokenize([text])).source_role == [role]
