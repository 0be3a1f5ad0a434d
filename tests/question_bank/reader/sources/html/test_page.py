from textwrap import dedent

import pytest

from question_bank.reader.sources.html.page import read_html, read_html_file


def text_of(source: str) -> str:
    return read_html(dedent(source).strip("\n")).text


def test_headings_paragraphs_and_lists_stand_as_they_are_seen() -> None:
    source = """
        <h2>Candour</h2>
        <p>We say
        so.</p>
        <ul><li>the same day<li>in <b>plain</b> words
          <ul><li>no jargon</ul></ul>
        <ol start=3><li>mend<li>swap</ol>
        """
    extract = read_html(dedent(source).strip("\n"))
    assert extract.text == (
        "Candour\n\nWe say so.\n\n  • the same day\n  • in plain words\n    • no jargon\n\n  3. mend\n  4. swap"
    )
    assert extract.lines == (1, 1, 2, 2, 4, 4, 5, 5, 6, 6)


def test_two_lists_without_a_heading_between_them_stay_two() -> None:
    assert text_of("<ul><li>a</li></ul><ul><li>b</li></ul>") == "  • a\n\n  • b"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Per<b>son</b>-cent&shy;red&nbsp;care</p>", "Person-centred care"),
        ("<p>one<br>two<br/>three</p>", "one\ntwo\nthree"),
        ("<h2>Our<br>values</h2>", "Our values"),
        (
            "<p>a &amp; b &lt;c&gt; &rsquo; &#8211; &#x2014; &bogus; &#99999999999;</p>",
            "a & b <c> ’ – — &bogus; \ufffd",
        ),
        ("<p>a &#" + "9" * 5_000 + "; b</p>", "a \ufffd b"),
        ("<p>Vision: <q>Nobody waits</q></p>", "Vision: “Nobody waits”"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<p>two", "one\n\ntwo"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<dl><dt>Candour<dd>We say so<dt>Thrift<dd>We mend</dl>", "Candour\n\nWe say so\n\nThrift\n\nWe mend"),
        ("<p>3 < 4 and 5 > 4</p>", "3 < 4 and 5 > 4"),
        ("<p>kept<!-- <p>not kept --> too<![CDATA[x]]></p>", "kept too"),
        ("<a href='#'><h3>Candour</h3><p>say so</p></a>", "Candour\n\nsay so"),
        ("<h3><img alt='Candour'></h3><p><img alt='Values poster'>Text</p>", "Candour\n\nText"),
        ("<h3><button aria-expanded=false>Candour</button></h3><button>Send</button>", "Candour"),
        ("<details><summary>Candour</summary>We say so</details>", "Candour\n\nWe say so"),
    ],
)
def test_words_are_joined_as_they_are_seen(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<ul><li><h3>Candour</h3><p>We say so</p></li></ul>", "Candour\n\nWe say so"),
        (
            "<ul><li><b>Candour</b><br>We say so whenever we get it wrong.</li></ul>",
            "Candour\nWe say so whenever we get it wrong.",
        ),
        ("<ul><li><p>one line</p></li><li><p>two</p><p>parts</p></li></ul>", "  • one line\n  • two parts"),
        ("<ul><li>Look ahead...<br>Pack the bag tonight</li></ul>", "  • Look ahead... Pack the bag tonight"),
        ("<ul><ul><li>deeper</li></ul><li></li></ul>", "    • deeper"),
    ],
)
def test_an_entry_with_parts_is_no_item(source: str, text: str) -> None:
    assert text_of(source) == text


def test_what_is_not_the_page_itself_is_left_out() -> None:
    source = """
        <!DOCTYPE html><html><head><title>T</title><style>p {}</style></head><body>
        <script>document.write("<p>script</p>")</script><noscript>noscript</noscript><template><p>t</p></template>
        <header><h1>Trust</h1></header><nav><ul><li>Home</li></ul></nav><div role="search">Search</div>
        <div class="cookie-banner">We use cookies</div>
        <p>Text</p><p hidden>hidden</p><p style="display: none">unseen</p><span aria-hidden="true">x</span>
        <form><label>Name</label><input value="v"><button>Send</button></form>
        <button aria-controls="more">More</button><div id="more" hidden><p>Opened</p></div>
        <p>It <del>was</del> is</p>
        <footer>Footer</footer></body></html>
        """
    assert text_of(source) == "Text\n\nMore\n\nOpened\n\nIt is"


def test_the_main_part_is_preferred_with_its_heading_from_outside() -> None:
    source = """
        <header><h1>Our values</h1></header><aside><p>News</p></aside>
        <main><article><header><h2>Candour</h2></header><p>We say so</p></article><aside><p>Quoted</p></aside></main>
        <p>Related</p>
        """
    assert text_of(source) == "Our values\n\nCandour\n\nWe say so\n\nQuoted"
    assert text_of("<main></main><p>All the page</p>") == "All the page"
    assert text_of("<form id=aspnetForm><header>H</header><h1>Values</h1></form>") == "Values"


def test_a_table_is_read_by_name() -> None:
    source = """
        <table><thead><tr><th>Value<th>What we want to see<th>What we don't want to see</thead>
        <tr><td rowspan=2>Candour<td>say so<td>hide it<tr><td>own up<td></table>
        """
    assert text_of(source).split("\n\n") == [
        "Candour",
        "What we want to see",
        "  • say so",
        "What we don't want to see",
        "  • hide it",
        "What we want to see",
        "  • own up",
    ]


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    source = "<html><meta charset='windows-1250'><p>Łódź</p>"
    assert read_html_file(source.encode("cp1250")).text == "Łódź"
    assert read_html_file(source.encode()).text == "Łódź"
