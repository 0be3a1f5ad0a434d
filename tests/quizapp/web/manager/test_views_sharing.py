"""A deputy at a manager's pages: what they see and for how long, and that nobody else sees anything by it."""

from datetime import datetime, timedelta

import pytest

from quizapp import clock
from quizapp.services.people.people import end_post
from tests.builders import NOW, actor_of, sign_in
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import (
    ASHA,
    BEN,
    CARA,
    DEV,
    EVE,
    GUS,
    WARD_1_AND_BELOW,
    Trust,
    file_words,
    table_words,
)

SHARE, VAL = "main form[action$='/team/sharing']", "val.stone@fernbrook.example"
PAGES = ("/team", "/team.csv", "/team.xlsx", "/team.json", "/team/print", "/team/dates", "/team/sharing")

MIDNIGHT = NOW + timedelta(minutes=14 * 60 + 20)
"""20 minutes past it in London."""


def share(pages: PageClient, email: str, *, day: str = "10", month: str = "7", year: str = "2026") -> Page:
    values = {"email": email, "last_day-day": day, "last_day-month": month, "last_day-year": year}
    return pages.submit(pages.get("/team/sharing"), values, form=SHARE)


def names(pages: PageClient) -> list[str]:
    """Everybody on somebody's team page."""
    page = pages.get("/team")
    captions = ("People who need something", "Everybody else")
    return sorted(row[0] for caption in captions for row in table_words(page, caption)[1:])


def pages_at(moment: datetime, trust: Trust, email: str, monkeypatch: pytest.MonkeyPatch) -> PageClient:
    """Somebody's browser, signed in at another moment."""
    monkeypatch.setattr(clock, "now", lambda: moment)
    client = trust.app.test_client()
    with trust.app.app_context(), client.session_transaction() as session:
        session["_user_id"] = sign_in(trust.operator, email, now=moment)
    return PageClient(client)


def test_a_deputy_sees_the_managers_people_and_whose_they_are_negative_control(trust: Trust) -> None:
    val, ben = trust.pages(VAL), trust.pages(BEN)
    assert {val.get(path).status for path in PAGES} == {403}
    assert "My team" not in val.get("/my-learning").all_words("nav a")
    done = share(ben, VAL)
    assert "Val Stone can see your teams from now until the end of 10 July 2026." in done.text
    assert names(val) == names(ben) == WARD_1_AND_BELOW
    assert [row[0] for row in file_words(val.get("/team.csv"))[1:]] == [
        row[0] for row in file_words(ben.get("/team.csv"))[1:]
    ]
    for path in ("/team", "/team/sharing"):
        assert val.get(path).words(".app-received") == (
            "Ben Okafor shares these teams with you until the end of 10 July 2026: Ward 1 and Ward 1 (nights)."
        )
    assert not ben.get("/team").soup.select(".app-received")
    assert {trust.pages(ASHA).get(path).status for path in PAGES} == {403}


def test_a_deputy_sees_nothing_of_the_organisation_or_of_other_teams(trust: Trust) -> None:
    share(trust.pages(BEN), VAL)
    val = trust.pages(VAL)
    assert val.get("/organisation").status == 403
    assert "Wes Young" not in val.get("/team").text
    assert names(trust.pages(GUS)) == ["Val Stone", "Wes Young"]


def test_a_deputys_own_team_stands_beside_the_shared_one(trust: Trust) -> None:
    share(trust.pages(BEN), GUS)
    assert names(trust.pages(GUS)) == sorted([*WARD_1_AND_BELOW, "Val Stone", "Wes Young"])


def test_ending_it_stops_it_at_the_next_request(trust: Trust) -> None:
    ben, val = trust.pages(BEN), trust.pages(VAL)
    page = share(ben, VAL)
    assert val.get("/team").status == 200
    ended = ben.submit(page, form="form[action$='/end']")
    assert "Val Stone can no longer see your teams." in ended.text
    assert not ended.soup.select(".app-shares")
    assert {val.get(path).status for path in PAGES} == {403}


