"""What German words say about a happening: modest, for German keeps participles and negations to a clause's end."""

from __future__ import annotations

from timeline.syntax.cues import Cues, Suffixes


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """One entry between commas."""
    return frozenset(" ".join(entry.split()) for entry in text.split(",") if entry.strip())


_PRETERITES = """
kam kamen ging gingen gab gaben fand fanden stand standen hielt hielten nahm nahmen sah sahen ließ ließen lag lagen
begann begannen sprach sprachen starb starben gewann gewannen verlor verloren traf trafen zog zogen fiel fielen stieg
stiegen schrieb schrieben blieb blieben erhielt erhielten verließ verließen trat traten brach brachen schlug schlugen
brachte brachten dachte dachten legte legten stellte stellten setzte setzten machte machten führte führten löste lösten
wählte wählten zeigte zeigten tötete töteten stimmte stimmten lehnte lehnten forderte forderten feierte feierten
startete starteten reiste reisten einigten einigte trug trugen bekam bekamen lief liefen unterschrieb unterzeichnete
unterzeichneten beschloss beschlossen eröffnete eröffneten endete endeten scheiterte scheiterten folgte folgten stürzte
stürzten explodierte besuchte besuchten veröffentlichte veröffentlichten übernahm übernahmen trennte trennten wollte
wollten konnte konnten musste mussten durfte durften sagte sagten absagte
"""
_PRESENT = """
beginnt beginnen startet starten findet finden steht stehen trifft treffen tritt treten kommt kommen stimmt stimmen
entscheidet entscheiden wählt wählen tagt tagen berät beraten spielt spielen folgt endet öffnet geht gehen gibt geben
zeigt zeigen feiert feiern lädt reist reisen empfängt hält halten bleibt bleiben verhandelt verhandeln erscheint läuft
stellt stellen setzt setzen fährt übernimmt verlässt arbeitet arbeiten gilt gelten heißt lebt leben macht nimmt sieht
"""
_REPORTING = """
sagte sagten sagt erklärte erklärten erklärt mitteilte berichtete berichteten berichtet betonte betonten meinte meinten
hieß versicherte versicherten warnte warnten kündigte kündigten kritisierte schrieb schrieben behauptete behaupteten
erläuterte bestätigte bestätigten ergänzte räumte zitierte
"""
CUES = Cues(
    abbreviations=_words("dr prof hr fr st nr str bzw ca usw etc evtl ggf inkl max min mio mrd sog vgl abs art tel geb")
    | _words("jan feb jän aug sept sep okt nov dez mo di mi do sa z d u a h b o v n chr ing dipl mag rd")
    | frozenset(map(str, range(1, 32))),
    honorifics={},
    third_person={},
    impersonal=frozenset(),
    plurals=frozenset(),
    passive={},
    suffixes=Suffixes(),
    negated={},
    clitics={},
    be_present=_words("ist sind sei seien"),
    be_past=_words("war waren wurde wurden"),
    be_bare=_words("sein worden geworden gewesen"),
    have_present=_words("hat haben habe"),
    have_past=_words("hatte hatten"),
    do_present=frozenset(),
    do_past=frozenset(),
    will=_words("wird werden werde"),
    would=_words("würde würden"),
    must=_words("soll sollen muss müssen"),
    may=_words("könnte könnten dürfte dürften mag möchte möchten kann können"),
    can=_words("kann können"),
    preterites=_words(_PRETERITES + _REPORTING + "bestritt bestritten dementierte leugnete"),
    simple_pasts=frozenset(),
    participles=frozenset(),
    present_verbs=_words(_PRESENT + "bestreitet bestreiten dementiert dementieren leugnet plant planen hofft hoffen"),
    ambiguous_verbs=frozenset(),
    plain=frozenset(),
    stative=_words("ist sind hat haben gilt gelten bleibt bleiben steht stehen lebt leben arbeitet verhandelt läuft"),
    static=_words("war waren hatte hatten wollte wollten konnte konnten musste mussten durfte durften lag lagen blieb")
    | _words("blieben stand standen galt galten lebte lebten wusste wussten"),
    habits=_words("oft meist immer häufig manchmal gewöhnlich regelmäßig üblicherweise normalerweise"),
    infinitive=frozenset(),
    determiners=_words("ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene jenes sein ihr"),
    pronouns=_words("er sie es wir ich man"),
    persons=_words("er sie es wir ich man"),
    prepositions=_words("am an auf aus bei beim bis durch für gegen im in ins mit nach ohne seit um unter vom von vor")
    | _words("während wegen zu zum zur zwischen über ab laut gegenüber"),
    adverbs=_words("auch schon noch bereits erst nur jedoch dann dort hier wieder rund etwa"),
    coordinators=_words("und oder aber sondern"),
    complementizers=_words("dass daß"),
    relatives=_words("welcher welche welches"),
    relative_places=_words("wo wobei wodurch"),
    questions=_words("wie was warum weshalb wann wer"),
    yes_no=_words("ob"),
    conditionals=phrases("wenn, falls, sofern, es sei denn, unter der Bedingung"),
    subordinators=_words("weil nachdem bevor obwohl damit da sobald solange seitdem sodass"),
    contrasts=_words("doch jedoch dennoch dagegen allerdings"),
    possessives=frozenset(),
    negations=frozenset(),
    negative_determiners=frozenset(),
    neutral=phrases("nicht nur, nicht zuletzt, nicht einmal, nicht mehr als, noch nicht, ob nicht, kein wunder"),
    reporting=_words(_REPORTING),
    telling=frozenset(),
    saying=_words("sagte sagten sagt meinte"),
    denying=_words("bestreitet bestreiten bestritt bestritten dementierte dementiert dementieren leugnet leugnete"),
    failing=_words("scheiterte scheiterten missglückte misslang"),
    barely=_words("beinahe fast"),
    cancelling=_words("abgesagt abgesagte abgesagten gestrichen abgebrochen absagen entfällt entfallen"),
    moving=_words("verschoben vertagt verlegt verschiebt vertagte verschob"),
    hoping=_words("hofft hoffen hoffte hofften erwägt erwägen strebt fordert fordern forderte wünscht"),
    urging=_words("fordert fordern forderte forderten"),
    agreeing=_words("vereinbarte vereinbarten vereinbart verspricht versprach zugesagt"),
    planning=_words("geplant geplante geplanten plant planen plante planten vorgesehen angesetzt angekündigt")
    | _words("erwartet terminiert anberaumt bevorsteht"),
    due=frozenset(),
    hedges=_words("wahrscheinlich vermutlich möglicherweise vielleicht wohl angeblich mutmaßlich offenbar womöglich"),
    sensing=frozenset(),
    soonest=phrases("frühestens, so bald wie möglich"),
    lasting=_words("weiterhin derzeit nach wie vor andauernd anhaltend laufend"),
    retrospective=frozenset(),
    since=_words("seit"),
    until=_words("bis"),
    deadlines=_words("bis spätestens binnen"),
    spans=frozenset(),
    comparing=phrases("gegenüber, verglichen mit, im vergleich zu, im vergleich zum, als im, als am, als vor"),
    replaced=_words("statt anstatt"),
    attributive=frozenset(),
    bounding=frozenset(),
    filling=_words("zwischen verbringt verbringen verbrachte verbrachten"),
    indefinite=_words("ein eine einen einem einer"),
    datelike=_words("am an im in um vom von vor seit bis ab zum zur nach gegen für spätestens"),
    occasions=frozenset(),
    loose_ends=_words("der die das den dem des ein eine einen und oder am im in an auf mit von vom zu zum zur bei seit")
    | _words("bis vor nach für um dass"),
    refusing=_words("nicht nie niemals kein keine keinen keinem keiner keines nirgends"),
    dates_stay=True,
)
