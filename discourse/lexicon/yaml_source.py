"""YAML read strictly: a key that stands twice is told, and so is the line where something is wrong."""

from __future__ import annotations

from typing import Any

import yaml

from ..errors import LexiconError


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, which also refuses a key that stands twice (YAML would drop the first)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: dict[Any, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, (str, int, float, bool)):
                raise yaml.constructor.ConstructorError(
                    None, None, "a key must be a word", key_node.start_mark
                )
            if key in seen:
                raise _Twice(key, seen[key], key_node.start_mark.line + 1)
            seen[key] = key_node.start_mark.line + 1
        return super().construct_mapping(node, deep)


class _Twice(Exception):
    """A key, the line it stands in, and the line it stands in again."""


def read_yaml(text: str, where: str) -> tuple[Any, Any]:
    """Read YAML that may be anything.

    Parameters
    ----------
    text : str
    where : str
        What messages begin with.

    Returns
    -------
    (content, node)
        What is written, and the node of it that knows its lines.

    Raises
    ------
    LexiconError
        It is no YAML, or a key stands twice.
    """
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        return (None if node is None else loader.construct_document(node)), node
    except _Twice as error:
        key, first, again = error.args
        raise LexiconError(
            f"{where}, line {again}: the key '{key}' stands already in line {first}; a key may stand once:"
            " put what belongs together under one, or rename it."
        ) from None
    except yaml.reader.ReaderError as error:
        raise LexiconError(
            f"{where}, line {text.count(chr(10), 0, error.position) + 1}: holds a character that YAML does not"
            f" allow (U+{ord(chr(error.character) if isinstance(error.character, int) else error.character[:1]):04X});"
            " take it out."
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        advice = "; indent with spaces, not with tabs" if _indented_by_tab(text, mark) else ""
        raise LexiconError(
            f"{where}{line}: not readable as YAML: {getattr(error, 'problem', None) or error}{advice}."
        ) from None
    except (ValueError, RecursionError) as error:  # a date that is none, brackets without end
        raise LexiconError(f"{where}: not readable as YAML: {error}; quote what is meant as text.") from None
    finally:
        if loader is not None:
            loader.dispose()


def _indented_by_tab(text: str, mark: Any) -> bool:
    lines = text.split("\n")
    return mark is not None and any(
        "\t" in line[: len(line) - len(line.lstrip())]
        for line in lines[max(0, mark.line - 1) : mark.line + 1]
    )


def entry_lines(node: Any) -> list[int]:
    """Give the line of each item under `entries`, in the order of the file.

    Parameters
    ----------
    node : yaml node
        Of the whole file.

    Returns
    -------
    list of int
        Counted from 1.
    """
    below = [value for key, value in node.value if key.value == "entries"]
    if not below or not isinstance(below[0], yaml.MappingNode):
        return []
    return [
        item.start_mark.line + 1
        for _, items in below[0].value
        if isinstance(items, yaml.SequenceNode)
        for item in items.value
    ]
