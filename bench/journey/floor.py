"""The floor figures are held against: a bare Flask page that reads a row, commits one and renders as much text."""

import os
import sqlite3
from collections.abc import Callable

import psycopg
from flask import Flask, request
from sqlalchemy import make_url

PAGE = "<!doctype html><title>Floor</title><h1>{{ name }}</h1>{% for line in lines %}<p>{{ line }}</p>{% endfor %}"
LINE = "some words of an ordinary length, as they stand on a page"
TABLES = (
    "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE note (id {serial} PRIMARY KEY, thing INTEGER, words TEXT)",
    "INSERT INTO thing VALUES (1, 'one')",
)
Save = Callable[[str], str]
"""Keeps some words, and gives the name they belong to."""


def prepare_floor(url: str) -> None:
    """Put the floor's two tables into an empty database."""
    if url.startswith("sqlite"):
        connection = _open_sqlite(url)
        for statement in TABLES:
            connection.execute(statement.format(serial="INTEGER"))
        connection.close()
        return
    with _open_postgres(url) as server:
        for statement in TABLES:
            server.execute(statement.format(serial="SERIAL").encode())


def make_floor() -> Flask:
    """The bare application on the database FLOOR_URL names; its page has FLOOR_BYTES of text."""
    url = os.environ["FLOOR_URL"]
    save = _save_in_sqlite(url) if url.startswith("sqlite") else _save_in_postgres(url)
    app = Flask("floor")
    lines = [LINE] * (int(os.environ["FLOOR_BYTES"]) // len(f"<p>{LINE}</p>"))
    page = app.jinja_env.from_string(PAGE)

    @app.post("/save")
    def show_saved() -> str:
        """One indexed read, one committed write, one page."""
        return page.render(name=save(request.form["words"]), lines=lines)

    return app


def _save_in_sqlite(url: str) -> Save:
    connection = _open_sqlite(url)

    def save(words: str) -> str:
        (name,) = connection.execute("SELECT name FROM thing WHERE id = ?", (1,)).fetchone()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO note (thing, words) VALUES (1, ?)", (words,))
        connection.execute("COMMIT")
        return str(name)

    return save


def _save_in_postgres(url: str) -> Save:
    connection = _open_postgres(url)

    def save(words: str) -> str:
        row = connection.execute("SELECT name FROM thing WHERE id = %s", (1,)).fetchone()
        connection.execute("INSERT INTO note (thing, words) VALUES (1, %s)", (words,))
        connection.commit()
        return str(row and row[0])

    return save


def _open_sqlite(url: str) -> sqlite3.Connection:
    """With the same promises as ours: WAL, and on the disk before it answers."""
    connection = sqlite3.connect(make_url(url).database or "", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("PRAGMA synchronous=full")
    return connection


def _open_postgres(url: str) -> "psycopg.Connection[tuple[object, ...]]":
    place = make_url(url)
    return psycopg.connect(
        host=str(place.query["host"]), port=str(place.query["port"]), user=place.username, dbname=place.database
    )
