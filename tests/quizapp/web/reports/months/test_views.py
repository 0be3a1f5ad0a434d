import re

import pytest

from quizapp.access.policy import console
from quizapp.access.roles import Role
from quizapp.services.people import people as people_service
from quizapp.services.reports.months.freezing import freeze_months
from tests.builders import NOW, add_organisation
from tests.pages import Page, PageClient
from tests.quizapp.web.reports.months.frozen_trust import HOME, JUNE, LATER, FrozenTrust
from tests.quizapp.web.scenes.trust import BEN, CARA, file_words, statements_of, table_words

PAGES = (
    HOME,
    JUNE,
    f"{JUNE}/1/teams.csv",
    f"{JUNE}/1/people?group=due",
    f"{JUNE}/1/people.csv?group=due",
    f"{JUNE}/1/due?group=due",
    f"{JUNE}/1/due.csv?group=due",
    f"{JUNE}/1/changes",
    f"{JUNE}/reopen",
)


def numbers_of(page: Page) -> dict[str, int]:
    """Every number of the page by the list it opens; the same list never stands beside two numbers."""
    found: dict[str, int] = {}
    for link in page.soup.select(f"main a[href^='{JUNE}/1/']"):
        shown = re.match(r"[\d,]+", link.get_text())
        if shown:
            number = int(shown.group().replace(",", ""))
            assert found.setdefault(str(link["href"]), number) == number
    return found


def names_on(page: Page) -> list[str]:
    return [row[0] for row in table_words(page, page.heading)[1:]]


def test_only_an_administrator_may_open_them(trust: FrozenTrust) -> None:
    for path in PAGES:
        assert trust.pages(CARA).get(path).status == 200
        assert trust.pages(BEN).get(path).status == 403
        assert trust.dev().get(path).status == 403
        assert trust.app.test_client().get(path).status_code == 303


def test_the_list_says_what_is_frozen_and_when_the_others_will_be(trust: FrozenTrust) -> None:
    page = trust.pages(CARA).get(HOME)
    _, august, july, june, may, april = table_words(page, "Months")
    assert august == ["August 2026", "", "", "", "Not frozen yet. It will be on 8 September 2026."]
    assert july[0] == "July 2026"
    assert july[4] == "Not frozen yet. It will be on 8 August 2026."
    assert june == ["June 2026", "4 of 6", "6 of 9", "1", "8 July 2026"]
    assert (may[0], may[1], april[0], april[1]) == ("May 2026", "0 of 1", "April 2026", "2 of 2")
    assert page.soup.select_one(f"main a[href^='{JUNE}']") is not None


def test_every_number_is_the_length_of_the_frozen_list_it_opens(trust: FrozenTrust) -> None:
    cara = trust.pages(CARA)
    numbers = numbers_of(cara.get(JUNE))
    assert len(numbers) > 25
    for path, number in numbers.items():
        page = cara.get(path)
        assert len(names_on(page)) == number, path
        for kind in ("people", "due"):
            if f"/{kind}?" in path:
                assert (
                    file_words(cara.get(path.replace(f"{kind}?", f"{kind}.csv?")))[1:]
                    == table_words(page, page.heading)[1:]
                )


def test_a_leaver_recorded_late_is_still_in_the_frozen_lists(trust: FrozenTrust) -> None:
    cara = trust.pages(CARA)
    assert names_on(cara.get(f"{JUNE}/1/people?group=overdue")) == ["Asha Rahman", "Tia Mensah", "Val Stone"]
    assert names_on(cara.get(f"{HOME}/2026/5/1/due?group=not-on-time")) == ["Asha Rahman"]


def test_the_lines_of_the_teams_add_up_to_the_whole_on_every_floor(trust: FrozenTrust) -> None:
    cara = trust.pages(CARA)
    for path in (JUNE, *(f"{JUNE}?team={team}" for team in (1, 2, 3))):
        head, *lines, total = table_words(cara.get(path), "Teams")
        assert lines
        for place, heading in enumerate(head):
            if heading not in ("Team", "Passed of due"):
                assert sum(int(line[place]) for line in lines) == int(total[place])
        assert head[-2:] == ["Due in June", "On time"]


@pytest.mark.parametrize("query", ["", "?sort=overdue&order=desc", "?team=1&sort=team&order=desc"])
def test_the_file_is_the_table_on_the_screen(trust: FrozenTrust, query: str) -> None:
    cara = trust.pages(CARA)
    page = cara.get(f"{JUNE}{query}")
    link = next(one for one in page.soup.select("a[download]") if ".csv" in str(one["href"]))
    assert file_words(cara.get(str(link["href"]))) == table_words(page, "Teams")


