from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.rationale import (
    around,
    belongs_elsewhere,
    not_in_statement,
    not_printed,
    other_value,
    own_line,
    phrase_in,
    unused_value,
    used_elsewhere,
    with_dots,
)
from tests.question_bank.generator.desks import desk

AT = desk()
CANDOUR, THRIFT = AT.facts.values[:2]


def test_the_right_line_is_given_in_full() -> None:
    assert own_line(AT, CANDOUR.behaviours[1], quote="ask a second nurse") == (
        "Our page lists this under “Candour”: “ask a second nurse before we sign for a doubtful dose”."
    )


def test_a_line_with_a_slip_is_given_as_far_as_it_is_sound() -> None:
    vision = Fact("vision/1", "live health lives, supported by neighbours", 1, Role.VISION, None, None, frozenset({1}))
    assert own_line(AT, vision, quote="supported by neighbours") == (
        "Our page says this in its vision: “supported by neighbours”."
    )


def test_a_wrong_line_is_told_where_it_belongs() -> None:
    assert belongs_elsewhere(AT, THRIFT.behaviours[0]) == "Our page lists this under “Thrift”."


def test_a_list_without_a_heading_is_given_no_owner() -> None:
    line = Fact("value/unnamed/behaviour/1", "we ask why a thing is done", 1, Role.BEHAVIOUR, None)
    assert belongs_elsewhere(AT, line) == "Another part of our page says this."
    assert "Another part of our page" in own_line(AT, line)


def test_without_an_organisation_it_is_this_page() -> None:
    at = desk(organisation=None)
    assert belongs_elsewhere(at, at.facts.values[1].behaviours[0]) == "This page lists this under “Thrift”."


def test_a_wrong_name_is_told_where_the_words_belong_and_nothing_that_another_question_asks() -> None:
    line = CANDOUR.behaviours[0]
    assert other_value(AT, THRIFT, fact=line, quote="report a near miss") == (
        "On our page the words “report a near miss” stand under “Candour”, not “Thrift”."
    )
    defined = desk(
        "Our values\n\n  • Thrift – mending what we have\n  • Candour – saying so early\n  • Pluck – staying on\n"
    )
    candour = defined.facts.values[1].definition
    assert candour
    assert other_value(defined, defined.facts.values[0], fact=candour, quote="saying so early") == (
        "On our page the words “saying so early” explain “Candour”, not “Thrift”."
    )


def test_a_long_line_is_recalled_by_its_opening() -> None:
    line = CANDOUR.behaviours[0]
    assert "the words “report a near miss on the …” stand" in other_value(AT, THRIFT, fact=line, quote=line.text)


def test_a_foil_is_told_what_the_page_has_instead() -> None:
    told = not_printed(AT, "loyalty", instead="calm, joined up care")
    assert told == "Our page does not use “loyalty” anywhere. It says “calm, joined up care”."


def test_a_value_that_is_left_over_is_told_so() -> None:
    assert unused_value(AT, THRIFT, role=Role.BEHAVIOUR) == "None of these lines stands under “Thrift” on our page."
    assert unused_value(AT, THRIFT, role=Role.DEFINITION) == "None of these lines explains “Thrift” on our page."


def test_words_that_are_not_in_the_vision_are_told_where_they_are() -> None:
    told = not_in_statement(AT, THRIFT.behaviours[0], of=Role.VISION)
    assert told == "These words are not in the vision; on our page they stand under “Thrift”."
    nobodys = Fact("value/unnamed/behaviour/1", "we ask why a thing is done", 1, Role.BEHAVIOUR, None)
    assert not_in_statement(AT, nobodys, of=Role.MISSION).endswith("they stand in another part of our page.")


def test_dots_show_where_a_quoted_line_goes_on_or_has_begun() -> None:
    line = THRIFT.behaviours[0]
    assert with_dots(line, line.text) == f"“{line.text}”"
    assert with_dots(line, "repair a wheelchair") == "“repair a wheelchair …”"
    assert with_dots(line, "from the catalogue") == "“… from the catalogue”"


def test_a_word_is_placed_without_its_line() -> None:
    assert used_elsewhere(AT, THRIFT.behaviours[0], word="catalogue") == "Our page uses “catalogue” under “Thrift”."
    assert used_elsewhere(AT, AT.facts.statements[0], word="calm") == "Our page uses “calm” in its vision."


def test_a_phrase_is_shown_with_the_words_around_it() -> None:
    line = CANDOUR.behaviours[0]
    assert phrase_in(AT, line, phrase="near miss").endswith(
        "“report a near miss on the same day and tell the family what happened”."
    )
    assert around(line, "near miss") == line.text
