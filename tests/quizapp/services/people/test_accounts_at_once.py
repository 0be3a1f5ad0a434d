"""A one-time link pressed in eight places at once sets one password."""

from collections import Counter

from flask import Flask

from quizapp.services.people import accounts, people
from quizapp.storage.db import db
from tests.builders import NOW, add_staff, set_the_scene
from tests.support.at_once import at_once


def test_a_link_is_used_up_once_however_many_press_it(record: Flask) -> None:
    scene = set_the_scene()
    add_staff(scene.operator, "Asha Rahman,asha@fernbrook.example,Ward 1,,2026-06-01,permanent")
    person = people.find_by_email(scene.operator, "asha@fernbrook.example")
    link = accounts.issue_link(scene.operator, person.id, now=NOW)
    db.session.remove()
    results = at_once(
        record, lambda number: accounts.use_link(link, password=f"copper lantern fields {number}", now=NOW)
    )
    assert Counter(type(result).__name__ for result in results) == {"str": 1, "NotFound": 7}
