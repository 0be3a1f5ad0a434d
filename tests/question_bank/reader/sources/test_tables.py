from question_bank.reader.sources.blocks import Block, lay_out, tidy
from question_bank.reader.sources.tables import Cell, table_blocks


def rows_of(*rows: str, is_head: bool = False) -> list[list[Cell]]:
    """Cells between bars, lines of a cell between slashes, a star before an item."""
    return [
        [
            Cell(tuple(map(_block, filter(None, cell.split("/")))), is_head=is_head and not number)
            for cell in row.split("|")
        ]
        for number, row in enumerate(rows)
    ]


def _block(text: str) -> Block:
    return Block(text.removeprefix("*"), mark="•" if text.startswith("*") else "")


def read(*rows: str, is_head: bool = False) -> list[str]:
    text = lay_out(tidy(table_blocks(rows_of(*rows, is_head=is_head)))).text
    return [line.strip() for line in text.split("\n") if line]


def test_names_at_the_side_are_read_row_by_row() -> None:
    assert read("Value|Description", "Candour|We say so on the day", "Thrift|We mend") == [
        *("Candour", "We say so on the day", "Thrift", "We mend"),
    ]
    assert read("Candour|*say so/*own up", "Thrift|*mend/*swap") == [
        *("Candour", "• say so", "• own up", "Thrift", "• mend", "• swap"),
    ]


def test_names_on_top_are_read_column_by_column() -> None:
    assert read("Candour|Thrift", "*say so/*own up|*mend/*swap") == [
        *("Candour", "• say so", "• own up", "Thrift", "• mend", "• swap"),
    ]
    assert read("Candour|Thrift", "Say so|Mend", "Own up|Swap", "Tell|Save", is_head=True) == [
        *("Candour", "• Say so", "• Own up", "• Tell", "Thrift", "• Mend", "• Swap", "• Save"),
    ]


def test_what_is_wanted_and_what_is_not_keep_their_captions() -> None:
    wanted = ["Candour", "We will", "• say so", "We will not", "• hide it"]
    assert read("Value|We will|We will not", "Candour|say so|hide it") == wanted
    beside = read("|Candour|Thrift", "We will|say so|mend", "We will not|hide it|waste")
    assert beside == [*wanted, "Thrift", "We will", "• mend", "We will not", "• waste"]


def test_lists_side_by_side_stand_each_under_its_caption() -> None:
    assert read("We will|We will not", "say so|hide it", "own up|") == [
        *("We will", "• say so", "• own up", "We will not", "• hide it"),
    ]


def test_a_meaning_has_no_caption_and_is_no_list() -> None:
    assert read("Our value|What it means|Behaviours", "Candour|We say so|tell people/own up") == [
        *("Candour", "We say so", "• tell people", "• own up"),
    ]


def test_a_title_row_stands_above_and_an_empty_name_goes_on() -> None:
    assert read("Our values|", "Value|Behaviours", "Candour|say so", "|own up") == [
        *("Our values", "Candour", "• say so", "• own up"),
    ]


def test_a_table_without_names_is_read_in_order() -> None:
    assert read("We say so on the same day|We mend what we have", "We write it down|") == [
        *("We say so on the same day", "We mend what we have", "We write it down"),
    ]
    assert read("only one", "column") == ["only one", "column"]
    assert read() == []
