"""The application on a database of a test's own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

import sqlalchemy as sa
from flask import Flask
from flask_migrate import upgrade
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.routing import Rule

from quizapp.app import QuizApp, create_app
from quizapp.config import Config, Environment
from quizapp.storage.db import db
from tests.support.databases import Databases, keep_beginning, make_beginning


class CompiledTemplates(BytecodeCache):
    """Templates as they were compiled before in this process: every test has an application of its own."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key, bucket.checksum] = bucket.code


class CompiledRule(Rule):
    """A route with its address builder as it was compiled before in this process."""

    builders: dict[tuple[str, str, bool], Callable[..., tuple[str, str]]] = {}

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (self.rule, repr(self.defaults), append_unknown)
        if key not in self.builders:
            self.builders[key] = super()._compile_builder(append_unknown)
        return self.builders[key]


COMPILED = CompiledTemplates()
DIALECTS: dict[str, sa.Dialect] = {}
STATEMENTS: dict[Any, Any] = {}
"""Statements as SQL, by dialect: as every test has an engine of its own, they would be compiled for every test."""

QuizApp.url_rule_class = CompiledRule


def make_app(url: str) -> Flask:
    """The real application on a database."""
    app = create_app(
        Config(environment=Environment.TEST, secret_key="a key for tests alone, 0123456789", database_url=url)
    )
    app.jinja_env.bytecode_cache = COMPILED
    with app.app_context():
        db.engine.dialect = DIALECTS.get(db.engine.dialect.name, db.engine.dialect)
        db.engine.update_execution_options(compiled_cache=STATEMENTS)
    return app


def migrate(url: str) -> None:
    """Bring an empty database up to date: the first one by the migrations, and the next as copies of that."""
    if make_beginning(url):
        return
    app = make_app(url)
    with app.app_context():
        upgrade()
        DIALECTS.setdefault(db.engine.dialect.name, db.engine.dialect)  # it has connected, and knows its server
        db.engine.dispose()
    keep_beginning(url)


@contextmanager
def migrated_app(
    databases: Databases, *, name: str = "migrated", build: Callable[[str], None] = migrate
) -> Iterator[Flask]:
    """The application on a fresh copy of a migrated database, or of one that was built further under a name."""
    url = databases.copy_of(name, build)
    app = make_app(url)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
