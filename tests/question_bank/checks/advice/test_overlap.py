"""Advice on overlap finds variants, repeats, and items that print what another one asks."""

from collections.abc import Sequence

from question_bank.checks.advice.overlap import cross_cue, same_key, variants
from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import item, right, shipped_page, wrong

QUOTE = "understand our own limitations"
NAMES = [right("Self Awareness"), wrong("Quality Improvement", Proof.OTHER_VALUE)]
OWNER = item(Kind.SINGLE, f"Which value means “{QUOTE}”?", NAMES, facts=("a",))


def _cases(items: Sequence[Item]) -> list[Case]:
    printed = index_page(shipped_page("nhs-somerset"), organisation="NHS Somerset")
    return [open_case(one, printed=printed, organisation="NHS Somerset") for one in items]


def _statement(text: str, *, true: bool, fact: str = "b") -> Item:
    options = [right("True"), wrong("False", Proof.OPPOSITE)] if true else [wrong("True", None), right("False")]
    return item(Kind.TRUE_FALSE, text, options, facts=(fact,))


def _variant(number: int, template: str = "T1") -> Item:
    return item(Kind.SINGLE, f"Which? {number}", NAMES, facts=("a",), template=template)


def test_a_fourth_variant_of_a_fact_and_template_is_noted() -> None:
    three = [_variant(number) for number in range(3)]
    assert list(variants(_cases([*three, _variant(3, "T2")]))) == []
    assert list(variants(_cases([*three, _variant(3)]))) == ["4 items of template T1 on a, not 3 or fewer"]


def test_repeats_over_a_tenth_of_the_bank_are_noted() -> None:
    again = item(Kind.SINGLE, f"Say which value means “{QUOTE}” here?", NAMES, id="again")
    others = [
        item(Kind.SINGLE, f"Who {verb} it?", [right(verb)])
        for verb in ("mends", "paints", "locks", "sweeps", "feeds", "rings", "holds", "sells")
    ]
    assert [note.split(" ask")[0] for note in same_key(_cases([OWNER, again, *others[:7]]))] == ["1 of 9 items"]
    assert list(same_key(_cases([OWNER, again, *others]))) == []


def test_a_true_statement_that_prints_an_answer_is_noted_unless_the_two_are_enemies() -> None:
    said = f"NHS Somerset lists “{QUOTE}” under Self Awareness."
    (note,) = cross_cue(_cases([OWNER, _statement(said, true=True)]))
    assert note.endswith("self awareness + understand our own limitations")
    assert list(cross_cue(_cases([OWNER, _statement(said, true=True, fact="a")]))) == []
    assert list(cross_cue(_cases([OWNER, _statement(said, true=False)]))) == []


def test_a_gap_that_another_item_fills_is_noted() -> None:
    gap = item(
        Kind.GAP,
        "Complete this: “understand our own ____”.",
        [right("limitations"), wrong("trains", Proof.NOT_THIS_GAP)],
        facts=("b",),
    )
    notes = list(cross_cue(_cases([gap, OWNER])))
    assert [note.split(" prints")[0] for note in notes] == [OWNER.id]


def test_a_matching_item_is_answered_by_a_text_with_both_sides() -> None:
    pairs = ((QUOTE, "Self Awareness"),)
    matching = item(Kind.MATCHING, "Match each line to its value.", NAMES, pairs=pairs, facts=("c",))
    said = _statement(f"NHS Somerset lists “{QUOTE}” under Self Awareness.", true=True)
    assert [note.split(" prints")[0] for note in cross_cue(_cases([matching, said]))] == [said.id]
