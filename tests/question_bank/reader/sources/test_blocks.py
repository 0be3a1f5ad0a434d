from question_bank.reader.sources.blocks import GAP, Block, Extract, deeper, lay_out, tidy


def test_items_are_indented_by_their_level_and_blank_lines_belong_to_the_line_above() -> None:
    blocks = [Block("Candour", 3), GAP, Block("say so", 7, mark="•"), deeper(Block("today", 7, mark="•"))]
    assert lay_out(blocks) == Extract("Candour\n\n  • say so\n    • today", (3, 3, 7, 7))


def test_lines_that_agree_with_the_file_need_no_table() -> None:
    assert lay_out([Block("one", 1), Block("", 2), Block("two", 3)]) == Extract("one\n\ntwo")
    assert lay_out([]) == Extract("")


def test_a_block_is_one_line_whatever_stands_in_it() -> None:
    assert lay_out([Block("one\r\u2028two\n"), Block("\n", 2)]).text == "one  two\n"


def test_tidying_folds_white_space_and_leaves_single_gaps_inside() -> None:
    blocks = [GAP, Block(" a\n b "), GAP, Block("  "), GAP, Block("c"), GAP]
    assert [block.text for block in tidy(blocks)] == ["a b", "", "c"]
