"""English verbs: forms that no ending tells, and verbs by what they say of what follows."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """One word to each run of letters."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """One entry to a line or between commas."""
    return frozenset(entry.strip() for line in text.splitlines() for entry in line.split(",") if entry.strip())


def regular(bases: str) -> frozenset[str]:
    """All forms of regular verbs; bases with a doubled consonant are written out by hand."""
    return frozenset(form for base in bases.split() for form in _forms(base))


def _forms(base: str) -> Iterable[str]:
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    return base, base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"), base + "ed", base + "ing"


PRETERITES = words(
    """
    arose ate awoke bade beat became began bent bet bid bit bled blew bound bought bred broke brought built
    burned
    burnt burst came cast caught chose clung cost crept cut dealt dealt died dove drew drank drove dug fed
    fell felt
    fled flew flung forbade forecast forgave forgot fought found froze gave got grew ground had heard held
    hid hit
    hung hurt kept knelt knew laid lay led left leapt stopped saw learnt lent let lit lost made meant met
    mistook outlined overcame
    overran oversaw overtook paid put quit ran rang read rebuilt rose said sang sank sat saw sent set shed
    shook shone
    shot shrank shut slept slid slung sold sought spent split spoke sprang spread spun stole stood strode
    struck stuck
    stung swam swept swore swung taught thought threw tied took told tore trod underwent understood
    undertook upheld
    went wept withdrew withheld withstood woke won wore wound wove wrote freed sped agreed
    """
)

SIMPLE_PASTS = words(
    """
    arose ate awoke bade became began bit blew broke came chose died drew drank drove fell flew forbade forgave forgot
    froze gave grew happened hid knew lay occurred overcame overran oversaw overtook rang rose ran sang sank saw shook
    shrank spoke sprang stole strode swam swore threw tore took trod underwent undertook went withdrew woke wore wove
    wrote arrived
    """
)
"""Forms that cannot be participles after a noun ("the train took …")."""

PARTICIPLES = words(
    """
    arisen beaten become been begun bitten blown born borne broken chosen come done drawn driven drunk eaten
    fallen
    flown forbidden forgiven forgotten frozen given gone gotten grown hidden known lain mistaken overcome
    overrun
    overseen overtaken proven ridden risen run rung seen sewn shaken shown shrunk spoken stolen sung sunk
    sworn taken
    thrown torn undergone undertaken withdrawn woken worn woven written
    """
)

PRESENT = words(
    """
    announces appears arrives asks becomes begins believes belongs brings builds celebrates chooses closes comes
    confirms continues decides departs draws elects enters expects expires explains faces falls flies
    follows gets
    gives goes grows happens has helps includes insists intends involves joins keeps knows launches leads
    loses makes
    meets moves occurs opens operates owns pays provides publishes reaches reads remains replaces requires
    resigns
    resumes retires returns runs says seeks seems sells sends serves shows speaks stands stays takes tells
    thinks
    travels tries turns understands wants warns welcomes wins works writes
    """
)

AMBIGUOUS = words(
    """
    bet bid burst cast cost cut forecast hit hurt let lit put quit read set shed split spread
    adds agrees appeals attacks backs bans beats blames blocks bows breaks buys carries casts causes changes
    claims
    climbs collapses costs counts covers crosses cuts dates deals demands denies dies drops earns eases
    fails features
    fears fears fights files fills finds fines fires fits flows forces gains grants grips halts heads hears
    hits hosts
    hurts issues kills lands lasts launches lifts likes lists lives looks marks names notes nears offers
    orders passes
    picks points posts praises presses prices proposes pulls pushes puts questions quits rains raises ranks
    rates
    rejects relies rescues reveals reviews rides rules sails scores seals sets settles shares shoots shuts
    signs sinks
    sits slams slips slows spends splits spreads stages starts steps stops strikes suffers supports surges
    swears takes
    targets tests threatens throws tops touches trades trails turns unveils urges uses walks waits waives
    watches widens
    wins wounds yields
    look looks ends starts begin start open close meet return face remain continue go come take hold holds
    leave leaves plan
    plans hope hopes aim aims visit visits release releases report reports call calls play plays rise rises
    resume
    expect want need needs say vote votes follow happen arrive fall celebrate travel
    """
)

REPORTING = regular(
    """
    announce claim warn add note explain confirm declare insist argue reveal disclose acknowledge suggest
    believe
    estimate predict allege reply conclude indicate learn complain concede stress emphasise emphasize
    maintain recall
    testify inform report remark observe comment assert contend signal reiterate joke promise vow pledge fear
    expect anticipate assure notice realise realize
    """
) | words(
    """
    said say says saying told tell tells telling admit admits admitted admitting deny denies denied denying
    thought
    think thinks know knows knew wrote write writes writing tweeted tweet tweets heard hear hears showed
    shows shown
    mean means meant found finds understood swore hinted hints quipped forecast forecasts ruled asked ask asks
    responded responds
    """
)

TELLING = words(
    """
    tell tells told telling inform informs informed warn warns warned warning assure assures assured ask
    asks asked
    promise promised remind reminded
    """
)
