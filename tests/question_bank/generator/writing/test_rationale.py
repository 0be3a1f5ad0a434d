from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.rationale import around, belongs_elsewhere, other_value, own_line, phrase_in
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
        "Our page has this in its vision: “supported by neighbours”."
    )


def test_a_wrong_line_is_told_where_it_belongs() -> None:
    assert belongs_elsewhere(AT, THRIFT.behaviours[0]) == "Our page lists this under “Thrift”."


def test_a_list_without_a_heading_is_given_no_owner() -> None:
    line = Fact("value/unnamed/behaviour/1", "we ask why a thing is done", 1, Role.BEHAVIOUR, None)
    assert belongs_elsewhere(AT, line) == "Our page prints this in a list that has lost its heading."
    assert "lost its heading" in own_line(AT, line)


def test_without_an_organisation_it_is_this_page() -> None:
    at = desk(organisation=None)
    assert belongs_elsewhere(at, at.facts.values[1].behaviours[0]) == "This page lists this under “Thrift”."


def test_a_wrong_name_is_told_what_stands_under_it() -> None:
    assert other_value(AT, THRIFT, right="Candour").startswith("Under “Thrift” our page has other lines, such as “")
    defined = desk("Our values\n\n  • Thrift – mending first\n  • Candour – saying so\n  • Pluck – staying on\n")
    assert other_value(defined, defined.facts.values[1], right="Thrift") == (
        "Our page names “Candour” as a value, but has this line under “Thrift”."
    )


def test_a_phrase_is_shown_with_the_words_around_it() -> None:
    line = CANDOUR.behaviours[0]
    assert phrase_in(AT, line, phrase="near miss").endswith(
        "“report a near miss on the same day and tell the family what happened”."
    )
    assert around(line, "near miss") == line.text
