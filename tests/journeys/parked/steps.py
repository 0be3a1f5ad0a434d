"""What tests of parked answers share: a clock moved by hand, signing in and out, what a page has filled in."""

from datetime import timedelta

import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt, Response
from quizapp.web.shell.posted.parking import PARKED
from tests.builders import NOW, PASSWORD
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import ASHA, School

BANNER = "main .nhsuk-notification-banner__content"
OFFER = "Nothing is lost, but your answer is not saved yet. Check it, then press “Check answer”."
KEPT = "Your earlier answers are saved. The one you sent last is not saved yet"
IDLE = "You have been signed out because nothing happened for 60 minutes."
TOO_LONG = "You have been signed out because you signed in more than 12 hours ago."
TWICE = "Your answer reached us twice. We saved it once, and this is what it came to."


class Moment:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


def count(school: School, model: type[Attempt] | type[Response] = Response) -> int:
    with school.app.app_context():
        number = db.session.scalar(sa.select(sa.func.count()).select_from(model))
        db.session.remove()
    return number or 0


def sign_in(pages: PageClient, page: Page, email: str = ASHA) -> Page:
    return pages.submit(page, {"email": email, "password": PASSWORD})


def sign_out(pages: PageClient) -> None:
    """As from another window of the same browser."""
    pages.submit(pages.get("/learning"), form="header form")


def chosen_on(page: Page) -> dict[str, list[str]]:
    """What a question page sends if nothing on it is touched."""
    found: dict[str, list[str]] = {}
    for tag in page.soup.select("main input[checked]"):
        found.setdefault(str(tag["name"]), []).append(str(tag["value"]))
    for tag in page.soup.select("main select option[selected]"):
        found.setdefault(str(tag.parent["name"]), []).append(str(tag["value"]))  # type: ignore[index]
    return found


def press_on(page: Page) -> str:
    return str(page.one("main input[name=token]")["value"])


def has_parked(pages: PageClient) -> bool:
    with pages.client.session_transaction() as session:
        return PARKED in session
