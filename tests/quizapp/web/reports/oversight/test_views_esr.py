"""The ESR pages: the walk, a file compared, and the completions to load."""

import io

import pytest

from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, Trust, file_words, table_words
from tests.support.page_checks import page_faults

ESR, COMPARE, COMPLETIONS = "/organisation/esr", "/organisation/esr/compare", "/organisation/esr/completions"
FILE = f"{COMPLETIONS}.csv"
EXTRACT = f"""NI Number,E-mail,Name,Date achieved,Ethnic origin
QQ123456C,{BEN},Ben Okafor,2026-04-01,A
QQ123456C,nobody@elsewhere.example,=1+1,2026-06-01,A
QQ123456C,{ASHA},Asha Rahman,perhaps,A
"""


def send(pages: PageClient, content: bytes, *, wanted: str = "page") -> Page:
    """Choose a file and press one of the two buttons."""
    form = pages.get(COMPARE).one("main form")
    fields = {str(field["name"]): str(field.get("value", "")) for field in form.select("input[type=hidden]")}
    data = {**fields, "as": wanted, "file": (io.BytesIO(content), "esr.csv")}
    page = Page(pages.client.post(str(form["action"]), data=data, content_type="multipart/form-data"))
    if page.response.mimetype == "text/html":
        assert not page_faults(page.soup)
    return page


def name_the_competence(pages: PageClient, name: str = "0007|Our values") -> None:
    pages.submit(pages.get("/organisation/settings"), {"esr_competence": name})


def test_only_an_administrator_may_open_them(trust: Trust) -> None:
    cara, others = trust.pages(CARA), [trust.pages(BEN), trust.pages(ASHA), trust.dev()]
    stranger = trust.app.test_client()
    for path in (ESR, COMPARE, COMPLETIONS, FILE):
        assert cara.get(path).status == (400 if path == FILE else 200)
        assert [other.client.get(path).status_code for other in others] == [403, 403, 403]
        assert stranger.get(path).status_code == 303


def test_the_walk_adds_up_and_every_number_opens_a_list_of_that_length(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    page = cara.get(ESR)
    rows = table_words(page, "From compliance")[1:]
    numbers = [[int(cell or 0) for cell in row[1:3]] for row in rows]
    assert [sum(column) for column in zip(*numbers[:3], strict=True)] == numbers[3]
    assert page.words(".app-lead").startswith(f"{numbers[0][0]} of {numbers[0][1]} (")
    links = page.soup.select('main table a[href^="/organisation/people"]')
    assert len(links) >= 8
    for link in links:
        people = file_words(cara.get(str(link["href"]).replace("people?", "people.csv?")))
        assert len(people) - 1 == int(link.get_text().split()[0])


def test_a_file_is_compared_on_the_page_and_nothing_we_do_not_need_is_read(looked_at: Trust) -> None:
    page = send(looked_at.pages(CARA), EXTRACT.encode())
    assert page.status == 200
    counts = {row[0]: row[1] for row in table_words(page, "How people stand")[1:]}
    assert counts["The same in both: passed"] == "1"
    assert counts["In the file, and unknown here"] == "1"
    assert "2 columns were not needed, so not read and not kept: NI Number and Ethnic origin." in page.text
    assert "Line 4: “perhaps” is no date and no status we know." in page.text
    assert "QQ123456C" not in page.html
    for link in page.soup.select('main table a[href^="#"]'):
        assert page.one(str(link["href"]))


def test_the_differences_can_be_taken_as_a_file(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    rows = file_words(send(cara, EXTRACT.encode(), wanted="file"))
    assert rows[0] == ["How they stand", "Name", "E-mail", "Team", "Passed here", "In ESR", "Line"]
    unknown = next(row for row in rows if row[0] == "In the file, and unknown here")
    assert unknown[1:] == ["=1+1", "nobody@elsewhere.example", "", "Not counted here", "1 June 2026", "3"]
    shown = {row[0]: int(row[1]) for row in table_words(send(cara, EXTRACT.encode()), "How people stand")[1:]}
    assert sum(shown.values()) == len(rows) - 1


def test_a_file_that_cannot_be_used_says_what_to_do(looked_at: Trust) -> None:
    cara = looked_at.pages(CARA)
    for content, words in (
        (b"", "The file is empty."),
        (b"Name,Team\nAsha,Ward 1\n", "The heading names no column for what was achieved"),
        (b"PK\x03\x04 torn", "This Excel file could not be read."),
    ):
        assert send(cara, content).all_words(".nhsuk-error-summary li")[0].startswith(words)
    page = cara.submit(cara.get(COMPARE), button="Show")
    assert page.all_words('.nhsuk-error-summary a[href="#file"]') == ["Choose a file."]


def test_a_file_may_be_larger_than_a_form_and_not_without_end(
    looked_at: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    cara = looked_at.pages(CARA)
    large = EXTRACT.encode() + b"".join(b"x,p%d@x.example,P,2026-01-01,A\n" % number for number in range(8_500))
    assert 260_000 < len(large) < 400_000
    assert send(cara, large).status == 200
    assert cara.client.post("/organisation/settings", data={"target": "9" * 300_000}).status_code == 413
    monkeypatch.setattr(looked_at.app.view_functions["oversight.compare"], "most_bytes", 390_000)
    assert send(cara, b"x" * 400_000).status == 413


def test_the_completions_wait_for_the_name_of_the_competence_and_may_begin_on_a_day(trust: Trust) -> None:
    cara = trust.pages(CARA)
    assert "There is no file yet." in cara.get(COMPLETIONS).text
    name_the_competence(cara)
    page = cara.get(COMPLETIONS)
    assert page.words(".app-lead") == "6 people in post with a valid pass."
    rows = file_words(cara.get(FILE))
    assert len(rows) == 7
    assert rows[0][:3] == ["Employee (e-mail)", "Competence name", "Date from"]
    assert [BEN, "0007|Our values", "2026-04-01", "", "2026-04-01", "", ""] in rows
    since = cara.get(f"{COMPLETIONS}?since-day=7&since-month=5&since-year=2026")
    assert since.words(".app-lead") == "3 people in post with a valid pass earned on 7 May 2026 or later."
    assert len(file_words(cara.get(str(since.one("main a[download]")["href"])))) == 4
    wrong = cara.get(f"{COMPLETIONS}?since-day=31&since-month=2&since-year=2026")
    assert wrong.all_words(".nhsuk-error-summary li")[0].startswith("Only passes from this day on:")
