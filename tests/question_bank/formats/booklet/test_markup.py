from question_bank.formats.booklet.markup import Html, classed, document, element, join


def test_text_is_escaped_and_markup_is_not() -> None:
    assert element("p", "a < b & c", element("b", "“d”")) == "<p>a &lt; b &amp; c<b>“d”</b></p>"
    assert join(["<x>", Html("<y>")]) == "&lt;x&gt;<y>"


def test_attributes_are_escaped_too() -> None:
    assert element("a", "x", attributes={"href": '"><script>'}) == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_a_void_element_has_no_end() -> None:
    assert element("meta", attributes={"charset": "utf-8"}) == '<meta charset="utf-8">'


def test_a_document_names_its_language_and_title() -> None:
    text = document(classed("p", "x", "y"), title="A & B", language="cy", style="p { color: red; }")
    assert text.startswith('<!doctype html>\n<html lang="cy">')
    assert "<title>A &amp; B</title>" in text
    assert '<body><p class="x">y</p></body>' in text
