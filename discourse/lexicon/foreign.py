"""Word lists in the formats of other programs, read into entries by category."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import Any

import regex

from ..errors import LexiconError, did_you_mean, listed

RULE_COLUMNS = ("case", "unless", "only", "note")
BETWEEN_PATTERNS = " ; "  # in a cell with several context patterns
_GENERAL = "general"  # the leaf for entries that stand under a category with subcategories


@dataclass
class WordList:
    """Entries by category as another program keeps them.

    Attributes
    ----------
    entries : dict of str to list
        Dotted category → its entries: patterns, or mappings with rules as in a lexicon file.
    warnings : list of str
        What could not be kept, or was changed, one line each.
    n_lowered : int
        How many entries were written with upper case.
    """

    entries: dict[str, list[Any]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    n_lowered: int = 0

    def add(self, category: str, entry: Any) -> None:
        """Put an entry, in lower case, under a category; one that stands there already is told."""
        own = self.entries.setdefault(category, [])
        pattern = entry["entry"] if isinstance(entry, dict) else entry
        if pattern != pattern.lower():
            self.n_lowered += 1
            entry = {**entry, "entry": pattern.lower()} if isinstance(entry, dict) else pattern.lower()
        if entry in own:
            self.warnings.append(f"category '{category}': '{pattern}' stands there twice; kept once.")
        else:
            own.append(entry)


def read_liwc(text: str, where: str) -> WordList:
    """Read a LIWC dictionary (.dic): numbered categories between lines of %, then words with numbers.

    Parameters
    ----------
    text : str
    where : str
        What messages begin with.

    Returns
    -------
    WordList

    Raises
    ------
    LexiconError
        It has no two lines of %, or a word has a number without a category.
    """
    lines = text.split("\n")
    marks = [i for i, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise LexiconError(f"{where}: not a LIWC dictionary; its categories stand between two lines of %.")
    found = WordList()
    names: dict[str, str] = {}
    for i in range(marks[0] + 1, marks[1]):
        number, _, name = (
            lines[i].strip().partition("\t") if "\t" in lines[i] else lines[i].strip().partition(" ")
        )
        if number in names:
            raise LexiconError(
                f"{where}, line {i + 1}: category {number} is declared already, as '{names[number]}'."
            )
        if number:
            names[number] = _category(name.strip() or number, found)
            if names[number] in found.entries:
                found.warnings.append(
                    f"line {i + 1}: a second category '{names[number]}'; the two are one now."
                )
            found.entries.setdefault(names[number], [])
    for i, line in enumerate(lines[marks[1] + 1 :], start=marks[1] + 2):
        word, numbers = _cells(line)
        if not word:
            continue
        plain = [n for n in numbers if n in names]
        for n in numbers:
            if n not in names and n.isdigit():
                raise LexiconError(
                    f"{where}, line {i}: category {n} is not declared; declared: {listed(names)}."
                )
            if n not in names:
                found.warnings.append(
                    f"line {i}: '{n}' of '{word}' is conditional coding, which is not read."
                )
        if not plain:
            found.warnings.append(f"line {i}: '{word}' has no category; left out.")
        for n in plain:
            found.add(names[n], word)
    return found


def _cells(line: str) -> tuple[str, list[str]]:
    """The word of a LIWC line, which may be a phrase, and its category numbers."""
    if "\t" in line:
        word, *numbers = (cell.strip() for cell in line.split("\t"))
        return word, [n for cell in numbers for n in cell.split()]
    found = regex.match(r"(.*?)((?:\s+\d+)*)\s*$", line)
    return (found[1].strip(), found[2].split()) if found else ("", [])


def read_quanteda(content: Any, where: str) -> WordList:
    """Read a dictionary of quanteda's YAML format: categories, nested or not, with lists of patterns.

    Parameters
    ----------
    content : object
        As YAML gave it.
    where : str
        What messages begin with.

    Returns
    -------
    WordList

    Raises
    ------
    LexiconError
        Something else than text, lists and mappings stands in it.
    """
    if not isinstance(content, dict):
        raise LexiconError(
            f"{where}: no dictionary of quanteda's; it must be a mapping of categories to words."
        )
    found = WordList()
    _walk(content, "", found, where)
    return found


def _walk(value: Any, category: str, found: WordList, where: str) -> None:
    if isinstance(value, dict):
        for name, below in value.items():
            if not isinstance(name, str):
                raise LexiconError(
                    f"{where}: category '{name}' is no text to YAML; write its name in quotes."
                )
            own = _category(name, found)
            _walk(below, f"{category}.{own}" if category else own, found, where)
    elif isinstance(value, list):
        has_categories = any(isinstance(item, dict) for item in value)
        for item in value:
            if isinstance(item, str) and has_categories:
                _walk(item, f"{category}.{_GENERAL}", found, where)
            else:
                _walk(item, category, found, where)
        if has_categories and any(isinstance(item, str) for item in value):
            found.warnings.append(
                f"category '{category}': has entries and subcategories; its entries are now under"
                f" '{category}.{_GENERAL}'."
            )
    elif isinstance(value, str) and category:
        found.add(category, value.strip())
    else:
        raise LexiconError(
            f"{where}, category '{category}': '{value}' is no text; YAML reads no, yes, on, off and"
            " numbers as values: write them in quotes."
        )


def read_table(text: str, where: str) -> WordList:
    """Read a CSV table with the columns entry and category.

    The columns case, unless, only and note are read where they are there; patterns of one cell are parted
    by a semicolon between spaces.

    Parameters
    ----------
    text : str
    where : str
        What messages begin with.

    Returns
    -------
    WordList

    Raises
    ------
    LexiconError
        A column is missing, or a row has no entry or no category.
    """
    header = text.partition("\n")[0]
    delimiter = max(
        (",", ";", "\t"), key=header.count
    )  # spreadsheets write others where the comma is a decimal sign
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = list(reader.fieldnames or [])
    for column in ("entry", "category"):
        if column not in columns:
            raise LexiconError(
                f"{where}: no column '{column}'; columns: {listed(columns)}.{did_you_mean(column, columns)}"
            )
    found = WordList()
    ignored = [c for c in columns if c not in ("entry", "category", *RULE_COLUMNS)]
    if ignored:
        found.warnings.append(f"columns not read: {listed(ignored)}.")
    for number, row in enumerate(reader, start=2):
        if None in row:
            raise LexiconError(
                f"{where}, row {number}: it has more cells than the header; quote a cell with commas."
            )
        if not any(row.values()):
            continue  # a spreadsheet leaves empty rows
        entry, category = (row["entry"] or "").strip(), (row["category"] or "").strip()
        if not entry or not category:
            raise LexiconError(f"{where}, row {number}: an entry and a category are needed.")
        rules: dict[str, Any] = {"entry": entry}
        for column in RULE_COLUMNS:
            cell = (row.get(column) or "").strip()
            if cell:
                rules[column] = cell.split(BETWEEN_PATTERNS) if column in ("unless", "only") else cell
        name = ".".join(_category(part, found) for part in category.split("."))
        found.add(name, rules if len(rules) > 1 else entry)
    return found


def _category(name: str, found: WordList) -> str:
    """A category's name without stops, which part the levels here."""
    own = regex.sub(r"[\s.]+", "_", name.strip())
    if own != name.strip():
        line = f"category '{name.strip()}' is called '{own}' here."
        if line not in found.warnings:
            found.warnings.append(line)
    return own
