from datetime import date

import pytest

from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.services.people import people
from tests.builders import NOW, actor_of
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import BEN, CARA, EVE, Trust, email_of, table_words

# What is kept is tested beside the services, on both engines.
pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)

OPEN, SETTLED = "Open reports", "Settled reports"
LEFT = Word(QueryKind.HAS_LEFT)
AWAY = Word(QueryKind.ON_LEAVE, date(2026, 12, 1))


def say(trust: Trust, word: Word, name: str, *, by: str = BEN) -> None:
    with trust.app.app_context():
        person_id = people.find_by_email(trust.operator, email_of(name)).id
        report_people(actor_of(trust.operator, by, Role.MANAGER), [person_id], quiz_id=1, word=word, now=NOW)


def open_first(pages: PageClient) -> Page:
    return pages.get(str(pages.get("/organisation/queries").soup.select("main td a")[0]["href"]))


def names(page: Page) -> list[str]:
    return [row[0] for row in table_words(page, OPEN)[1:]]


def test_nothing_reported_is_said(trust: Trust) -> None:
    page = trust.pages(CARA).get("/organisation/queries")
    assert page.words(".app-lead") == "Nothing to settle. Managers have reported nothing that the data do not say."
    assert not page.soup.select("main table, main form")


def test_each_report_stands_beside_what_the_data_say(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    say(trust, Word(QueryKind.NOT_IN_MY_TEAM), "Tia Mensah", by=EVE)
    page = trust.pages(CARA).get("/organisation/queries")
    assert page.words(".app-lead") == "2 reports from managers are open."
    assert table_words(page, OPEN)[1:] == [
        ["Tia Mensah", "Not in this team", "Eve Adeyemi", "30 June 2026", "In Ward 1 (nights)", "Settle"],
        ["Asha Rahman", "Has left", "Ben Okafor", "30 June 2026", "In post since 1 May 2026", "Settle"],
    ]


def test_reports_are_found_by_kind_and_by_who_reported(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    say(trust, LEFT, "Tia Mensah", by=EVE)
    say(trust, AWAY, "Lee Carter")
    cara = trust.pages(CARA)
    page = cara.get("/organisation/queries")
    left = cara.submit(page, {"kind": "has-left"})
    assert names(left) == ["Tia Mensah", "Asha Rahman"]
    eve = next(str(option["value"]) for option in page.soup.select("#by option") if "Eve A" in option.text)
    assert names(cara.submit(left, {"by": eve})) == ["Tia Mensah"]
    nobody = cara.submit(page, {"kind": "on-leave", "by": eve})
    assert "No report fits these filters. Show all" in nobody.text
    assert names(cara.get("/organisation/queries?kind=nonsense&by=x")) == names(page)


def test_an_answer_settles_it_and_the_manager_reads_it(trust: Trust) -> None:
    say(trust, Word(QueryKind.DONE_ON_PAPER), "Asha Rahman")
    cara = trust.pages(CARA)
    page = open_first(cara)
    assert page.heading == "Asha Rahman: done on paper"
    assert "Only a pass in this service counts." in page.text
    refused = cara.submit(page, {"note": ""}, form="form#settle")
    assert refused.all_words(".nhsuk-error-summary a") == ["Write what you found, so that the manager knows."]
    home = cara.submit(refused, {"note": "The sheet is not ours."}, form="form#settle")
    assert home.words(".app-lead").startswith("Nothing to settle.")
    assert table_words(home, SETTLED)[1] == [
        *("Asha Rahman", "Done on paper", "Ben Okafor, 30 June 2026", "The sheet is not ours."),
        "Cara Quayle, 30 June 2026",
    ]
    assert "Answer on 30 June: The sheet is not ours." in trust.pages(BEN).get("/team").text
    assert "The report is settled." in cara.submit(page, {"note": "The sheet is not ours."}, form="form#settle").text
    assert cara.submit(page, {"note": "Something else."}, form="form#settle").status == 409


def test_a_last_day_changes_the_data_and_with_them_the_figures(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    cara = trust.pages(CARA)
    page = open_first(cara)
    refused = cara.submit(page, form="form#last-day")
    assert refused.all_words(".nhsuk-error-summary a") == ["Enter the last day in post."]
    early = cara.submit(
        refused, {"last_day-day": "1", "last_day-month": "4", "last_day-year": "2026"}, form="form#last-day"
    )
    assert early.all_words(".nhsuk-error-summary a") == ["The last day lies before the first day in post."]
    far = cara.submit(
        early, {"last_day-day": "31", "last_day-month": "12", "last_day-year": "9999"}, form="form#last-day"
    )
    assert far.all_words(".nhsuk-error-summary a") == ["The last day lies more than 5 years ahead."]
    home = cara.submit(
        far, {"last_day-day": "26", "last_day-month": "6", "last_day-year": "2026"}, form="form#last-day"
    )
    assert "Recorded: the last day of Asha Rahman is 26 June 2026." in home.text
    assert names(home) == []
    assert trust.pages(BEN).get("/team").words(".app-lead") == "4 of your 11 people need something from you."


def test_an_absence_changes_the_data_too(trust: Trust) -> None:
    say(trust, AWAY, "Lee Carter")
    cara = trust.pages(CARA)
    page = open_first(cara)
    back = [str(field["value"]) for field in page.soup.select("input[id^=returns_on-]")]
    assert back == ["1", "12", "2026"]
    refused = cara.submit(page, form="form#absence")
    assert refused.all_words(".nhsuk-error-summary a") == ["Select why this person is away."]
    home = cara.submit(refused, {"kind": "parental"}, form="form#absence")
    assert "Recorded: Lee Carter is away from 30 June 2026." in home.text
    assert names(home) == []
    ben = trust.pages(BEN).get("/team")
    assert ben.words(".app-lead") == "4 of your 12 people need something from you."
    assert "arental" not in ben.html


def test_only_administrators_of_the_organisation_get_there(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    cara, ben = trust.pages(CARA), trust.pages(BEN)
    path = open_first(cara).path
    for pages in (ben, trust.dev()):
        assert pages.get("/organisation/queries").status == 403
        assert pages.get(path).status == 403
    token = str(ben.get("/team").soup.select("main form input[name=csrf_token]")[0]["value"])
    for inner in ("", "/last-day", "/absence"):
        assert ben.post(f"{path}{inner}", {"csrf_token": token, "note": "Mine."}).status == 403
    assert names(cara.get("/organisation/queries")) == ["Asha Rahman"]


def test_a_form_that_does_not_belong_to_the_report_is_refused(trust: Trust) -> None:
    say(trust, LEFT, "Asha Rahman")
    cara = trust.pages(CARA)
    page = open_first(cara)
    values = {"csrf_token": str(page.soup.select("main input[name=csrf_token]")[0]["value"]), "kind": "parental"}
    assert cara.post(f"{page.path}/absence", values).status == 404


def test_what_is_not_there_is_not_found(trust: Trust) -> None:
    assert trust.pages(CARA).get("/organisation/queries/99").status == 404
