"""Words of events that turn a story: beginnings and ends, decisions, deaths, victories. Lower case, as written."""

from __future__ import annotations

_WORDS = """abgesetzt amtsantritt entlassen ernannt gestürzt gewählt kandidatur nominiert putsch rücktritt vereidigt
vereidigung wahl wahlen wiedergewählt zurückgetreten angeklagt anklage ausgeliefert berufung festgenommen
festnahme freigelassen freigesprochen freispruch prozess schuldig urteil verhaftet verhaftung verurteilt
angegriffen angriff anschlag attentat bombe erdbeben ermordet erschossen explosion getötet gestorben mord
starb tod tot tote unfall unglück verletzt abkommen abzug einigung exil frieden geflohen invasion kapitulation
krieg unterzeichnet vertrag waffenruhe waffenstillstand überfall abgelehnt abgestimmt abstimmung angekündigt
beschloss beschlossen gebilligt gesperrt verabschiedet verboten besuch eingetroffen gipfel gipfeltreffen
rückkehr traf treffen verhandlungen zurückgekehrt finale gewann gewonnen medaille meister niederlage sieg
siegte verlor weltmeister geboren geheiratet heirat hochzeit scheidung"""
MILESTONES = frozenset(_WORDS.split())
