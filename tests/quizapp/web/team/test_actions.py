import pytest
import sqlalchemy as sa

from quizapp.services.people import people
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person
from quizapp.storage.models.team import DataQuery
from quizapp.storage.transaction import transaction
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import ASHA, BEN, EVE, GUS, Trust, email_of, file_words, table_words

# What is kept is tested beside the services, on both engines.
pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)

NIA = "Nia O'Neill"
NEEDING, OTHERS = "People who need something", "Everybody else"
PEOPLE = "main form.app-printed"


def id_of(trust: Trust, name: str) -> str:
    with trust.app.app_context():
        return str(people.find_by_email(trust.operator, email_of(name)).id)


def ids_of(trust: Trust, *names: str) -> list[str]:
    return [id_of(trust, name) for name in names]


def count_rows(trust: Trust, table: type[Message] | type[DataQuery]) -> int:
    with trust.app.app_context(), db.engine.connect() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0)


def tell(trust: Trust, pages: PageClient, kind: str, *names: str, **day: str) -> Page:
    query = "&".join(f"person={person}" for person in ids_of(trust, *names))
    page = pages.get(f"/team/tell?quiz=1&{query}")
    values = {"kind": kind, **{f"until-{part}": text for part, text in day.items()}}
    return pages.submit(page, values, form="form#tell")


def row_of(page: Page, name: str) -> dict[str, str]:
    for caption in (NEEDING, OTHERS):
        head, *rows = table_words(page, caption) or [[]]
        for row in rows:
            if row[0] == name:
                return dict(zip(head, row, strict=True))
    raise AssertionError(f"{name} is not on the page")


def test_everybody_who_needs_something_is_reminded_in_two_presses(trust: Trust) -> None:
    ben = trust.pages(BEN)
    preview = ben.submit(ben.get("/team"), form=PEOPLE, button="Send a reminder")
    assert preview.heading == "Send a reminder to 5 people"
    assert "We will send this to Asha Rahman, Lee Carter, Max Farrell, Rae Singh and Tia Mensah." in preview.text
    assert preview.all_words(".app-letter dd")[0] == "Ben Okafor"
    assert "Hello Asha." in preview.words(".app-letter__body")
    assert count_rows(trust, Message) == 0
    page = ben.submit(preview, {"note": "See me if you have no time."}, button="Send")
    assert page.path == "/team?quiz=1"
    assert "Reminder on its way to 5 people." in page.text
    assert count_rows(trust, Message) == 5
    assert row_of(page, "Asha Rahman")["Last contact"] == "Reminder on its way from you"
    assert row_of(trust.pages(EVE).get("/team"), "Tia Mensah")["Last contact"] == "Reminder on its way from Ben Okafor"


def test_a_second_press_sends_nothing_more(trust: Trust) -> None:
    ben = trust.pages(BEN)
    preview = ben.submit(ben.get("/team"), form=PEOPLE, button="Send a reminder")
    for _ in range(2):
        assert "Reminder on its way to 5 people." in ben.submit(preview, button="Send").text
    assert count_rows(trust, Message) == 5


def test_who_will_not_get_it_is_named_with_the_reason(trust: Trust) -> None:
    with trust.app.app_context(), transaction():
        db.session.execute(sa.update(Person).where(Person.email == email_of("Rae Singh")).values(email=None))
    ben = trust.pages(BEN)
    tell(trust, ben, "on-leave", "Lee Carter", day="20", month="7", year="2026")
    picked = "&".join(
        f"person={one}" for one in ids_of(trust, "Asha Rahman", "Lee Carter", NIA, "Pat Nowak", "Quin Abara")
    )
    page = ben.get(f"/team/reminder?quiz=1&{picked}")
    assert page.heading == "Send a reminder to 1 person"
    assert page.all_words("main li") == [
        "We will not send to Lee Carter, who was reported to be on leave.",
        "We will not send to Nia O'Neill, who has passed.",
        "We will not send to Pat Nowak, who is on long-term absence.",
        "We will not send to Quin Abara, who has not started yet.",
    ]
    ben.submit(page, button="Send")
    again = ben.get(f"/team/reminder?quiz=1&{picked}")
    assert again.heading == "Nobody to remind now"
    assert "We will not send to Asha Rahman, who was written to in the last 3 days." in again.text
    assert not again.soup.select("main form")


