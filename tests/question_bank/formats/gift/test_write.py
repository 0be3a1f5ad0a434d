"""What Moodle reads of our GIFT, without anything that only we know, is what our learners see."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.gift.read import read_gift
from question_bank.formats.gift.write import write_gift, write_question
from question_bank.model import Item, Kind, Option
from question_bank.text import fold_space
from tests.question_bank.formats.banks import any_item, item_of, worded_item

STRUCTURE = re.compile(r"\A::[^:]*::\[plain\][^{}~=#]*\{[^{}]*\}[^{}~=#]*\Z", re.DOTALL)


def bare(item: Item) -> str:
    return "\n".join(line for line in write_question(item).split("\n") if not line.startswith("//"))


def shown(item: Item) -> Item:
    """The item as it comes back from a file without our comments."""
    (back,) = read_gift(bare(item).encode("utf-8", "replace"), name="file").bank.items
    return back


def test_a_choice_is_written_as_the_manual_has_it() -> None:
    assert write_question(item_of(Kind.SINGLE)).split("\n")[0] == "// [id:single-1]"
    assert bare(item_of(Kind.SINGLE)).split("\n") == [
        "::single-1::[plain]Which value means that we “ring back”? {",
        "\t=Respect#So the page has it.",
        "\t~Courage#It is below.",
        "\t~Care#Not on the page.",
        "\t####Line 3\\: “ring back the same day”\\nLine 4\\: “be kind”",
        "}",
    ]


def test_several_answers_have_weights_that_make_a_hundred() -> None:
    weights = re.findall(r"~%(-?[\d.]+)%", bare(item_of(Kind.MULTIPLE)))
    assert weights == ["50", "-100", "50", "-100"]


def test_the_answers_of_a_gap_stand_where_the_gap_is() -> None:
    text = bare(item_of(Kind.GAP))
    assert text.startswith("::gap-1::[plain]Complete these words\\: “we {\n\t=Respect")
    assert text.endswith("\n} each other and listen”.")
    for stem in ("____ comes first.", "The last is ____", "One ____ and ____ two", "a _____ b"):
        assert shown(replace(item_of(Kind.GAP), stem=stem)).stem in (stem, "a ____ b")


def test_true_and_false_say_first_what_a_wrong_answer_hears() -> None:
    assert "\tTRUE#It says so.#So it says." in bare(item_of(Kind.TRUE_FALSE))


def test_matching_has_its_spares_without_a_left_side() -> None:
    assert "\t= -> Care\n" in bare(item_of(Kind.MATCHING))
    arrows = replace(item_of(Kind.MATCHING), pairs=(("a -> b", "c -> d"), ("x-", "y"), ("<b>", "z")))
    assert shown(arrows).pairs == arrows.pairs


def test_texts_that_look_like_marks_are_told_apart() -> None:
    texts = ("[html]<b>", "%50%half", "=a", "~b", "#c", "{d}", "e -> f", "// g", "::h::")
    options = tuple(Option(text, place == 0, text) for place, text in enumerate(texts))
    assert shown(replace(item_of(Kind.SINGLE), options=options)).options == options


@given(st.sampled_from(Kind).flatmap(worded_item))
def test_any_words_are_shown_as_they_are(item: Item) -> None:
    back = shown(item)
    assert back.kind is item.kind or item.kind in (Kind.SINGLE, Kind.GAP)
    assert {(option.text, option.correct) for option in back.options} == {
        (fold_space(option.text), option.correct) for option in item.options
    }
    assert re.sub("___+", "____", back.stem) == re.sub("___+", "____", fold_space(item.stem))
    if item.pairs:
        assert back.pairs == tuple((fold_space(left), fold_space(right)) for left, right in item.pairs)
    else:
        assert [option.rationale for option in back.options] == [fold_space(one.rationale) for one in item.options]


@given(st.sampled_from(Kind).flatmap(any_item))
def test_a_strict_reader_finds_one_question_in_its_braces(item: Item) -> None:
    without_escapes = re.sub(r"\\[\\:#={}~n]", "", bare(item))
    assert STRUCTURE.match(without_escapes)
    assert "\n\n" not in write_question(item)
    for line in without_escapes.split("\n")[1:-1]:
        assert re.match(r"\t(?:=|~(?:%-?[\d.]+%)?|TRUE|FALSE|####)", line)
        assert line.removeprefix("\t####").count("#") <= (2 if line.startswith(("\tTRUE", "\tFALSE")) else 1)


@pytest.mark.parametrize("name", ["a]b", "a:b::c", "x" * 101, "tab\x07"])
def test_any_name_survives(name: str) -> None:
    item = replace(item_of(Kind.SINGLE), id=name)
    assert read_gift(write_question(item).encode(), name="file").bank.items == (item,)


def test_what_moodle_will_not_play_is_noted() -> None:
    odd = replace(item_of(Kind.SINGLE), options=())
    bank = read_gift(write_question(item_of(Kind.GAP)).encode(), name="file").bank
    assert write_gift(replace(bank, items=(odd,))).notes == (
        "single-1: Moodle does not take it: it has no right answer, or no wrong one",
    )
