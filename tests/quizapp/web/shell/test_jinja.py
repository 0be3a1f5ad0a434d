from collections.abc import Iterator

import pytest
from flask import Flask, render_template, render_template_string
from jinja2 import DictLoader
from jinja2.exceptions import UndefinedError

from quizapp.web.shell.jinja import is_escaped
from tests.quizapp.web.scenes.shell_app import shell_app

PAYLOAD = "<script>alert('x')</script>"
NHS_RADIOS = """{% from "nhsuk/components/radios/macro.jinja" import radios %}
{{ radios({"name": "a", "fieldset": {"legend": {"text": text}}, "hint": {"text": text},
"items": [{"value": text, "text": text, "hint": {"text": text}}]}) }}"""


@pytest.fixture
def app() -> Iterator[Flask]:
    with shell_app().test_request_context():
        yield shell_app()


def test_a_text_given_to_an_nhs_macro_is_never_markup(app: Flask) -> None:
    page = render_template_string(NHS_RADIOS, text=PAYLOAD)
    assert page.count("&lt;script&gt;") == 5
    assert "<script>" not in page


def test_the_rule_that_would_let_it_through_is_known_to_let_it_through(app: Flask) -> None:
    escaped = app.jinja_env.autoescape
    careless = app.jinja_env.overlay(autoescape=app.select_jinja_autoescape)
    assert careless.autoescape != escaped
    assert "<script>" in careless.from_string(NHS_RADIOS).render(text=PAYLOAD)


@pytest.mark.parametrize("name", ["x.html", "x.jinja", "x.svg", "x", "x.txt.html"])
def test_templates_of_any_ending_are_escaped(app: Flask, name: str) -> None:
    loader = DictLoader({name: "{{ text }}"})
    assert PAYLOAD not in app.jinja_env.overlay(loader=loader).get_template(name).render(text=PAYLOAD)


def test_plain_text_mail_keeps_its_apostrophes() -> None:
    assert not is_escaped("mail/link.txt")
    assert not is_escaped("mail/link.txt.jinja")
    assert is_escaped("mail/link.html")
    assert is_escaped(None)


def test_a_name_nobody_passed_stops_the_page(app: Flask) -> None:
    with pytest.raises(UndefinedError, match="quiz_titel"):
        render_template_string("<p>{{ quiz_titel }}</p>")


def test_an_attribute_that_is_missing_prints_nothing(app: Flask) -> None:
    assert render_template_string("<p>{{ quiz.colour.shade }}</p>", quiz={}) == "<p></p>"


def test_a_page_without_a_heading_stops(app: Flask) -> None:
    with pytest.raises(UndefinedError, match="heading"):
        render_template("layouts/base.html")


def test_a_file_that_is_not_there_stops_the_page(app: Flask) -> None:
    with pytest.raises(KeyError):
        render_template_string("{{ asset('css/missing.css') }}")


def test_every_template_compiles(app: Flask) -> None:
    own = [name for name in app.jinja_env.list_templates() if not name.startswith("nhsuk/")]
    assert len(own) > 25
    for name in own:
        app.jinja_env.get_template(name)
