from dataclasses import replace

import pytest

from question_bank.errors import FormatError
from question_bank.formats.exchange.questions import (
    CHOICE,
    MATCHING,
    TRUE_FALSE,
    Answer,
    Question,
    stable_id,
    to_item,
    unique_ids,
)
from question_bank.model import DraftStatus, Kind, Option
from tests.question_bank.formats.banks import item_of

ASKED = Question(CHOICE, "A name: 1", "Which?", (Answer("a", 100, "Yes."), Answer("b", 0)))


def test_a_choice_becomes_an_item_that_a_person_has_to_look_at() -> None:
    item, notes = to_item(ASKED)
    assert (item.kind, item.template, item.status) == (Kind.SINGLE, "imported", DraftStatus.REVIEW)
    assert item.options == (Option("a", True, "Yes."), Option("b", False, ""))
    assert (item.source, item.facts, notes) == ((), (), ())


def test_an_id_is_the_number_else_the_name_else_made_from_the_words() -> None:
    assert to_item(replace(ASKED, number=" Q 7 "))[0].id == "Q-7"
    assert to_item(ASKED)[0].id == "a-name-1"
    nameless = to_item(replace(ASKED, name="?"))[0]
    assert nameless.id == stable_id(nameless)
    assert nameless.id != to_item(replace(ASKED, name="", stem="Which one?"))[0].id


def test_ids_that_are_taken_get_a_number() -> None:
    items = [replace(item_of(Kind.SINGLE), id=name) for name in ("a", "a", "a-2", "a", "b")]
    assert [item.id for item in unique_ids(items)] == ["a", "a-2", "a-2-2", "a-3", "b"]


@pytest.mark.parametrize(
    ("changes", "kind", "stem"),
    [
        ({"several": True}, Kind.MULTIPLE, "Which?"),
        ({"answers": (Answer("a", 100), Answer("b", 100), Answer("c", 0))}, Kind.MULTIPLE, "Which?"),
        ({"stem": "We ___ first."}, Kind.GAP, "We ____ first."),
        ({"stem": "We ____ and ____."}, Kind.SINGLE, "We ____ and ____."),
        ({"type": TRUE_FALSE, "answers": (Answer("True", 0), Answer("False", 100))}, Kind.TRUE_FALSE, "Which?"),
    ],
)
def test_the_kind_is_what_the_learner_sees(changes: dict[str, object], kind: Kind, stem: str) -> None:
    item, _ = to_item(replace(ASKED, **changes))  # type: ignore[arg-type]
    assert (item.kind, item.stem) == (kind, stem)


def test_matching_has_its_choices_once_and_its_spares() -> None:
    pairs = (("a", "x"), ("b", "y"), ("c", "x"))
    item, _ = to_item(Question(MATCHING, "", "Match.", pairs=pairs, spares=("z", "x", "z")))
    assert item.pairs == pairs
    assert [(option.text, option.correct) for option in item.options] == [("x", True), ("y", True), ("z", False)]


def test_general_feedback_explains_the_right_answer_where_nothing_else_does() -> None:
    bare = replace(ASKED, answers=(Answer("a", 100), Answer("b", 0)), explanation="See line 3.")
    item, notes = to_item(bare)
    assert (item.options[0].rationale, notes) == ("See line 3.", ())
    item, notes = to_item(replace(ASKED, explanation="See line 3."))
    assert (item.options[0].rationale, notes) == ("Yes.", ("its general feedback",))


def test_part_of_a_mark_is_lost_and_said_to_be() -> None:
    part = replace(ASKED, answers=(*ASKED.answers, Answer("c", 50)))
    item, notes = to_item(part)
    assert not item.options[2].correct
    assert notes == ("the part of the mark for “c”, which counts as wrong",)
    several = replace(part, several=True, answers=(Answer("a", 75), Answer("b", 25), Answer("c", -100)))
    assert to_item(several)[1] == ("the different weights of its right answers",)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"type": "shortanswer"}, "a short answer has no wrong answers"),
        ({"type": "unclosed"}, "its braces are not closed"),
        ({"type": "stack"}, "questions of the type “stack” have no counterpart here"),
        ({"stem": ""}, "it has no words to ask with"),
        ({"answers": ()}, "no answer of it is right"),
        ({"answers": (Answer("a", 50), Answer("b", 0))}, "no answer of it is right"),
        ({"answers": (Answer("a", 100),)}, "no answer of it is wrong"),
        ({"answers": (Answer("a", 100), Answer("", 0))}, "answer 2 of it has no words"),
        ({"type": MATCHING, "pairs": (("a", "b"),)}, "it has fewer than two pairs"),
    ],
)
def test_what_cannot_be_an_item_says_why(changes: dict[str, object], words: str) -> None:
    with pytest.raises(FormatError, match=words):
        to_item(replace(ASKED, **changes))  # type: ignore[arg-type]
