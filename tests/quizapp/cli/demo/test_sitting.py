"""Right and wrong answers to every kind of question."""

from question_bank.model import Kind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.cli.demo.sitting import choose, make_answer_book
from quizapp.services.attempts.questions import Choice, Question
from quizapp.services.bank.items import ItemRecord, OptionRecord


def item_of(kind: Kind, *, right: list[str], wrong: list[str], pairs: tuple[tuple[str, str], ...] = ()) -> ItemRecord:
    options = [OptionRecord(text, correct=text in right, rationale="", proof=None) for text in [*right, *wrong]]
    return ItemRecord(
        id=1,
        code="x",
        number=1,
        kind=kind,
        template="",
        stem="Which?",
        options=tuple(options),
        pairs=pairs,
        value_names=(),
        needs_review=False,
        status=ReviewStatus.APPROVED,
        reason=None,
        lines=(),
        quotes=(),
    )


def answer(item: ItemRecord, *, right: bool) -> list[str]:
    """What is chosen, in words; tokens are the words backwards."""
    texts = sorted((option.text for option in item.options), reverse=True)
    question = Question(
        position=1,
        count=1,
        kind=item.kind,
        stem=item.stem,
        choices=tuple(Choice(text[::-1], text) for text in texts),
        lefts=tuple(left for left, _ in item.pairs),
        wanted=sum(option.correct for option in item.options),
    )
    return [token[::-1] for token in choose(question, make_answer_book([item]), right=right)]


def test_a_single_choice_is_right_or_wrong() -> None:
    item = item_of(Kind.SINGLE, right=["yes"], wrong=["no", "never"])
    assert answer(item, right=True) == ["yes"]
    assert answer(item, right=False) in (["no"], ["never"])


def test_several_choices_are_all_right_or_one_is_not() -> None:
    item = item_of(Kind.MULTIPLE, right=["a", "b"], wrong=["c", "d"])
    assert sorted(answer(item, right=True)) == ["a", "b"]
    given = answer(item, right=False)
    assert len(set(given)) == 2
    assert sorted(given) != ["a", "b"]


def test_a_matching_answer_is_right_or_turned() -> None:
    pairs = (("one", "a"), ("two", "b"), ("three", "c"))
    item = item_of(Kind.MATCHING, right=["a", "b", "c"], wrong=["spare"], pairs=pairs)
    assert answer(item, right=True) == ["a", "b", "c"]
    assert answer(item, right=False) == ["b", "c", "a"]
