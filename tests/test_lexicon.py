"""Lexicons: reading with its messages, checks, examples, conversion, citation, combination."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from discourse.errors import LexiconError
from discourse.lexicon import (
    Entry,
    Lexicon,
    builtin_lexicons,
    check,
    cite,
    combine,
    convert,
    doubtful,
    load_lexicon,
    parse_lexicon,
    to_csv,
    to_yaml,
)
from discourse.match import failing_examples

WHOLE = """
name: harbour
version: 1.2.0
language: en
measures: Talk of harbours.
unit: cue
references: ["Author, A. (2011). Title."]
categories:
  war:
    description: fighting
    categories:
      threat: threats
      siege: sieges
  peace: talks
sets:
  months: [may, june]
entries:
  war.threat:
    - ultimatum*
    - {entry: [threat, threats], unless: ["no _", "<months> _"], case: lower, note: not the noun of weather}
  war.siege: [siege, lay* siege to]
  peace:
    - {entry: talks, only: ["_ of", "hold talks"]}
examples:
  match:
    - {text: "A threat and a siege.", hits: {war.threat: [threat], war.siege: [siege]}}
  no_match:
    - The talks ended.
"""


def parsed(text: str) -> Lexicon:
    return parse_lexicon(text.encode(), "harbour.yaml")


def content(**changes: Any) -> str:
    """The whole lexicon with some fields changed (None: left out)."""
    own = {**yaml.safe_load(WHOLE), **changes}
    return yaml.safe_dump(
        {k: v for k, v in own.items() if v is not None}, sort_keys=False, allow_unicode=True
    )


# Reading ---------------------------------------------------------------------------------------------------


def test_a_lexicon_is_read_whole():
    lexicon = parsed(WHOLE)
    assert (lexicon.name, lexicon.version, lexicon.language) == ("harbour", "1.2.0", "en")
    assert lexicon.categories == ("war", "war.threat", "war.siege", "peace")
    assert lexicon.top_categories == ("war", "peace")
    assert lexicon.leaf_categories == ("war.threat", "war.siege", "peace")
    assert lexicon.descriptions["war.threat"] == "threats"
    rules = ("lower", ("no _", "<months> _"), (), "not the noun of weather")
    assert lexicon.entries == (
        Entry(1, "ultimatum*", ("ultimatum*",), 1),
        Entry(2, "threat", ("threat",), 1, *rules),
        Entry(2, "threats", ("threats",), 1, *rules),
        Entry(3, "siege", ("siege",), 2),
        Entry(4, "lay* siege to", ("lay*", "siege", "to"), 2),
        Entry(5, "talks", ("talks",), 3, None, (), ("_ of", "hold talks")),
    )
    assert lexicon.sets == {"months": ("may", "june")}
    assert [e.text for e in lexicon.examples] == ["A threat and a siege.", "The talks ended."]
    assert lexicon.datasheet == {
        "measures": "Talk of harbours.",
        "unit": "cue",
        "references": ["Author, A. (2011). Title."],
    }
    assert repr(lexicon) == "<Lexicon harbour 1.2.0 (en): 6 entries>"
    assert len(lexicon.sha256) == 64


def test_the_example_of_the_readme_is_a_lexicon_without_faults():
    page = (Path(__file__).parents[1] / "discourse" / "lexicons" / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert shown is not None
    lexicon = parsed(shown[1])
    assert lexicon.leaf_categories == ("place", "vessel.merchant", "vessel.naval")
    assert [*check(lexicon), *failing_examples(lexicon)] == []


def test_categories_may_be_nested_without_a_description():
    short = parsed(
        content(
            categories={"war": {"threat": "threats", "siege": {"sea": "blockades"}}, "peace": "talks"},
            entries={"war.threat": ["threat"], "war.siege.sea": ["blockade"]},
            examples=None,
        )
    )
    assert short.categories == ("war", "war.threat", "war.siege", "war.siege.sea", "peace")
    assert short.leaf_categories == ("war.threat", "war.siege.sea", "peace")
    assert short.descriptions["war"] == "" and short.descriptions["war.siege.sea"] == "blockades"
    assert parse_lexicon(to_yaml(short).encode(), "copy.yaml").descriptions == short.descriptions


def test_patterns_are_read_as_norms_are_written():
    lexicon = parsed(content(entries={"peace": ["people’s army", "it’s", "n' roll", "*n’t", "U.N."]}))
    words = [("people", "army"), ("it's",), ("n", "roll"), ("*n't",), ("U.N.",)]
    assert [entry.words for entry in lexicon.entries] == words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"\xff\xfe", "Lexicon 'harbour.yaml': not UTF-8 (byte 0); save it as UTF-8."),
        (
            b"name: [\n",
            "Lexicon 'harbour.yaml', line 2: not readable as YAML: did not find expected node content.",
        ),
        (
            b"- war\n- peace",
            "Lexicon 'harbour.yaml': not a lexicon; it must be a mapping with categories, entries, language,"
            " measures, name, version.",
        ),
        (
            b"war: [attack*, bomb*]",
            "Lexicon 'harbour.yaml': not a lexicon; it must be a mapping with categories, entries, language,"
            " measures, name, version. A dictionary of quanteda's becomes one with discourse lexicon convert.",
        ),
        (
            b"",
            "Lexicon 'harbour.yaml': not a lexicon; it must be a mapping with categories, entries, language,"
            " measures, name, version.",
        ),
        (
            b"name: x\nname: y\nentries: {}",
            "Lexicon 'harbour.yaml', line 2: the key 'name' stands already in line 1; a key may stand once:"
            " put what belongs together under one, or rename it.",
        ),
        (
            content(version=None, measures=None),
            "Lexicon 'harbour.yaml': measures, version missing; a lexicon has categories, entries, language,"
            " measures, name, version.",
        ),
        (content(language="fr"), "Lexicon 'harbour.yaml': language 'fr'; allowed: en, es."),
        (
            content(categories=["war"]),
            "Lexicon 'harbour.yaml': categories must be a mapping of names to descriptions.",
        ),
        (
            content(categories={"war.threat": "x"}),
            "Lexicon 'harbour.yaml': category 'war.threat': a name is a word without a full stop"
            " (quote yes and no).",
        ),
        (
            content(categories={"war": ["x"]}),
            "Lexicon 'harbour.yaml': category 'war' needs a description in words.",
        ),
        (
            content(categories={"war": {"description": "x", "threat": "y"}}),
            "Lexicon 'harbour.yaml': category 'war' has 'threat' beside its description; put what stands below it"
            " under categories.",
        ),
        (content(sets=["may"]), "Lexicon 'harbour.yaml': sets must be a mapping of names to lists of words."),
        (
            content(sets={"months": [5]}),
            "Lexicon 'harbour.yaml', set 'months': '5' is no text; YAML reads no, yes, on, off and numbers as"
            " values: write them in quotes.",
        ),
        (
            content(entries=["war"]),
            "Lexicon 'harbour.yaml': entries must be a mapping of categories to lists of entries.",
        ),
        (
            content(entries={"war.treat": ["a"]}),
            "Lexicon 'harbour.yaml', entry 1: category 'war.treat' is not declared; declared: war.threat,"
            " war.siege, peace. Did you mean 'war.threat'?",
        ),
        (
            content(entries={"war": ["a"]}),
            "Lexicon 'harbour.yaml': entries stand under 'war', which has subcategories; put them under one of"
            " war.threat, war.siege.",
        ),
        (
            content(entries={"peace": "talks"}),
            "Lexicon 'harbour.yaml', category 'peace': its entries must be a list.",
        ),
        (
            content(entries={"peace": ["talks", False]}),
            "Lexicon 'harbour.yaml', entry 2: 'False' is no text; YAML reads no, yes, on, off and numbers as"
            " values: write them in quotes.",
        ),
        (
            content(entries={"peace": [{"entry": "talks", "unles": ["no _"]}]}),
            "Lexicon 'harbour.yaml', entry 1: unknown field 'unles'; allowed: entry, case, unless, only,"
            " note."
            " Did you mean 'unless'?",
        ),
        (
            content(entries={"peace": [{"unless": ["no _"]}]}),
            "Lexicon 'harbour.yaml', entry 1: has no field 'entry'; write the pattern there.",
        ),
        (
            content(entries={"peace": [{"entry": "talks", "case": "title"}]}),
            "Lexicon 'harbour.yaml', entry 1: case 'title'; allowed: lower, capital, upper.",
        ),
        (
            content(entries={"peace": [{"entry": "talks", "unless": "no _"}]}),
            "Lexicon 'harbour.yaml', entry 1, unless: a list is needed, not 'no _'.",
        ),
        (
            content(examples=["x"]),
            "Lexicon 'harbour.yaml': examples must be a mapping with match and no_match.",
        ),
        (
            content(examples={"match": 5}),
            "Lexicon 'harbour.yaml': examples, match: a list is needed, not '5'.",
        ),
        (
            content(name=["a"]),
            "Lexicon 'harbour.yaml': name '['a']'; the name of the construct in words is needed.",
        ),
        (
            content(examples={"match": ["x"]}),
            "Lexicon 'harbour.yaml': a match example is a mapping with text and hits, not 'x'.",
        ),
        (
            content(examples={"match": [{"text": "A siege.", "hits": {"sieges": ["siege"]}}]}),
            "Lexicon 'harbour.yaml', example 'A siege.': category 'sieges' is not declared."
            " Did you mean 'war.siege'?",
        ),
        (
            content(examples={"match": [{"text": "A siege.", "hits": {"peace": "siege"}}]}),
            "Lexicon 'harbour.yaml', example 'A siege.': a list is needed, not 'siege'.",
        ),
        (
            content(examples={"no_match": [{"a": "b"}]}),
            "Lexicon 'harbour.yaml': a no_match example is a sentence, not '{'a': 'b'}'; quote it.",
        ),
    ],
)
def test_what_is_no_lexicon_is_told(text, message):
    with pytest.raises(LexiconError) as caught:
        parse_lexicon(text if isinstance(text, bytes) else text.encode(), "harbour.yaml")
    assert re.sub(r", line \d+(?=, entry )", "", str(caught.value)) == message


def test_messages_name_the_line_of_an_entry():
    text = "# a remark\n\n" + WHOLE
    lines = text.split("\n")
    lexicon = parsed(text)
    assert all(entry.text in lines[entry.line - 1] for entry in lexicon.entries)
    own = "name: a\nversion: '1'\nlanguage: en\nmeasures: x\ncategories: {a: A., b: B.}\nentries:\n"
    twice = own + "  a: [truce, talks]\n  b:\n    - ceasefire\n    - {entry: talks}\n"
    assert [str(problem) for problem in check(parsed(twice))] == [
        "Lexicon 'harbour.yaml', line 10, entry 4 'talks': stands in 'b' and, as entry 2 (line 7), in 'a'; keep one"
        " or tell them apart by rules."
    ]
    for below, place in (
        ("  a:\n    - truce\n    - 5\n", "line 9, entry 2: '5' is no text"),
        ("  a:\n    - truce\n    - {entry: talks, unless: [a b]}\n", "line 9, entry 2: the context 'a b'"),
        ("  a:\n    - truce\n  c:\n    - talks\n", "line 10, entry 2: category 'c' is not declared"),
    ):
        with pytest.raises(LexiconError) as caught:
            parsed(own + below)
        assert str(caught.value).startswith(f"Lexicon 'harbour.yaml', {place}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "name: x\nversion: 1\n\nname: y\n",
            "Lexicon 'harbour.yaml', line 4: the key 'name' stands already in line 1; a key may stand once: put"
            " what belongs together under one, or rename it.",
        ),
        (
            "name: x\nentries:\n\tpeace: [talks]\n",
            "Lexicon 'harbour.yaml', line 3: not readable as YAML: found character that cannot start any token;"
            " indent with spaces, not with tabs.",
        ),
    ],
)
def test_what_is_wrong_in_the_yaml_is_told_with_its_line(text, message):
    with pytest.raises(LexiconError) as caught:
        parsed(text)
    assert str(caught.value) == message


def test_a_control_character_in_the_yaml_is_told():
    with pytest.raises(LexiconError) as caught:
        parsed("name: x\nversion: '1\x07'\n")
    message = str(caught.value)
    assert message.startswith("Lexicon 'harbour.yaml'") and "line 2" in message


def test_a_folder_or_another_file_is_no_lexicon(tmp_path):
    with pytest.raises(LexiconError) as caught:
        load_lexicon(tmp_path)
    assert str(caught.value) == (
        f"Lexicon '{tmp_path}': this is a folder; name a file in it that ends in .yaml."
    )
    (tmp_path / "list.dic").write_text("%\n1\twar\n%\narmy\t1\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="make one of it with discourse lexicon convert"):
        load_lexicon(tmp_path / "list.dic")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(LexiconError, match="this is a folder"):
        load_lexicon(tmp_path / "folder.yaml")
    (tmp_path / "MINE.YAML").write_text(WHOLE, encoding="utf-8")
    assert load_lexicon(tmp_path / "MINE.YAML").name == "harbour"
    with pytest.raises(LexiconError, match="it is 'en', not 'es'"):
        load_lexicon(tmp_path / "MINE.YAML", "es")


@pytest.mark.parametrize(
    ("context", "language", "reading"),
    [
        ("_ knife|surplus|corps of engineers", "en", "(knife|surplus|corps) of engineers"),
        ("_ nuclear|energético|del agua", "es", "(nuclear|energético|del) agua"),
        ("_ nuclear|del agua|energético", "es", "(nuclear|del) agua"),
        ("_ in|on the coast", "en", None),
        ("_ of oranges|lemons", "en", None),
        ("_ talks|deal with neighbours", "en", None),
        ("school|institute|academy of _", "en", None),
        ("_ de la|del región", "es", None),
    ],
)
def test_a_phrase_among_single_words_is_seen(context, language, reading):
    entries = {"war.threat": [], "war.siege": [], "peace": [{"entry": "truce", "unless": [context]}]}
    found = doubtful(parsed(content(entries=entries, examples=None, language=language)))
    assert [problem.kind for problem in found] == ([] if reading is None else ["phrase"])
    assert reading is None or f"it is read as {reading}; if the phrase" in str(found[0])


def test_lexicons_are_found_by_name_and_by_file(tmp_path):
    assert load_lexicon("war_peace", "es").language == "es"
    assert load_lexicon("war_peace").language == "en"
    assert load_lexicon("war_peace", "en") is load_lexicon("war_peace", "en")
    path = tmp_path / "harbour.yaml"
    path.write_text(WHOLE, encoding="utf-8-sig")
    assert load_lexicon(path).name == load_lexicon(str(path)).name == "harbour"


def test_a_lexicon_that_is_not_there(tmp_path):
    with pytest.raises(LexiconError) as caught:
        load_lexicon("war_pece")
    known = str(caught.value)
    assert known.startswith("Unknown lexicon 'war_pece'; built in: ")
    assert known.endswith("; or give a file that ends in .yaml. Did you mean 'war_peace'?")
    with pytest.raises(LexiconError) as caught:
        load_lexicon("war_peace", "fr")
    assert str(caught.value) == "Lexicon 'war_peace' has no 'fr' version; it has: en, es."
    with pytest.raises(LexiconError) as caught:
        load_lexicon("nowhere/harbour.yaml")
    assert str(caught.value) == "Lexicon file 'nowhere/harbour.yaml': there is no such file."
    with pytest.raises(LexiconError) as caught:
        parsed(WHOLE).require("war.treat")
    assert str(caught.value) == (
        "Lexicon 'harbour' (en): unknown category 'war.treat'; declared: war, war.threat, war.siege, peace."
        " Did you mean 'war.threat'?"
    )
    assert parsed(WHOLE).require("war") == "war"


def test_built_in_lexicons_are_listed_with_their_languages():
    listed = builtin_lexicons()
    assert listed["war_peace"] == ["en", "es"]
    assert list(listed) == sorted(listed)


# Checks ----------------------------------------------------------------------------------------------------


def problems(entries: dict[str, list[Any]], **changes: Any) -> list[str]:
    """Kinds and messages, without what every message begins with; unused categories are filled."""
    filled = {"war.threat": ["threaten*"], "war.siege": ["siege"], "peace": ["truce"], **entries}
    found = check(parsed(content(entries=filled, examples=None, **changes)))
    start = "Lexicon 'harbour.yaml', "
    assert all(str(problem).startswith(start) for problem in found)
    bare = [re.sub(r"^line \d+, | \(line \d+\)", "", str(p).removeprefix(start)) for p in found]
    return [f"{problem.kind}: {message}" for problem, message in zip(found, bare, strict=True)]


def test_a_lexicon_in_order_has_no_problems():
    assert check(parsed(WHOLE)) == []
    assert problems({}) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            {"peace": ["truce", "truce"]},
            ["duplicate: entry 4 'truce': stands already as entry 3 in 'peace'; keep one."],
        ),
        (
            {"peace": ["truce", {"entry": "truce", "unless": ["no _"]}]},
            ["duplicate: entry 4 'truce': stands already as entry 3 in 'peace'; keep one."],
        ),
        # rules of its own each: two readings
        ({"peace": [{"entry": "truce", "only": ["a _"]}, {"entry": "truce", "only": ["the _"]}]}, []),
        (
            {"peace": ["truce*", "truces"]},
            ["shadowed: entry 4 'truces': entry 3 'truce*' covers it; drop one of them."],
        ),
        (
            {"peace": ["peace talk?", "peace *", "peace talks"]},
            [
                "shadowed: entry 5 'peace talks': entry 3 'peace talk?' covers it; drop one of them.",
                "shadowed: entry 3 'peace talk?': entry 4 'peace *' covers it; drop one of them.",
                "shadowed: entry 5 'peace talks': entry 4 'peace *' covers it; drop one of them.",
            ],
        ),
        ({"peace": ["truce*", "*truce", "tr?ce", "truces talks", "peace talks"]}, []),
        ({"peace": ["truc?", "truc*e"]}, []),
        ({"peace": [{"entry": "truce*", "unless": ["no _"]}, "truces"]}, []),
        (
            {"peace": [{"entry": "truce*", "unless": ["no _"]}, {"entry": "truces", "unless": ["no _"]}]},
            ["shadowed: entry 4 'truces': entry 3 'truce*' covers it; drop one of them."],
        ),
        ({"war.siege": ["siege"], "war.threat": ["sieg*"]}, []),  # another category
        (
            {"peace": ["siege"]},
            [
                "conflicting: entry 3 'siege': stands in 'peace' and, as entry 2, in 'war.siege'; keep one"
                " or tell"
                " them apart by rules.",
            ],
        ),
        (
            {
                "war.siege": [{"entry": "siege", "unless": ["under _"]}],
                "peace": [{"entry": "siege", "only": ["under _"]}],
            },
            [],
        ),
        ({"war.threat": ["siege"]}, []),  # two categories of one kind
        ({"peace": []}, ["empty category: category 'peace': no entry stands under it; add one or drop it."]),
        (
            {"peace": ["U.N. forces"]},
            [
                "unreachable: entry 3 'U.N. forces': 'U.N.' cannot be a token; write it in lower case (how"
                " it must"
                " be written is said by 'case').",
            ],
        ),
        (
            {"peace": ["truce!"]},
            [
                "unreachable: entry 3 'truce!': 'truce!' cannot be a token; tokens are letters and digits,"
                " joined"
                " inside by ' - . and ,.",
            ],
        ),
        (
            {"peace": [{"entry": "truce", "unless": ["May _", "the|May _"]}]},
            [
                "unreachable: entry 3 'truce', context 'May _': 'May' cannot be a token; write it in lower"
                " case"
                " (how it must be written is said by 'case').",
            ],
        ),
        ({"peace": ["u.n.", "ee.uu.", "cease-fire", "5,000", "*n't", "army's", "?-day", "e.g.", "3.5*"]}, []),
    ],
)
def test_checks(entries, expected):
    assert problems(entries) == expected


def test_words_of_a_set_must_be_tokens():
    assert problems({}, sets={"places": ["new york"]}) == [
        "unreachable: set 'places': 'new york' cannot be a token; it is several words, and one is needed.",
    ]


def test_examples_are_run():
    examples = {
        "match": [
            {"text": "A siege, a siege.", "hits": {"war.siege": ["siege", "siege"]}},
            {"text": "A truce.", "hits": {"war.siege": ["truce"]}},
            {"text": "A siege, a siege.", "hits": {"war.siege": ["siege"], "peace": []}},
        ],
        "no_match": ["A threat and a siege.", "A lull."],
    }
    entries = {"war.threat": ["threat"], "war.siege": ["siege"], "peace": ["truce"]}
    found = failing_examples(parsed(content(entries=entries, examples=examples)))
    assert {problem.kind for problem in found} == {"example"}
    assert [str(problem) for problem in found] == [
        "Lexicon 'harbour.yaml', example 'A truce.': expected war.siege: “truce”, found peace: “truce”.",
        "Lexicon 'harbour.yaml', example 'A siege, a siege.': expected war.siege: “siege”,"
        " found war.siege: “siege”, “siege”.",
        "Lexicon 'harbour.yaml', example 'A threat and a siege.': expected nothing,"
        " found war.siege: “siege”; war.threat: “threat”.",
    ]


# Conversion ------------------------------------------------------------------------------------------------

STATE = "measures, unit, inclusion and not_for are not known: state them before you use it."
AS_ENGLISH = "language taken to be 'en'; say --language es for Spanish."


def by_category(lexicon: Lexicon) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        found.setdefault(lexicon.categories[entry.category], []).append(entry.text)
    return found


def converted(tmp_path: Path, file: str, text: str, **options: Any) -> tuple[Lexicon, list[str]]:
    source, target = tmp_path / file, tmp_path / "result.yaml"
    source.write_text(text, encoding="utf-8")
    warnings = convert(source, target, **options)
    return load_lexicon(target), warnings


def test_a_liwc_dictionary_becomes_a_lexicon(tmp_path):
    text = (
        "%\n1\tPos emo\n2\tnegemo\n%\ngood*\t1\nBad\t2\nso so\t1\t2\nlike\t(02 134)125/464\t1\nvoid\nbad\t2\n"
    )
    lexicon, warnings = converted(tmp_path, "emotion.dic", text, language="en")
    assert by_category(lexicon) == {"Pos_emo": ["good*", "so so", "like"], "negemo": ["bad", "so so"]}
    assert (lexicon.name, lexicon.language, lexicon.version) == ("emotion", "en", "0.1.0")
    assert lexicon.datasheet["measures"] == "not stated by its source"
    assert warnings == [
        "category 'Pos emo' is called 'Pos_emo' here.",
        "line 8: '(02' of 'like' is conditional coding, which is not read.",
        "line 8: '134)125/464' of 'like' is conditional coding, which is not read.",
        "line 9: 'void' has no category; left out.",
        "category 'negemo': 'bad' stands there twice; kept once.",
        "1 entries are now in lower case, which matching needs.",
        STATE,
    ]


def test_liwc_columns_may_be_parted_by_spaces(tmp_path):
    lexicon, warnings = converted(tmp_path, "a.dic", "%\n1 good\n2 bad\n%\nvery good 1\nso so 1 2\n")
    assert by_category(lexicon) == {"good": ["very good", "so so"], "bad": ["so so"]}
    assert warnings == [AS_ENGLISH, STATE]


def test_a_quanteda_dictionary_becomes_a_lexicon(tmp_path):
    text = (
        "war: [army, troop*, army]\npeace:\n  talks: [Talk*]\n  truce: cease fire\n"
        "law:\n  - court\n  - rights:\n    - treaty\n"
    )
    lexicon, warnings = converted(tmp_path, "conflict.yml", text, language="en", name="conflict_law")
    assert by_category(lexicon) == {
        "war": ["army", "troop*"],
        "peace.talks": ["talk*"],
        "peace.truce": ["cease fire"],
        "law.general": ["court"],
        "law.rights": ["treaty"],
    }
    assert lexicon.name == "conflict_law"
    assert warnings == [
        "category 'war': 'army' stands there twice; kept once.",
        "category 'law': has entries and subcategories; its entries are now under 'law.general'.",
        "1 entries are now in lower case, which matching needs.",
        STATE,
    ]


def test_a_table_becomes_a_lexicon(tmp_path):
    text = (
        "entry,category,unless,weight\r\narmy,war.force,,1\r\n"
        'tank*,war.force,"think _ ; fish _",2\r\n"talks, talks",peace,,1\r\n'
    )
    lexicon, warnings = converted(tmp_path, "conflict.csv", text, language="es")
    assert by_category(lexicon) == {"war.force": ["army", "tank*"], "peace": ["talks, talks"]}
    assert lexicon.entries[1].unless == ("think _", "fish _")
    assert lexicon.language == "es"
    assert warnings == [
        "columns not read: weight.",
        STATE,
        "Lexicon 'conflict.yaml', entry 3 'talks, talks': 'talks,' cannot be a token; tokens are letters and"
        " digits, joined inside by ' - . and ,.",
    ]


def test_a_lexicon_becomes_a_table_and_back(tmp_path):
    source, table, back = tmp_path / "harbour.yaml", tmp_path / "harbour.csv", tmp_path / "back.yaml"
    source.write_text(WHOLE, encoding="utf-8")
    assert convert(source, table) == [
        "name, version and language left out: a CSV table has no place for it.",
        "descriptions of categories left out: a CSV table has no place for it.",
        "datasheet (measures, unit, references) left out: a CSV table has no place for it.",
        "2 examples left out: a CSV table has no place for it.",
    ]
    assert table.read_text(encoding="utf-8").split("\n")[:3] == [
        "entry,category,case,unless,only,note",
        "ultimatum*,war.threat,,,,",
        "threat,war.threat,lower,no _ ; may|june _,,not the noun of weather",
    ]
    convert(table, back, language="en")
    first, second = parsed(WHOLE), load_lexicon(back)
    assert by_category(first) == by_category(second)
    assert [(e.case, e.only, e.note) for e in first.entries] == [
        (e.case, e.only, e.note) for e in second.entries
    ]
    assert second.entries[1].unless == ("no _", "may|june _")


def test_a_lexicon_becomes_a_liwc_dictionary(tmp_path):
    source, target = tmp_path / "harbour.yaml", tmp_path / "harbour.dic"
    more = {"peace": ["talks", "*truce", "truc?", "siege"]}
    entries = {**yaml.safe_load(WHOLE)["entries"], **more}
    source.write_text(content(entries=entries, examples=None), encoding="utf-8")
    warnings = convert(source, target)
    assert target.read_text(encoding="utf-8").split("\n") == [
        "%",
        "1\twar",
        "2\twar.threat",
        "3\twar.siege",
        "4\tpeace",
        "%",
        "ultimatum*\t1\t2",
        "threat\t1\t2",
        "threats\t1\t2",
        "siege\t1\t3\t4",
        "talks\t4",
        "",
    ]
    assert warnings == [
        "name, version and language left out: a LIWC dictionary has no place for it.",
        "descriptions of categories left out: a LIWC dictionary has no place for it.",
        "datasheet (measures, unit, references) left out: a LIWC dictionary has no place for it.",
        "rules of 2 entries left out: LIWC has none, so that these will count more.",
        "entry 4 'lay* siege to' left out: LIWC knows * at the end only.",
        "entry 6 '*truce' left out: LIWC knows * at the end only.",
        "entry 7 'truc?' left out: LIWC knows * at the end only.",
    ]


def test_a_built_in_lexicon_is_converted_by_its_name(tmp_path):
    target = tmp_path / "guerra.yaml"
    assert convert("war_peace", target, language="es", name="guerra") == []
    copy = load_lexicon(target)
    assert (copy.name, copy.language) == ("guerra", "es")
    assert copy.entries == load_lexicon("war_peace", "es").entries


def test_a_lexicon_is_written_whole():
    lexicon = parsed(WHOLE)
    copy = parsed(to_yaml(lexicon))
    for field in ("name", "version", "language", "categories", "descriptions", "entries", "sets", "examples"):
        assert getattr(copy, field) == getattr(lexicon, field)
    assert copy.datasheet == lexicon.datasheet
    assert to_csv(copy) == to_csv(lexicon)


def test_comments_of_a_lexicon_are_told(tmp_path):
    text = "# a remark\n" + WHOLE
    copy, warnings = converted(tmp_path, "harbour.yaml", text, name="port", language="es")
    assert (copy.name, copy.language) == ("port", "en")
    assert warnings == [
        "1 lines of comment left out; a note of an entry would be kept.",
        "language 'es' not used: the lexicon says 'en'.",
    ]


@pytest.mark.parametrize(
    ("name", "text", "options", "message"),
    [
        ("a.txt", "x", {}, "Lexicon 'a.txt': '.txt' files cannot be read; allowed: .yaml, .yml, .dic, .csv."),
        (
            "a.dic",
            "x",
            {},
            "Lexicon 'a.dic': not a LIWC dictionary; its categories stand between two lines of %.",
        ),
        (
            "a.dic",
            "%\n1\tgood\n%\nfine\t1\t7\n",
            {},
            "Lexicon 'a.dic', line 4: category 7 is not declared; declared: 1.",
        ),
        ("a.dic", "%\n1\tgood\n%\n", {}, "Lexicon 'a.dic': no entries found in it."),
        (
            "a.csv",
            "entry,categry\nx,y\n",
            {},
            "Lexicon 'a.csv': no column 'category'; columns: entry, categry. Did you mean 'categry'?",
        ),
        ("a.csv", "entry,category\nx,\n", {}, "Lexicon 'a.csv', row 2: an entry and a category are needed."),
        (
            "a.yml",
            "war: [",
            {},
            "Lexicon 'a.yml', line 2: not readable as YAML: did not find expected node content.",
        ),
        (
            "a.yml",
            "war: [no]\n",
            {},
            "Lexicon 'a.yml', category 'war': 'False' is no text; YAML reads no, yes, on, off and numbers as"
            " values: write them in quotes.",
        ),
        (
            "a.yml",
            "no: [war]\n",
            {},
            "Lexicon 'a.yml': category 'False' is no text to YAML; write its name in quotes.",
        ),
        ("a.yml", "war", {}, "Lexicon 'a.yml': no dictionary of quanteda's; it must be a mapping"),
        (
            "a.yml",
            "war: [a]\nwar: [b]\n",
            {},
            "Lexicon 'a.yml', line 2: the key 'war' stands already in line 1;",
        ),
        (
            "a.dic",
            "%\n1\tgood\n1\tbad\n%\nfine\t1\n",
            {},
            "Lexicon 'a.dic', line 3: category 1 is declared already, as 'good'.",
        ),
        ("a.csv", "entry,category\nx,y,z\n", {}, "Lexicon 'a.csv', row 2: it has more cells than the header"),
        (
            "a.csv",
            "entry,category,case\nx,y,title\n",
            {},
            "Lexicon 'a.csv', entry 1: case 'title'; allowed: lower, capital, upper.",
        ),
        (
            "a.csv",
            "entry,category\nx,y\n",
            {"language": "fr"},
            "Lexicon 'a.csv': language 'fr'; allowed: en, es.",
        ),
    ],
)
def test_what_cannot_be_converted_is_told(tmp_path, name, text, options, message):
    source = tmp_path / name
    source.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        convert(source, tmp_path / "result.yaml", **options)
    assert str(caught.value).startswith(message)
    assert not (tmp_path / "result.yaml").exists()


def test_lists_as_other_machines_write_them(tmp_path):
    for name, text in (
        ("a.dic", "%\r1\tgood\r%\rfine\t1\r"),
        ("a.dic", "\ufeff%\r\n1\tgood\r\n%\r\nfine\t1\r\n"),
        ("a.csv", "\ufeffentry;category\r\nfine;good\r\n;\r\n"),
        ("a.yml", "\ufeffgood:\r\n  - fine\r\n"),
    ):
        assert by_category(converted(tmp_path, name, text)[0]) == {"good": ["fine"]}
    _, warnings = converted(tmp_path, "a.dic", "%\n1\tgood\n2\tgood\n%\nfine\t1\nwell\t2\n")
    assert warnings[0] == "line 3: a second category 'good'; the two are one now."
    with pytest.raises(LexiconError, match="Did you mean 'war_peace'"):
        convert("war_pece", tmp_path / "a.yaml")
    with pytest.raises(LexiconError, match="this is a folder"):
        convert(tmp_path, tmp_path / "a.yaml")


def test_a_misspelt_field_is_told():
    found = doubtful(parsed(content(exampels={"match": []}, codebook="mine")))
    assert [(problem.kind, str(problem)) for problem in found] == [
        ("field", "Lexicon 'harbour.yaml': nothing reads the field 'exampels'. Did you mean 'examples'?")
    ]


def test_where_a_conversion_goes(tmp_path):
    source = tmp_path / "harbour.yaml"
    source.write_text(WHOLE, encoding="utf-8")
    for target, message in (
        (
            tmp_path / "a.xlsx",
            f"'{tmp_path}/a.xlsx': lexicons cannot be written as '.xlsx'; allowed: .yaml, .yml, .csv, .dic.",
        ),
        (source, f"'{source}': source and result are the same file; give the result another name."),
        (tmp_path / "no/a.csv", f"'{tmp_path}/no/a.csv': cannot be written: No such file or directory."),
    ):
        with pytest.raises(LexiconError) as caught:
            convert(source, target)
        assert str(caught.value) == message
    with pytest.raises(LexiconError) as caught:
        convert(tmp_path / "b.dic", tmp_path / "b.csv")
    assert str(caught.value) == f"Lexicon file '{tmp_path}/b.dic': there is no such file."
    source.write_bytes(b"\xff")
    with pytest.raises(LexiconError) as caught:
        convert(source, tmp_path / "b.csv")
    assert str(caught.value) == "Lexicon 'harbour.yaml': not UTF-8 (byte 0); save it as UTF-8."


# Citing and combining --------------------------------------------------------------------------------------


def test_a_citation_says_which_file_it_was():
    lexicon = parsed(content(origin="Written\n  by us."))
    assert cite(lexicon) == (
        f"Lexicon “harbour”, version 1.2.0 (English), SHA-256 {lexicon.sha256}. Written by us."
        " References: Author, A. (2011). Title."
    )
    assert cite(parsed(content(references=None))) == (
        f"Lexicon “harbour”, version 1.2.0 (English), SHA-256 {parsed(content(references=None)).sha256}."
    )


def other(**changes: Any) -> Lexicon:
    fields = {
        "name": "port",
        "categories": {"peace": "talks", "trade": "trade"},
        "entries": {
            "peace": ["truce", {"entry": "talks", "only": ["_ of", "hold talks"]}],
            "trade": ["toll*"],
        },
        "sets": None,
        "examples": None,
        **changes,
    }
    return parsed(content(**fields))


def test_two_lexicons_become_one():
    both = combine(parsed(WHOLE), other())
    assert (both.name, both.version, both.language) == ("harbour+port", "1.2.0+1.2.0", "en")
    assert both.categories == ("war", "war.threat", "war.siege", "peace", "trade")
    assert by_category(both) == {
        "war.threat": ["ultimatum*", "threat", "threats"],
        "war.siege": ["siege", "lay* siege to"],
        "peace": ["talks", "truce"],
        "trade": ["toll*"],
    }
    assert [entry.number for entry in both.entries] == [1, 2, 2, 3, 4, 5, 6, 8]
    assert both.sha256 not in (parsed(WHOLE).sha256, other().sha256, "")
    assert combine(parsed(WHOLE), other(), name="ports").name == "ports"
    assert check(both) == []


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (other(language="es"), "one is 'en', the other 'es'."),
        (
            other(categories={"peace": "calm", "trade": "trade"}),
            "they mean different things by the category 'peace'; rename one.",
        ),
        (
            other(sets={"months": ["july"]}),
            "they mean different things by the set 'months'; rename one.",
        ),
        (
            other(
                categories={"peace": {"description": "talks", "categories": {"truce": "x"}}},
                entries={"peace.truce": ["a"]},
            ),
            "'peace' has entries in one and subcategories in the other.",
        ),
    ],
)
def test_lexicons_that_do_not_fit_together(second, message):
    with pytest.raises(LexiconError) as caught:
        combine(parsed(WHOLE), second)
    start = "Lexicons 'harbour' and 'port' cannot be combined: "
    assert str(caught.value) == start + message
