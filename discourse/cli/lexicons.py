"""What `discourse lexicon` does: list, show, check, convert."""

from __future__ import annotations

import argparse

from ..errors import DiscourseError
from .inputs import say


def lexicon_list(chosen: argparse.Namespace) -> int:
    """The built-in lexicons."""
    from ..lexicon import builtin_lexicons, load_lexicon

    for name, languages in builtin_lexicons().items():
        for language in languages:
            lexicon = load_lexicon(name, language)
            print(
                f"{name}\t{language}\t{lexicon.version}\t{len(lexicon.entries)} entries\t{', '.join(lexicon.top_categories)}"
            )
    return 0


def lexicon_show(chosen: argparse.Namespace) -> int:
    """A lexicon in words."""
    from ..lexicon import builtin_lexicons, load_lexicon

    languages = [chosen.language] if chosen.language else builtin_lexicons().get(chosen.name, [None])
    for language in languages:
        lexicon = load_lexicon(chosen.name, language)
        print(
            f"{lexicon.name} {lexicon.version} ({lexicon.language}), {len(lexicon.entries)} entries, SHA-256 {lexicon.sha256}"
        )
        for field, value in lexicon.datasheet.items():
            print(f"\n{field}: {'; '.join(map(str, value)) if isinstance(value, list) else value}".rstrip())
        for number, category in enumerate(lexicon.categories):
            print(f"\n{category}: {lexicon.descriptions[category]}")
            entries = [e.text for e in lexicon.entries if e.category == number]
            if entries:
                print("  " + ", ".join(entries))
    return 0


def lexicon_check(chosen: argparse.Namespace) -> int:
    """What is wrong in lexicons."""
    from ..lexicon import builtin_lexicons, check, doubtful, load_lexicon
    from ..match import failing_examples

    targets: list[tuple[str, str | None]] = [(name, None) for name in chosen.names] or [
        (name, language) for name, languages in builtin_lexicons().items() for language in languages
    ]
    known = builtin_lexicons()
    pairs = [
        (n, g)
        for name, language in targets
        for n, g in (
            [(name, x) for x in known[name]] if language is None and name in known else [(name, language)]
        )
    ]
    found, doubts = list[str](), list[str]()
    for name, language in pairs:
        try:
            lexicon = load_lexicon(name, language)
            lines = [str(p) for p in check(lexicon)] + [str(p) for p in failing_examples(lexicon)]
        except DiscourseError as error:
            found.append(str(error))
            continue
        found += lines
        doubts += map(str, doubtful(lexicon))
        print(
            f"{lexicon.source}: {len(lexicon.entries)} entries, {len(lexicon.examples)} examples, {len(lines)} problems."
        )
    return say(found, doubts)


def lexicon_convert(chosen: argparse.Namespace) -> int:
    """A lexicon in another format."""
    from ..lexicon import convert

    return say(warnings=convert(chosen.source, chosen.output, name=chosen.name, language=chosen.language))
