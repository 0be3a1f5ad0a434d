"""What Moodle reads of our XML, without anything that only we know, is what our learners see."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.moodle.read import read_moodle
from question_bank.formats.moodle.write import write_moodle, write_question
from question_bank.model import Bank, Item, Kind, Option
from question_bank.text import fold_space
from tests.question_bank.formats.banks import ALL_KINDS, any_bank, bank_of, item_of, worded_item

NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root_of(content: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  (what we have just written)


def element(item: Item) -> ElementTree.Element:
    """The question as a program sees it that knows nothing of our comments."""
    return root_of(f"<quiz>{write_question(item)}</quiz>")[0]


def shown(item: Item) -> Item:
    """The item as it comes back from a file without our comments."""
    bare = re.sub(r"<!-- question_bank.*? -->", "", write_question(item), flags=re.DOTALL)
    (back,) = read_moodle(f"<quiz>{bare}</quiz>".encode("utf-8", "replace"), name="file").bank.items
    return back


def words(text: str) -> str:
    return fold_space(NOT_XML.sub("�", text))


def texts(question: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in question.iterfind(path)]


@given(any_bank())
def test_any_bank_is_well_formed(bank: Bank) -> None:
    root = root_of(write_moodle(bank).content)
    assert [child.get("type") in ("multichoice", "truefalse", "matching") for child in root] == [True] * len(root)


def test_a_choice_has_what_moodle_asks_of_one() -> None:
    question = element(item_of(Kind.SINGLE))
    assert question.get("type") == "multichoice"
    assert [child.tag for child in question][:7] == [
        *("name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber")
    ]
    assert texts(question, "single") + texts(question, "shuffleanswers") == ["true", "true"]
    assert [answer.get("fraction") for answer in question.iterfind("answer")] == ["100", "0", "0"]
    assert texts(question, "answer/feedback/text") == ["So the page has it.", "It is below.", "Not on the page."]
    assert texts(question, "generalfeedback/text") == ["Line 3: “ring back the same day”\nLine 4: “be kind”"]
    assert {found.get("format") for found in question.iter()} == {None, "plain_text"}


def test_several_answers_have_weights_that_make_a_hundred() -> None:
    question = element(item_of(Kind.MULTIPLE))
    assert texts(question, "single") == ["false"]
    assert [answer.get("fraction") for answer in question.iterfind("answer")] == ["50", "-100", "50", "-100"]


def test_matching_has_its_spares_as_answers_without_a_question() -> None:
    question = element(item_of(Kind.MATCHING))
    assert texts(question, "subquestion/text") == ["ring back", "own up", "be kind", None]
    assert texts(question, "subquestion/answer/text") == ["Respect", "Candour", "Respect", "Care"]


def test_a_gap_is_a_choice_with_its_line() -> None:
    question = element(item_of(Kind.GAP))
    assert (question.get("type"), texts(question, "questiontext/text")) == ("multichoice", [item_of(Kind.GAP).stem])


def test_true_and_false_are_moodles_own_words() -> None:
    question = element(item_of(Kind.TRUE_FALSE))
    assert (question.get("type"), texts(question, "answer/text")) == ("truefalse", ["true", "false"])
    other = replace(item_of(Kind.TRUE_FALSE), options=(Option("Yes", True, ""), Option("No", False, "")))
    assert (element(other).get("type"), texts(element(other), "answer/text")) == ("multichoice", ["Yes", "No"])


@given(st.sampled_from(Kind).flatmap(worded_item))
def test_any_words_are_shown_as_they_are(item: Item) -> None:
    back = shown(item)
    assert back.kind is item.kind or item.kind in (Kind.SINGLE, Kind.GAP)
    assert {(option.text, option.correct) for option in back.options} == {
        (words(option.text), option.correct) for option in item.options
    }
    assert re.sub("___+", "____", back.stem) == re.sub("___+", "____", words(item.stem))
    if item.pairs:
        assert back.pairs == tuple((words(left), words(right)) for left, right in item.pairs)
    else:
        assert [option.rationale for option in back.options] == [words(option.rationale) for option in item.options]


def test_line_ends_and_blanks_reach_moodle_as_they_are() -> None:
    item = replace(item_of(Kind.SINGLE), stem=" a\r\nb\rc\td ]]> & <b> ")
    assert texts(element(item), "questiontext/text") == [item.stem]


def test_what_moodle_will_not_play_or_show_is_noted() -> None:
    odd = replace(item_of(Kind.SINGLE), id="odd", stem="a\x00b", options=())
    assert write_moodle(bank_of(*ALL_KINDS, odd)).notes == (
        "odd: Moodle does not take it: it has no right answer, or no wrong one",
        "odd: Moodle shows � for characters that XML cannot hold",
    )
