from question_bank.generator.capacity import DRAWS, draw_paper, measure_capacity
from question_bank.model import Citation, DraftStatus, Item, Kind


def item(name: str, *facts: str) -> Item:
    return Item(name, Kind.SINGLE, "T1", DraftStatus.DRAFT, name, (), facts, (Citation(1, name),))


def test_a_paper_holds_no_two_items_on_one_fact() -> None:
    items = [item("a", "1"), item("b", "1", "2"), item("c", "2"), item("d", "3")]
    assert [one.id for one in draw_paper(items, most=8)] == ["a", "c", "d"]
    assert [one.id for one in draw_paper(items, most=2)] == ["a", "c"]


def test_items_with_few_facts_make_the_longest_paper() -> None:
    wide = item("wide", *"12345678")
    narrow = [item(name, name) for name in "12345678"]
    assert measure_capacity([wide, *narrow], seed=0).largest_paper == 8


def test_one_fact_alone_gives_no_paper_of_the_usual_length() -> None:
    found = measure_capacity([item(name, "same") for name in "abcdefghij"], seed=0)
    assert (found.largest_paper, found.different_papers) == (1, 0)


def test_eight_items_give_one_paper_and_many_give_many() -> None:
    eight = [item(name, name) for name in "abcdefgh"]
    assert measure_capacity(eight, seed=0).different_papers == 1
    many = [item(f"{name}{number}", name) for name in "abcdefgh" for number in range(3)]
    assert 150 < measure_capacity(many, seed=0).different_papers <= DRAWS


def test_no_items_give_no_paper() -> None:
    assert measure_capacity([], seed=0).largest_paper == 0
