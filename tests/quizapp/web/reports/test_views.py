import re

import pytest
import sqlalchemy as sa

from quizapp.access.roles import Role
from quizapp.services.people import people as people_service
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.team import Team
from quizapp.web.shell.measures import people_list
from tests.builders import NOW, add_organisation
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import (
    ASHA,
    BEN,
    CARA,
    FORMULA,
    MEMBERS,
    Trust,
    file_words,
    statements_of,
    table_words,
)

PAGES = ("/organisation", "/organisation.csv", "/organisation/people?group=due", "/organisation/people.csv?group=due")


def people_of(pages: PageClient, path: str) -> list[str]:
    """The names on a list, over all its parts."""
    names: list[str] = []
    while path:
        page = pages.get(path)
        assert page.status == 200
        names += [row[0] for row in table_words(page, page.heading)[1:]]
        later = [str(link["href"]) for link in page.soup.select("main nav.app-actions a") if "Later" in link.get_text()]
        path = later[0] if later else ""
    return names


def numbers_of(page: Page) -> dict[str, int]:
    """Every number of the page by the list it opens; the same list never stands beside two numbers."""
    found: dict[str, int] = {}
    for link in page.soup.select("main a[href^='/organisation/people?']"):
        shown = re.match(r"[\d,]+", link.get_text())
        if shown:
            number = int(shown.group().replace(",", ""))
            assert found.setdefault(str(link["href"]), number) == number
    return found


def test_the_order_of_a_list_tells_no_score_that_the_list_does_not_show(trust: Trust) -> None:
    path = "/organisation/people?group=everybody&sort={}&order=desc"
    by_score, by_name = (people_of(trust.pages(CARA), path.format(key)) for key in ("score", "name"))
    assert by_score != by_name
    with trust.app.app_context():
        db.session.get_one(Organisation, 1).managers_see_scores = False
        db.session.commit()
    assert people_of(trust.pages(CARA), path.format("score")) in (by_name, by_name[::-1])


def test_only_an_administrator_may_open_them(trust: Trust) -> None:
    for path in PAGES:
        assert trust.pages(CARA).get(path).status == 200
        assert trust.pages(BEN).get(path).status == 403
        assert trust.pages(ASHA).get(path).status == 403
        assert trust.dev().get(path).status == 403
        assert trust.app.test_client().get(path).status_code == 303


def test_every_number_is_the_length_of_the_list_it_opens(trust: Trust) -> None:
    cara = trust.pages(CARA)
    numbers = numbers_of(cara.get("/organisation"))
    assert len(numbers) > 25
    for path, number in numbers.items():
        people = people_of(cara, path)
        assert len(people) == number
        assert cara.get(path).words("main > p:first-of-type").startswith(f"{number} p")
        assert [row[0] for row in file_words(cara.get(path.replace("people?", "people.csv?")))[1:]] == people


def test_each_list_holds_the_people_it_is_about(trust: Trust) -> None:
    cara = trust.pages(CARA)

    def people(group: str, **query: str) -> list[str]:
        return people_of(cara, "/organisation/people?" + "&".join([f"group={group}", *map("=".join, query.items())]))

    assert people("overdue") == ["Asha Rahman", "Tia Mensah", "Val Stone"]
    assert people("overdue-29-or-more") == ["Asha Rahman"]
    assert people("overdue-8-to-28") == ["Tia Mensah", "Val Stone"]
    assert people("overdue-1-to-7") == []
    assert people("absent") == ["Pat Nowak"]
    assert people("other-staff") == ["Rae Singh"]
    assert people("not-in-post") == ["Quin Abara"]
    assert people("everybody", sort="name", order="desc") == sorted((one.name for one in MEMBERS), reverse=True)
    assert people("due-passed") == [FORMULA, "Ben Okafor", "Eve Adeyemi", "Gus Lindqvist", "Nia O'Neill", "Wes Young"]


def test_why_somebody_is_away_is_counted_for_administrators(trust: Trust) -> None:
    page = trust.pages(CARA).get("/organisation/people?group=absent")
    assert "Long-term sickness: 1." in page.text
    assert table_words(page, "On long-term absence")[1][3] == "Long-term sickness"


def test_the_lines_of_the_table_add_up(trust: Trust) -> None:
    head, *lines, total = table_words(trust.pages(CARA).get("/organisation"), "Teams")
    assert [line[0] for line in lines] == ["Directly in Matrons", "Ward 1", "Ward 2"]
    assert total == ["All teams", "14", "9", "6", "6 of 9", "3", "4", "1"]
    for place, heading in enumerate(head):
        if heading not in ("Team", "Passed of due"):
            assert sum(int(line[place]) for line in lines) == int(total[place])
    for line in [*lines, total]:
        in_post, due, passed, _, overdue, not_due_yet, away = line[1:]
        assert int(in_post) == int(due) + int(not_due_yet) + int(away)
        assert int(due) == int(passed) + int(overdue)


@pytest.mark.parametrize("query", ["", "?sort=overdue&order=desc", "?sort=team&order=desc", "?sort=share", "?sort=x"])
def test_the_file_is_the_table_on_the_screen(trust: Trust, query: str) -> None:
    cara = trust.pages(CARA)
    page = cara.get(f"/organisation{query}")
    assert file_words(cara.get(str(page.one("a[download][href*='.csv']")["href"]))) == table_words(page, "Teams")


