"""The fixtures that touch a machine: databases on both engines, and a watched browser."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext

from bench.postgres import PostgresMissingError, PostgresServer, postgres_server, quick_root
from tests.support.app import migrated_app
from tests.support.browser import FLAGS, Contexts, chromium, watch
from tests.support.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.support.needs import do_without

settings.register_profile("quick", max_examples=50, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("long", max_examples=2000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the programmes marked long, and nothing else")


def pytest_configure(config: pytest.Config) -> None:
    long = config.getoption("--long")
    settings.load_profile("long" if long else "quick")
    config.option.markexpr = config.option.markexpr or ("long" if long else "not long")


def pytest_collection_finish() -> None:
    """Thousands of tests and modules stay until the end: let the garbage collector look past them from now on."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "browser_name" in getattr(item, "fixturenames", ()):
        chromium()  # before Playwright is started, which may be what cannot run here


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


@pytest.fixture
def app(databases: Databases) -> Iterator[Flask]:
    """The application on a migrated database of its own, on both engines in turn."""
    with migrated_app(databases) as app:
        yield app


@pytest.fixture
def record(app: Flask) -> Iterator[Flask]:
    """The same inside an application context, for services and queries."""
    with app.app_context():
        yield app


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
