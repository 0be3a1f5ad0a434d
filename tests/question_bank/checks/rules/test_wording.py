"""Negatives, frequencies and absolutes count where they are ours, not where the page says them."""

from dataclasses import replace

import pytest

from question_bank.checks.evidence.case import open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.checks.rules.wording import absolute, negative, vague
from question_bank.model import Citation, Item, Kind, Proof, ValuesPage
from tests.question_bank.build import item, right, wrong

PAGE = "we are not afraid to say so\nwe regularly thank our teams\nwe help people of all ages"


def _faults(rule: object, judged: Item, *, with_page: bool = True) -> list[str]:
    assert callable(rule)
    printed = index_page(ValuesPage(text=PAGE, sha256=""), organisation=None) if with_page else None
    return list(rule(open_case(judged, printed=printed, organisation=None)))


@pytest.mark.parametrize(
    ("stem", "kind", "found"),
    [
        ("Which of these is NOT on the page?", Kind.SINGLE, ["NOT"]),
        ("Which isn't on the page?", Kind.SINGLE, ["n't"]),
        ("Which isn’t on the page?", Kind.SINGLE, ["n't"]),
        ("Which value means that we “are not afraid”?", Kind.SINGLE, []),
        ("A bed is not clean. Which value applies?", Kind.SINGLE, []),
        ("Which of these do you do without help?", Kind.SINGLE, ["without"]),
        ("Select the TWO that do not belong. Choose with care.", Kind.MULTIPLE, ["not"]),
        ("Match each line. One value is not used.", Kind.MATCHING, []),
        ("Match each line that is not used.", Kind.SINGLE, ["not"]),
        ("Respect is not one of the values.", Kind.TRUE_FALSE, ["not"]),
        ("True or false: we thank our teams.", Kind.TRUE_FALSE, []),
        ("The page says we are not afraid to say so.", Kind.TRUE_FALSE, []),
        ("Which of these notes is on the page?", Kind.SINGLE, []),
    ],
)
def test_only_the_question_outside_quotation_marks_is_read_for_negatives(
    stem: str, kind: Kind, found: list[str]
) -> None:
    assert _faults(negative, item(kind, stem, [])) == found


def test_a_vague_frequency_is_ours_unless_the_page_prints_it_there() -> None:
    assert _faults(vague, item(Kind.SINGLE, "Which value do we usually show?", [])) == ["usually"]
    assert _faults(vague, item(Kind.SINGLE, "Which?", [right("Often thank our teams")])) == ["Often"]
    assert _faults(vague, item(Kind.SINGLE, "Which?", [right("regularly thank our teams")])) == []
    assert _faults(vague, item(Kind.SINGLE, "Which value says “we often go”?", []), with_page=False) == []
    assert _faults(vague, item(Kind.SINGLE, "How often do we meet?", [])) == []


def test_without_the_page_the_cited_words_are_the_pages() -> None:
    asked = item(Kind.SINGLE, "Which?", [right("regularly thank our teams")])
    assert _faults(vague, asked, with_page=False) == ["regularly"]
    cited = replace(asked, source=(Citation(2, "we regularly thank our teams"),))
    assert _faults(vague, cited, with_page=False) == []


@pytest.mark.parametrize(
    ("keys", "others", "faults"),
    [
        (("always act",), ("go", "stay"), 1),
        (("always act",), ("never go", "stay"), 0),
        (("act",), ("never go", "always stay"), 1),
        (("act",), ("never go", "stay"), 0),
        (("always act", "be"), ("go", "stay"), 0),
        (("people of all ages",), ("go", "stay"), 0),
        (("all staff",), ("go", "stay"), 1),
        (("of all ages",), ("all men", "all teams"), 0),
        (("meet a challenge nationally",), ("go", "stay"), 0),
    ],
)
def test_absolutes_count_where_they_part_the_keys_from_the_rest(
    keys: tuple[str, ...], others: tuple[str, ...], faults: int
) -> None:
    options = [right(key) for key in keys] + [wrong(other, Proof.NOT_ON_PAGE) for other in others]
    assert len(_faults(absolute, item(Kind.MULTIPLE, "Select the TWO.", options))) == faults
