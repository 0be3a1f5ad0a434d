"""Marked-up texts become words on one line; nothing is glued together, and what is dropped is named."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.exchange.plain_text import HTML, MARKDOWN, MOODLE, PLAIN, to_plain
from question_bank.text import fold_space


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>one</p><p>two</p>", "one two"),
        ("one<br>two<br/>three", "one two three"),
        ("<ul><li>one</li><li>two</li></ul>three", "one two three"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one two"),
        ("<b>re</b>spect and <i>care</i>", "respect and care"),
        ("&ldquo;caf&eacute;&rdquo; &amp; more&nbsp;&#8211; 5&#x20;&lt; 6", "“café” & more – 5 < 6"),
        ("a < b and c > d", "a < b and c > d"),
        ("keep <respect> and </care>", "keep <respect> and </care>"),
        ("<!-- hidden -->seen<style>p {}</style><script>x()</script>", "seen"),
        ('<a href="x" onclick="y()">our page</a>', "our page"),
        ("<span class='multilang' lang='en'>yes</span>", "yes"),
        ("no <span>spans</span> left open <span>here", "no spans left open here"),
        ("", ""),
        ("a <b and <i c", "a <b and <i c"),
        ("<img alt='' title='a > b < c'><p title=\"x<y>\">one</p>", "one"),
        ("<!doctype html><?xml version='1'?><o:p>one</o:p><st1:place>two</st1:place>", "onetwo"),
        ("one <!-- never closed", "one <!-- never closed"),
        ("<!-- a --><!-- <b> -->one<!---->", "one"),
        ("<b", "<b"),
    ],
)
def test_html_becomes_words(text: str, words: str) -> None:
    assert to_plain(text, HTML)[0] == to_plain(text, MOODLE)[0] == words


@pytest.mark.parametrize("piece", ["<a ", "<!-- ", '<a "', "&a", "**a ", "_a ", "[a", "![a](b", "<b>", "</b", "<a x='"])
def test_a_very_long_text_is_cut_and_soon_done(piece: str) -> None:
    for markup in (HTML, MARKDOWN):
        start = time.process_time()
        assert "what comes after 20000 characters of one text" in to_plain(piece * 500_000, markup)[1]
        assert time.process_time() - start < 2


def test_pictures_within_the_text_do_not_count() -> None:
    text = f'<p>Which?<img src="data:image/png;base64,{"A" * 100_000}=="></p>'
    assert to_plain(text, HTML) == ("Which?", ("a picture",))


def test_what_cannot_be_words_is_named_once() -> None:
    text = '<img src="a.png" alt="A phone"> and <img src="b.png"><audio src="c"><source src="d"></audio>'
    assert to_plain(text, HTML) == ("A phone and", ("a picture", "a sound"))


def test_of_several_languages_english_is_taken_else_the_first() -> None:
    welsh = '<span lang="cy" class="multilang">Diolch <b>chi</b></span>'
    english = '<span class="multilang" lang="en">Thank you</span>'
    assert to_plain(f"{welsh} {english}!", HTML) == ("Thank you!", ("the words in the language “cy”",))
    french = '<span class="multilang" lang="fr">Merci</span>'
    assert to_plain(f"{welsh}{french}", HTML) == ("Diolch chi", ("the words in the language “fr”",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Which** of *these* is `ours`?", "Which of these is ours?"),
        ("# Values\n\n- one\n- two\n1. three", "Values one two three"),
        ('see [the page](https://example.org "ours")', "see the page"),
        ("__all__ of _it_ and snake_case_name", "all of it and snake_case_name"),
        ("2 * 3 * 4 and a ____ gap", "2 * 3 * 4 and a ____ gap"),
        ("<b>bold</b> too", "bold too"),
    ],
)
def test_markdown_becomes_words(text: str, words: str) -> None:
    assert to_plain(text, MARKDOWN) == (words, ())


def test_a_picture_of_markdown_is_named() -> None:
    assert to_plain("![A phone](phone.png) rings", MARKDOWN) == ("A phone rings", ("a picture",))


@given(st.text())
def test_plain_text_keeps_every_character_but_white_space(text: str) -> None:
    assert to_plain(text, PLAIN) == (fold_space(text), ())


@given(st.text(alphabet="<>/&;bp#a \"'=!-[]*_`()\n", max_size=60), st.sampled_from([HTML, MARKDOWN, MOODLE]))
def test_any_markup_is_survived(text: str, markup: str) -> None:
    words, _ = to_plain(text, markup)
    assert words == fold_space(words)
