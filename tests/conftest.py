"""The fixtures that touch a machine: databases on both engines, and a watched browser."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import argon2
import pytest
from flask import Flask
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext

from bench.postgres import PostgresMissingError, PostgresServer, postgres_server, quick_root
from quizapp.access.policy import console
from quizapp.services.people import passwords
from quizapp.storage.db import db
from tests.builders import Scene, set_the_scene
from tests.support.app import make_app, migrate, migrated_app
from tests.support.browser import FLAGS, Contexts, chromium, watch
from tests.support.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.support.needs import do_without

# Whatever is compiled is kept, also where the environment says otherwise: dozens of tests start a Python of their own.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PAGES = Path(__file__).parent / "quizapp" / "web"
GROUPS = ("canary", "concurrent", "parked", "worked_example", "oracle", "outbox", "negative_control", "statements")
"""Words in the names of tests that have to hold on both engines each time."""

settings.register_profile("quick", max_examples=25, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("long", max_examples=2000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the programmes marked long, and nothing else")


def pytest_configure(config: pytest.Config) -> None:
    long = config.getoption("--long")
    settings.load_profile("long" if long else "quick")
    config.option.markexpr = config.option.markexpr or ("long" if long else "not long")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages hold no SQL: each by itself is looked at on SQLite, and on PostgreSQL with `--long`; services, queries and
    whole journeys are always run on both."""
    for item in items:
        if PAGES in item.path.parents and "[postgresql" in item.name and not any(word in item.name for word in GROUPS):
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """Thousands of tests and modules stay until the end: let the garbage collector look past them from now on."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "browser_name" in getattr(item, "fixturenames", ()):
        chromium()  # before Playwright is started, which may be what cannot run here


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Hashes that cost next to nothing; what they cost in the service is looked at where they are made."""
    with pytest.MonkeyPatch.context() as patch:
        quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(passwords, "_HASHER", quick)
        patch.setattr(passwords, "_NOBODY", quick.hash("an address nobody has"))
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running PostgreSQL, one for each test process, started by the first test that asks."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgres_server())
        except PostgresMissingError as reason:
            do_without(str(reason))
        yield server


@pytest.fixture(scope="session")
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where it can be, for databases that nothing has to last longer than the tests."""
    with TemporaryDirectory(prefix="sqlite-", dir=quick_root()) as folder:
        yield Path(folder)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, quick_folder: Path) -> Databases:
    """Both engines in turn: `databases.copy_of("migrated", migrate)` gives a quick copy of a prepared one."""
    if request.param == "sqlite":
        return SqliteDatabases(Path(mkdtemp(dir=quick_folder)))
    return PostgresDatabases(request.getfixturevalue("postgres"))


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The address of an empty database, on both engines in turn."""
    url = databases.empty()
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def sqlite(quick_folder: Path) -> SqliteDatabases:
    """One engine is enough where a command or a browser only leads to what is tested on both."""
    return SqliteDatabases(Path(mkdtemp(dir=quick_folder)))


@pytest.fixture
def app(request: pytest.FixtureRequest, databases: Databases) -> Iterator[Flask]:
    """The application on a migrated database of its own, on both engines in turn."""
    has_scene = "_has_scene" in request.fixturenames
    with migrated_app(databases, name="scene", build=build_scene) if has_scene else migrated_app(databases) as app:
        yield app


@pytest.fixture
def record(app: Flask) -> Iterator[Flask]:
    """The same inside an application context, for services and queries."""
    with app.app_context():
        yield app


@pytest.fixture
def _has_scene() -> None:
    """Whoever asks for this gets a database in which the scene is set."""


@pytest.fixture
def scene(_has_scene: None, record: Flask) -> Iterator[Scene]:
    """An organisation with a published quiz, on a copy of a database in which it was made once."""
    yield Scene(console(1, "tests"), "Fernbrook Trust", 1, 1)
    db.session.remove()


def build_scene(url: str) -> None:
    """Set the scene in an empty database."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        set_the_scene()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def base_url() -> None:
    """Tests give whole addresses; this stands in for the plugin's fixture, which pytest warns about."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that is there, and let it call nobody."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": list(FLAGS)}


@pytest.fixture(scope="session")
def contexts(browser: Browser, browser_context_args: dict[str, Any]) -> Contexts:
    """The browser's contexts, of which each test gets its own for a while."""
    return Contexts(browser, browser_context_args)


@pytest.fixture
def new_context(contexts: Contexts) -> Iterator[Callable[..., BrowserContext]]:
    """Watch every browser window of a test: no console message, no request to another host."""
    with contexts.lend() as open_one, ExitStack() as watches:

        def watched_context(**options: Any) -> BrowserContext:
            context = open_one(**options)
            watches.enter_context(watch(context))
            return context

        yield watched_context
