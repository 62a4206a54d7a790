"""How the pages look: light, readable, safe for the colour-blind (after the palette of Okabe & Ito 2008)."""

from __future__ import annotations

BASE_STYLE = """
:root { color-scheme: light; --ink: #1d232b; --soft: #56606c; --line: #d5dae0; --paper: #fff;
  --wash: #f5f7f9; --blue: #0064a5; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 78rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .6rem 0 .4rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.4rem 0 .5rem; padding-top: .5rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.02rem; margin: 1.5rem 0 .4rem; }
p { margin: .4rem 0; max-width: 62rem; }
a { color: var(--blue); }
code { font: .88em/1.4 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
  background: var(--wash); padding: .05em .3em; border-radius: 3px; overflow-wrap: anywhere; }
.meta, .cut, figcaption, .base { color: var(--soft); font-size: .88rem; }
.cut { border-left: 3px solid #e69f00; padding-left: .6rem; }
.warn { border: 1px solid #d55e00; border-left-width: 5px; padding: .5rem .8rem; border-radius: 3px;
  max-width: 62rem; }
.wide { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .88rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: .28rem .7rem .28rem 0;
  border-bottom: 1px solid var(--line); }
th { border-bottom: 2px solid #aab3bd; font-weight: 600; white-space: nowrap; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
  padding-left: .5rem; }
td { unicode-bidi: isolate; overflow-wrap: break-word; }
details { margin: .35rem 0; }
details > details { margin-left: 1.1rem; }
summary { cursor: pointer; font-weight: 600; }
ul, ol { margin: .3rem 0; padding-left: 1.4rem; }
nav ol, nav ul { margin: .3rem 0; padding-left: 1.4rem; columns: 22rem; }
nav li { break-inside: avoid; }
@media print { details:not([open]) > *:not(summary) { display: none; } }
"""

REPORT_STYLE = """
figure { margin: .8rem 0 1.4rem; }
figure svg { max-width: 100%; height: auto; }
th .ci { font-weight: 400; }
.ci { color: var(--soft); font-size: .82rem; white-space: nowrap; display: block; }
.short { white-space: nowrap; }
td.left { text-align: right; color: var(--soft); width: 42%; }
td.node { white-space: nowrap; font-weight: 600; padding-right: .7rem; }
td.node.rejected { text-decoration: underline 2px var(--ink); text-underline-offset: 3px; }
td.right { width: 42%; color: var(--soft); }
table.kwic { width: 100%; }
table.kwic td { border-bottom-color: #eceff2; }
sup a { text-decoration: none; }
.notes { font-size: .84rem; color: var(--soft); max-width: 62rem; }
.notes li { margin: .1rem 0; }
"""

