"""How somebody is employed, on both engines, by the same posts and absences that reports count by."""

from datetime import date

import pytest

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.services.attempts.employment import Employment, find_employment, has_left
from quizapp.services.people import absences, people
from quizapp.storage.transaction import snapshot
from tests.builders import NOW, Scene, actor_of, add_person, set_the_scene

FIRST, LAST = date(2026, 6, 1), date(2026, 8, 31)


@pytest.fixture
def asha(scene: Scene) -> Actor:
    return add_person(scene, "Asha Rahman", start=FIRST)


def on(actor: Actor, day: date) -> Employment:
    with snapshot():
        assert has_left(actor, on=day) is find_employment(actor, on=day).has_left
        return find_employment(actor, on=day)


def test_the_first_and_the_last_day_are_days_in_post(scene: Scene, asha: Actor) -> None:
    people.end_post(scene.operator, asha.person_id or 0, last_day=LAST, now=NOW)
    assert on(asha, date(2026, 5, 31)).starts_on == FIRST
    assert on(asha, FIRST) == on(asha, LAST) == Employment()
    assert on(asha, date(2026, 9, 1)) == Employment(has_left=True)


def test_an_absence_lasts_until_the_day_before_the_return(scene: Scene, asha: Actor) -> None:
    kind, back = AbsenceKind.PARENTAL, date(2026, 7, 6)
    absences.record_absence(
        scene.operator, asha.person_id or 0, kind=kind, from_date=date(2026, 6, 15), returns_on=back, now=NOW
    )
    assert [on(asha, date(2026, 6, day)).is_away for day in (14, 15, 30)] == [False, True, True]
    assert on(asha, date(2026, 7, 5)) == Employment(is_away=True)
    assert on(asha, back) == Employment(returned_on=back)


def test_who_never_had_a_post_has_not_left(scene: Scene) -> None:
    people.add_person(scene.operator, name="Cara", email="cara@fernbrook.example", roles=frozenset(), now=NOW)
    assert on(actor_of(scene.operator, "cara@fernbrook.example", Role.AUTHOR), FIRST) == Employment()


def test_nobody_is_found_in_another_organisation(scene: Scene, asha: Actor) -> None:
    other = set_the_scene("Other Trust")
    stranger = Actor(other.operator.organisation_id, asha.person_id, asha.roles)
    assert on(stranger, date(2026, 5, 31)) == Employment()
