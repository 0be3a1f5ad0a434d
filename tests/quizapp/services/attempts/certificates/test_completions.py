"""Certificates of one's own, on both engines: they stay, in the words of their day."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import console
from quizapp.assessment.certificate_rules import CertificateState
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.attempts.certificates import completions
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.people import people
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.person import Person
from quizapp.storage.models.quiz import Quiz
from quizapp.storage.transaction import transaction
from tests.holders import AFTER, ASHA, BEN, CYD, LAST_DAY, RENEWED, Holders


def change(*statements: sa.Update) -> None:
    """What other parts of the service do to the rows a certificate came from."""
    with transaction():
        for statement in statements:
            db.session.execute(statement)


def test_all_of_ones_own_are_listed_the_newest_first(holders: Holders) -> None:
    listed = completions.list_certificates(holders.actor(ASHA))
    assert [one.passed_on for one in listed] == [RENEWED.date(), LAST_DAY.replace(year=2026)]
    assert [one.edition for one in listed] == [3, 2]
    assert completions.list_certificates(holders.actor(CYD, organisation_id=2)) == []


def test_the_score_and_the_end_are_there_where_the_edition_had_them(holders: Holders) -> None:
    new, old = completions.list_certificates(holders.actor(ASHA))
    assert (new.score, new.item_count, new.valid_until) == (7, 8, None)
    assert (old.score, old.item_count, old.valid_until) == (None, None, LAST_DAY)


def test_a_newer_pass_of_the_same_person_replaces_an_older_one(holders: Holders) -> None:
    new, old = holders.codes(ASHA)
    actor = holders.actor(ASHA)
    assert completions.show_certificate(actor, new, now=AFTER).force.state is CertificateState.VALID
    replaced = completions.show_certificate(actor, old, now=AFTER)
    assert (replaced.force.state, replaced.force.since) == (CertificateState.REPLACED, RENEWED.date())


def test_a_certificate_holds_through_its_last_day_where_the_organisation_is(holders: Holders) -> None:
    (code,), ben = holders.codes(BEN), holders.actor(BEN)
    almost_midnight = AFTER.replace(hour=22, minute=59) - timedelta(days=1)  # 11.59pm in London on the last day
    assert completions.show_certificate(ben, code, now=almost_midnight).force.state is CertificateState.VALID
    ended = completions.show_certificate(ben, code, now=almost_midnight + timedelta(minutes=1)).force
    assert (ended.state, ended.since) == (CertificateState.ENDED, LAST_DAY)


def test_it_stays_whatever_becomes_of_name_quiz_edition_assignment_and_post(holders: Holders) -> None:
    operator, ben = console(1, "tests"), holders.actor(BEN)
    before = completions.list_certificates(ben)
    recipe = QuizBlueprint(length=4)
    quizzes.publish_quiz(operator, "Our values", document_title="Our values", recipe=recipe, now=AFTER)
    people.end_post(operator, ben.person_id or 0, last_day=AFTER.date(), now=AFTER)
    change(
        sa.update(Person).where(Person.id == ben.person_id).values(name="Ben Newname"),
        sa.update(Organisation).where(Organisation.id == 1).values(name="Merged Trust"),
        sa.update(Quiz).values(title="Other words", withdrawn_at=AFTER),
        sa.update(Assignment).where(Assignment.person_id == ben.person_id).values(until_date=AFTER.date()),
    )
    later = AFTER + timedelta(days=400)
    assert completions.list_certificates(ben) == before
    shown = completions.show_certificate(ben, before[0].code, now=later).certificate
    assert (shown.person_name, shown.organisation_name, shown.quiz_title, shown.edition) == (
        "Ben Okafor",
        "Fernbrook Trust",
        "Our values",
        2,
    )


def test_somebody_elses_certificate_is_not_found(holders: Holders) -> None:
    code = holders.codes(BEN)[0]
    for stranger in (holders.actor(ASHA), holders.actor(CYD, organisation_id=2)):
        with pytest.raises(NotFound):
            completions.show_certificate(stranger, code, now=AFTER)
    with pytest.raises(NotAllowed):
        completions.list_certificates(console(1, "tests"))


@pytest.mark.parametrize("code", ["", "x", "2222-3333-4444", "\0"])
def test_what_is_no_code_of_ones_own_is_not_found(holders: Holders, code: str) -> None:
    with pytest.raises(NotFound):
        completions.show_certificate(holders.actor(ASHA), code, now=AFTER)
