"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.english.cues import CUES
from timeline.model import Span
from timeline.syntax.sentences import sentences

PARTED = [
    "The talks failed. | Both sides left.",
    "Mr. Hale met Dr. Ames on Sept. 3. | They agreed.",
    "J. K. Odum wrote it. | It sold well.",
    "It cost 3.5 million. | Nobody paid.",
    "The U.S. Senate met. | It voted.",
    "She moved to the U.S. | The others stayed.",
    "The show starts at 9 p.m. | Doors open at eight.",
    "“We will go.” | He left.",
    "“Why?” he asked. | Nobody knew.",
    "He waited… | Then he ran.",
    "It was over... and it had just begun.",
    "Acme Inc. and Bolt Ltd. merged. | Both had debts.",
    "Page No. 10 was missing! | Who had it?",
    "A headline without a stop\n | The first sentence follows it.",
    "a line that was wrapped in the middle of a sentence because it had\ngrown too long for the page",
    "One paragraph ends\n\n | another begins",
]


@pytest.mark.parametrize("marked", PARTED)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    wanted = [sentence.strip() for sentence in marked.split("|")]
    text = marked.replace("| ", "").replace("|", "")
    assert [text[span.start : span.end] for span in sentences(text, Span(0, len(text)), CUES)] == wanted


def test_no_sentence_ends_inside_a_time_expression() -> None:
    text = "It begins at 9 a.m. Monday in the hall."
    expression = Span(text.index("9"), text.index(" in"))
    assert len(sentences(text, Span(0, len(text)), CUES, (expression,))) == 1


@given(st.text(st.sampled_from("aB .!?…\n\"”“')U1"), max_size=200))
def test_sentences_are_in_order_and_leave_only_white_space_out(text: str) -> None:
    found = sentences(text, Span(0, len(text)), CUES)
    ends = [0, *(place for span in found for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    between = [text[end:start] for end, start in zip(ends[::2], ends[1::2], strict=True)]
    assert not "".join(between).strip()