def test_it_stops_by_itself_after_its_last_day(trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    share(trust.pages(BEN), VAL, day="30", month="6")
    val = trust.pages(VAL)
    assert names(val) == WARD_1_AND_BELOW
    assert names(pages_at(MIDNIGHT, trust, VAL, monkeypatch)) == []
    assert names(pages_at(MIDNIGHT, trust, BEN, monkeypatch)) == WARD_1_AND_BELOW
    after = pages_at(MIDNIGHT + timedelta(hours=1), trust, VAL, monkeypatch)
    assert {after.get(path).status for path in PAGES} == {403}


def test_it_stops_with_the_deputys_last_day_in_post(trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    share(trust.pages(BEN), VAL)
    with trust.app.app_context():
        end_post(trust.operator, actor_of(trust.operator, VAL).person_id or 0, last_day=NOW.date(), now=NOW)
    val = trust.pages(VAL)
    assert {val.get(path).status for path in PAGES} == {200}
    assert names(pages_at(MIDNIGHT, trust, VAL, monkeypatch)) == []
    assert names(pages_at(MIDNIGHT, trust, BEN, monkeypatch)) == WARD_1_AND_BELOW
    after = pages_at(MIDNIGHT + timedelta(hours=1), trust, VAL, monkeypatch)
    assert {after.get(path).status for path in PAGES} == {403}


@pytest.mark.parametrize("number", [2**31, 2**63 - 1, 2**63])
def test_a_share_of_a_number_that_none_can_have_is_not_there(trust: Trust, number: int) -> None:
    ben = trust.pages(BEN)
    form = ben.get("/team/sharing").one(SHARE)
    token = str(form.select("input[name=csrf_token]")[0]["value"])
    assert ben.client.post(f"/team/sharing/{number}/end", data={"csrf_token": token}).status_code == 404


def test_an_address_with_a_nul_is_nobodys(trust: Trust) -> None:
    page = share(trust.pages(BEN), "a\x00b@x.example")
    assert "Nobody in your organisation has this e-mail address." in page.text


def test_what_was_shared_cannot_be_shared_on(trust: Trust) -> None:
    share(trust.pages(BEN), VAL)
    page = trust.pages(VAL).get("/team/sharing")
    assert page.words(".app-lead") == "You do not manage a team, so there is nothing to share."
    assert not page.soup.select("main form")
    token = trust.pages(VAL)
    sent = token.get("/team/sharing").soup.select_one("form input[name=csrf_token]")
    assert sent is not None
    values = {"email": ASHA, "last_day-day": "1", "last_day-month": "7", "last_day-year": "2026"}
    assert token.post("/team/sharing", {**values, "csrf_token": str(sent["value"])}).status == 403
    assert trust.pages(ASHA).get("/team").status == 403


def test_an_administrator_without_a_team_is_told_so(trust: Trust) -> None:
    page = trust.pages(CARA).get("/team/sharing")
    assert page.status == 200
    assert "You do not manage a team" in page.text


def test_somebody_elses_share_cannot_be_ended(trust: Trust) -> None:
    page = share(trust.pages(BEN), VAL)
    action = str(page.one("form[action$='/end']")["action"])
    gus = trust.pages(GUS)
    token = str(gus.get("/team/sharing").soup.select("main input[name=csrf_token]")[0]["value"])
    assert gus.post(action, {"csrf_token": token}).status == 404
    assert trust.pages(VAL).get("/team").status == 200
    assert gus.get(action).status == 405


def test_what_cannot_be_shared_is_said_beside_its_field(trust: Trust) -> None:
    refused = [
        ("", "10", "Give the e-mail address of the person who is to see your teams."),
        (VAL, "", "Last day: give a day, a month and a year, such as 6 6 2025."),
        (VAL, "31", "Last day: give a day, a month and a year, such as 6 6 2025."),
        ("nobody@fernbrook.example", "10", "Nobody in your organisation has this e-mail address."),
        (DEV, "10", "Nobody in your organisation has this e-mail address."),
        (BEN, "10", "This is your own address."),
    ]
    ben = trust.pages(BEN)
    for email, day, problem in refused:
        page = share(ben, email, day=day, month="6" if day == "31" else "7")
        assert page.title.startswith("Error: ")
        assert problem in page.words(".nhsuk-error-summary")
        assert page.one("#email").get("value", "") == email
    assert not ben.get("/team/sharing").soup.select(".app-shares")


def test_the_last_day_is_in_the_next_12_months(trust: Trust) -> None:
    ben = trust.pages(BEN)
    assert "must be today or later" in share(ben, VAL, day="29", month="6").text
    assert "within 12 months from today" in share(ben, VAL, day="1", month="7", year="2027").text
    assert "until the end of 30 June 2027" in share(ben, VAL, day="30", month="6", year="2027").text


def test_a_manager_below_may_share_their_own_part(trust: Trust) -> None:
    share(trust.pages(EVE), VAL)
    assert names(trust.pages(VAL)) == names(trust.pages(EVE))
    assert "Asha Rahman" not in trust.pages(VAL).get("/team").text
