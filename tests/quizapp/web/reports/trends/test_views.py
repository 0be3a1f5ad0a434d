"""The pages of trends, their pictures and files: who may open them, and that every number opens its list."""

import re
from xml.etree import ElementTree

from quizapp.access.roles import Role
from quizapp.services.people import people as people_service
from quizapp.services.reports.months import freezing
from quizapp.services.reports.months.behind import DueGroup
from tests.builders import NOW, add_organisation
from tests.pages import Page, PageClient
from tests.quizapp.output.charts.sheets import faults_of
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, Trust, file_words, table_words

LIST = "/organisation/starters/people"
QUARTER = "from=2026-04-01&months=3"
MONTH = "month=2026-05-01"
PAGES = (
    "/organisation/trend",
    f"/organisation/trend/people?group=due&{MONTH}",
    "/organisation/starters",
    f"{LIST}?group=all&{QUARTER}",
    "/organisation/board",
)
PICTURES = ("/organisation/trend.svg", "/organisation/starters.svg", "/organisation/board.svg")
FILES = (
    "/organisation/trend.csv",
    f"/organisation/trend/people.csv?group=on-time&{MONTH}",
    "/organisation/starters.json",
    f"{LIST}.csv?group=open&{QUARTER}",
    "/organisation/board.xlsx",
)


def numbers_of(page: Page, path: str) -> dict[str, int]:
    """Every number that opens a list under a path, by its address."""
    found: dict[str, int] = {}
    for link in page.soup.select(f"main a[href^='{path}?']"):
        if shown := re.match(r"\d+", link.get_text()):
            found[str(link["href"])] = int(shown.group())
    return found


def names_on(pages: PageClient, path: str) -> list[str]:
    page = pages.get(path)
    return [row[0] for row in table_words(page, page.heading)[1:]]


def test_only_an_administrator_may_open_them(trust: Trust) -> None:
    cara, ben = trust.pages(CARA), trust.pages(BEN)
    for path in (*PAGES, *PICTURES, *FILES):
        assert (cara.get(path).status, ben.get(path).status) == (200, 403)
    for path in PAGES[:1]:
        assert (trust.pages(ASHA).get(path).status, trust.dev().get(path).status) == (403, 403)
        assert trust.app.test_client().get(path).status_code == 303


def test_the_months_are_counted_and_few_of_them_are_a_run_chart(trust: Trust) -> None:
    page = trust.pages(CARA).get("/organisation/trend")
    assert page.words(".app-lead").startswith("2 months so far: too few to tell a change from chance.")
    rows = table_words(page, "Months")
    assert [row[0] for row in rows[1:]] == ["May 2026", "Apr 2026"]
    assert file_words(trust.pages(CARA).get("/organisation/trend.csv")) == rows
    assert [svg["role"] for svg in page.soup.select("main svg")] == ["img", "img"]


def test_every_number_of_a_month_is_the_length_of_the_list_it_opens(trust: Trust) -> None:
    cara = trust.pages(CARA)
    numbers = numbers_of(cara.get("/organisation/trend"), "/organisation/trend/people")
    assert len(numbers) == 3
    for path, number in numbers.items():
        names = names_on(cara, path)
        assert len(names) == number
        assert [row[0] for row in file_words(cara.get(path.replace("people?", "people.csv?")))[1:]] == names
    late = set(names_on(cara, f"/organisation/trend/people?group=not-on-time&{MONTH}"))
    both = {group: set(names_on(cara, f"/organisation/trend/people?group={group}&{MONTH}")) for group in DueGroup}
    assert both[DueGroup.DUE] == both[DueGroup.ON_TIME] | late
    assert both[DueGroup.ON_TIME].isdisjoint(late)


def test_a_frozen_month_shows_its_own_people(trust: Trust) -> None:
    with trust.app.app_context():
        freezing.freeze_months(trust.operator, now=NOW)
    cara = trust.pages(CARA)
    page = cara.get("/organisation/trend")
    assert [row[-1] for row in table_words(page, "Months")[1:]] == ["Frozen", "Frozen"]
    frozen = cara.get(f"/organisation/trend/people?group=due&{MONTH}").location
    assert frozen == "/organisation/months/2026/5/1/due?group=due&quiz=1"
    assert cara.get(f"/organisation/trend/people.csv?group=due&{MONTH}").status == 404
    numbers = numbers_of(page, "/organisation/trend/people")
    assert len(numbers) == 3
    for path, number in numbers.items():
        assert len(names_on(cara, cara.get(path).location or "")) == number


