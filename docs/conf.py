"""How the documentation is built: offline, from these pages and the docstrings, warnings being errors."""

from __future__ import annotations

import discourse
from discourse.measures import BUILT_IN

project = "discourse"
author = "The discourse developers"
copyright = author
version = release = discourse.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "myst-nb", ".rst": "restructuredtext"}
exclude_patterns = ["jupyter_execute", "_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 240
nb_merge_streams = True
nb_ipywidgets_js = {}  # they would be loaded from outside; no page shows a widget

autodoc_typehints = "none"  # the docstrings say what goes in and comes out
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_use_ivar = True

html_theme = "pydata_sphinx_theme"
html_title = f"discourse {release}"
html_theme_options = {
    "navigation_with_keys": False,
    "show_toc_level": 2,
    "header_links_before_dropdown": 5,
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
html_sidebars = {"**": []}  # the pages have no pages below them
html_show_sourcelink = False
html_copy_source = False


def with_plain_bars(app, what, name, obj, options, lines):
    """Docstrings are written to be read as they are: a bar in them is a bar, no substitution."""
    lines[:] = [
        line if line.lstrip().startswith((">>>", "...")) else line.replace("|", "\\|") for line in lines
    ]


def with_measures(app, docname, source):
    """The page on Python lists the functions of all built-in measures, whichever there are."""
    places = [str(entry.source).replace(":", ".") for entry in BUILT_IN.values()]
    listed = "\n".join(f".. autofunction:: {place}" for place in places)
    source[0] = source[0].replace(".. the built-in measures", listed)


def setup(app):
    app.connect("source-read", with_measures)
    app.connect("autodoc-process-docstring", with_plain_bars)
