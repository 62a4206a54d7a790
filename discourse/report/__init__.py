"""Standalone HTML pages: texts with their layers coloured for proof-reading, and a report on a corpus.

A page has everything inside it, loads nothing, and opens without a network. All text is escaped, and the
page forbids its browser to run any script but its own.
"""

from __future__ import annotations

from .annotated import annotated_page
from .summary import report

__all__ = ["annotated_page", "report"]
