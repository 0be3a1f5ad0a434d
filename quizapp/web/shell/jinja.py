"""How templates are found and escaped, and what happens when one names something that is not there."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader
from jinja2.exceptions import UndefinedError
from jinja2.utils import missing

from quizapp.web.shell import filters
from quizapp.web.shell.forms import field_choices


class LoudUndefined(ChainableUndefined):
    """Attributes may be missing (the NHS macros rely on it); a name that nobody passed stops the page."""

    def __str__(self) -> str:
        """Nothing for a missing attribute; raises UndefinedError for a missing name."""
        if self._undefined_obj is missing:
            raise UndefinedError(f"the template uses {self._undefined_name}, which it was not given")
        return ""

    __html__ = __str__


class PlainEnvironment(Environment):
    """Gives templates their globals as a plain dictionary, in which every import of a macro looks faster."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals as they are when a template is first used; nothing is added to them after the start."""
        return self.globals if d is None else {**self.globals, **d}


def is_escaped(template: str | None) -> bool:
    """Whether a template's values are escaped: all are, whatever their ending, but plain-text mail."""
    return template is None or not template.endswith((".txt", ".txt.jinja"))


def prepare_templates(app: Flask) -> None:
    """Set Jinja up; must come before anything touches `app.jinja_env`."""
    options: dict[str, Any] = {
        "undefined": LoudUndefined,
        "autoescape": is_escaped,  # Flask's own rule leaves the .jinja files of the NHS macros unescaped
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    app.jinja_environment = PlainEnvironment
    app.jinja_options = options
    app.jinja_loader = ChoiceLoader([PackageLoader("quizapp"), PackageLoader("nhsuk_frontend_jinja")])
    app.jinja_env.globals["field_choices"] = field_choices
    app.jinja_env.filters |= filters.BY_NAME