def test_a_teams_name_opens_its_page_and_that_the_people_directly_in_it(trust: Trust) -> None:
    cara = trust.pages(CARA)
    link = next(one for one in cara.get("/organisation").soup.select("tbody th a") if one.get_text() == "Ward 1")
    page = cara.get(str(link["href"]))
    assert page.words("h1") == "Ward 1"
    assert [line[0] for line in table_words(page, "Teams")[1:]] == ["Directly in Ward 1", "Ward 1 (nights)", "Ward 1"]
    directly, below, whole = (str(one["href"]) for one in page.soup.select("tbody th a"))
    assert cara.get(directly).words(".nhsuk-caption-l") == "Our values, Ward 1"
    nights = str(cara.get(below).soup.select("tbody th a")[-1]["href"])
    assert sorted(people_of(cara, directly) + people_of(cara, nights)) == sorted(people_of(cara, whole))


def test_each_chart_is_a_file_too(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation")
    links = [str(link["href"]) for link in page.soup.select("figure a[download]")]
    assert links
    assert ["<svg" in cara.get(link).html for link in links] == [True] * len(links)


def test_a_past_day_is_reported_on_as_it_ended(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation?on-day=31&on-month=5&on-year=2026")
    assert page.words(".app-as-at").startswith("As at the end of 31 May 2026.")
    hrefs = [str(link["href"]) for link in page.soup.select("tbody td a")]
    assert hrefs
    assert all("day=2026-05-31" in href for href in hrefs)
    for link in page.soup.select("tbody td a"):
        assert len(people_of(cara, str(link["href"]))) == int(str(link.contents[0]))


@pytest.mark.parametrize(("day", "problem"), [("31", "such as 31 3 2026"), ("30", "not in the future")])
def test_a_day_there_is_no_report_for_is_said(trust: Trust, day: str, problem: str) -> None:
    page = trust.pages(CARA).get(f"/organisation?on-day={day}&on-month=6&on-year=2036")
    assert problem in page.words(".nhsuk-error-summary")
    for early in ("2036-06-30", "0001-01-01", "1999-12-31"):
        assert trust.pages(CARA).get(f"/organisation.csv?day={early}").status == 400
        assert trust.pages(CARA).get(f"/organisation/starters?day={early}").status in (200, 400)


def test_an_address_with_a_day_there_is_not_shows_no_other_day(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation?day=2026-02-31")
    assert "There is no such day." in page.words(".nhsuk-error-summary")
    assert page.words(".app-lead") == "There is no report for this day."
    assert cara.get("/organisation.csv?day=2026-02-31").status == 400
    assert cara.get("/organisation/people?group=due&day=2026-02-31").status == 404
    ben = trust.pages(BEN)
    assert "There is no such day." in ben.get("/team?day=2026-02-31").words(".nhsuk-error-summary")
    assert (ben.get("/team/print?day=2026-02-31").status, ben.get("/team.csv?day=2026-02-31").status) == (404, 400)


def test_what_there_is_none_of_is_not_found(trust: Trust) -> None:
    cara = trust.pages(CARA)
    with trust.app.app_context():
        their_team = db.session.scalars(sa.select(Team.id).where(Team.organisation_id == 2).limit(1)).one()
        db.session.remove()
    for query in ("", "group=nonsense", "group=due&team=9999", "group=due&quiz=2", f"group=due&team={their_team}"):
        assert cara.get(f"/organisation/people?{query}").status == 404
        assert cara.get(f"/organisation/people.csv?{query}").status == 404
    assert cara.get("/organisation?quiz=2").status == 404


def test_a_long_list_comes_in_parts(trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_list, "PAGE_SIZE", 6)
    cara = trust.pages(CARA)
    first = cara.get("/organisation/people?group=everybody")
    assert "Showing 1 to 6 of 16." in first.text
    assert first.soup.select("main nav.app-actions a")[0].get_text() == "Later in the list"
    assert people_of(cara, first.path) == sorted(one.name for one in MEMBERS)
    last = cara.get("/organisation/people?group=everybody&part=3")
    assert "Showing 13 to 16 of 16." in last.text
    assert [link.get_text() for link in last.soup.select("main nav.app-actions a")] == ["Earlier in the list"]
    assert "There is nobody this far down" in cara.get("/organisation/people?group=everybody&part=9").text
    assert len(file_words(cara.get("/organisation/people.csv?group=everybody"))) == 17


def test_before_a_quiz_is_published_the_page_says_so(trust: Trust) -> None:
    email = "hal@fernbrook.example"
    with trust.app.app_context():
        operator = add_organisation("New Trust")
        roles = frozenset({Role.ADMINISTRATOR, Role.AUTHOR})
        people_service.add_person(operator, name="Hal Moss", email=email, roles=roles, now=NOW)
    hal = trust.pages(email, organisation_id=operator.organisation_id)
    assert hal.get("/organisation").words(".app-lead") == "No quiz has been published yet."
    assert hal.get("/organisation?quiz=1").status == 404
    assert hal.get("/organisation/people?group=due").status == 404


def test_taking_a_list_away_is_noted(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path in PAGES:
        cara.get(path)
    with trust.app.app_context():
        notes = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).all()
        assert [(note.subject, note.details) for note in notes] == [
            ("organisation report, quiz 1", {"rows": 4, "file": "csv"}),
            ("list due, team None, quiz 1", {"rows": 9, "file": "csv"}),
        ]
        db.session.remove()


def test_the_page_takes_ten_statements_at_most(trust: Trust) -> None:
    cara = trust.pages(CARA)
    for path in ("/organisation", "/organisation/people?group=everybody"):
        with statements_of(trust.app) as said:
            cara.get(path)
        assert 3 < len(said) <= 10
