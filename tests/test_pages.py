"""The page reader sees each fault it is there for, and passes a page that has none."""

import pytest
from bs4 import BeautifulSoup
from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from tests.pages import PageClient
from tests.support.page_checks import page_faults

GOOD = """<!DOCTYPE html>
<html lang="en">
<head><title>Sign in – Induction</title>
<script src="/static/app.js"></script><script nonce="abc">start()</script></head>
<body>
<a href="/help">Help</a> <a href="https://www.example.nhs.uk/values" rel="external">The page</a>
<a href="mailto:quiz@example.nhs.uk"><img src="/static/mail.svg" alt="Write to us"></a>
<main>
<h1>Sign in</h1>
<blockquote data-verbatim>We never failed to make it simple! &amp;lt;</blockquote>
<form method="post" action="/sign-in">
  <input type="hidden" name="csrf_token" value="t0ken">
  <label for="email">E-mail</label> <input id="email" name="email" aria-describedby="hint"> <p id="hint">At work</p>
  <label><input type="checkbox" name="stay" value="yes"> Stay</label>
  <button name="way" value="password">Sign in</button>
</form>
</main>
</body>
</html>"""
SUMMARY = '<main><div class="nhsuk-error-summary"><a href="#email">Enter your e-mail</a></div>'
FAULTS = {
    "the title 'Welcome' does not hold": ("Sign in – Induction", "Welcome"),
    "0 h1 headings": ("<h1>Sign in</h1>", ""),
    "2 h1 headings": ("</main>", "<h1>Sign in</h1></main>"),
    "the h1 heading is empty": ("<h1>Sign in</h1>", "<h1> </h1>"),
    "no error summary": ("<title>", "<title>Error: "),
    "an error summary": ("<main>", SUMMARY),
    "no doctype": ("<!DOCTYPE html>", ""),
    "html has no lang": (' lang="en"', ""),
    "no label: <input": ('for="email"', 'for="hint"'),
    "the id 'hint' occurs 2 times": ("</main>", '<p id="hint"></p></main>'),
    "no field for <label": ("<main>", '<main><label for="gone">Gone</label>'),
    "aria-describedby names 'gone'": ('aria-describedby="hint"', 'aria-describedby="gone"'),
    "a form without an action": (' action="/sign-in"', ""),
    "a form without a token": ("csrf_token", "other"),
    "an error link that leads nowhere": ("<main>", SUMMARY.replace("#email", "#gone")),
    "an inline script": (' nonce="abc"', ""),
    "an inline style": ("<h1>", '<h1 style="color: red">'),
    "an inline onclick": ("<button", '<button onclick="go()"'),
    "a style element": ("</head>", "<style>h1 { color: red }</style></head>"),
    "another host or scheme: <script": ("/static/app.js", "https://cdn.example/app.js"),
    "another host or scheme: <a": (' rel="external"', ""),
    "another host or scheme: <img": ("/static/mail.svg", "//cdn.example/mail.svg"),
    "a link without words": (">Help</a>", "></a>"),
    "a button without words: <button": (">Sign in</button>", "></button>"),
    "a button without words: <input": ("<button", '<input type="submit"><button'),
    "an image without alt": (' alt="Write to us"', ""),
    "escaped twice: '&#39;'": ("At work", "At O&amp;#39;Brien"),
    "escaped twice: '&amp;'": ("Induction", "Trust &amp;amp; Induction"),
    "a word we do not use: 'Please'": ("At work", "Please use the one at work"),
    "a word we do not use: 'clicking'": ("At work", "By clicking"),
    "a word we do not use: '!'": ("At work", "At work!"),
}


def faults(html: str) -> list[str]:
    return page_faults(BeautifulSoup(html, "html.parser"))


def test_a_good_page_has_no_faults() -> None:
    assert faults(GOOD) == []


def test_a_good_page_with_an_error_has_no_faults() -> None:
    assert faults(GOOD.replace("<title>", "<title>Error: ").replace("<main>", SUMMARY)) == []


@pytest.mark.parametrize("words", FAULTS)
def test_a_fault_is_seen(words: str) -> None:
    good, bad = FAULTS[words]
    assert good in GOOD
    assert any(fault.startswith(words) for fault in faults(GOOD.replace(good, bad, 1)))


def make_reader() -> PageClient:
    app = Flask("pages")
    app.add_url_rule("/sign-in", view_func=lambda: GOOD, endpoint="form")
    app.add_url_rule("/bad", view_func=lambda: "<h1>Bad</h1>", endpoint="bad")
    app.add_url_rule("/list.csv", view_func=lambda: Response("a,b\n", mimetype="text/csv"), endpoint="csv")

    @app.post("/sign-in")
    def sign_in() -> Response:
        return redirect("/result?" + "&".join(f"{name}={value}" for name, value in request.form.items(multi=True)))

    @app.get("/result")
    def result() -> str:
        sent = request.query_string.decode()
        return f'<!DOCTYPE html><html lang="en"><title>Result</title><h1>Result</h1><p>{sent}</p></html>'

    return PageClient(app.test_client())


def test_every_page_fetched_is_checked() -> None:
    with pytest.raises(AssertionError, match=r"/bad \(200\):\nthe title '' does not hold the heading 'Bad'"):
        make_reader().get("/bad")


def test_other_files_and_redirects_are_not_pages() -> None:
    reader = make_reader()
    assert reader.get("/list.csv").html == "a,b\n"
    answer = reader.post("/sign-in", {"email": "asha@example.org"})
    assert (answer.status, answer.location) == (302, "/result?email=asha@example.org")


def test_a_form_is_sent_as_a_browser_would() -> None:
    reader = make_reader()
    page = reader.get("/sign-in")
    assert (page.heading, page.title) == ("Sign in", "Sign in – Induction")
    result = reader.submit(page, {"email": "asha", "stay": "yes"})
    assert result.words("p") == "csrf_token=t0ken&email=asha&stay=yes&way=password"
    assert reader.submit(page).words("p") == "csrf_token=t0ken&email=&way=password"


@pytest.mark.parametrize("values", [{"name": "Asha"}, {"stay": "no"}, {"email": ["one", "two"]}])
def test_a_value_the_form_does_not_offer_is_refused(values: dict[str, str | list[str]]) -> None:
    reader = make_reader()
    page = reader.get("/sign-in")
    with pytest.raises(AssertionError, match="the form does not offer"):
        reader.submit(page, values)


def test_one_element_is_asked_for_by_name() -> None:
    page = make_reader().get("/sign-in")
    assert page.all_words("label") == ["E-mail", "Stay"]
    assert "Help" in page.text
    with pytest.raises(AssertionError, match="2 elements match 'label', not one"):
        page.one("label")
