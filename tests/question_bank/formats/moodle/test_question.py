"""Each type of question that Moodle exports, and what is made of it."""

import pytest

from question_bank.formats.exchange.questions import CHOICE, Answer, Question
from question_bank.formats.moodle.question import parse_question, text_of
from question_bank.formats.moodle.tree import parse as parse_tree


def parse(inside: str, kind: str = "multichoice") -> Question:
    root = parse_tree(f'<question type="{kind}">{inside}</question>', name="file")
    return parse_question(root, place=3)


def asked(markup: str, text: str) -> str:
    return f'<questiontext format="{markup}"><text>{text}</text></questiontext>'


@pytest.mark.parametrize(
    ("single", "several"),
    [("<single>true</single>", False), ("<single>1</single>", False), ("", False), ("<single>false</single>", True)],
)
def test_a_choice_has_one_right_answer_unless_it_says_otherwise(single: str, several: bool) -> None:
    answer = '<answer fraction="{}"><text>{}</text><feedback><text>So.</text></feedback></answer>'
    question = parse(f"{asked('html', 'Which?')}{single}{answer.format(100, 'a')}{answer.format('-33.3', 'b')}")
    assert (question.type, question.several) == (CHOICE, several)
    assert question.answers == (Answer("a", 100, "So."), Answer("b", -33.3, "So."))


@pytest.mark.parametrize(
    ("markup", "text", "words"),
    [
        ("html", "<![CDATA[<p>a</p><p>b &amp; c</p>]]>", "a b & c"),
        ("html", "&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;", "a b"),
        ("moodle_auto_format", "a &lt;b&gt;b&lt;/b&gt;\n\nc", "a b c"),
        ("plain_text", "a &lt;b&gt;  b", "a <b> b"),
        ("markdown", "**a**\n\n* b", "a b"),
        ("", "<![CDATA[a<br>b]]>", "a b"),
    ],
)
def test_each_format_is_cleaned_in_its_own_way(markup: str, text: str, words: str) -> None:
    assert parse(asked(markup, text)).stem == words


@pytest.mark.parametrize("fraction", ["", "x", "nan", "inf", "1e999"])
def test_a_share_that_is_no_number_earns_nothing(fraction: str) -> None:
    assert parse(f'<answer fraction="{fraction}"><text>a</text></answer>').answers == (Answer("a", 0),)


def test_a_pair_without_its_right_side_is_left_out_and_said() -> None:
    pair = "<subquestion><text>a</text><answer><text/></answer></subquestion><subquestion><text>b</text></subquestion>"
    question = parse(pair, "matching")
    assert (question.pairs, question.spares) == ((), ())
    assert question.left_out == ("a pair without a right side",)


@pytest.mark.parametrize(
    ("text", "stem"), [("We [[3]] first.", "We [[3]] first."), ("[[1]] and [[2]]", "[[1]] and [[2]]"), ("none", "none")]
)
def test_words_to_drop_into_other_than_one_gap_have_no_place(text: str, stem: str) -> None:
    choices = "<dragbox><text>a</text><group>1</group></dragbox><dragbox><text>b</text></dragbox>"
    question = parse(asked("html", text) + choices, "ddwtos")
    assert (question.type, question.stem, question.answers) == ("ddwtos", stem, ())


@pytest.mark.parametrize(
    ("element", "note"),
    [
        ("<hidden>1</hidden>", "that it is hidden"),
        ("<defaultgrade>2.5000000</defaultgrade>", "its mark of 2.5"),
        ("<penalty>0.1000000</penalty>", "its penalty of 0.1"),
        ("<shuffleanswers>0</shuffleanswers>", "that its answers keep their order"),
        ("<answernumbering>none</answernumbering>", "its numbering “none”"),
        ("<hint><text>Think.</text></hint>", "its hints"),
        ("<tags><tag><text>a</text></tag></tags>", "the tag “a”"),
        ("<correctfeedback><text>Good.</text></correctfeedback>", "its feedback for the answer as a whole"),
        ('<questiontext><text/><file name="a.pdf">x</file></questiontext>', "its files"),
        (asked("html", "&lt;video src='a'&gt;"), "a film"),
    ],
)
def test_what_has_no_place_is_named(element: str, note: str) -> None:
    assert parse(element).left_out == (note,)


def test_what_moodle_writes_everywhere_is_not_worth_a_word() -> None:
    usual = "<hidden>0</hidden><defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><shownumcorrect/>"
    usual += "<shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering><tags/>"
    usual += "<correctfeedback format='html'><text>&lt;p&gt;Your answer is correct.&lt;/p&gt;</text></correctfeedback>"
    assert parse(usual).left_out == ()


def test_names_are_plain_words() -> None:
    assert text_of(None) == ""
    assert parse("<name><text> Ring \n back </text></name>").where == "question 3 “Ring back”"
    assert parse("<idnumber>a7</idnumber>").number == "a7"
    assert parse("", "stack").where == "question 3"
