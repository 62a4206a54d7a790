"""What a text says of war and peace only to reject it: denied, refused, absent."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.kept import kept
from discourse.measures.quantities import Quantity
from discourse.measures.tables import Coded, EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["TYPES", "rejection", "rejection_types"]

TYPES = ("denial", "refusal", "absence")

# How cues of each type begin, lower case; what is in neither list is a denial (not, n't, cannot, deny).
ABSENCE = {
    "en": r"no\b|none\b|nothing\b|nobody\b|without\b|neither\b|nor\b|lack|absen|free (?:of|from)\b"
    r"|devoid\b|bereft\b|zero\b|\w+less\b",
    "es": r"sin\b|ni\b|ning[uú]n|nadie\b|nada\b|ausen|falta|care[cz]|libre de\b|exent|desprovist|cero\b",
}
# Sought after ABSENCE, so that "no more" is not taken for "no".
REFUSAL = {
    "en": r"no (?:to|more|way)\b|never\b|(?:won|wouldn|shan|mustn)'t\b|(?:will|would|shall|must) not\b"
    r"|refus|reject|declin|oppos|resist|renounc|forswear|forswore|repudiat|rul\w+ out|avoid|avert|prevent"
    r"|forbid|forbade|prohibit|ban(?:s|ned|ning)?\b|stop|end(?:s|ed|ing)?\b|halt|abandon|say\w* no\b"
    r"|said no\b",
    "es": r"nunca\b|jam[aá]s\b|no (?:a|al|m[aá]s)\b|basta\b|rechaz|reh[uú]s|se nieg|ni?eg\w+ a\b"
    r"|negar(?:se|nos|me)\b|renunci|evit|impid|impedi|op(?:on|us|uest)|descart|repudi|proh[ií]b|abandon|fin(?:aliz|\b)"
    r"|det(?:en|uv)|cesa",
}
# Begin like a refusal or an absence, but say that something is not so, or no longer.
DENIAL = {
    "en": r"no longer\b|not\b|no doubt\b",
    "es": r"no\b(?! (?:a|al|m[aá]s)\b)|tampoco\b|ya no\b",
}


def rejection_types(
    cue: pd.Series, language: Sequence[str], follows: np.ndarray, goes_on: np.ndarray
) -> np.ndarray:
    """Return the type of rejection of each negated hit, by the cue's words.

    - *refusal*: the speaker will not have it: never, won't, refuse, reject, avoid, no to, no more; nunca,
      jamás, rechazar, negarse, evitar, no a, basta; and a *no* that follows what it rejects and negates nothing
      else (“War, no”; but “war is no answer” and “la guerra no es inevitable” are denials).
    - *absence*: it is not there: no, without, neither, nor, none, lack; sin, ni, ningún, nadie, falta,
      ausencia.
    - *denial*: it is said not to be so: not, n't, cannot, deny; no, tampoco, desmentir; whatever is in
      neither list.

    Spanish *no* negates verbs and so is a denial, where English *no* before a noun is an absence.

    Parameters
    ----------
    cue : pandas.Series of str
        The cue as written (`hits.negation`).
    language : sequence of str
        Language of each hit's document.
    follows, goes_on : numpy.ndarray of bool
        Whether the cue stands after the hit, and whether it negates what comes after itself, too.

    Returns
    -------
    numpy.ndarray of str
        One of `TYPES` for each hit.

    Examples
    --------
    >>> words = pd.Series(["never", "no", "no", "n't", "sin"])
    >>> before = np.zeros(5, dtype=bool)
    >>> rejection_types(words, ["en", "en", "es", "en", "es"], before, before).tolist()
    ['refusal', 'absence', 'denial', 'denial', 'absence']
    """
    text = cue.fillna("").astype(str).str.lower().str.replace("’", "'", regex=False)
    text = text.str.split().str.join(" ")
    # The same few cues come again and again: each is read once.
    said = pd.MultiIndex.from_arrays([text.to_numpy(dtype=object), np.asarray(language, dtype=object)])
    code, pairs = pd.factorize(said)
    types = np.array([_type_of(*pair) for pair in pairs] or [""], dtype=object)[code]
    behind = (text == "no").to_numpy(dtype=bool) & follows
    types[behind & ~goes_on] = "refusal"
    types[behind & goes_on] = "denial"
    return types


def _type_of(cue: str, language: str) -> str:
    """Return the type of one cue, lower case; the lists read later go before those read earlier."""
    found = "denial"
    for kind, patterns in (("absence", ABSENCE), ("refusal", REFUSAL), ("denial", DENIAL)):
        if language in patterns and re.match(patterns[language], cue):
            found = kind
    return found


def cue_places(tables: Tables, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return whether the nearest negation cue with a hit in its scope stands after it, and whether its scope goes on.

    Parameters
    ----------
    tables : Tables
    rows : numpy.ndarray of int64
        Rows of `hits`.

    Returns
    -------
    follows, goes_on : numpy.ndarray of bool
        False where no cue's scope holds the hit. The scope goes on where a part of it stands behind the cue.
    """
    tables.require("cues", "doc_id", "start", "end", "layer", "scope_start", "scope_end")
    hits = tables.hits.iloc[rows][["start", "end"]].reset_index(drop=True)
    hits["hit"], hits["doc"] = np.arange(len(hits)), tables.hit_doc[rows]
    cues = tables.cues[Coded(tables.cues["layer"]).among("negation")]
    cues = cues.assign(doc=tables.doc_codes(cues, "cues"))
    last = cues.groupby(["doc", "start", "end"])["scope_end"].transform("max")
    cues = cues.assign(goes_on=last > cues["end"])
    keys = ["doc"]
    if "sentence" in tables.hits.columns and "sentence" in tables.cues.columns:
        # A scope never leaves its sentence, so pairs are sought there only.
        hits["sentence"] = tables.hits["sentence"].to_numpy()[rows]
        keys.append("sentence")
    pairs = hits.merge(
        cues[[*keys, "start", "end", "scope_start", "scope_end", "goes_on"]], on=keys, suffixes=("", "_cue")
    )
    inside = (pairs["scope_start"] <= pairs["start"]) & (pairs["end"] <= pairs["scope_end"])
    pairs = pairs[inside]
    before = pairs["start"] - pairs["end_cue"]
    after = pairs["start_cue"] - pairs["end"]
    pairs = pairs.assign(follows=after >= 0, distance=np.maximum(before, after))
    nearest = pairs.sort_values(["hit", "distance", "start_cue"]).drop_duplicates("hit")
    results = np.zeros((2, len(rows)), dtype=bool)
    results[:, nearest["hit"].to_numpy(dtype=np.int64)] = (
        nearest[["follows", "goes_on"]].to_numpy(dtype=bool).T
    )
    return results[0], results[1]


