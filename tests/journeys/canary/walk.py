"""Two learners, their manager, an author and nobody in particular look at everything at every stage of a quiz."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from werkzeug.test import TestResponse

from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import PaperItem
from quizapp.storage.models.attempts.booster import BoosterItem
from quizapp.storage.models.item import Item, ItemVersion
from tests.journeys.canary.aviary import CARA, FLAG, LENGTH, MIA, marks
from tests.journeys.canary.crawl import list_addresses, read_known
from tests.journeys.parked.steps import Moment
from tests.pages import Page, PageClient
from tests.quizapp.web.learn.school import ASHA, BEN, School
from tests.quizapp.web.learn.test_views_leaks import make_up

CHOSEN = re.compile(r' (?:checked|selected)=""')
NOBODY = "nobody"
QUESTION = "main form[action*='/questions/']"


def tells(app: Flask, response: TestResponse) -> set[int]:
    """The questions of which a response tells something: in its body, its headers, or inside its cookies."""
    said = f"{response.data.decode(errors='replace')}\n{response.headers}"
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    for cookie in response.headers.getlist("Set-Cookie"):
        name, _, value = cookie.partition(";")[0].partition("=")
        if name == "session" and value:
            said += json.dumps(serializer.loads(value))
    return marks(said)


def structure_tells(page: Page) -> list[str]:
    """What differs between the options of a question, other than by right, and words for flags."""
    kinds_of_row = {CHOSEN.sub("", row) for row in make_up(page)}
    return [*(sorted(kinds_of_row) if len(kinds_of_row) > 1 else []), *FLAG.findall(page.html)]


@dataclass
class Walk:
    """Everybody's browsers, what each may be told so far, and how many responses were looked at."""

    school: School
    moment: Moment
    told: dict[str, set[int]] = field(default_factory=dict)
    looked_at: Counter[str] = field(default_factory=Counter)
    browsers: dict[str, PageClient] = field(default_factory=dict)

    def sign_in_again(self, *people: str) -> None:
        self.browsers |= {who: self.school.pages(who, now=self.moment.now) for who in people}

    def sign_everybody_in(self) -> None:
        self.sign_in_again(ASHA, BEN, MIA, CARA)
        self.browsers[NOBODY] = PageClient(self.school.app.test_client())

    def look_around(self, *people: str, leave_out: Sequence[str] = ("certificates.pdf",)) -> None:
        """Open every address as these people: nobody is told what they may not be, nor meets an error."""
        known = read_known(self.school.app, positions=LENGTH)
        for address in list_addresses(self.school.app, known, leave_out=leave_out):
            for who in people:
                self.see(who, self.browsers[who].client.get(address))

    def see(self, who: str, response: TestResponse) -> None:
        self.looked_at[who] += 1
        address = f"{who} at {response.request.path}"
        assert response.status_code < 500, address
        told = tells(self.school.app, response)
        assert told <= self.told.get(who, set()), f"{address} is told of {told}"
        if b'name="answer' in response.data and response.mimetype == "text/html":
            self.looked_at["questions"] += 1
            assert structure_tells(Page(response)) == [], address

    def submit(self, who: str, page: Page, answer: dict[str, list[str]] | None = None) -> Page:
        """Send a question's form or the only one, and look at the reply and at the page it leads to."""
        form = QUESTION if page.soup.select(QUESTION) else "main form"
        sent = self.browsers[who].submit(page, answer, form=form, follow=False)
        self.see(who, sent.response)
        if sent.location is None:
            return sent
        after = self.browsers[who].get(sent.location, follow=True)
        self.see(who, after.response)
        return after

    def paper(self, attempt_id: int) -> list[int]:
        """The numbers of the questions on a paper, in its order."""
        return self._numbers(PaperItem, PaperItem.attempt_id == attempt_id)

    def booster(self, booster_id: int) -> list[int]:
        """The same for a booster."""
        return self._numbers(BoosterItem, BoosterItem.booster_id == booster_id)

    def _numbers(self, place: type[PaperItem] | type[BoosterItem], condition: sa.ColumnElement[bool]) -> list[int]:
        codes = (
            sa.select(Item.code)
            .join(ItemVersion, ItemVersion.item_id == Item.id)
            .join(place, place.item_version_id == ItemVersion.id)
            .where(condition)
            .order_by(place.position)
        )
        with self.school.app.app_context(), db.engine.connect() as connection:
            return [marks(code).pop() for code in connection.scalars(codes)]
