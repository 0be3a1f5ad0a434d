"""The pages of one part that belong together, as a row of links above each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Flask, request, url_for

from quizapp.access.policy import may
from quizapp.web.shell.guard import permission_of
from quizapp.web.shell.sessions import current_visitor

Sections = Mapping[str, Sequence[tuple[str, str]]]
"""For each row of links its name, and what it calls each page with the page's endpoint."""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the row; `is_current` where it is the one that is shown."""

    text: str
    href: str
    is_current: bool


def prepare_sections(app: Flask, sections: Sections) -> None:
    """Let templates ask for a row by its name; pages that are not there, or not for this visitor, are left out."""
    known = {
        name: [(text, endpoint, permission_of(app, endpoint)) for text, endpoint in pages]
        for name, pages in sections.items()
    }

    def list_sections(name: str) -> list[Section]:
        visitor = current_visitor()
        actor = visitor.actor if visitor else None
        return [
            Section(text, url_for(endpoint), request.endpoint == endpoint)
            for text, endpoint, permission in known[name]
            if permission is not None and may(actor, permission)
        ]

    app.jinja_env.globals["list_sections"] = list_sections
