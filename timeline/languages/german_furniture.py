"""Words that stand on a page round a German story, and the words of its publication time."""

from __future__ import annotations

from timeline.languages.german_cues import phrases
from timeline.reading.words import Furniture, StampWords, numbered

FURNITURE = Furniture(
    stamps=StampWords(
        months=numbered(
            "januar jan jänner|februar feb|märz mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep"
            "|oktober okt|november nov|dezember dez",
            1,
        ),
        weekdays=numbered("montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag", 0),
        halves={},
        fillers=frozenset({"am", "um", "uhr", "den", "der", "vom", "datum", "ortszeit"}),
        published=phrases("veröffentlicht, veröffentlicht am, erstellt, erstellt am, erschienen, erschienen am, stand"),
        updated=phrases("aktualisiert, aktualisiert am, zuletzt aktualisiert, letzte aktualisierung, geändert"),
    ),
    labels=phrases("""
        eilmeldung, exklusiv, live, liveticker, live-ticker, newsticker, kommentar, meinung, analyse, interview, video,
        podcast, anzeige, werbung, teilen, artikel teilen, drucken, merken, artikel merken, kommentare, kommentieren,
        mehr, mehr lesen, weiterlesen, weiter lesen, jetzt lesen, zurück, menü, suche, startseite, anmelden, abonnieren,
        jetzt abonnieren, newsletter, impressum, datenschutz, vorlesen, artikel anhören, zur startseite, nach oben,
        lesezeit, alle rechte vorbehalten, mehr zum thema, auf facebook teilen, schlagworte, schließen
    """),
    openings=phrases("""
        folgen sie uns, abonnieren sie, melden sie sich, jetzt anmelden, jetzt abonnieren, lesen sie hier,
        lesen sie mehr, hier geht es zu, mehr dazu, dieser artikel erschien, dieser text erschien, zum newsletter
    """),
    colons=phrases("""
        lesen sie auch, lesen sie dazu, auch interessant, mehr zum thema, siehe auch, video, bildergalerie, schlagworte,
        themen, kategorie, kontakt, foto, fotos, quelle, autor, autorin, redaktion, korrektur, hinweis, anzeige
    """),
    sections=phrases("""
        mehr zum thema, lesen sie auch, das könnte sie auch interessieren, auch interessant, meistgelesen,
        weitere artikel, weitere nachrichten, weitere themen, aktuelle nachrichten, empfohlen, mehr aus,
        neueste artikel, top-themen
    """),
    bylines=phrases("von, ein bericht von, ein kommentar von, eine analyse von, text, interview"),
    credits=phrases(
        "foto, fotos, bild, bilder, archivfoto, symbolbild, symbolfoto, grafik, illustration, quelle, copyright"
    ),
    endings=phrases("min lesezeit, minuten lesezeit, min., alle rechte vorbehalten, kommentare"),
    until=phrases("bis"),
    joins=frozenset({"mit", "und", "von", "der", "die", "das", "im", "am", "aus", "für", "zu", "zur", "zum", "in"}),
)
