"""Why a session is over, on both engines."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.services.people import accounts
from quizapp.services.people.endings import Ending, explain_ending, is_same_person
from quizapp.storage.db import db
from quizapp.storage.models.person import WebSession
from tests.builders import NOW, add_organisation, add_staff, give_password, sign_in

ASHA, BEN = "asha@fernbrook.example", "ben@fernbrook.example"


@pytest.fixture
def operator(record: Flask) -> Actor:
    operator = add_organisation()
    rows = f"Asha Rahman,{ASHA},Ward 1,{BEN},2026-06-01,permanent\nBen Cole,{BEN},Ward 1,,2020-01-01,permanent"
    add_staff(operator, rows)
    for email in (ASHA, BEN):
        give_password(operator, email)
    return operator


@pytest.mark.parametrize(
    ("email", "minutes", "ending"),
    [(ASHA, 59, None), (ASHA, 61, Ending.IDLE), (BEN, 29, None), (BEN, 31, Ending.IDLE_PRIVILEGED)],
)
def test_doing_nothing_ends_a_session_and_is_told_with_the_limit_that_held(
    operator: Actor, email: str, minutes: int, ending: Ending | None
) -> None:
    moment, token = NOW + timedelta(minutes=minutes), sign_in(operator, email)
    assert explain_ending(token, now=moment) is ending
    assert (accounts.find_visitor(token, now=moment) is None) is (ending is not None)


def test_half_a_day_ends_a_session_that_was_used_all_along(operator: Actor) -> None:
    token = sign_in(operator, ASHA)
    for minutes in range(0, 12 * 60, 45):
        assert accounts.find_visitor(token, now=NOW + timedelta(minutes=minutes)) is not None
    assert explain_ending(token, now=NOW + timedelta(hours=12, minutes=1)) is Ending.TOO_LONG


@pytest.mark.parametrize(("minutes", "ending"), [(10, Ending.SIGNED_OUT), (70, Ending.IDLE)])
def test_what_ended_a_session_first_is_its_reason(operator: Actor, minutes: int, ending: Ending) -> None:
    token = sign_in(operator, ASHA)
    accounts.end_session(token, now=NOW + timedelta(minutes=minutes))
    assert explain_ending(token, now=NOW + timedelta(hours=20)) is ending


def test_nothing_is_known_of_a_token_that_was_never_given(operator: Actor) -> None:
    assert explain_ending("made up", now=NOW) is None


def test_use_within_the_last_minute_counts_for_the_limit(operator: Actor) -> None:
    token = sign_in(operator, ASHA)
    for seconds in (50, 100, 150):
        accounts.find_visitor(token, now=NOW + timedelta(seconds=seconds))
    assert accounts.find_visitor(token, now=NOW + timedelta(minutes=59, seconds=150)) is not None


def test_looking_changes_nothing(operator: Actor) -> None:
    token = sign_in(operator, ASHA)
    db.session.remove()
    before = db.session.execute(sa.select(WebSession.seen_at, WebSession.ended_at)).all()
    explain_ending(token, now=NOW + timedelta(minutes=61))
    accounts.find_visitor(token, now=NOW + timedelta(minutes=61))
    assert db.session.execute(sa.select(WebSession.seen_at, WebSession.ended_at)).all() == before


def test_two_tokens_of_one_account_belong_together_and_nobody_elses_do(operator: Actor) -> None:
    asha, again, ben = sign_in(operator, ASHA), sign_in(operator, ASHA), sign_in(operator, BEN)
    accounts.end_session(asha, now=NOW)
    assert is_same_person(asha, again)
    assert not is_same_person(asha, ben)
    assert not is_same_person("made up", ben)
