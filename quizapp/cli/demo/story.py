"""What the demo tells: two organisations, their people, and what each of them did, in days before today."""

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

HERE = resources.files("quizapp.cli.demo")


@dataclass(frozen=True, slots=True)
class Try:
    """One sitting: so many days ago, with so many wrong answers; None was begun and left open."""

    days_ago: int
    wrong: int | None


@dataclass(frozen=True, slots=True)
class Away:
    """A long absence; both ends in days ago, no end while it is not known."""

    kind: str
    days_ago: int
    back_days_ago: int | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """When it was recorded that somebody leaves, and their last day, in days ago."""

    recorded_days_ago: int
    last_day_days_ago: int


@dataclass(frozen=True, slots=True)
class Move:
    """From which day somebody stands in another team, and who manages them there."""

    days_ago: int
    team: str
    manager_email: str


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody of the demo; a negative number of days lies ahead. `returns` is the first day of a second post."""

    name: str
    email: str
    team: str
    manager_email: str
    started_days_ago: int
    staff_type: str
    tries: tuple[Try, ...] = ()
    away: Away | None = None
    leaving: Leaving | None = None
    move: Move | None = None
    returns: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody a visitor can sign in as, and what there is to see."""

    email: str
    shows: str
    is_author: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """What a manager or an administrator did with the reports: so many days ago, at an hour, about whom.

    `does` is a word to the administrator (`QueryKind`), share, remind, answer or re-open; `until` is in days ago.
    """

    days_ago: int
    hour: int
    by: str
    does: str
    about: tuple[str, ...] = ()
    until: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """A team that people join: how many of all starters do, and how much those are given to being late."""

    name: str
    manager_email: str
    share: int
    late: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people who are made up, beside those of the file: how many, and what they did on the whole.

    `due` and `late` have a number for each month, the oldest first: how many people fell due in it, and how many of
    them had not passed by then. The last two are this month and the next. `veterans` had been there long before.
    """

    host: str
    due: tuple[int, ...]
    late: tuple[int, ...]
    veterans: int
    staff_types: Mapping[str, int]
    teams: tuple[Team, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One organisation of the demo. The administrator is no character: no post, added last.

    The officer is an administrator who has been there all along.
    """

    slug: str
    name: str
    quiz: str
    hardest: str
    """The value that most wrong answers are about."""
    author: str
    officer: str
    works_at_night: bool
    valid_months: int | None
    reminded_months: int
    """Since so many months ago the organisation has had reminders sent."""
    administrator_name: str
    administrator_email: str
    accounts: tuple[Account, ...]
    characters: tuple[Character, ...]
    crowd: Crowd | None
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything there is to load, and the password of all its accounts."""

    password: str
    stories: tuple[Story, ...]


def read_demo() -> Demo:
    """The demo as its files have it."""
    content = tomllib.loads((HERE / "demo.toml").read_text(encoding="utf-8"))
    return Demo(content["password"], tuple(map(_read_story, content["organisations"])))


def read_characters(text: str) -> tuple[Character, ...]:
    """The people of one organisation; demo.toml says how their columns are written."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return tuple(
        Character(
            name=row["name"],
            email=row["e-mail"],
            team=row["team"],
            manager_email=row["manager's e-mail"],
            started_days_ago=int(row["started"]),
            staff_type=row["staff type"],
            tries=tuple(map(_read_try, row["tries"].split())),
            away=_read_away(row["absent"]),
            leaving=_read_leaving(row["leaves"]),
            move=_read_move(row["moves"]),
            returns=int(row["returns"]) if row["returns"] else None,
        )
        for row in rows
    )


def _read_story(content: Mapping[str, Any]) -> Story:
    return Story(
        slug=content["slug"],
        name=content["name"],
        quiz=content["quiz"],
        hardest=content["hardest"],
        author=content["author"],
        officer=content["officer"],
        works_at_night=content["works_at_night"],
        valid_months=content.get("valid_months"),
        reminded_months=content["reminded_months"],
        administrator_name=content["administrator"]["name"],
        administrator_email=content["administrator"]["email"],
        accounts=tuple(
            Account(account["email"], account["shows"], account.get("author", False)) for account in content["accounts"]
        ),
        characters=read_characters((HERE / f"{content['slug']}.csv").read_text(encoding="utf-8")),
        crowd=_read_crowd(content["crowd"]),
        deeds=tuple(_read_deed(deed, host=content["crowd"]["host"]) for deed in content["deeds"]),
    )


def _read_crowd(content: Mapping[str, Any]) -> Crowd:
    return Crowd(
        host=content["host"],
        due=tuple(content["due"]),
        late=tuple(content["late"]),
        veterans=content["veterans"],
        staff_types=content["staff_types"],
        teams=tuple(
            Team(team["name"], f"{team['manager']}@{content['host']}", team["share"], team["late"])
            for team in content["teams"]
        ),
    )


def _read_deed(content: Mapping[str, Any], *, host: str) -> Deed:
    return Deed(
        days_ago=content["ago"],
        hour=content.get("hour", 11),
        by=f"{content['by']}@{host}",
        does=content["does"],
        about=tuple(f"{name}@{host}" for name in content.get("about", ())),
        until=content.get("until"),
        note=content.get("note", ""),
    )


def _read_try(text: str) -> Try:
    day, _, wrong = text.partition(":")
    return Try(int(day), None if wrong == "open" else int(wrong))


def _read_away(text: str) -> Away | None:
    if not text:
        return None
    kind, since, back = text.split(":")
    return Away(kind, int(since), int(back) if back else None)


def _read_leaving(text: str) -> Leaving | None:
    if not text:
        return None
    recorded, last_day = text.split(":")
    return Leaving(int(recorded), int(last_day))


def _read_move(text: str) -> Move | None:
    if not text:
        return None
    day, team, manager = text.split(":")
    return Move(int(day), team, manager)
