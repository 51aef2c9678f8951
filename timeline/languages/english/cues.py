"""What English words say about a happening: whether it took place, is planned, is possible or was denied."""

from __future__ import annotations

from timeline.languages.english.names import COUNTRIES, DEMONYMS, ORGANISATIONS, PLACE_KINDS
from timeline.languages.english.verbs import (
    AMBIGUOUS,
    PARTICIPLES,
    PRESENT,
    PRETERITES,
    REPORTING,
    SIMPLE_PASTS,
    TELLING,
    phrases,
    regular,
    words,
)
from timeline.syntax.cues import Cues, Suffixes

_NOT = "is are was were has have had do does did will would could should must might can ought may"

CUES = Cues(
    abbreviations=words(
        """
        mr mrs ms dr prof gen col lt maj capt cmdr adm sgt cpl rev hon sen rep gov pres st sr jr messrs mx no nos vs
        v etc approx est fig dept vol pp ed inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec mon
        tue tues wed weds thu thur thurs fri sat sun ave blvd rd mt ft cf al viz ca art
        """
    ),
    honorifics={
        "mr": "he",
        "mrs": "she",
        "ms": "she",
        "miss": "she",
        "sir": "he",
        "dame": "she",
        "lord": "he",
        "lady": "she",
        "king": "he",
        "queen": "she",
        "dr": None,
        "professor": None,
        "prof": None,
        "president": None,
        "minister": None,
        "secretary": None,
        "senator": None,
        "sen": None,
        "general": None,
        "gen": None,
        "judge": None,
        "captain": None,
        "chancellor": None,
        "mayor": None,
        "governor": None,
        "colonel": None,
        "inspector": None,
        "justice": None,
    },
    third_person={"he": "he", "she": "she"},
    impersonal=words("it"),
    plurals=words("they"),
    owners={"his": "he", "her": "she", "its": "it", "their": "they"},
    owner="'s",
    passive={"one": "was", "many": "were"},
    suffixes=Suffixes(past="ed", progressive="ing", adverb="ly"),
    negated={f"{word}n't": word for word in _NOT.split()}
    | {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"},
    clitics={"'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am"},
    be_present=words("am is are it's he's she's that's there's who's what's here's"),
    be_past=words("was were"),
    be_bare=words("be been being"),
    have_present=words("has have"),
    have_past=words("had"),
    do_present=words("do does"),
    do_past=words("did"),
    will=words("will shall"),
    would=words("would"),
    must=words("must"),
    may=words("may might should ought could can"),
    can=words("could can"),
    preterites=PRETERITES,
    simple_pasts=SIMPLE_PASTS | phrases("agreed with, disagreed with, moved on"),
    participles=PARTICIPLES,
    present_verbs=PRESENT,
    ambiguous_verbs=AMBIGUOUS,
    plain=words(
        """
        hundred indeed speed exceed proceed succeed breed sacred naked unprecedented embed hatred kindred wicked
        limited united so-called king evening morning during spring ceiling nothing something anything everything
        being sterling beijing thing wedding building family only early july supply reply apply rally ally italy
        assembly daily weekly monthly yearly quarterly friendly elderly likely unlikely monopoly
        """
    ),
    stative=words(
        """
        is are am has have it's there's remains remain stands stays stay belongs owns knows wants needs lives works
        includes seems appears contains
        """
    ),
    static=words(
        """
        was were had knew wanted needed lived seemed appeared remained included contained belonged owned consisted meant
        stood lay cost depended involved liked loved hated resembled tended used believed thought understood hoped
        feared saw heard felt looked sounded weighed measured
        """
    ),
    habits=words("often usually always frequently typically sometimes generally regularly traditionally normally"),
    infinitive=words("to"),
    determiners=words(
        """
        the a an this these those its his her their our my your each every some any another all both several many few
        """
    ),
    pronouns=words("he she it they we i you who this there one everyone somebody someone"),
    persons=words("he she it they we i you"),
    prepositions=words(
        """
        on in at by for with from of over during under within into through about against between among across
        around near behind beyond despite without after before since until till towards toward upon onto off amid
        as like than per via to alongside inside outside following ahead
        """
    ),
    adverbs=words(
        """
        very also already still just now then soon ever even both again once yet too so far later almost nearly
        initially instead together formally officially largely previously finally
        """
    ),
    coordinators=words("and but or nor &"),
    complementizers=words("that"),
    relatives=words("who which whom"),
    relative_places=words("whose where"),
    questions=words("how what why whatever"),
    yes_no=words("whether"),
    conditionals=phrases("if, unless, provided that, in case, assuming, as long as, only if, on condition that"),
    subordinators=phrases(
        """
        after, before, as, when, while, because, since, until, till, once, although, though, whereas, so that
        even though, even if, ever since, by the time, as if, shortly before, shortly after, whenever, lest
        """
    ),
    contrasts=phrases("""
        but, however, meanwhile, moreover, in addition, also, yet, so, still, and, nevertheless, back, later, earlier
        then, recently, in fact, of course, instead, indeed
        """),
    possessives=words("'s ' s'"),
    negations=phrases("not, never, no longer, hardly, scarcely, n't, neither, nor, far from"),
    negative_determiners=words("no nobody nothing none neither"),
    neutral=phrases(
        """
        not only, not just, not merely, no doubt, no less than, no fewer than, no more than, not least, no sooner
        as expected, than expected, if not, if any, no matter, or not
        """
    ),
    reporting=REPORTING,
    telling=TELLING,
    saying=words("say says said saying think thinks thought believe believes believed insist insists insisted"),
    denying=phrases(
        """
        denied, denies, deny, denying, rejected claims, dismissed claims, rejected reports, dismissed reports
        not true, untrue, dismissed suggestions, rejected suggestions, rejected allegations, dismissed allegations
        """
    ),
    failing=phrases(
        """
        failed to, fails to, fail to, failing to, unable to, neglected to, stopped short of, ruled out, rules out
        rule out, impossible to, impossible for, narrowly avoided, narrowly escaped, narrowly averted, decided against
        opted against, decided not to
        """
    ),
    barely=words("almost nearly"),
    cancelling=regular("scrap shelve abandon")
    | phrases(
        """
        cancelled, canceled, cancels, cancel, called off, calls off, call off, scrapped, axed, aborted, halted
        averted, dropped, stopped, blocked
        """
    ),
    moving=regular("postpone delay reschedule adjourn extend defer move")
    | phrases("put off, pushed back, put back, brought forward, held over"),
    hoping=regular("hope want seek aim consider weigh mull wish ponder contemplate")
    | phrases(
        """
        hoping, aiming, mulling, risk, risks, chance, prospect, would like, would prefer, keen, eager, ready
        lobbying, pushing, betting on, bets on, calls for, in talks, push for
        """
    ),
    urging=regular("urge demand press order warn threaten recommend suggest propose invite offer petition")
    | phrases(
        """
        appealed to, appealed for, called on, calls on, calling on, called for, calling for, asked, asks, ask, asking
        begged
        """
    ),
    agreeing=regular("decide vow pledge promise commit approve resolve undertake guarantee")
    | phrases("agree, agrees, agreed, agreeing, swore, undertook, chose, opted"),
    planning=regular("expect schedule intend anticipate slate earmark pencil timetable")
    | phrases(
        """
        planned, preparing to, prepares to, prepare to, plans to, plan to, planning, plans for, plan for
        planned for, plans, set to, set for, set to be
        looks forward to, look forward to, looking forward to, looked forward to, going to, gonna
        on course to, on track to, gearing up, about to, poised to, ready to, supposed to, meant to, scheduled
        bound to, forecast, destined, has to, have to, having to, under obligation, hopes to see
        """
    ),
    due=words("due"),
    hedges=phrases(
        """
        likely, unlikely, possibly, perhaps, maybe, probably, potentially, possible, probable, allegedly, supposedly
        purportedly, rumoured, rumored, alleged, alleges, presumably, feared, fear, fears
        thought to have, believed to have, suspected of, accused of, subject to, hypothetical, conceivably, in theory
        tentatively, provisionally, reportedly, apparently, seemingly, said to have, said to be, understood to have
        """
    ),
    sensing=words("see hear feel smell taste"),
    soonest=phrases("as soon as, as early as, at the earliest, as late as, as quickly as"),
    lasting=phrases(
        """
        continue, continues, continuing, under way, underway, ongoing, still, remains, remain, currently, in progress
        in force, in effect, presently
        """
    ),
    retrospective=phrases("later, eventually, subsequently, go on to, ultimately, come to, end up"),
    since=phrases("since, ever since"),
    until=words("until till"),
    deadlines=words("by until till before within"),
    spans=words("through"),
    comparing=phrases("than, compared with, compared to, versus, unlike, up from, down from, higher than"),
    replaced=phrases("instead of, rather than, not"),
    attributive=words("of"),
    filling=words("spend spends spent spending between"),
    bounding=words("ending ended starting beginning"),
    indefinite=words("a an"),
    datelike=phrases(
        """
        on, in, at, by, during, over, within, from, since, until, till, before, after, for, around, about, as of
        late on, early on, later, earlier, later on, by the end of, starting, beginning, as soon as, as early as
        as late as, into, throughout, through, only, just
        """
    ),
    occasions=words("at in during after following before"),
    place_leads=words("in near outside around across inside"),
    holdings=words("stake stakes interest interests share shares confidence faith trust investment holding holdings"),
    place_heads=words("cape fort gulf lake mount port"),
    place_kinds=PLACE_KINDS,
    organisations=ORGANISATIONS,
    countries=COUNTRIES,
    demonyms=DEMONYMS,
    particles=words("up out off down over away apart in on through"),
    loose_ends=words(
        """
        the a an this these those its his her their our my your each every some any and but or nor of to in on at by
        for with from over into that which who as is are was were be been being has have had will would could may
        might should than about through after before when while if because its between against not making such sure
        very no how what whether until till also so despite amid during including up out off down where & under within
        especially indeed particularly mostly largely once
        he she they we i who
        """
    ),
)
