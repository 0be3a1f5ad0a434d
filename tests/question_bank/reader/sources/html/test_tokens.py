import pytest

from question_bank.reader.sources.html.tokens import Token, tokens


def test_tags_carry_their_attributes_and_places() -> None:
    found = list(tokens("a<P Class=x id='y z' HIDDEN title=\"1 > 0 &amp; 'so'\" class=no>b</p >"))
    assert found == [
        Token(0, text="a"),
        Token(1, "p", attributes={"class": "x", "id": "y z", "hidden": "", "title": "1 > 0 & 'so'"}),
        Token(62, text="b"),
        Token(63, "p", closes=True),
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<script>if (a < b) '</p>'</script>c", ["c"]),
        ("<SCRIPT>x</Script >c", ["c"]),
        ("<title>a<b>c", []),
        ("a<!-- > -->b<!>c<?php x ?>d", ["a", "b", "c", "d"]),
        ("a < b <3 <", ["a ", "<", " b ", "<", "3 ", "<"]),
        ("a<b", ["a"]),
        ("<a title=it's>b</a>", ["b"]),
    ],
)
def test_only_words_that_are_seen_are_words(source: str, words: list[str]) -> None:
    assert [token.text for token in tokens(source) if token.text] == words
