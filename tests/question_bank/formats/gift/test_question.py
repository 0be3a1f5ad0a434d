"""Each form that the manual of GIFT describes, and what is made of it."""

import pytest

from question_bank.formats.exchange.questions import CHOICE, MATCHING, TRUE_FALSE, Answer, Question
from question_bank.formats.gift.question import parse_question


def parse(text: str, *comments: str) -> Question:
    return parse_question(text, line=1, comments=comments)


def test_a_single_choice_has_its_name_feedback_and_explanation() -> None:
    question = parse("::A\\: name:: Which one? {=right#Yes. ~wrong # No. ~%25%half ####Because.}")
    assert (question.type, question.name, question.stem) == (CHOICE, "A: name", "Which one?")
    assert question.answers == (Answer("right", 100, "Yes."), Answer("wrong", 0, "No."), Answer("half", 25))
    assert (question.several, question.explanation) == (False, "Because.")


def test_a_choice_without_a_whole_right_answer_has_several() -> None:
    question = parse("Which two? {~%50%a ~%50%b ~%-33.33333%c ~%-100%d ~e}")
    assert question.several
    assert [answer.share for answer in question.answers] == [50, 50, -33.33333, -100, 0]


@pytest.mark.parametrize("says", ["T", "TRUE", "True", " t "])
def test_a_statement_is_true(says: str) -> None:
    question = parse(f"It is so.{{{says}#No, it is.#Right.}}")
    assert question.type == TRUE_FALSE
    assert question.answers == (Answer("True", 100, "Right."), Answer("False", 0, "No, it is."))


def test_a_statement_is_false() -> None:
    assert parse("It is so.{FALSE#No.}").answers == (Answer("True", 0, "No."), Answer("False", 100))


def test_matching_has_pairs_and_spares() -> None:
    question = parse("Match. {=a -> x =<b>b</b> -> y = -> z ####Why.}")
    assert (question.type, question.pairs, question.spares) == (MATCHING, (("a", "x"), ("<b>b</b>", "y")), ("z",)) or (
        question.pairs == (("a", "x"), ("b", "y"))
    )
    assert (question.spares, question.explanation) == (("z",), "Why.")


def test_words_after_the_braces_leave_a_gap_for_the_answer() -> None:
    assert parse("We {=listen ~wait} first.").stem == "We ____ first."
    assert parse("We listen. {=a ~b} ").stem == "We listen."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Name it.{=a =b}", "shortanswer"),
        ("Name it.{a}", "shortanswer"),
        ("How many? {#5:2}", "numerical"),
        ("How many? {#=5:0#Yes. =%50%4..6}", "numerical"),
        ("Say why. {}", "essay"),
        ("Say why. { ####Because}", "essay"),
        ("Hello.", "description"),
        ("Which? {=a ~b", "unclosed"),
        ("Which? =a ~b}", "unclosed"),
        ("We {1:MULTICHOICE:=a~b} and {1:SA:c}", "cloze"),
    ],
)
def test_other_forms_are_known_for_what_they_are(text: str, kind: str) -> None:
    assert parse(text).type == kind


def test_embedded_answers_are_read_where_they_are_one_choice() -> None:
    question = parse("We {1:MULTICHOICE:=listen~wait} first.")
    assert (question.type, question.stem, question.answers[0].text) == (CHOICE, "We ____ first.", "listen")


@pytest.mark.parametrize(
    ("markup", "text", "words"),
    [
        ("", "<b>Which</b> &amp; who?", "Which & who?"),
        ("[html]", "<p>Which</p><p>one?</p>", "Which one?"),
        ("[moodle]", "Which<br>one?", "Which one?"),
        ("[markdown]", "**Which** one?", "Which one?"),
        ("[plain]", "<b>Which</b> one?", "<b>Which</b> one?"),
        ("[other]", "Which?", "[other]Which?"),
    ],
)
def test_each_format_is_cleaned_in_its_own_way(markup: str, text: str, words: str) -> None:
    question = parse(f"::a::{markup}{text} {{={text} ~[plain]<i> ~b}}")
    assert (question.stem, question.answers[1].text) == (words, "<i>")
    assert question.answers[0].text == words.removeprefix("[other]")


def test_escaped_marks_are_words() -> None:
    question = parse(r"C\:\\x \{a\} \#1 \~ \=\n2? {=a \-> b ~c\}\\ ~%50 d}")
    assert question.stem == "C:\\x {a} #1 ~ = 2?"
    assert [answer.text for answer in question.answers] == ["a \\-> b", "c}\\", "%50 d"]


def test_numbers_and_tags_stand_in_comments() -> None:
    question = parse("Hello{T}", "question: 12  name: x", "[id:a\\]b] [tag:one] [tag:two]")
    assert question.number == "a]b"
    assert question.left_out == ("the tag “one”", "the tag “two”")
    assert parse("::It::Hello{T}").where == "line 1 “It”"
