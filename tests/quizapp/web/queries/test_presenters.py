from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from quizapp.assessment.data_queries import QueryKind
from quizapp.services.managing.settlements import Reported, Reports
from quizapp.storage.queries.managing.people_facts import PersonFacts
from quizapp.web.queries.presenters import (
    WHAT_TO_DO,
    Filters,
    data_words,
    open_sentence,
    present_queries,
    present_query,
    read_filters,
)
from tests.quizapp.web.scenes.rows import DAY

LONDON = ZoneInfo("Europe/London")
FACTS = PersonFacts("Asha Rahman", "asha@fernbrook.example", date(2026, 5, 1), None, "Ward 1", None, None)
LEFT = Reported(1, QueryKind.HAS_LEFT, None, DAY, "Ben Okafor", 7, "Our values", 3, FACTS)


def said(kind: QueryKind, **facts: object) -> Reported:
    return replace(LEFT, kind=kind, facts=replace(FACTS, **facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reported", "words"),
    [
        (LEFT, "In post since 1 May 2026"),
        (said(QueryKind.HAS_LEFT, end_date=date(2026, 7, 3)), "Last day 3 July 2026"),
        (said(QueryKind.HAS_LEFT, start_date=None), "No post"),
        (said(QueryKind.NOT_IN_MY_TEAM), "In Ward 1"),
        (said(QueryKind.NOT_IN_MY_TEAM, team=None), "In no team"),
        (said(QueryKind.ON_LEAVE), "No absence recorded"),
        (said(QueryKind.CANNOT_SIGN_IN, email=None), "Never signed in, no e-mail address"),
        (
            said(QueryKind.CANNOT_SIGN_IN, signed_in_at=datetime(2026, 6, 2, 23, 30, tzinfo=UTC)),
            "Last signed in on 3 June 2026",
        ),
        (said(QueryKind.DONE_ON_PAPER), "No pass recorded"),
    ],
)
def test_the_data_are_said_about_what_was_reported(reported: Reported, words: str) -> None:
    assert data_words(reported, zone=LONDON) == words


def test_the_first_line_counts_what_is_open() -> None:
    assert open_sentence(0).startswith("Nothing to settle.")
    assert open_sentence(1) == "1 report from managers is open."
    assert open_sentence(1200) == "1,200 reports from managers are open."


def test_filters_offer_what_there_is_with_its_number() -> None:
    reports = Reports(DAY, (LEFT, replace(LEFT, id=2), replace(said(QueryKind.ON_LEAVE), by="Eve", by_id=8)), ())
    page = present_queries(reports, Filters(QueryKind.HAS_LEFT), zone=LONDON, settle_path=str)
    assert [choice.text for choice in page.kinds] == ["All", "On leave (1)", "Has left (2)"]
    assert [choice.text for choice in page.reporters] == ["Everybody", "Ben Okafor (2)", "Eve (1)"]
    assert len(page.open) == 2
    assert page.sentence == "3 reports from managers are open."


def test_every_report_that_asks_for_something_says_what_to_do() -> None:
    assert set(QueryKind) - set(WHAT_TO_DO) == {QueryKind.WAITING}
    page = present_query(said(QueryKind.ON_LEAVE), day=DAY, zone=LONDON)
    assert (page.has_left, page.on_leave, page.heading) == (False, True, "Asha Rahman: on leave")


def test_what_an_address_asks_for_is_read() -> None:
    assert read_filters({"kind": "has-left", "by": "7"}) == Filters(QueryKind.HAS_LEFT, 7)
    assert read_filters({"kind": "x", "by": "x"}) == Filters()
