"""What each row of the plan of measures gives for the two restricted articles.

    python benchmarks/two_articles.py            prints the page (the articles must be there: DISCOURSE_RESTRICTED)
    python benchmarks/two_articles.py --write    writes docs/two-articles.md

The page quotes cue words only, never more than five running words, and a test holds it to that.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

import discourse as dc
from discourse.lexicon import builtin_lexicons
from discourse.measures.tables import Tables
from discourse.measures.words import rows_counted

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "two-articles.md"
ARTICLES = {"diplomatic-dance": "Dance", "inside-the-escalation": "Escalation"}
TARGETS = ("humanitarian crisis",)
# Measures whose rows follow from the committed evidence, without the texts.
COMMITTED = ("framing", "rejection", "hedging", "left_out", "voice", "hedged_frames", "prominence")
MOST_WORDS = 5


def number(value: float, unit: str) -> str:
    """Format a value by its unit; nothing where it is missing."""
    if pd.isna(value):
        return "–"
    if unit == "count":
        return f"{value:.0f}"
    return f"{value:.1f}" if unit == "per_1000" else f"{value:.2f}".replace("-", "−")


def rows_of(frame: pd.DataFrame, categories: Sequence[str], unit: str | None = None) -> list[str]:
    """Give table rows: measure, row, unit, and the two articles' values with their hits."""
    lines = []
    for category in categories:
        cells = []
        mine = frame[frame["category"] == category]
        kind = unit or (mine["unit"].iloc[0] if len(mine) else "")
        for article in ARTICLES:
            row = mine[(mine["doc_id"] == article) & (mine["unit"] == kind)]
            if row.empty:
                cells.append("–")
            else:
                value, hits = row["value"].iloc[0], row["n_hits"].iloc[0]
                cells.append(number(value, kind) + (f" ({hits})" if hits and kind != "count" else ""))
        lines.append(f"| {frame['measure'].iloc[0]} | {category} | {kind} | {' | '.join(cells)} |")
    return lines


def table(*parts: Iterable[str]) -> str:
    """Put rows under the head of every table of the page."""
    head = ["| measure | row | unit | " + " | ".join(ARTICLES.values()) + " |", "|---" * 5 + "|"]
    return "\n".join([*head, *(line for part in parts for line in part)])


def cues(evidence: dc.Evidence, lexicon: str, most: int = 6, **fixed: object) -> str:
    """Give some hits as locators: article, paragraph and sentence, and the cue's own words."""
    hits = evidence.hits[(evidence.hits["lexicon"] == lexicon) & ~evidence.hits["left_out"]]
    for column, wanted in fixed.items():
        values = hits[column].astype(str)
        hits = hits[values.str.startswith(str(wanted)) if column == "category" else hits[column] == wanted]
    parts = []
    for article, title in ARTICLES.items():
        own = hits[(hits["doc_id"] == article) & (hits["text"].str.split().str.len() <= MOST_WORDS)]
        own = own.drop_duplicates("norm" if "norm" in own else "text").head(most)
        if len(own):
            words = [f"“{row.text}” ¶{row.paragraph}.{row.sentence}" for row in own.itertuples()]
            parts.append(f"*{title}*: {', '.join(words)}")
    return "; ".join(parts) if parts else "none"


def relations(evidence: dc.Evidence, target: str, kinds: Sequence[str]) -> str:
    """Give the words around a target, with their sentences."""
    counted = evidence.relations.iloc[rows_counted(Tables(evidence), kinds, include_left_out=False)]
    parts = []
    for article, title in ARTICLES.items():
        own = counted[counted["target"].eq(target) & counted["doc_id"].eq(article)]
        if len(own):
            words = [f"{row.norm} ({row.relation}, s. {row.sentence})" for row in own.itertuples()]
            parts.append(f"*{title}*: {', '.join(words)}")
    return "; ".join(parts) if parts else "none"


def together(evidence: dc.Evidence) -> str:
    """Give the sentences that hold both a threat and an opening."""
    hits = evidence.hits[evidence.hits["lexicon"].eq("tracks") & ~evidence.hits["negated"]]
    lines = []
    for (article, sentence), own in hits.groupby(["doc_id", "sentence"]):
        tops = own["category"].str.split(".").str[0]
        if {"threat", "opening"} <= set(tops):
            words = ", ".join(f"“{text}” ({top})" for text, top in zip(own["text"], tops, strict=True))
            lines.append(f"*{ARTICLES[article]}* s. {sentence}: {words}")
    return "; ".join(lines) if lines else "no sentence"


def asked(evidence: dc.Evidence) -> str:
    """Give the questions, with the cues of war and peace in them in order."""
    segments = evidence.segments[evidence.segments["question"]].drop_duplicates(["doc_id", "sentence"])
    lines = []
    for row in segments.itertuples():
        hits = evidence.hits[
            (evidence.hits["doc_id"] == row.doc_id)
            & (evidence.hits["sentence"] == row.sentence)
            & evidence.hits["lexicon"].isin(["war_peace"])
        ].sort_values("start")
        words = [f"“{h.text}” ({h.category})" for h in hits.itertuples()]
        said = " → ".join(words) if words else "no cue of war or peace"
        lines.append(f"*{ARTICLES[row.doc_id]}* s. {row.sentence} ({row.voice}): {said}")
    return "; ".join(lines)


def figures(evidence: dc.Evidence) -> str:
    """Give the numbers that have a unit."""
    found = evidence.relations[evidence.relations["relation"].eq("number")]
    return "; ".join(
        f"*{ARTICLES[row.doc_id]}* s. {row.sentence}: {row.norm} {row.target}" for row in found.itertuples()
    )


