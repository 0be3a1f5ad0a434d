"""The trust five weeks later: April to June are frozen, July waits, and a leaver of June was recorded late."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quizapp.access.policy import console
from quizapp.services.people import people
from quizapp.services.reports.months.freezing import freeze_months
from quizapp.storage.db import db
from tests.builders import actor_of, sign_in
from tests.quizapp.web.scenes import trust
from tests.quizapp.web.scenes.trust import ASHA, Trust
from tests.support.app import make_app
from tests.support.databases import Databases

FREEZING = datetime(2026, 7, 8, 3, tzinfo=UTC)
LATER = datetime(2026, 8, 5, 9, tzinfo=UTC)
HOME, JUNE = "/organisation/months", "/organisation/months/2026/6"


@dataclass(frozen=True)
class FrozenTrust(Trust):
    """The same people; who signs in does so now."""

    def token(self, email: str, *, organisation_id: int = 1) -> str:
        with self.app.app_context():
            return sign_in(console(organisation_id, "tests"), email, now=LATER)


def build(url: str) -> None:
    """Freeze what can be on 8 July, then record that Asha had left in June, overdue."""
    trust.build(url)
    with make_app(url).app_context():
        freeze_months(console(1, "month freeze"), now=FREEZING)
        operator = console(1, "tests")
        asha = actor_of(operator, ASHA).person_id or 0
        people.end_post(operator, asha, last_day=date(2026, 6, 12), now=LATER)
        db.session.remove()
        db.engine.dispose()


@contextmanager
def open_frozen(databases: Databases) -> Iterator[FrozenTrust]:
    """The application on a database of its own."""
    url = databases.copy_of("trust-frozen", build)
    app = make_app(url)
    yield FrozenTrust(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