@kept
def rejection(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    voice: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure what is rejected: negated hits as a share of their category, typed.

    Construct: “no war”, “never war”, “we do not seek war” speak of war and assert none. Such hits are
    counted here and nowhere else. Higher = a larger part of the talk of war (or peace) is rejection of it.
    The types are told by the cue's words (see `rejection_types`); they are a reading of single cues, not of
    speech acts.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon, voice
        As in `framing`.

    Returns
    -------
    pandas.DataFrame
        A row a category: unit share, negated / all hits of the category, n_hits the negated ones. For each
        top category its rate (per_1000, category ``war``) and ``war:denial``, ``war:refusal``,
        ``war:absence``: the shares of each type in all hits of it, which add up to the share of ``war``.
        Missing where a category has no hits.

    References
    ----------
    The three functions of negation (non-existence, rejection, denial) are those of Bloom, L. (1970), Language
    development: Form and function in emerging grammars; the lists of cues are this project's.
    """
    tables = as_tables(evidence)
    categories = tables.lexicon_categories(lexicon)
    tally = Tally(
        tables,
        "rejection",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        voice=voice,
    )
    negated = ~tables.hit_asserted
    kind = np.full(len(negated), "", dtype=object)
    every = tables.in_lexicon(lexicon)
    rejected = every[negated[every]]
    kind[rejected] = rejection_types(
        tables.hits["negation"].iloc[rejected].reset_index(drop=True),
        tables.language[tables.hit_doc[rejected]],
        *cue_places(tables, rejected),
    )
    quantities = []
    for category, languages in categories.items():
        rows = tables.in_category(lexicon, category)
        no_hits = f"undefined: no hits of {category}"
        whole, part = f"{category} hits", f"{category} negated"
        tally.add_hits(whole, rows)
        tally.add_hits(part, rows[negated[rows]])
        more = {"languages": languages, "undefined": no_hits}
        quantities.append(Quantity.share(category, part, whole, **more))
        if "." in category:
            continue
        quantities.append(Quantity.rate(category, part, languages=languages))
        for name in TYPES:
            tally.add_hits(f"{category}:{name}", rows[kind[rows] == name])
            quantities.append(Quantity.share(f"{category}:{name}", f"{category}:{name}", whole, **more))
    return tally.table(quantities)
