from question_bank.formats.booklet.groups import NAMELESS, TOGETHER, group_items
from question_bank.model import Item
from tests.question_bank.build import shipped_bank, shipped_page

SOMERSET = shipped_page("nhs-somerset")
MERSEY = shipped_page("mersey-care")


def groups_of(name: str) -> dict[str, tuple[Item, ...]]:
    items = shipped_bank(name, organisation=None).items
    return {group.title: group.items for group in group_items(items, page=shipped_page(name))}


def test_groups_stand_in_the_order_of_the_page_and_what_is_about_several_values_after_them() -> None:
    assert list(groups_of("nhs-somerset")) == [
        "Vision",
        "Value: Quality Improvement",
        "Value: Integrated Working",
        "Value: Personal Integrity",
        NAMELESS,
        "Value: Self Awareness",
        TOGETHER,
    ]


def test_sections_stand_under_their_headings() -> None:
    titles = list(groups_of("mersey-care"))
    assert titles[:3] == ["Vision", "Section: Our strategy", "Section: Our services"]
    assert titles[-1] == TOGETHER


def test_every_item_stands_in_one_group() -> None:
    items = shipped_bank("mersey-care", organisation="Mersey Care").items
    grouped = [item for group in group_items(items, page=MERSEY) for item in group.items]
    assert sorted(item.id for item in grouped) == sorted(item.id for item in items)


def test_items_of_a_group_follow_their_lines() -> None:
    for items in groups_of("nhs-somerset").values():
        lines = [item.source[0].line for item in items]
        assert lines == sorted(lines)
