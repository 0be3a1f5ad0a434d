from collections.abc import Iterator

import pytest
from flask import render_template_string
from wtforms import (
    EmailField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired

from quizapp.services.errors import Invalid
from quizapp.web.shell.forms import Form, SelectChoice, field_choices
from quizapp.web.shell.parts import Choice, Problem
from tests.quizapp.web.scenes.shell_app import shell_app

CHOICES = [SelectChoice("a", "Alpha"), SelectChoice("b", "Beta")]


class SampleForm(Form):
    email = EmailField("E-mail address", [InputRequired("Enter your e-mail address")])
    password = PasswordField("Password", [InputRequired("Enter your password")])
    name = StringField("Name", description="As on your badge")
    reason = TextAreaField("Reason")
    team = SelectField("Team", choices=CHOICES, default="b")
    answer = RadioField("Answer", [InputRequired("Select an answer")], choices=CHOICES)
    several = SelectMultipleField("Several", choices=CHOICES)


@pytest.fixture
def form() -> Iterator[SampleForm]:
    with shell_app().test_request_context("/x", method="POST", data={"name": "O'Neill <b>", "password": "secret"}):
        yield SampleForm(meta={"csrf": False})


def test_errors_come_in_the_order_of_the_page_and_lead_to_their_field(form: SampleForm) -> None:
    assert not form.validate()
    assert form.problems() == [
        Problem("Enter your e-mail address", "#email"),
        Problem("Select an answer", "#answer"),
    ]


def test_what_a_service_refuses_stands_beside_its_field(form: SampleForm) -> None:
    form.refuse(Invalid("password", "That password is used by many people."))
    assert form.problems() == [Problem("That password is used by many people.", "#password")]


def test_what_concerns_no_field_stands_at_the_top(form: SampleForm) -> None:
    form.refuse(Invalid(None, "Check your details."))
    form.refuse(Invalid("no_such_field", "Start again."))
    assert form.problems() == [Problem("Check your details."), Problem("Start again.")]


def test_the_options_of_a_field_know_which_is_chosen(form: SampleForm) -> None:
    form.team.data = "b"
    assert field_choices(form.team) == [Choice("a", "Alpha"), Choice("b", "Beta", checked=True)]


def test_every_field_becomes_its_component_with_what_was_typed(form: SampleForm) -> None:
    form.validate()
    page = render_template_string(
        '{% from "components/field.html" import field %}{% for f in form %}{{ field(f) }}{% endfor %}', form=form
    )
    assert 'value="O&#39;Neill &lt;b&gt;"' in page
    assert "secret" not in page
    assert '<div class="nhsuk-hint" id="name-hint">As on your badge</div>' in page
    assert '<input class="nhsuk-input nhsuk-input--error" id="email" name="email" type="email"' in page
    assert 'aria-describedby="password-error"' not in page
    assert '<textarea class="nhsuk-textarea" id="reason" name="reason" rows="5"></textarea>' in page
    assert '<input class="nhsuk-radios__input" id="answer" name="answer" type="radio" value="a">' in page
    assert '<input class="nhsuk-checkboxes__input" id="several-2" name="several" type="checkbox" value="b">' in page
    assert page.count("<label") + page.count("<legend") == 7 + 4


def test_a_form_without_its_token_does_not_validate() -> None:
    with shell_app().test_request_context("/x", method="POST", data={"email": "a@example.nhs.uk"}):
        form = SampleForm()
        assert not form.validate()
        assert "csrf_token" in form.errors
