from question_bank.formats.gift.blocks import blocks


def texts(text: str) -> list[tuple[int, str]]:
    return [(block.line, block.text) for block in blocks(text)]


def test_a_blank_line_ends_a_question_unless_its_braces_are_open() -> None:
    assert texts("one{T}\r\n\r\ntwo{\r\n\r\n=a\r\n}\r\rthree") == [(1, "one{T}"), (3, "two{\n\n=a\n}"), (8, "three")]


def test_comments_belong_to_the_question_they_stand_with() -> None:
    first, second, last = blocks("// a\n// [id:1]\none{\n// b\n=c}\n\n// d\n\ntwo\n\n// end")
    assert (first.comments, first.text) == (["a", "[id:1]", "b"], "one{\n=c}")
    assert (second.comments, second.text) == (["d"], "two")
    assert (last.comments, last.text) == (["end"], "")


def test_a_title_begins_a_question_without_a_blank_line() -> None:
    assert texts("::a::one{T}\n::b::two{F}\nmore") == [(1, "::a::one{T}"), (2, "::b::two{F}\nmore")]


def test_a_category_is_a_line_of_its_own() -> None:
    assert texts("$CATEGORY: a/b\none{T}\n$CATEGORY: c") == [(1, "$CATEGORY: a/b"), (2, "one{T}"), (3, "$CATEGORY: c")]


def test_braces_that_are_never_closed_end_where_the_next_question_has_a_title() -> None:
    assert texts("::a::one{=b\n\n::c::two{T}") == [(1, "::a::one{=b"), (3, "::c::two{T}")]


def test_an_escaped_brace_opens_nothing() -> None:
    assert texts("one \\{\n\ntwo{T\\}}\n\nthree") == [(1, "one \\{"), (3, "two{T\\}}"), (5, "three")]