def test_a_note_that_is_too_long_is_said_beside_its_field_and_nothing_is_sent(trust: Trust) -> None:
    ben = trust.pages(BEN)
    preview = ben.submit(ben.get("/team"), form=PEOPLE, button="Send a reminder")
    page = ben.submit(preview, {"note": "x" * 301}, button="Send")
    assert page.words(".nhsuk-error-message") == "Error: Use 300 characters or fewer. There are 301."
    assert count_rows(trust, Message) == 0
    assert "Reminder on its way to 5 people." in ben.submit(page, {"note": "Short."}, button="Send").text


@pytest.mark.parametrize("button", ["Send a reminder", "Tell us why"])
def test_with_nobody_ticked_the_page_asks_for_somebody(trust: Trust, button: str) -> None:
    ben = trust.pages(BEN)
    page = ben.submit(ben.get("/team?ticks=none"), form=PEOPLE, button=button)
    assert "Select at least one person first." in page.text
    assert page.heading == "My team"
    assert not page.soup.select("input[type=checkbox][checked]")


def test_the_page_that_asks_for_somebody_is_as_it_was_left(trust: Trust) -> None:
    ben = trust.pages(BEN)
    before = ben.get("/team?ticks=none&sort=name&order=desc&status=overdue")
    page = ben.submit(before, form=PEOPLE, button="Send a reminder")
    assert table_words(page, NEEDING) == table_words(before, NEEDING)
    assert "Showing 3 of 12 people" in page.text


def test_who_was_reported_gone_or_done_is_held_back_and_other_words_stand_beside_the_name(trust: Trust) -> None:
    ben = trust.pages(BEN)
    kinds = ("has-left", "not-in-my-team", "done-on-paper", "cannot-sign-in")
    names = ("Asha Rahman", "Lee Carter", "Max Farrell", "Tia Mensah")
    for kind, name in zip(kinds, names, strict=True):
        tell(trust, ben, kind, name)
    links = {one.get_text(): str(one["href"]) for one in ben.get("/team").soup.select(".app-actions a")}
    assert list(links) == ["Select everybody", "Select nobody"]
    page = ben.submit(ben.get(links["Select everybody"]), form=PEOPLE, button="Send a reminder")
    assert "We will send this to Rae Singh and Tia Mensah (you reported: cannot sign in)." in page.text
    assert page.all_words("main li") == [
        "We will not send to Asha Rahman, who was reported to have left.",
        "We will not send to Lee Carter, who was reported as not in this team.",
        "We will not send to Max Farrell, who was reported to have done it on paper.",
    ]
    assert "Reminder on its way to 2 people." in ben.submit(page, button="Send").text


def test_what_is_reported_stands_on_the_row_and_counts_as_before(trust: Trust) -> None:
    ben = trust.pages(BEN)
    before = ben.get("/team")
    page = tell(trust, ben, "has-left", "Asha Rahman")
    assert "Reported for Asha Rahman: has left." in page.text
    assert page.words(".app-lead") == before.words(".app-lead")
    assert "You have reported 1 of them." in page.text
    row = row_of(page, "Asha Rahman")
    assert row["Reported"] == "You reported on 30 June: has left"
    assert [str(box["id"]) for box in page.soup.select("input[type=checkbox]:not([checked])")] == [
        f"person-{id_of(trust, 'Asha Rahman')}"
    ]
    assert "You reported on 30 June: has left" in [row[-1] for row in file_words(ben.get("/team.csv"))]


def test_a_deputy_or_the_manager_below_sees_who_reported(trust: Trust) -> None:
    tell(trust, trust.pages(BEN), "cannot-sign-in", "Tia Mensah")
    page = trust.pages(EVE).get("/team")
    assert row_of(page, "Tia Mensah")["Reported"] == "Ben Okafor reported on 30 June: cannot sign in"
    assert page.all_words(".app-lead ~ p")[1] == "This person has been reported."


