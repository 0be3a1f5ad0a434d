"""Pages that take a file: they alone may be sent more than a form."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])


def takes_file(most: int) -> Callable[[View], View]:
    """Declare that a view is sent a file of so many bytes at most; written under `requires`."""

    def declare(view: View) -> View:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return declare


def prepare_uploads(app: Flask) -> None:
    """To be called after permissions are looked at and before a form is read."""
    app.before_request(allow_file)


def allow_file() -> None:
    """Let this request be as large as its view has declared."""
    view = current_app.view_functions.get(request.endpoint or "")
    most = getattr(view, "most_bytes", None)
    if most is not None:
        request.max_content_length = most
