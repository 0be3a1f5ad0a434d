"""Every address of the service declares who may open it, and is written in the one way we write addresses."""

import re

from flask import Flask

from quizapp.access.permissions import Permission
from quizapp.web.shell.guard import requires
from tests.support.source import require_none

FILES = "static"
ADDRESS = re.compile(r"(/[a-z0-9.]+(-[a-z0-9.]+)*|/<(int|string|path|uuid)(\([^)]*\))?:[a-z_]+>(\.[a-z]+)?)+/?|/")


def undeclared(app: Flask) -> list[str]:
    """Endpoints without a permission; the style sheets and pictures need none."""
    views = {name: view for name, view in app.view_functions.items() if name != FILES}
    bare = [name for name, view in views.items() if not isinstance(getattr(view, "permission", None), Permission)]
    return [f"{name} declares no permission; put @requires(...) under its route" for name in bare]


def odd_addresses(app: Flask) -> list[str]:
    """Addresses that are not in small letters with hyphens, or hold a part without its type."""
    return [f"{rule.rule} ({rule.endpoint})" for rule in app.url_map.iter_rules() if not ADDRESS.fullmatch(rule.rule)]


def test_every_endpoint_declares_a_permission(whole_app: Flask) -> None:
    require_none(undeclared(whole_app))


def test_every_address_is_written_alike(whole_app: Flask) -> None:
    require_none(odd_addresses(whole_app))


def test_an_endpoint_without_a_permission_is_seen() -> None:
    app = Flask("routes")
    app.add_url_rule("/open", "open", requires(Permission.PUBLIC)(lambda: ""))
    app.add_url_rule("/bare", "bare", lambda: "")
    assert undeclared(app) == ["bare declares no permission; put @requires(...) under its route"]


def test_an_odd_address_is_seen() -> None:
    app = Flask("routes", static_folder=None)
    good = ["/my-learning/<int:attempt_id>/items", "/", "/static/<path:filename>", "/a.csv", "/<string:code>.pdf"]
    for number, rule in enumerate(good):
        app.add_url_rule(rule, str(number), lambda: "")
    assert odd_addresses(app) == []
    for rule in ["/my_learning", "/My-learning", "/people/<name>", "/people//all"]:
        app.add_url_rule(rule, rule, lambda: "")
    assert len(odd_addresses(app)) == 4
