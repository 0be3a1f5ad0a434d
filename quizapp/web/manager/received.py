"""Whose teams somebody is let see, said above every page of a manager."""

from flask import Flask

from quizapp import clock
from quizapp.services.managing import sharing
from quizapp.web.manager.sharing_words import present_received
from quizapp.web.shell.guard import current_actor


def prepare_received(app: Flask) -> None:
    """Let the layout of a manager's pages ask for the sentences."""

    def list_received() -> list[str]:
        return [present_received(one) for one in sharing.list_received(current_actor(), now=clock.now())]

    app.jinja_env.globals["list_received"] = list_received
