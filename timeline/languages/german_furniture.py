"""Words that stand on a page round a German story, and the words of its publication time."""

from __future__ import annotations

from timeline.reading.words import Furniture, StampWords


def _lines(text: str) -> frozenset[str]:
    """One entry between commas."""
    return frozenset(" ".join(entry.split()) for entry in text.split(",") if entry.strip())


def _numbered(groups: str, first: int) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups.split("|"), first) for word in group.split()}


FURNITURE = Furniture(
    stamps=StampWords(
        months=_numbered(
            "januar jan jänner|februar feb|märz mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep"
            "|oktober okt|november nov|dezember dez",
            1,
        ),
        weekdays=_numbered(
            "montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag", 0
        ),
        halves={},
        fillers=frozenset({"am", "um", "uhr", "den", "der", "vom", "datum", "ortszeit"}),
        published=_lines("veröffentlicht, veröffentlicht am, erstellt, erstellt am, erschienen, erschienen am, stand"),
        updated=_lines("aktualisiert, aktualisiert am, zuletzt aktualisiert, letzte aktualisierung, geändert"),
    ),
    labels=_lines("""
        eilmeldung, exklusiv, live, liveticker, live-ticker, newsticker, kommentar, meinung, analyse, interview, video,
        podcast, anzeige, werbung, teilen, artikel teilen, drucken, merken, artikel merken, kommentare, kommentieren,
        mehr, mehr lesen, weiterlesen, weiter lesen, jetzt lesen, zurück, menü, suche, startseite, anmelden, abonnieren,
        jetzt abonnieren, newsletter, impressum, datenschutz, vorlesen, artikel anhören, zur startseite, nach oben,
        lesezeit, alle rechte vorbehalten, mehr zum thema, auf facebook teilen, schlagworte, schließen
    """),
    openings=_lines("""
        folgen sie uns, abonnieren sie, melden sie sich, jetzt anmelden, jetzt abonnieren, lesen sie hier,
        lesen sie mehr, hier geht es zu, mehr dazu, dieser artikel erschien, dieser text erschien, zum newsletter
    """),
    colons=_lines("""
        lesen sie auch, lesen sie dazu, auch interessant, mehr zum thema, siehe auch, video, bildergalerie, schlagworte,
        themen, kategorie, kontakt, foto, fotos, quelle, autor, autorin, redaktion, korrektur, hinweis, anzeige
    """),
    sections=_lines("""
        mehr zum thema, lesen sie auch, das könnte sie auch interessieren, auch interessant, meistgelesen,
        weitere artikel, weitere nachrichten, weitere themen, aktuelle nachrichten, empfohlen, mehr aus,
        neueste artikel, top-themen
    """),
    bylines=_lines("von, ein bericht von, ein kommentar von, eine analyse von, text, interview"),
    credits=_lines(
        "foto, fotos, bild, bilder, archivfoto, symbolbild, symbolfoto, grafik, illustration, quelle, copyright"
    ),
    endings=_lines("min lesezeit, minuten lesezeit, min., alle rechte vorbehalten, kommentare"),
    until=_lines("bis"),
    joins=frozenset({"mit", "und", "von", "der", "die", "das", "im", "am", "aus", "für", "zu", "zur", "zum", "in"}),
)