def page() -> str:
    """Make the page."""
    corpus = dc.read_corpus(ROOT / "corpus").query(f"doc_id in {list(ARTICLES)}")
    if any(document.text is None for document in corpus):
        raise SystemExit("The articles are not here: set DISCOURSE_RESTRICTED to a folder that holds them.")
    evidence = dc.find(corpus, *builtin_lexicons(), targets=list(TARGETS))
    everything = dc.measure(evidence, "all", n_boot=0)
    of = dict(list(everything.groupby("measure", sort=False)))
    swap = dc.measure(evidence, "verb_swap", objects=list(TARGETS), n_boot=0)
    names = dc.measure(evidence, "naming", targets=["venezuela"], n_words=100, n_boot=0)
    swaps = [c for c in swap["category"].unique() if "." in c]
    counted = names[(names["unit"] == "count") & (names["value"] > 0)]
    nouns = counted[counted["note"].str.startswith("nomination")]["category"].drop_duplicates().tolist()
    options = dc.measure(evidence, "diversity", n_boot=0)
    frames = of["frames"]
    shares = frames[
        frames["category"].str.startswith("policy_frames") & frames["category"].str.endswith(":share")
    ]
    most = shares.groupby("category")["value"].max().sort_values(ascending=False).index[:6].tolist()
    roles = [c for c in of["sourcing"]["category"].unique() if c.startswith("role:")]
    stances = [f"stance:{name}" for name in ("neutral", "doubting", "endorsing")]
    kinds = [f"kind:{name}" for name in ("named", "anonymous", "institution", "document", "none")]
    actors = of["actors"]
    named = [c for c in actors["category"].unique() if ":" not in c][:5]
    sections = {
        "framing": table(rows_of(of["framing"], ["war", "peace", "salience", "balance"])),
        "framing_cues": cues(evidence, "war_peace", category="war", negated=False),
        "rejection": table(
            rows_of(of["rejection"], ["war", "war:denial", "war:refusal", "war:absence", "peace"], "share")
        ),
        "rejection_cues": cues(evidence, "war_peace", negated=True),
        "tracks": table(
            rows_of(of["dual_track"], ["threat", "opening", "sentence", "paragraph", "turn", "order"])
        ),
        "together": together(evidence),
        "threats": cues(evidence, "tracks", category="threat"),
        "prominence": table(
            rows_of(
                of["prominence"], ["war:first", "peace:first", "war:position", "peace:position", "precedence"]
            )
        ),
        "naming": table(rows_of(names, nouns, "count")),
        "naming_cues": relations(evidence, "venezuela", ["noun", "modifier"]),
        "swap": table(rows_of(swap, swaps, "count")),
        "swap_cues": relations(evidence, TARGETS[0], ["object", "passive"]),
        "questions": table(rows_of(of["questions"], ["questions", "war:questions", "peace:questions"])),
        "asked": asked(evidence),
        "urgency": table(rows_of(of["urgency"], ["density", "temporal", "spatial", "axiological"])),
        "urgency_cues": cues(evidence, "urgency"),
        "public": table(
            rows_of(
                dc.measure(evidence, "public_private", by="doc_id", n_boot=0),
                ["reported.public", "reported.private"],
            )
        ),
        "public_cues": cues(evidence, "public_private"),
        "sourcing": table(
            rows_of(of["sourcing"], ["quotations", *kinds, *roles, *stances, "speakers", "concentration"])
        ),
        "voice": table(
            rows_of(
                of["voice"],
                [
                    "tokens:narrator",
                    "tokens:quoted",
                    "war:narrator",
                    "war:quoted",
                    "peace:narrator",
                    "peace:quoted",
                ],
            )
        ),
        "hedging": table(
            rows_of(
                of["hedging"],
                ["density", "epistemic", "doxastic", "condition", "approximator", "shield", "boosters"],
            )
        ),
        "hedging_cues": cues(evidence, "hedging", 8),
        "booster_cues": cues(evidence, "boosters", 4, category="certainty"),
        "hedged": table(rows_of(of["hedged_frames"], ["war", "peace", "contrast"])),
        "frames": table(
            rows_of(frames, most),
            rows_of(frames, ["news_frames.conflict", "news_frames.economic_consequences"], "per_1000"),
        ),
        "actors": table(
            rows_of(actors, named),
            rows_of(actors, ["state.united_states:war", "state.venezuela:war", "all:war"]),
        ),
        "blame": cues(evidence, "responsibility"),
        "peace_journalism": table(rows_of(of["peace_journalism"], ["war", "peace", "index"])),
        "options": table(rows_of(options, ["entropy", "normalised", "equal_size", "categories"])),
        "options_cues": cues(evidence, "options", 8),
        "history": table(rows_of(of["history_cues"], ["density", "precedent", "long_time", "near_threat"])),
        "history_cues": cues(evidence, "history"),
        "metaphor": table(
            rows_of(of["metaphor_candidates"], ["density", "sport", "cards", "journey", "theatre", "war"])
        ),
        "metaphor_cues": cues(evidence, "metaphor", 8),
        "quantities": table(
            rows_of(of["quantities"], ["numbers", "numbers:narrator", "numbers:quoted", "hedged", "based"])
        ),
        "figures": figures(evidence),
        "left_out": table(
            rows_of(
                of["left_out"],
                [
                    "tokens",
                    "framing.war:without",
                    "framing.war:with",
                    "framing.salience:without",
                    "framing.salience:with",
                    "hedging.density:without",
                    "hedging.density:with",
                ],
            )
        ),
    }
    return TEXT.format(**sections)


TEXT = (Path(__file__).parent / "two_articles.md.in").read_text(encoding="utf-8")


def main() -> None:
    """Print or write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    if parser.parse_args().write:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page())


if __name__ == "__main__":
    main()
