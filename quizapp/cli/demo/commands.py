"""`demo`: two organisations with people and more than a year of history, to look at and to play with."""

import os
import signal
from dataclasses import replace
from types import FrameType
from typing import NoReturn

import click
import waitress
from flask import current_app
from flask.cli import ScriptInfo, pass_script_info

from quizapp import clock
from quizapp.cli.command import Commands, stop
from quizapp.cli.database import find_problem, migrate_up, start_over
from quizapp.cli.demo.load import is_loaded, load_demo
from quizapp.cli.demo.story import Demo, read_demo
from quizapp.cli.wording import listed, print_table
from quizapp.config import Environment
from quizapp.services.people import organisations

HOST = "127.0.0.1"

demo = Commands("demo", help="Two organisations to look at; nothing here is for real work.")
fresh_option = click.option("--fresh", is_flag=True, help="Throw everything away first.")


@demo.command("load")
@fresh_option
def load(*, fresh: bool) -> None:
    """Load the demo into an empty database; one that is loaded stays as it is."""
    _demand_demo()
    _prepare(read_demo(), fresh=fresh)


@demo.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@fresh_option
@pass_script_info
def serve(info: ScriptInfo, /, *, port: int, fresh: bool) -> None:
    """Load the demo if it is not there yet, say who can sign in, and serve it on this machine alone."""
    _demand_demo()
    try:  # the port comes first, so that a second start cannot begin to load what the first one is loading
        app = info.load_app()
        server = waitress.create_server(app, host=HOST, port=port, threads=8)
    except OSError as error:
        stop(f"Port {port} cannot be used ({error.strerror}); try another: --port {port % 65535 + 1}")
    signal.signal(signal.SIGTERM, _end)
    with app.app_context():
        _say_where(port=port)
    content = read_demo()
    _prepare(content, fresh=fresh)
    _introduce(content, port=port)
    server.run()
    click.echo("Stopped.")


def _demand_demo() -> None:
    if current_app.extensions["quizapp.config"].environment is not Environment.DEMO:
        stop("The demo is loaded where QUIZ_ENVIRONMENT is demo and nowhere else; its password is known to everybody")


def _prepare(content: Demo, *, fresh: bool) -> None:
    """Migrate and load what is missing; a load that was cut short is begun again."""
    if fresh:
        start_over()
    if find_problem() is not None:
        migrate_up()
    if is_loaded(content):
        return
    found = {one.slug for one in organisations.list_organisations()}
    strangers = found - {story.slug for story in content.stories}
    if strangers:
        stop(f"This database holds other organisations ({listed(sorted(strangers))}); give the demo one of its own")
    if found:
        click.echo("The demo was not loaded to its end before; starting over.")
        start_over()
        migrate_up()
    load_demo(content, now=clock.now(), say=click.echo)


def _say_where(*, port: int) -> None:
    """Certificates and links name the address that is served, unless a setting names another."""
    if not os.environ.get("SERVER_ADDRESS"):
        settings = current_app.extensions["quizapp.config"]
        current_app.extensions["quizapp.config"] = replace(settings, server_address=f"http://{HOST}:{port}")


def _introduce(content: Demo, *, port: int) -> None:
    rows = []
    for story in content.stories:
        names = {person.email: person.name for person in story.characters}
        rows += [(story.name, names[account.email], account.email, account.shows) for account in story.accounts]
        rows.append(
            (story.name, story.administrator_name, story.administrator_email, "administrator: the whole report")
        )
    click.echo(f"\nThe induction quiz is at http://{HOST}:{port}\n")
    print_table(("organisation", "who", "e-mail address", "what to look at"), rows)
    click.echo(f"\nThe password of each is {content.password}\nCtrl-C ends it; what you do is kept.\n")


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
