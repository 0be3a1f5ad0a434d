"""Papers: every value asked about, no two items on one fact, the least seen first."""

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from question_bank.model import Kind
from quizapp.assessment.papers.candidates import Candidate, PaperRequest
from quizapp.assessment.papers.paper import assemble_paper, option_order

VALUES = ("Candour", "Thrift", "Curiosity", "Steadiness")


def make_candidate(
    number: int, *values: str, fact: str | None = None, kind: Kind = Kind.SINGLE, seen: int = 0
) -> Candidate:
    return Candidate(number, kind, frozenset({fact or f"fact {number}"}), values, seen)


def make_pool(*, a_value: int = 4, vision: int = 4) -> list[Candidate]:
    pool = [make_candidate(10 * place + n, name) for place, name in enumerate(VALUES) for n in range(a_value)]
    return pool + [make_candidate(100 + number) for number in range(vision)]


def request(length: int = 8, seed: str = "a", missed: frozenset[str] = frozenset()) -> PaperRequest:
    return PaperRequest(length, VALUES, seed, missed)


def asked(paper: tuple[Candidate, ...]) -> Counter[str]:
    return Counter(name for item in paper for name in item.value_names)


def test_each_value_is_asked_about_twice_where_facts_allow_it() -> None:
    assert asked(assemble_paper(make_pool(), request())) == dict.fromkeys(VALUES, 2)


def test_the_rest_comes_from_the_vision_and_the_sections() -> None:
    paper = assemble_paper(make_pool(a_value=1), request())
    assert asked(paper) == dict.fromkeys(VALUES, 1)
    assert sum(not item.value_names for item in paper) == 4


def test_a_matching_item_counts_for_every_value_it_names() -> None:
    pool = [make_candidate(1, *VALUES[:3], kind=Kind.MATCHING), make_candidate(2, "Steadiness")]
    assert set(asked(assemble_paper(pool, request(2)))) == set(VALUES)


def test_no_two_items_rest_on_the_same_fact() -> None:
    pool = [make_candidate(number, "Candour", fact="one fact") for number in range(5)] + make_pool()
    for seed in range(50):
        facts = [fact for item in assemble_paper(pool, request(seed=str(seed))) for fact in item.facts]
        assert len(facts) == len(set(facts))


def test_a_small_bank_gives_a_shorter_paper_rather_than_a_repeated_fact() -> None:
    assert len(assemble_paper(make_pool(a_value=1, vision=1), request())) == 5
    assert assemble_paper([], request()) == ()


def test_a_scarce_value_is_reached_by_going_back() -> None:
    """The only item on Steadiness shares its fact with the item on Thrift that the seed may like best."""
    pool = [
        make_candidate(1, "Steadiness", fact="shared"),
        make_candidate(2, "Thrift", fact="shared"),
        make_candidate(3, "Thrift", fact="own"),
        make_candidate(4, "Candour"),
        make_candidate(5, "Curiosity"),
    ]
    for seed in range(30):
        assert set(asked(assemble_paper(pool, request(4, str(seed))))) == set(VALUES)


def test_what_was_seen_before_is_drawn_last() -> None:
    pool = make_pool()
    first = assemble_paper(pool, request())
    met = {item.id for item in first}
    again = [Candidate(item.id, item.kind, item.facts, item.value_names, int(item.id in met)) for item in pool]
    second = assemble_paper(again, request(seed="b"))
    assert met.isdisjoint(item.id for item in second)


def test_missed_values_are_asked_first() -> None:
    for seed in range(20):
        paper = assemble_paper(make_pool(), request(seed=str(seed), missed=frozenset({"Thrift"})))
        assert [item.value_names for item in paper[:2]] == [("Thrift",), ("Thrift",)]


def test_true_false_items_are_never_drawn() -> None:
    pool = [make_candidate(number, kind=Kind.TRUE_FALSE) for number in range(10)]
    assert assemble_paper(pool, request()) == ()


def test_a_paper_begins_with_a_question_of_one_choice() -> None:
    pool = [*make_pool(a_value=1, vision=1), *(make_candidate(200 + n, kind=Kind.GAP) for n in range(3))]
    for seed in range(30):
        assert assemble_paper(pool, request(seed=str(seed)))[0].kind is Kind.SINGLE


def test_the_longer_kinds_stay_few() -> None:
    pool = make_pool(a_value=1, vision=4) + [make_candidate(300 + n, kind=Kind.MULTIPLE) for n in range(9)]
    for seed in range(30):
        kinds = Counter(item.kind for item in assemble_paper(pool, request(seed=str(seed))))
        assert kinds[Kind.MULTIPLE] <= 2


def test_the_same_seed_gives_the_same_paper_and_others_differ() -> None:
    papers = {assemble_paper(make_pool(), request(seed=str(seed))) for seed in range(40)}
    assert len(papers) > 30
    assert assemble_paper(make_pool(), request()) == assemble_paper(make_pool(), request())


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(list(Kind))), max_size=40), st.text())
def test_any_bank_gives_a_paper_that_keeps_the_rules(rows: list[tuple[int, int, Kind]], seed: str) -> None:
    pool = [
        make_candidate(number, *(VALUES[value : value + 1]), fact=f"fact {fact}", kind=kind)
        for number, (fact, value, kind) in enumerate(rows)
    ]
    paper = assemble_paper(pool, request(seed=seed))
    facts = [fact for item in paper for fact in item.facts]
    assert len(facts) == len(set(facts))
    assert len(paper) <= 8
    assert len({item.id for item in paper}) == len(paper)


def test_options_in_sequence_stay_so_and_others_are_shuffled() -> None:
    assert option_order("abc", seed="x", are_in_sequence=True) == ["a", "b", "c"]
    assert {tuple(option_order("abc", seed=str(seed))) for seed in range(60)} == set(permutations("abc"))


def test_the_place_of_an_option_does_not_depend_on_anything_but_the_seed() -> None:
    places = Counter(option_order("abc", seed=str(seed)).index("a") for seed in range(3000))
    expected = 1000
    assert sum((count - expected) ** 2 / expected for count in places.values()) < 13.8  # p > 0.001, two degrees


def test_a_missed_value_without_an_unseen_item_still_gives_a_paper() -> None:
    pool = [make_candidate(number, name, seen=1) for number, name in enumerate(VALUES)]
    pool += [make_candidate(20 + number, kind=Kind.GAP) for number in range(3)]
    paper = assemble_paper(pool, request(missed=frozenset({"Thrift"})))
    assert (len(paper), asked(paper)) == (7, dict.fromkeys(VALUES, 1))