# A layer's rules hold only while its box in the legend is ticked: the body then lacks the class no-LAYER.
ANNOTATION_STYLE = """
main { max-width: 84rem; }
#legend { position: sticky; top: 0; z-index: 2; background: #fffffff2;
  border-bottom: 1px solid var(--line); padding: .45rem 1.5rem; display: flex; flex-wrap: wrap;
  gap: .15rem 1.05rem; font-size: .84rem; line-height: 1.75; align-items: baseline; }
#legend label { white-space: nowrap; cursor: pointer; }
#legend input { vertical-align: -2px; margin: 0 .25rem 0 0; }
#legend .text { font: inherit; display: inline; }
article { scroll-margin-top: 5rem; }
.row { display: grid; grid-template-columns: 4.6rem minmax(0, 46rem) minmax(11rem, 21rem);
  column-gap: 1.2rem; align-items: start; unicode-bidi: isolate; }
.gutter { color: #77818d; font-size: .74rem; line-height: 1.25; text-align: right; padding-top: .6rem; }
.text { white-space: pre-wrap; overflow-wrap: break-word;
  font: 1.06rem/2.1 Georgia, "Noto Serif", "DejaVu Serif", serif; padding-bottom: .55rem; }
.notes { list-style: none; margin: 0; padding: .35rem 0 0; font-size: .77rem; line-height: 1.35;
  color: var(--soft); overflow-wrap: break-word; }
.notes li { margin-bottom: .3rem; padding-left: 2.1rem; text-indent: -2.1rem; }
.notes b { color: var(--ink); font-weight: 600; }
.notes .id { display: inline-block; width: 2.1rem; text-indent: 0; color: var(--blue); }
i.tick, i.quote, i.quote-end, i.kind, i.plus { font-style: normal; text-indent: 0; user-select: none; }
body:not(.no-headings) .text.headline { font-size: 1.32rem; font-weight: 700; line-height: 1.8; }
body:not(.no-headings) .text.heading { font-size: 1.12rem; font-weight: 700; }
body.no-headings .role { display: none; }
body:not(.no-voice) .direct { background: #d3e6f6; }
body:not(.no-voice) .indirect { background: #fcecc6; }
body:not(.no-voice) .nested { background-image: linear-gradient(#0000001a, #0000001a); }
body:not(.no-quotes) i.quote::before { content: attr(data-is); font: .62rem/1 system-ui, sans-serif;
  vertical-align: super; color: var(--blue); padding: 0 1px; }
body:not(.no-quotes) i.quote { border-left: 2px solid #4b93c6; }
body:not(.no-quotes) i.quote-end { border-right: 2px solid #4b93c6; }
body.no-quotes .notes { visibility: hidden; }
body:not(.no-reporting) .reporting { font-style: italic; color: #00558c; font-weight: 600; }
body:not(.no-reporting) .speaker { color: #00558c;
  background-image: linear-gradient(to right, #0064a5 55%, transparent 0); background-size: 5px 1px;
  background-repeat: repeat-x; background-position: left 92%; }
body:not(.no-scope) .scope { text-decoration: underline 1.5px #14181d; text-underline-offset: 4px;
  text-decoration-skip-ink: none; }
body:not(.no-scope) .scope-twice { text-decoration-style: double; }
body:not(.no-negation) .negation { font-weight: 700; text-decoration: underline 3.5px #14181d;
  text-underline-offset: 4px; text-decoration-skip-ink: none; }
body:not(.no-negation) .negation-affixal { text-decoration-style: dotted; text-decoration-thickness: 2px;
  font-weight: 600; }
.hedge { --kind: #7b3294; }
.hedging-doxastic { --kind: #0064a5; } .hedging-investigation { --kind: #2b8cbe; }
  .hedging-condition { --kind: #b86e00; }
.hedging-approximator { --kind: #b5477f; } .hedging-frequency { --kind: #4d4d4d; }
  .hedging-shield { --kind: #000; }
body:not(.no-hedges) .hedge { box-shadow: inset 0 2.5px 0 var(--kind); padding-top: 2px; }
body:not(.no-hedges) i.kind::before { content: attr(data-is); font: .6rem/1 system-ui, sans-serif;
  vertical-align: super; color: #5b2a70; padding: 0 2px 0 1px; letter-spacing: .01em; }
body:not(.no-reach) .reach:not(.hedge) { box-shadow: inset 0 1px 0 #7b329480; padding-top: 2px; }
body:not(.no-boosters) .boost { box-shadow: inset 0 2.5px 0 #007f5c; padding-top: 2px; font-weight: 700; }
body:not(.no-boosters) i.plus::before { content: attr(data-is); font: 700 .75rem/1 system-ui, sans-serif;
  vertical-align: super; color: #007f5c; }
body:not(.no-left) .left { color: #6b737d;
  background: repeating-linear-gradient(135deg, #eef0f2 0 5px, #fff 5px 8px); }
body:not(.no-ticks) i.tick { border-left: 2px solid #8b95a1; padding-left: 2px; margin-left: -2px;
  line-height: 1; font-size: .8em; }
body:not(.no-ticks) i.tick::before { content: "\\2060"; } /* keeps the tick on the line of its sentence */
body:not(.no-hits) .hit { outline: 1.5px solid var(--hit); outline-offset: 0; border-radius: 2px; }
body:not(.no-hits):not(.no-left) .hit.left { outline-color: #b3bac2; }
body:not(.no-hits) .hit.rejected { outline-style: dashed; }
.hit-0 { --hit: #d55e00; } .hit-1 { --hit: #0072b2; } .hit-2 { --hit: #007f5c; } .hit-3 { --hit: #8a6d00;
  } .hit-4 { --hit: #7b3294; } .hit-5 { --hit: #333; }
@media (max-width: 60rem) { .row { grid-template-columns: 1fr; } .gutter { text-align: left;
  line-height: 1; } #legend { position: static; } }
@media print { #legend { position: static; } body { print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
"""

# A tick takes a class off the body; without scripts all layers but the reach are shown.
LEGEND_SCRIPT = """
document.querySelectorAll("#legend input").forEach(function (box) {
  function set() { document.body.classList.toggle("no-" + box.value, !box.checked); }
  box.addEventListener("change", set);
  set();
});
"""
