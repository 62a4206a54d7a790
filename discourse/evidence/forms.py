"""Word forms by the dictionary of simplemma: infinitives, and which words can be verbs or participles.

The dictionary gives lemmas, no word classes. A word can be a verb where the dictionary knows the other forms
that only a verb has: *threaten* has *threatening*, *crisis* has nothing of the kind.
"""

from __future__ import annotations

from functools import lru_cache

_ES_INFINITIVES = ("ar", "er", "ir", "ír")
_ES_PARTICIPLES = tuple(
    f"{stem}{ending}" for stem in ("ad", "id", "íd", "t", "ch") for ending in ("o", "a", "os", "as")
)
# forms of the present tense that are also nouns, and the infinitives they may have
_ES_PRESENT = (
    ("an", ("ar",)),
    ("en", ("er", "ir")),
    ("amos", ("ar",)),
    ("emos", ("er",)),
    ("imos", ("ir",)),
    ("a", ("ar",)),
    ("e", ("er", "ir")),
    ("o", ("ar", "er", "ir")),
)
_EN_PLURALS = frozenset("men women children people feet teeth lives wives knives leaves".split())
# words that share their form, or their -ing form, with a verb only by chance
_EN_NO_VERBS = frozenset(
    "king thing ring spring morning evening string wing nothing something during young".split()
)


@lru_cache(maxsize=1 << 16)
def lemma_of(word: str, language: str) -> str:
    """Give the dictionary's lemma of a word, in lower case.

    Parameters
    ----------
    word : str
    language : str
        "en" or "es".

    Returns
    -------
    str
        The word itself where the dictionary does not have it.
    """
    import simplemma

    return str(simplemma.lemmatize(word, lang=language)).lower()


def _known(word: str, language: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang=language))


@lru_cache(maxsize=1 << 16)
def verb_lemma(word: str, language: str) -> str:
    """Give a verb form's infinitive.

    Parameters
    ----------
    word : str
        A form that stands where a verb does: a noun of the same form is not thought of.
    language : str
        "en" or "es".

    Returns
    -------
    str
        The word itself where no infinitive is known.

    Examples
    --------
    >>> verb_lemma("ending", "en"), verb_lemma("stopping", "en"), verb_lemma("making", "en")
    ('end', 'stop', 'make')
    >>> verb_lemma("afirmó", "es"), verb_lemma("amenaza", "es")
    ('afirmar', 'amenazar')
    """
    found = lemma_of(word, language)
    if language == "es":
        return found if found.endswith(_ES_INFINITIVES) else _spanish_infinitive(word) or found
    return _english_infinitive(word, found)


def _english_infinitive(word: str, lemma: str) -> str:
    """The base that most regular forms belong to: the dictionary has a few bases that are no words."""
    for ending in ("ing", "ed", "s"):
        if not word.endswith(ending) or len(word) < len(ending) + 3 or word.endswith("ss"):
            continue
        stem = word[: -len(ending)]
        options = [stem, f"{stem}e" if ending != "s" else stem.removesuffix("e"), lemma]
        options += [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
        scores = {base: _regular_forms(base) for base in options if _known(base, "en")}
        if not any(scores.values()):
            return lemma
        bare = stem.removesuffix("e") if ending == "s" else stem
        if (
            bare in scores
            and f"{bare}e" in scores
            and lemma_of(bare, "en") == bare
            and not bare.endswith("it")
        ):
            return f"{bare}e" if _wants_e(bare) else bare
        return max(scores, key=lambda base: (scores[base], base == lemma))
    return lemma


def _wants_e(bare: str) -> bool:
    """Is it the form with -e that is a word: hope, for hop doubles its p; serve, determine; but think, grow."""
    vowels = tuple("aeiou")
    doubled = not bare.endswith((*vowels, "w", "x", "y")) and bare[:-1].endswith(vowels)
    doubled &= not bare[:-2].endswith(vowels)
    one_vowel = sum(letter in "aeiouy" for letter in bare) == 1
    return (doubled and one_vowel) or bare.endswith(("v", "c", "th", "min", "gin", "u", "i"))


def _regular_forms(base: str) -> int:
    """How many regular forms of an English base the dictionary gives back to it."""
    before = f"{base[:-1]}i" if base.endswith("y") and base[-2:-1] not in ("a", "e", "o") else base
    open_e = base.removesuffix("e")
    forms = [
        (f"{base}s", f"{before}es"),
        (f"{open_e}ed", f"{before}ed", f"{base}{base[-1]}ed"),
        (_ing_form(base) or "",),
    ]
    return sum(any(form and lemma_of(form, "en") == base for form in some) for some in forms)


def _spanish_infinitive(word: str) -> str | None:
    for ending, infinitives in _ES_PRESENT:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            for infinitive in infinitives:
                if _known(stem + infinitive, "es") and lemma_of(stem + infinitive, "es") == stem + infinitive:
                    return stem + infinitive
    return None


def _ing_form(base: str) -> str | None:
    """The -ing form of an English base form, where the dictionary knows one."""
    forms = [f"{base[:-2]}ying"] if base.endswith("ie") else []
    forms += [f"{base[:-1]}ing"] if base.endswith("e") and not base.endswith("ee") else [f"{base}ing"]
    forms += [f"{base}{base[-1]}ing"] if base[-1] not in "aeiouwxy" else []
    return next((form for form in forms if _known(form, "en")), None)


def _third_person(base: str) -> bool:
    """Does the dictionary know the third person of an English base form."""
    forms = [f"{base}s", f"{base}es"] + ([f"{base[:-1]}ies"] if base.endswith("y") else [])
    return any(_known(form, "en") and lemma_of(form, "en") == base for form in forms)


@lru_cache(maxsize=1 << 16)
def can_be_verb(word: str, language: str) -> bool:
    """Say whether a word can be a form of a verb; many that can are nouns as well.

    Examples
    --------
    >>> can_be_verb("threatens", "en"), can_be_verb("attack", "en"), can_be_verb("crisis", "en")
    (True, True, False)
    >>> can_be_verb("amenaza", "es"), can_be_verb("peligroso", "es")
    (True, False)
    """
    if not word.isalpha():
        return False
    if language == "es":
        lemma = lemma_of(word, "es")
        if lemma.endswith(_ES_INFINITIVES):
            return lemma not in (word, word.removesuffix("es"))  # poder, poderes: nouns
        return _spanish_infinitive(word) is not None
    if word in _EN_NO_VERBS or word in _EN_PLURALS or len(word) < 2:
        return False
    lemma = verb_lemma(word, "en")
    if word != lemma and word.endswith(("er", "est")):
        return False  # longer: compared, not conjugated
    return _ing_form(lemma) is not None and _third_person(lemma)


@lru_cache(maxsize=1 << 16)
def can_be_participle(word: str, language: str) -> bool:
    """Say whether a word can be a past participle.

    Examples
    --------
    >>> [can_be_participle(word, "en") for word in ("seen", "described", "threatens", "dangerous")]
    [True, True, False, False]
    >>> [can_be_participle(word, "es") for word in ("descrita", "atacado", "peligroso", "grave")]
    [True, True, False, False]
    """
    if language == "es":
        lemma = lemma_of(word, "es")
        present = lemma[:-2] == word[:-1]  # afecta, of afectar
        return word.endswith(_ES_PARTICIPLES) and lemma.endswith(_ES_INFINITIVES) and not present
    if word.endswith(("ing", "s")):
        return False
    lemma = lemma_of(word, "en")
    if word.endswith("ed") and not word.endswith("eed"):
        return lemma != word and _ing_form(lemma) is not None
    return lemma != word and can_be_verb(word, "en")
