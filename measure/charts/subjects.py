"""The pages that are compared, and how each is worked."""

from __future__ import annotations

from measure.charts import installing
from measure.charts.browsing import Subject

_FILTERED = """new Promise(resolve => {
    const busy = () => document.querySelector("#results[aria-busy], #band[aria-busy]");
    const look = (_, watching) => { if (!busy()) watching.disconnect(), resolve(); };
    new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] });
    document.querySelector("input[name=status][value=denied]").click();
})"""
DATELINE = Subject(
    "Dateline", "article .headline", ".band-plot", _FILTERED, _FILTERED,
    "document.querySelector('[data-act=nearer]').click()", "document.querySelector('[data-act=farther]').click()",
)  # fmt: skip
_LIBRARY = ("filter()", "clear()", "nearer()", "farther()")
TIMELINEJS = Subject("TimelineJS3 3.9.11", ".tl-timemarker", ".tl-timenav", *_LIBRARY)
VIS = Subject("vis-timeline 8.5.4", ".vis-item", "#chart", *_LIBRARY)
LIBRARIES = {TIMELINEJS: installing.timelinejs, VIS: installing.vis}
