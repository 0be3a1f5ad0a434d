"""The search: scarce values are kept reachable, chance stays even, and what was just met comes last."""

from question_bank.model import Kind
from quizapp.assessment.papers.candidates import GUESS_UNIT, Candidate, PaperRequest
from quizapp.assessment.papers.paper_search import search_paper

NAMES = ("Candour", "Thrift")


def make_item(number: int, *names: str, options: int = 3, fact: str = "", recent: bool = False) -> Candidate:
    facts = frozenset({fact or f"fact {number}"})
    return Candidate(number, Kind.SINGLE, facts, names, is_recent=recent, option_count=options)


def ask(pool: list[Candidate], *, length: int, seed: int, fair: int | None = None) -> list[int]:
    paper = search_paper(pool, PaperRequest(length, NAMES, seed=str(seed)), fair=fair)
    return sorted(item.id for item in paper)


def test_an_item_is_passed_over_where_it_would_leave_a_value_without_a_question() -> None:
    """All but one of the items on Thrift rest on the only passage about Candour."""
    pool = [make_item(1, "Candour", fact="shared"), make_item(2, "Thrift")]
    pool += [make_item(10 + number, "Thrift", fact="shared") for number in range(20)]
    assert all(ask(pool, length=2, seed=seed) == [1, 2] for seed in range(40))


def test_papers_stay_near_the_usual_guess_score() -> None:
    pool = [make_item(number, *NAMES[number : number + 1], options=3 + number % 2) for number in range(30)]
    fair = 4 * (GUESS_UNIT // 3) + 4 * (GUESS_UNIT // 4)
    for seed in range(30):
        threes = [number for number in ask(pool, length=8, seed=seed, fair=fair) if number % 2 == 0]
        assert 3 <= len(threes) <= 5
    free = {len([n for n in ask(pool, length=8, seed=seed) if n % 2 == 0]) for seed in range(60)}
    assert not free <= {3, 4, 5}, "chance alone would have stayed near"


def test_items_of_the_last_paper_come_last() -> None:
    pool = [make_item(number, recent=number < 8) for number in range(16)]
    assert ask(pool, length=8, seed=1) == list(range(8, 16))
    assert len(ask(pool[:9], length=8, seed=1)) == 8


def test_where_nothing_meets_the_request_the_nearest_is_given() -> None:
    one_fact = [make_item(number, "Candour", fact="one") for number in range(5)]
    assert len(ask(one_fact, length=8, seed=1)) == 1
    assert ask([], length=8, seed=1) == []
