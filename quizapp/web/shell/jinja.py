"""How templates are found and escaped, and what happens when one names something that is not there."""

from typing import Any

from flask import Flask
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
    app.jinja_options = options
    app.jinja_loader = ChoiceLoader([PackageLoader("quizapp"), PackageLoader("nhsuk_frontend_jinja")])
    app.jinja_env.globals["field_choices"] = field_choices
    app.jinja_env.filters |= filters.BY_NAME