def test_several_people_are_told_about_at_once_and_can_be_left_out(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.submit(ben.get("/team"), form=PEOPLE, button="Tell us why")
    assert len(page.soup.select("input[name=person][checked]")) == 5
    asha, lee = ids_of(trust, "Asha Rahman", "Lee Carter")
    nobody = ben.submit(page, {"person": [], "kind": "waiting"}, form="form#tell")
    assert nobody.all_words(".nhsuk-error-summary a") == ["Select who it is about."]
    assert len(nobody.soup.select("input[name=person]")) == 5
    done = ben.submit(nobody, {"person": [asha, lee], "kind": "waiting"}, form="form#tell")
    assert "Noted for Asha Rahman and Lee Carter: waiting." in done.text
    assert count_rows(trust, DataQuery) == 2


MISTAKES = (
    ("", ("", "", ""), "Select what we should know."),
    ("on-leave", ("", "", ""), "Enter the first day back."),
    ("on-leave", ("31", "6", "2026"), "First day back: give a day, a month and a year, such as 6 6 2025."),
    ("on-leave", ("30", "6", "2026"), "The first day back must be after today."),
)


def test_each_mistake_has_one_clear_error(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.get(f"/team/tell?quiz=1&person={id_of(trust, 'Asha Rahman')}")
    for kind, day, message in MISTAKES:
        values = {f"until-{part}": text for part, text in zip(("day", "month", "year"), day, strict=True)}
        refused = ben.submit(page, values | ({"kind": kind} if kind else {}), form="form#tell")
        assert refused.all_words(".nhsuk-error-summary a") == [message]
        assert refused.title.startswith("Error: ")
    assert count_rows(trust, DataQuery) == 0


def test_a_leave_says_whether_reminders_stop_or_an_administrator_is_asked(trust: Trust) -> None:
    ben = trust.pages(BEN)
    short = tell(trust, ben, "on-leave", "Lee Carter", day="28", month="7", year="2026")
    assert "Noted for Lee Carter: on leave, back on 28 July. Reminders stop until 28 July." in short.text
    long = tell(trust, ben, "on-leave", "Max Farrell", day="4", month="1", year="2027")
    assert "Reported for Max Farrell: on leave, back on 4 January 2027. Your learning" in long.text


def test_a_report_is_taken_back_on_its_page(trust: Trust) -> None:
    ben = trust.pages(BEN)
    tell(trust, ben, "not-in-my-team", NIA)
    page = ben.get(f"/team/tell?quiz=1&person={id_of(trust, NIA)}")
    assert "You reported on 30 June: not in this team" in page.text
    assert [field["value"] for field in page.soup.select("input[name=kind]")] == [
        *("on-leave", "has-left", "not-in-my-team"),
    ]
    page = ben.submit(page, form="form[action$=take-back]")
    assert "The report is taken back." in page.text
    assert "Reported" not in row_of(page, NIA)


def test_nobody_outside_the_team_tree_can_be_reached_by_an_address(trust: Trust) -> None:
    asha, val = ids_of(trust, "Asha Rahman", "Val Stone")
    assert trust.pages(GUS).get(f"/team/tell?quiz=1&person={val}").status == 200  # a control
    for pages, status in ((trust.pages(GUS), 404), (trust.dev(), 404), (trust.pages(ASHA), 403)):
        for path in ("/team/tell", "/team/reminder"):
            assert pages.get(f"{path}?quiz=1&person={asha}").status == status
            assert pages.get(f"{path}?quiz=1&person={val}&person={asha}").status == status
    tell(trust, trust.pages(BEN), "has-left", "Asha Rahman")
    with trust.app.app_context():
        query_id = db.session.scalars(sa.select(DataQuery.id)).one()
        db.session.remove()
    gus = trust.pages(GUS)
    page = gus.get(f"/team/tell?quiz=1&person={val}")
    token = str(page.soup.select("form#tell input[name=csrf_token]")[0]["value"])
    assert gus.post(f"/team/reports/{query_id}/take-back", {"csrf_token": token}).status == 404
    assert gus.post("/team/tell", {"csrf_token": token, "quiz": "1", "person": asha, "tell": "yes"}).status == 404
    sent = {"csrf_token": token, "quiz": "1", "person": asha, "send": "yes", "token": "a-token-of-mine"}
    assert gus.post("/team/reminder", sent).status == 404
    assert (count_rows(trust, DataQuery), count_rows(trust, Message)) == (1, 0)


def test_a_past_day_is_looked_at_and_nothing_is_done_about_it(trust: Trust) -> None:
    ben = trust.pages(BEN)
    form = "main form.app-filters"
    page = ben.submit(ben.get("/team"), {"on-day": "31", "on-month": "5", "on-year": "2026"}, form=form)
    assert page.words(".app-lead") == "1 of 7 people needed something on that day."
    assert page.words(".app-as-at") == "As at the end of 31 May 2026. Show today"
    assert not page.soup.select("input[type=checkbox], main form[method=post], a[href*='/tell']")
    assert "day=2026-05-31" in str(page.soup.select("main a[download]")[0]["href"])
    future = ben.submit(page, {"on-day": "1", "on-month": "7", "on-year": "2026"}, form=form)
    assert future.words(".nhsuk-error-summary a") == "Give a day that is not in the future."
    assert future.words(".app-lead") == "5 of your 12 people need something from you."