def test_every_number_of_starters_is_the_length_of_the_list_it_opens(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation/starters")
    numbers = numbers_of(page, LIST)
    assert len(numbers) >= 10
    for path, number in numbers.items():
        names = names_on(cara, path)
        assert len(names) == number
        assert [row[0] for row in file_words(cara.get(path.replace("people?", "people.csv?")))[1:]] == names
    assert page.words(".app-lead").startswith("6 of 14 starters of this quarter have passed")
    assert file_words(cara.get("/organisation/starters.csv")) == table_words(page, "Starters by quarter and month")


def test_agency_staff_and_those_to_come_are_no_starters(trust: Trust) -> None:
    names = names_on(trust.pages(CARA), f"{LIST}?group=all&{QUARTER}")
    assert "Asha Rahman" in names
    assert {"Rae Singh", "Quin Abara"}.isdisjoint(names)


def test_every_number_of_the_board_is_the_length_of_the_list_it_opens(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation/board")
    numbers = numbers_of(page, "/organisation/people")
    assert len(numbers) > 8
    for path, number in numbers.items():
        assert len(names_on(cara, path)) == number
    assert {path.split("group=")[1].split("&")[0] for path in numbers} >= {"due", "due-passed", "in-scope", "passed"}
    on_time = numbers_of(page, "/organisation/trend/people")
    assert on_time
    for path, number in on_time.items():
        assert len(names_on(cara, path)) == number
    stuck = numbers_of(page, "/organisation/exceptions/people")
    assert stuck
    for path, number in stuck.items():
        assert len(names_on(cara, path)) == number
    assert file_words(cara.get("/organisation/board.csv")) == table_words(page, "Teams")


def test_the_board_has_its_words_as_text_to_copy(trust: Trust) -> None:
    page = trust.pages(CARA).get("/organisation/board")
    text = page.one("textarea#board-text")
    assert text.has_attr("readonly")
    assert page.words(".app-lead").split(".")[0] in text.get_text()
    assert "Fernbrook Trust" in text.get_text()


def test_a_picture_is_a_file_of_its_own_without_anything_foreign(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path in PICTURES:
        answer = cara.get(path).response
        assert answer.mimetype == "image/svg+xml"
        assert re.search(r'filename="[a-z0-9-]+\.svg"', answer.headers["Content-Disposition"])
        svg = answer.get_data(as_text=True)
        assert faults_of(svg) == []
        assert "Fernbrook Trust" in "".join(ElementTree.fromstring(svg).itertext())  # noqa: S314


def test_a_past_day_is_told_from_the_record(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation/starters?on-day=31&on-month=5&on-year=2026")
    assert "As at the end of 31 May 2026" in page.text
    numbers = numbers_of(page, LIST)
    assert all("day=2026-05-31" in path for path in numbers)
    path, number = next(iter(numbers.items()))
    assert len(names_on(cara, path)) == number
    board = cara.get("/organisation/board?day=2026-05-31")
    assert "As at the end of 31 May 2026" in board.text
    assert "Nobody manages them" not in board.text


def test_a_day_that_is_none_or_to_come_is_asked_for_again(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path, day in (("/organisation/starters", "31&on-month=2"), ("/organisation/board", "1&on-month=7")):
        page = cara.get(f"{path}?on-day={day}&on-year=2026")
        assert page.status == 200
        assert page.title.startswith("Error: ")
        assert page.soup.select(".nhsuk-error-message")


def test_what_is_not_there_or_somebody_elses_is_not_found(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path in (
        "/organisation/trend?quiz=2",
        "/organisation/starters?quiz=2",
        "/organisation/board?quiz=99",
        "/organisation/trend/people?group=due&month=2026-06-01",
        "/organisation/trend/people?group=due&month=2026-05-02",
        "/organisation/trend/people?group=nonsense&month=2026-05-01",
        f"{LIST}?group=nonsense&{QUARTER}",
        f"{LIST}?group=all&from=2026-04-02&months=3",
        f"{LIST}?group=all&{QUARTER}&quiz=2",
    ):
        assert cara.get(path).status == 404


def test_before_there_is_a_quiz_each_page_says_so(trust: Trust) -> None:
    with trust.app.app_context():
        operator = add_organisation("Third Trust")
        people_service.add_person(
            operator, name="Ada", email="ada@third.example", roles=frozenset({Role.ADMINISTRATOR}), now=NOW
        )
    ada = trust.pages("ada@third.example", organisation_id=operator.organisation_id)
    for path in ("/organisation/trend", "/organisation/starters", "/organisation/board"):
        assert "No quiz has been published yet." in ada.get(path).text
    assert ada.get("/organisation/trend.svg").status == 404
