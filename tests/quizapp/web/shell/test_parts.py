import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, render_template_string

from quizapp.web.shell.parts import Action, Cell, Choice, Column, Divider, Problem, SummaryRow
from tests.quizapp.web.parts.component_cases import ADAPTERS, tree
from tests.quizapp.web.scenes.shell_app import shell_app

DATA = Path(__file__).parents[1] / "parts" / "data" / "nhsuk_fixtures"
EVIL = '"><script>alert(1)</script>'


def published_examples() -> Iterator[Any]:
    for path in sorted(DATA.glob("*.json")):
        for component, examples in json.loads(path.read_text(encoding="utf-8")).items():
            for example in examples:
                yield pytest.param(component, example, id=f"{component}: {example['name']}")


@pytest.fixture
def app() -> Iterator[Flask]:
    with shell_app().test_request_context():
        yield shell_app()


def render(template: str, macro: str, *, body: str = "", **arguments: Any) -> str:
    use = f"{{% call {macro}(**arguments) %}}{body}{{% endcall %}}" if body else f"{{{{ {macro}(**arguments) }}}}"
    source = f'{{% from "components/{template}.html" import {macro} %}}{use}'
    return render_template_string(source, arguments=arguments)


@pytest.mark.parametrize(("component", "example"), list(published_examples()))
def test_our_component_is_what_nhsuk_frontend_publishes(app: Flask, component: str, example: dict[str, Any]) -> None:
    template, macro, adapt = ADAPTERS[component]
    body, arguments = adapt(example["context"])
    assert tree(render(template, macro, body=body, **arguments)) == tree(example["html"])


def test_every_component_is_held_to_published_examples() -> None:
    held = {component for path in DATA.glob("*.json") for component in json.loads(path.read_text(encoding="utf-8"))}
    assert held == set(ADAPTERS)


def test_a_difference_would_be_seen(app: Flask) -> None:
    right = render("tag", "tag", text="Passed", colour="green")
    assert tree(right) != tree(right.replace("tag--green", "tag--red"))
    assert tree(right) != tree(right.replace("Passed", "Overdue"))
    assert tree(right) != tree(right.replace("<strong", "<strong id='x'"))


def test_parts_are_taken_as_well_as_mappings(app: Flask) -> None:
    page = render(
        "choices",
        "checkboxes",
        name="a",
        legend="Which?",
        items=[Choice("1", "One", hint="First", checked=True), Divider(), Choice("0", "None", exclusive=True)],
    )
    assert 'value="1" checked aria-describedby="a-item-hint"' in page
    assert '<div class="nhsuk-checkboxes__divider">or</div>' in page
    assert 'id="a-3" name="a" type="checkbox" value="0" data-behaviour="exclusive"' in page


def test_the_chosen_entry_of_a_list_is_selected(app: Flask) -> None:
    page = render(
        "select", "select", name="a", label="Team", items=[Choice("1", "One"), Choice("2", "Two", checked=True)]
    )
    assert page.count(" selected") == 1
    assert '<option value="2" selected>Two</option>' in page


def test_a_table_sorts_by_links_and_says_so(app: Flask) -> None:
    page = render(
        "table",
        "table",
        caption="People",
        head=[Column("Name", href="?sort=name", sort="ascending"), Column("Status", href="?sort=status", sort="yes")],
        rows=[["Asha", Cell("Passed", tag="green")], [Cell("Ben", href="/p/2", hidden="of Ward 4"), Cell("Overdue")]],
    )
    assert 'data-sort aria-sort="ascending"><a class="nhsuk-link" href="?sort=name">Name</a>' in page
    assert 'data-sort><a class="nhsuk-link" href="?sort=status">Status</a>' in page
    assert "(Column headers are sortable)" in page
    assert '<strong class="nhsuk-tag nhsuk-tag--green">Passed</strong>' in page
    assert 'href="/p/2">Ben<span class="nhsuk-u-visually-hidden"> of Ward 4</span></a>' in page


def test_a_caption_above_a_question_stands_in_its_legend(app: Flask) -> None:
    page = render(
        "choices", "radios", name="a", legend="Which?", page_heading=True, caption="Question 3 of 8", items=[]
    )
    assert (
        '<h1 class="nhsuk-fieldset__heading"><span class="nhsuk-caption-l">Question 3 of 8</span> Which?</h1>' in page
    )


@pytest.mark.parametrize(
    ("template", "macro", "arguments"),
    [
        ("choices", "radios", {"name": EVIL, "legend": EVIL, "hint": EVIL, "items": [Choice(EVIL, EVIL, EVIL)]}),
        ("choices", "checkboxes", {"name": EVIL, "error": EVIL, "legend": "x", "items": [Choice(EVIL, EVIL)]}),
        ("select", "select", {"name": EVIL, "label": EVIL, "items": [Choice(EVIL, EVIL)]}),
        ("inputs", "text_input", {"name": EVIL, "label": EVIL, "value": EVIL, "autocomplete": EVIL}),
        ("inputs", "password_input", {"name": EVIL, "label": EVIL, "error": EVIL}),
        ("inputs", "textarea", {"name": EVIL, "label": EVIL, "value": EVIL}),
        ("date_input", "date_input", {"name": EVIL, "legend": EVIL, "typed": (EVIL, "", ""), "hint": EVIL}),
        ("button", "button", {"text": EVIL, "name": EVIL, "value": EVIL}),
        ("error_summary", "error_summary", {"errors": [Problem(EVIL, EVIL), Problem(EVIL)]}),
        ("messages", "details", {"summary": EVIL, "text": EVIL}),
        ("messages", "inset_text", {"text": EVIL}),
        ("messages", "panel", {"heading": EVIL, "text": EVIL}),
        ("messages", "banner", {"text": EVIL, "title": EVIL}),
        ("tag", "tag", {"text": EVIL, "colour": EVIL}),
        ("card", "card", {"heading": EVIL, "href": EVIL, "description": EVIL}),
        ("summary_list", "summary_list", {"rows": [SummaryRow(EVIL, EVIL, (Action(EVIL, EVIL, EVIL),))]}),
        ("table", "table", {"caption": EVIL, "head": [Column(EVIL, EVIL, EVIL)], "rows": [[EVIL]]}),
        (
            "table",
            "table",
            {"caption": "x", "head": [Column("x")], "rows": [[Cell(EVIL, EVIL, EVIL)], [Cell(EVIL, tag=EVIL)]]},
        ),
    ],
)
def test_no_text_given_to_a_component_becomes_markup(
    app: Flask, template: str, macro: str, arguments: dict[str, Any]
) -> None:
    page = render(template, macro, **arguments)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
