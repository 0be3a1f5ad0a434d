import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.html.tree import MOST_DEPTH, Node, Words, build_tree
from question_bank.reader.sources.limits import MOST_MARKS


def outline(node: Node) -> str:
    inside = "".join(one.text.strip() if isinstance(one, Words) else outline(one) for one in node.children)
    return f"{node.name}({inside})"


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("<p>a<p>b<div>c</div>", "(p(a)p(b)div(c))"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "(ul(li(aul(li(b)))li(c)))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "(dl(dt(a)dd(b)dt(c)))"),
        ("<table><tr><td>a<td>b<tr><th>c</table>d", "(table(tr(td(a)td(b))tr(th(c)))d)"),
        ("<table><tr><td></div><p>a</table>", "(table(tr(td(p(a)))))"),
        ("<b><i>a</b>c</i>", "(b(i(a))c)"),
        ("</p></x>a<br>b<img>c", "(abr()bimg()c)"),
    ],
)
def test_elements_close_as_in_a_browser(source: str, tree: str) -> None:
    assert outline(build_tree(source)) == tree


def test_words_know_their_line() -> None:
    root = build_tree("<p>\r\n\r\na\rb</p>\n<p>c</p>")
    lines = [one.line for node in root.walk() for one in node.children if isinstance(one, Words)]
    assert lines == [3, 5]


def test_depth_and_number_have_an_end() -> None:
    deep = build_tree("<div>" * (3 * MOST_DEPTH) + "a")
    assert sum(1 for _ in deep.walk()) == MOST_DEPTH
    with pytest.raises(ReadError, match="tags"):
        build_tree("<" * (MOST_MARKS + 1))
