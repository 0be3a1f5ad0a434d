"""Getting in and out, on both engines."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.access.roles import Role
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.people import accounts, people
from tests.builders import NOW, PASSWORD, Scene, add_organisation, add_staff, give_password, set_the_scene

ASHA = "asha@fernbrook.example"


@pytest.fixture
def scene(record: Flask) -> Scene:
    scene = set_the_scene()
    add_staff(scene.operator, f"Asha Rahman,{ASHA},Ward 1,ben@fernbrook.example,2026-06-01,permanent\n"
              "Ben Cole,ben@fernbrook.example,Ward 1,,2020-01-01,permanent")  # fmt: skip
    give_password(scene.operator, ASHA)
    return scene


def open_session(email: str = ASHA) -> str:
    return accounts.start_session(accounts.check_password(email, PASSWORD, client="192.0.2.1", now=NOW)[0], now=NOW)


def test_the_right_details_open_a_session(scene: Scene) -> None:
    visitor = accounts.find_visitor(open_session(" Asha@Fernbrook.example "), now=NOW)
    assert visitor is not None
    assert (visitor.name, visitor.organisation_name, set(visitor.actor.roles)) == (
        "Asha Rahman",
        scene.name,
        {Role.STAFF},
    )


@pytest.mark.parametrize(
    ("email", "password"),
    [(ASHA, "kettle orchid lader"), ("nobody@fernbrook.example", PASSWORD), (ASHA, ""), (f"{ASHA}\x00", PASSWORD)],
)
def test_wrong_details_never_tell_which_part_was_wrong(scene: Scene, email: str, password: str) -> None:
    with pytest.raises(Invalid, match=r"^Check your e-mail address and your password\. One of them does not match"):
        accounts.check_password(email, password, client="192.0.2.1", now=NOW)


def test_an_account_without_a_password_cannot_be_opened(scene: Scene) -> None:
    with pytest.raises(Invalid):
        accounts.check_password("ben@fernbrook.example", "", client="192.0.2.1", now=NOW)


def test_guessing_slows_down_for_known_and_unknown_addresses_alike(scene: Scene) -> None:
    for email in (ASHA, "nobody@fernbrook.example"):
        refusals = []
        for second in range(100):
            with pytest.raises(Invalid) as refusal:
                accounts.check_password(email, "guess", client="192.0.2.1", now=NOW + timedelta(seconds=second))
            refusals.append(refusal.value.message)
        assert refusals.count(accounts.WRONG_DETAILS) <= 8
        assert refusals[-1].startswith("There have been too many tries. Wait ")


def test_nobody_is_locked_out_for_longer_than_a_quarter_of_an_hour(scene: Scene) -> None:
    moment = NOW
    for _ in range(40):
        with pytest.raises(Invalid):
            accounts.check_password(ASHA, "guess", client="192.0.2.1", now=moment)
        moment += timedelta(seconds=90)
    assert accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=moment + timedelta(minutes=15))


def test_a_right_password_forgets_the_wrong_ones(scene: Scene) -> None:
    for _ in range(4):
        with pytest.raises(Invalid):
            accounts.check_password(ASHA, "guess", client="192.0.2.1", now=NOW)
        accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW)


def test_signing_out_ends_the_session_on_the_server(scene: Scene) -> None:
    token = open_session()
    accounts.end_session(token, now=NOW)
    assert accounts.find_visitor(token, now=NOW) is None


@pytest.mark.parametrize(("minutes", "good"), [(59, True), (61, False)])
def test_a_learners_session_lasts_an_hour_without_use(scene: Scene, minutes: int, good: bool) -> None:
    token = open_session()
    assert (accounts.find_visitor(token, now=NOW + timedelta(minutes=minutes)) is not None) is good


@pytest.mark.parametrize(("minutes", "good"), [(29, True), (31, False)])
def test_a_managers_session_lasts_half_an_hour_without_use(scene: Scene, minutes: int, good: bool) -> None:
    give_password(scene.operator, "ben@fernbrook.example")
    token = open_session("ben@fernbrook.example")
    visitor = accounts.find_visitor(token, now=NOW + timedelta(minutes=minutes))
    assert (visitor is not None) is good
    assert visitor is None or visitor.actor.roles == {Role.STAFF, Role.MANAGER}


def test_no_session_outlives_half_a_day_however_much_it_is_used(scene: Scene) -> None:
    token = open_session()
    for hours in range(12):
        assert accounts.find_visitor(token, now=NOW + timedelta(hours=hours, minutes=59)) is not None or hours == 12
    assert accounts.find_visitor(token, now=NOW + timedelta(hours=12, minutes=1)) is None


def test_a_link_sets_a_password_once_and_looking_does_not_use_it_up(scene: Scene) -> None:
    person = people.find_by_email(scene.operator, "ben@fernbrook.example")
    link = accounts.issue_link(scene.operator, person.id, now=NOW)
    for _ in range(3):
        owner = accounts.look_at_link(link, now=NOW)
        assert (owner.name, owner.organisation_name) == ("Ben Cole", scene.name)
    token = accounts.use_link(link, password="copper lantern fields", now=NOW)
    assert accounts.find_visitor(token, now=NOW) is not None
    with pytest.raises(NotFound, match="This link has been used"):
        accounts.use_link(link, password="copper lantern fields", now=NOW)


def test_a_link_is_worth_nothing_after_a_week(scene: Scene) -> None:
    person = people.find_by_email(scene.operator, ASHA)
    link = accounts.issue_link(scene.operator, person.id, now=NOW)
    with pytest.raises(NotFound, match="more than 7 days old"):
        accounts.look_at_link(link, now=NOW + timedelta(days=7))
    with pytest.raises(NotFound, match="We do not know this link"):
        accounts.look_at_link(link[:-1], now=NOW)


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaa", "Password12345", "fernbrook kettle", "rahman kettle ladder"])
def test_weak_passwords_are_refused_with_a_reason(scene: Scene, weak: str) -> None:
    person = people.find_by_email(scene.operator, ASHA)
    link = accounts.issue_link(scene.operator, person.id, now=NOW)
    with pytest.raises(Invalid) as refusal:
        accounts.use_link(link, password=weak, now=NOW)
    assert refusal.value.field == "new"
    assert accounts.look_at_link(link, now=NOW)


def test_a_changed_password_signs_out_every_other_browser(scene: Scene) -> None:
    here, elsewhere = open_session(), open_session()
    visitor = accounts.find_visitor(here, now=NOW)
    assert visitor is not None
    accounts.change_password(visitor, current=PASSWORD, new="copper lantern fields", now=NOW)
    assert accounts.find_visitor(here, now=NOW) is not None
    assert accounts.find_visitor(elsewhere, now=NOW) is None
    with pytest.raises(Invalid):
        accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW)


def test_a_wrong_current_password_changes_nothing(scene: Scene) -> None:
    visitor = accounts.find_visitor(open_session(), now=NOW)
    assert visitor is not None
    with pytest.raises(Invalid) as refusal:
        accounts.change_password(visitor, current="wrong", new="copper lantern fields", now=NOW)
    assert refusal.value.field == "current"
    assert accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW)


def test_one_address_may_open_accounts_in_two_organisations(scene: Scene) -> None:
    other = add_organisation("Otherwhere Trust")
    people.add_person(other, name="Asha Rahman", email=ASHA, roles=frozenset(), now=NOW)
    give_password(other, ASHA)
    opened = accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW)
    assert [account.organisation_name for account in opened] == [scene.name, "Otherwhere Trust"]


def test_a_stranger_who_guesses_does_not_keep_the_owner_out(scene: Scene) -> None:
    for second in range(60):
        with pytest.raises(Invalid):
            accounts.check_password(ASHA, "guess", client="192.0.2.9", now=NOW + timedelta(seconds=second))
    assert accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW + timedelta(minutes=1))


def test_guessing_the_own_password_slows_down_too(scene: Scene) -> None:
    visitor = accounts.find_visitor(open_session(), now=NOW)
    assert visitor is not None
    refusals = []
    for _ in range(20):
        with pytest.raises(Invalid) as refusal:
            accounts.change_password(visitor, current="guess", new="copper lantern fields", now=NOW)
        refusals.append(refusal.value.message)
    assert refusals.count("Check your current password. It does not match our record.") == 5


def test_a_new_link_and_a_new_password_end_every_link_before(scene: Scene) -> None:
    person = people.find_by_email(scene.operator, ASHA)
    first = accounts.issue_link(scene.operator, person.id, now=NOW)
    second = accounts.issue_link(scene.operator, person.id, now=NOW)
    with pytest.raises(NotFound):
        accounts.use_link(first, password="copper lantern fields", now=NOW)
    visitor = accounts.find_visitor(open_session(), now=NOW)
    assert visitor is not None
    accounts.change_password(visitor, current=PASSWORD, new="copper lantern fields", now=NOW)
    with pytest.raises(NotFound):
        accounts.use_link(second, password="silver bicycle bells", now=NOW)


def test_an_account_opened_with_the_old_password_is_worth_nothing_after_a_change(scene: Scene) -> None:
    (account,) = accounts.check_password(ASHA, PASSWORD, client="192.0.2.1", now=NOW)
    give_password(scene.operator, ASHA, "copper lantern fields")
    with pytest.raises(NotFound):
        accounts.start_session(account, now=NOW)


def test_whoever_has_left_manages_nobody_and_holds_no_role(scene: Scene) -> None:
    ben = people.find_by_email(scene.operator, "ben@fernbrook.example")
    people.grant_role(scene.operator, ben.id, role=Role.AUTHOR, now=NOW)
    give_password(scene.operator, "ben@fernbrook.example")
    token = open_session("ben@fernbrook.example")
    people.end_post(scene.operator, ben.id, last_day=NOW.date(), now=NOW)
    on_the_last_day = accounts.find_visitor(token, now=NOW)
    token = accounts.start_session(
        accounts.check_password("ben@fernbrook.example", PASSWORD, client="192.0.2.1", now=NOW + timedelta(days=1))[0],
        now=NOW + timedelta(days=1),
    )
    afterwards = accounts.find_visitor(token, now=NOW + timedelta(days=1))
    assert on_the_last_day is not None
    assert afterwards is not None
    assert set(on_the_last_day.actor.roles) == {Role.STAFF, Role.MANAGER, Role.AUTHOR}
    assert set(afterwards.actor.roles) == {Role.STAFF}


@pytest.mark.parametrize("typed", ["cafe\u0301 orchid ladder", "caf\u00e9 orchid ladder"])
def test_a_password_is_the_same_however_its_letters_are_put_together(scene: Scene, typed: str) -> None:
    give_password(scene.operator, ASHA, "caf\u00e9 orchid ladder")
    assert accounts.check_password(ASHA, typed, client="192.0.2.1", now=NOW)
