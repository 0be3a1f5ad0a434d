import pytest

from question_bank.generator.language.spans import openings
from question_bank.generator.writing.owner_quotes import find_claim, find_quote, name_options
from question_bank.model import DraftStatus, Proof
from tests.question_bank.generator.desks import FERNBROOK, desk

AT = desk()
CANDOUR = AT.facts.values[0]


def rule_for(line: str, *, text: str = FERNBROOK) -> str:
    at = desk(text.replace("ask a second nurse before we sign for a doubtful dose", line))
    value = at.facts.values[0]
    return find_quote(at, value, fact=value.behaviours[1], runs=openings(value.behaviours[1].text, least=5)).rule


def test_the_longest_fair_run_is_quoted() -> None:
    line = CANDOUR.behaviours[0]
    found = find_quote(AT, CANDOUR, fact=line, runs=[line.text, "report a near miss"])
    assert (found.text, found.rule) == (line.text, "")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("show candour whenever anything goes wrong on the ward", "clang"),
        ("repair and share lifts, clinics and catalogue", "ambiguous"),
        ("use thrift and stamina whenever doubtful doses arrive", "no-distractors"),
        ("have a “second look” at every doubtful dose on the ward", "quotation-marks"),
        ("look twice first", "short"),
    ],
)
def test_the_rule_against_a_line_is_named(line: str, rule: str) -> None:
    text = FERNBROOK if rule != "no-distractors" else FERNBROOK.replace("Neighbourliness", "Thrift and stamina")
    assert rule_for(line, text=text) == rule


def test_at_most_three_names_are_wrong_options_and_each_says_what_it_stands_for() -> None:
    line = CANDOUR.behaviours[0]
    found = find_quote(AT, CANDOUR, fact=line, runs=[line.text])
    options = name_options(AT, line, quote=found, purpose=("T1",))
    assert [option.proof for option in options] == [Proof.OTHER_VALUE] * 3
    assert all(f"stand under “Candour”, not “{option.text}”" in option.rationale for option in options)


def test_names_with_a_line_on_the_same_matter_are_left_to_a_person() -> None:
    text = FERNBROOK.replace(
        "rest properly between two long weeks", "help colleagues to report their mistakes honestly"
    )
    text = text.replace("share lifts to the outlying clinics", "report all mistakes in the log of repairs")
    text = text.replace("lend our kitchen", "be honest about mistakes and lend our kitchen")
    at = desk(text.replace("report a near miss on the same day", "be honest about mistakes of any size"))
    value = at.facts.values[0]
    found = find_quote(at, value, fact=value.behaviours[0], runs=[value.behaviours[0].text])
    assert (found.text, found.status) == (value.behaviours[0].text, DraftStatus.REVIEW)


def test_a_statement_needs_no_other_name_but_never_holds_its_own() -> None:
    at = desk(FERNBROOK.replace("ask a second nurse", "show candour and ask a second nurse"))
    plain, leaking = at.facts.values[0].behaviours
    assert find_claim(at, at.facts.values[0], fact=plain, runs=[plain.text]).text == plain.text
    assert find_claim(at, at.facts.values[0], fact=leaking, runs=[leaking.text]).rule == "clang"
    alone = desk(FERNBROOK[: FERNBROOK.index("Thrift")])
    found = find_claim(alone, alone.facts.values[0], fact=plain, runs=[plain.text])
    assert (found.text, found.rivals) == (plain.text, ())


def test_a_clipped_quotation_without_something_to_recognise_it_by_is_not_stated() -> None:
    at = desk(FERNBROOK.replace("ask a second nurse", "speak to anyone here and show candour to a second nurse"))
    line = at.facts.values[0].behaviours[1]
    found = find_claim(at, at.facts.values[0], fact=line, runs=["speak to anyone here"])
    assert found.text is None
