"""Words of events that turn a story: beginnings and ends, decisions, deaths, victories. Lower case, as written."""

from __future__ import annotations

_WORDS = """appointed appoints appointment elect elected election elections elects impeached impeachment inaugurated
inauguration named nominated nomination nominee ousted overthrown quit quits reelected resign resignation
resigned resigns sacked suspended suspends sworn toppled coup deposed dismissed acquitted appeal arrest
arrested arrests bail charged charges convicted conviction detained extradited extradition freed guilty
hearing indicted indictment jailed released ruled ruling sentence sentenced trial verdict assassinated
assassination attack attacked attacks bomb bombing bombings crash crashed dead death died dies earthquake
explosion killed kills murder murdered shooting shot accord agreement armistice ceasefire deal exile exiled
fled invaded invasion peace signed signs surrender surrendered treaty truce war withdrawal announced announces
approved approves banned declared declares disqualified launched launches passed removed vetoed vote voted
votes arrived arrives meets met returned returns summit talks visit beat champion championship defeat defeated
final lost medal victory win wins won born divorce divorced married wedding"""
MILESTONES = frozenset(_WORDS.split())
