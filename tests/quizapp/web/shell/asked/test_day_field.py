from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict

from quizapp.web.shell.asked.day_field import DayField, day_of
from quizapp.web.shell.forms import Form
from quizapp.web.shell.parts import Problem
from tests.quizapp.web.parts.component_cases import tree
from tests.quizapp.web.scenes.shell_app import shell_app

PUBLISHED = """{% from "nhsuk/components/date-input/macro.jinja" import dateInput %}
{{ dateInput({"id": "until", "namePrefix": "until", "fieldset": {"legend": {"text": "First day back", "size": "m"}},
"hint": {"text": "For example"}, "errorMessage": {"text": "Bad"} if bad, "values": {"day": "3"}}) }}"""
OURS = """{% from "components/date_input.html" import date_input %}
{{ date_input("until", "First day back", ("3", "", ""), hint="For example", error="Bad" if bad else none) }}"""


class LeaveForm(Form):
    until = DayField("First day back", missing="Enter the first day back.")
    other = DayField("Another day")


def form_of(**typed: str) -> LeaveForm:
    data = MultiDict({name.replace("_", "-"): text for name, text in typed.items()})
    return LeaveForm(formdata=data, meta={"csrf": False})


@pytest.fixture
def app() -> Iterator[Flask]:
    with shell_app().test_request_context("/x", method="POST"):
        yield shell_app()


@pytest.mark.parametrize("bad", [True, False])
def test_it_is_what_nhsuk_frontend_publishes_but_for_the_brackets_in_names(app: Flask, bad: bool) -> None:
    published = render_template_string(PUBLISHED, bad=bad)
    for part in ("day", "month", "year"):
        published = published.replace(f"until[{part}]", f"until-{part}")
    assert tree(render_template_string(OURS, bad=bad)) == tree(published)


def test_three_fields_make_a_day(app: Flask) -> None:
    form = form_of(until_day=" 06", until_month="6 ", until_year="2025")
    assert form.validate()
    assert (form.until.data, form.other.data) == (date(2025, 6, 6), None)


def test_a_form_begins_with_the_day_it_is_given(app: Flask) -> None:
    form = LeaveForm(meta={"csrf": False}, data={"until": date(2025, 6, 3)})
    page = render_template_string('{% from "components/field.html" import field %}{{ field(form.until) }}', form=form)
    assert 'name="until-month" type="text" value="6"' in page
    assert 'value="2025"' in page


def test_nothing_typed_and_no_day_of_the_calendar_are_two_things_and_lead_to_the_first_field(app: Flask) -> None:
    form = form_of(until_day="", until_month="", until_year="")
    assert not form.validate()
    assert form.problems() == [Problem("Enter the first day back.", "#until-day")]
    form = form_of(until_day="31", until_month="6", until_year="2025", other_day="x")
    assert not form.validate()
    assert [problem.href for problem in form.problems()] == ["#until-day", "#other-day"]
    assert form.problems()[0].text == "First day back: give a day, a month and a year, such as 6 6 2025."
    assert form.until.typed == ("31", "6", "2025")


@pytest.mark.parametrize("typed", [("1", "2", "25"), ("0", "1", "2025"), ("1", "13", "2025"), ("a", "1", "2025")])
def test_what_is_no_day_is_none(typed: tuple[str, ...]) -> None:
    assert day_of(typed) is None
