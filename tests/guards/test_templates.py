"""Every template compiles, is used, finds the templates it names, and is called after the address that shows it."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import pytest
from flask import Flask
from jinja2 import DictLoader, Environment, TemplateSyntaxError, meta

from tests.support.source import ROOT, repository_modules, require_none, string_constants

FOLDER = ROOT / "quizapp" / "templates"
SHARED = ("layouts/", "components/", "errors/", "emails/")
CHOSEN_BY_STATUS = "errors/"
LIBRARY = "nhsuk/"


def template_faults(
    templates: Mapping[str, str], *, endpoints: Collection[str], mentioned: Collection[str]
) -> list[str]:
    """Templates that name missing ones, bear no endpoint's name, or that neither code nor another template mentions."""
    named = {name: named_templates(text) for name, text in templates.items()}
    faults = [
        f"{name}: there is no {other}"
        for name, others in named.items()
        for other in sorted(others)
        if other not in templates and not other.startswith(LIBRARY)
    ]
    for name in templates:
        endpoint = name.rpartition(".")[0].replace("/", ".")
        if not name.startswith(SHARED) and endpoint not in endpoints:
            faults.append(f"{name}: no address is called {endpoint}")
    chosen = {name for name in templates if name.startswith(CHOSEN_BY_STATUS)}
    reached = _reached(set(mentioned) & set(templates) | chosen, named)
    return faults + [f"{name}: nothing uses it" for name in templates if name not in reached]


def named_templates(text: str) -> set[str]:
    """The templates that a template extends, includes or imports."""
    return {name for name in meta.find_referenced_templates(Environment(autoescape=True).parse(text)) if name}


def _reached(used: set[str], named: Mapping[str, Iterable[str]]) -> set[str]:
    """The templates in use, and those they name in turn."""
    reached: set[str] = set()
    while used:
        reached |= used
        used = set(chain.from_iterable(named.get(name, ()) for name in used)) - reached
    return reached


def compile_faults(app: Flask, names: Iterable[str]) -> list[str]:
    """Templates that Jinja, as the service has it, cannot compile."""
    faults = []
    for name in names:
        try:
            app.jinja_env.get_template(name)
        except TemplateSyntaxError as error:  # an unknown filter or test is one too
            faults.append(f"{name}:{error.lineno}: {error.message}")
    return faults


def repository_templates() -> dict[str, str]:
    paths = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    return {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_every_template_compiles(whole_app: Flask) -> None:
    require_none(compile_faults(whole_app, repository_templates()))


def test_every_template_is_used_and_named_after_its_address(whole_app: Flask) -> None:
    code = [module for module in repository_modules() if module.path.startswith("quizapp/")]
    mentioned = set(chain.from_iterable(map(string_constants, code)))
    endpoints = set(whole_app.view_functions)
    require_none(template_faults(repository_templates(), endpoints=endpoints, mentioned=mentioned))


GOOD = {
    "layouts/page.html": "{% from 'nhsuk/components/button/macro.jinja' import button %}{% block main %}{% endblock %}",
    "learn/result.html": "{% extends 'layouts/page.html' %}",
}


@pytest.mark.parametrize(
    ("extra", "fault"),
    [
        (
            {"learn/result.html": "{% extends 'layouts/gone.html' %}"},
            "learn/result.html: there is no layouts/gone.html",
        ),
        ({"learn/other.html": ""}, "learn/other.html: no address is called learn.other"),
        ({"components/spare.html": ""}, "components/spare.html: nothing uses it"),
    ],
)
def test_a_template_that_departs_is_seen(extra: dict[str, str], fault: str) -> None:
    used = {"learn/result.html", "learn/other.html"}
    assert fault in template_faults(GOOD | extra, endpoints={"learn.result"}, mentioned=used)


def test_templates_in_order_are_left_alone() -> None:
    assert template_faults(GOOD, endpoints={"learn.result"}, mentioned={"learn/result.html"}) == []


def test_a_template_that_does_not_compile_is_seen() -> None:
    app = Flask("templates")
    app.jinja_options = {
        "loader": DictLoader({"a.html": "{% if %}", "b.html": "{{ 1 | no_such_filter }}", "c.html": ""})
    }
    assert [fault.partition(":")[0] for fault in compile_faults(app, ("a.html", "b.html", "c.html"))] == [
        "a.html",
        "b.html",
    ]
