"""What the demo tells: two organisations, their people, and what each of them did, in days before today."""

import csv
import io
import tomllib
from dataclasses import dataclass
from importlib import resources

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
class Character:
    """Somebody of the demo; a negative number of days lies ahead."""

    name: str
    email: str
    team: str
    manager_email: str
    started_days_ago: int
    staff_type: str
    tries: tuple[Try, ...]
    away: Away | None
    leaving: Leaving | None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody a visitor can sign in as, and what there is to see."""

    email: str
    shows: str
    is_author: bool


@dataclass(frozen=True, slots=True)
class Story:
    """One organisation of the demo. The administrator is no character: no post, added last."""

    slug: str
    name: str
    quiz: str
    author: str
    works_at_night: bool
    administrator_name: str
    administrator_email: str
    accounts: tuple[Account, ...]
    characters: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything there is to load, and the password of all its accounts."""

    password: str
    stories: tuple[Story, ...]


def read_demo() -> Demo:
    """The demo as its files have it."""
    content = tomllib.loads((HERE / "demo.toml").read_text(encoding="utf-8"))
    return Demo(
        content["password"],
        tuple(
            Story(
                slug=one["slug"],
                name=one["name"],
                quiz=one["quiz"],
                author=one["author"],
                works_at_night=one["works_at_night"],
                administrator_name=one["administrator"]["name"],
                administrator_email=one["administrator"]["email"],
                accounts=tuple(
                    Account(account["email"], account["shows"], account.get("author", False))
                    for account in one["accounts"]
                ),
                characters=read_characters((HERE / f"{one['slug']}.csv").read_text(encoding="utf-8")),
            )
            for one in content["organisations"]
        ),
    )


def read_characters(text: str) -> tuple[Character, ...]:
    """The people of one organisation; demo.toml says how their columns are written."""
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
        )
        for row in csv.DictReader(io.StringIO(text, newline=""))
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
