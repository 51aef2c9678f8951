"""Which language a text is taken to be in."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages import MODULES, common
from timeline.languages.detection import language

PARAGRAPHS = {
    "en": "The council has voted for a new bridge over the river, and work on it will begin in the spring.",
    "de": "Der Gemeinderat hat sich für eine neue Brücke entschieden, und die Arbeiten beginnen im Frühjahr.",
    "fr": "Le conseil municipal a voté la construction d'un nouveau pont sur la rivière, et les travaux commenceront "
    "au printemps. Les habitants du quartier attendaient cette décision depuis longtemps.",
    "es": "El ayuntamiento aprobó la construcción de un puente nuevo sobre el río, y las obras empezarán en primavera. "
    "Los vecinos llevaban años esperando esta decisión.",
    "nl": "De gemeenteraad heeft ingestemd met de bouw van een nieuwe brug over de rivier, en het werk begint in het "
    "voorjaar. De bewoners wachtten al jaren op dit besluit.",
    "pl": "Rada miasta zgodziła się na budowę nowego mostu przez rzekę, a prace ruszą wiosną. Mieszkańcy czekali na tę "
    "decyzję od wielu lat.",
    "ru": "Городской совет одобрил строительство нового моста через реку, и работы начнутся весной.",
    "he": "מועצת העיר אישרה את בנייתו של גשר חדש מעל הנהר, והעבודות יתחילו באביב ויימשכו שנתיים תמימות.",
    "ja": "市議会は川に新しい橋を架ける計画を承認した。工事は来春に始まり、二年かかる見込みだ。住民は長年待っていた。",
}


@pytest.mark.parametrize("want", PARAGRAPHS)
def test_a_paragraph_is_enough(want: str) -> None:
    assert language(PARAGRAPHS[want]) == want


@pytest.mark.parametrize("text", ["", "Storm Shadow", "Il est parti.", "3/4/2024", "Oslo 3-2 Bergen", "1 2 3 " * 500])
def test_what_is_too_short_to_tell_is_taken_for_english(text: str) -> None:
    assert language(text) == "en"


def test_a_short_sentence_in_a_language_with_a_grammar_is_known() -> None:
    assert language("Am Montag trafen sich die Räte und sprachen mit der Presse.") == "de"


@given(st.text() | st.text(alphabet="\ud800\x00\u202eaé😀 ", min_size=200))
def test_any_text_has_a_language_and_always_the_same(text: str) -> None:
    assert language(text) == language(text) != ""


def test_languages_with_a_grammar_have_few_common_words_in_common() -> None:
    for one in MODULES:
        for other in MODULES:
            assert one == other or len(common(one) & common(other)) <= 3


def test_the_library_is_not_loaded_for_languages_with_a_grammar() -> None:
    told = [PARAGRAPHS[name] for name in MODULES]
    code = (
        "import sys; from timeline.languages.detection import language\n"
        f"print([language(text) for text in {told!r}], 'gcld3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{list(MODULES)} False"