def test_the_month_before_stands_beside_it(trust: FrozenTrust) -> None:
    rows = table_words(trust.pages(CARA).get(JUNE), "Beside the month before")
    assert rows[0] == ["Measure", "May 2026", "June 2026"]
    assert rows[1][:3] == ["On time", "0 of 1", "4 of 6"]


def test_what_the_record_says_today_is_told_beside_it(trust: FrozenTrust) -> None:
    page = trust.pages(CARA).get(f"{JUNE}/1/changes")
    assert "1 person has since been recorded as a leaver" in page.text
    assert table_words(page, "1 person has since")[1] == ["Asha Rahman", "Ward 1", "On file", "Left on 12 June 2026"]
    figures = {row[0]: row[1:] for row in table_words(page, "The figures")}
    assert figures["Compliance"] == ["6 of 9", "6 of 8"]


def test_a_month_is_reopened_with_a_reason_and_the_first_edition_stays(trust: FrozenTrust) -> None:
    cara = trust.pages(CARA)
    form = cara.get(f"{JUNE}/reopen")
    refused = cara.submit(form, {"reason": " "})
    assert "Say why the month is re-opened" in refused.text
    page = cara.submit(form, {"reason": "Ward 1 sent a leaver late"})
    assert "June 2026 was counted anew. This is edition 2." in page.text
    assert "The reason: Ward 1 sent a leaver late" in page.text
    assert table_words(page, "Editions")[1:] == [
        ["2", "5 August 2026 by Cara Quayle", "Ward 1 sent a leaver late"],
        ["1", "8 July 2026", "The month was over"],
    ]
    first = cara.get(f"{JUNE}?edition=1")
    assert "6 of 9 people who were due have passed." in first.text
    assert "This is an earlier edition." in first.text
    assert "6 of 8 people who were due have passed." in cara.get(JUNE).text
    again = cara.submit(form, {"reason": "Pressed again"})
    assert again.status == 409
    assert "Somebody else has re-opened this month" in again.text


def test_what_there_is_none_of_is_not_found(trust: FrozenTrust) -> None:
    cara = trust.pages(CARA)
    for path in (
        f"{HOME}/2026/7",
        f"{HOME}/2026/13",
        f"{HOME}/9998/12",
        f"{JUNE}?edition=2",
        f"{JUNE}?quiz=2",
        f"{JUNE}?team=99",
        f"{JUNE}/2/people?group=due",
        f"{JUNE}/1/people?group=nonsense",
        f"{JUNE}/1/due?group=nonsense",
        f"{JUNE}/1/due?group=due&team=99",
        f"{JUNE}/2/changes",
        f"{HOME}/2026/7/reopen",
        f"{HOME}?quiz=2",
    ):
        assert cara.get(path).status == 404, path


def test_a_month_that_was_made_up_for_says_so(trust: FrozenTrust) -> None:
    assert "made up for later" not in trust.pages(CARA).get(JUNE).text
    assert "it was to be frozen on 8 May 2026" in trust.pages(CARA).get(f"{HOME}/2026/4").text


def test_before_a_quiz_is_published_the_page_says_so(trust: FrozenTrust) -> None:
    email = "hal@fernbrook.example"
    with trust.app.app_context():
        operator = add_organisation("New Trust")
        people_service.add_person(
            operator, name="Hal Moss", email=email, roles=frozenset({Role.ADMINISTRATOR}), now=NOW
        )
        freeze_months(console(operator.organisation_id, "tests"), now=LATER)
    hal = trust.pages(email, organisation_id=operator.organisation_id)
    assert hal.get(HOME).words(".app-lead") == "No quiz has been published yet."


def test_a_frozen_month_takes_few_statements(trust: FrozenTrust) -> None:
    cara: PageClient = trust.pages(CARA)
    for path in (HOME, JUNE, f"{JUNE}/1/people?group=due", f"{JUNE}/1/due?group=due", f"{JUNE}/1/changes"):
        with statements_of(trust.app) as said:
            cara.get(path)
        assert 3 < len(said) <= 11, path


@pytest.mark.parametrize("path", ["/organisation", "/organisation/board"])
def test_a_report_on_the_last_day_of_a_frozen_month_says_what_was_frozen(trust: FrozenTrust, path: str) -> None:
    cara = trust.pages(CARA)
    page = cara.get(f"{path}?day=2026-06-30")
    assert "June 2026 was frozen for all teams: compliance 6 of 9, on-time completion 4 of 6." in page.text
    assert page.soup.select_one(f"main p a[href^='{JUNE}?']") is not None
    for day in ("2026-06-29", "2026-07-31"):
        assert "was frozen" not in cara.get(f"{path}?day={day}").text
