import json
from datetime import timedelta

from quizapp.services.people.accounts import Account
from quizapp.web.account.pending import Pending, keep, read
from tests.builders import NOW

ACCOUNTS = (Account(1, 10, "Fernbrook Trust", "proof"), Account(2, 20, "Other Trust", "other proof"))


def test_what_was_kept_is_read_again_within_five_minutes() -> None:
    kept = json.loads(json.dumps(keep(ACCOUNTS, target="/learning", now=NOW)))
    assert read(kept, now=NOW + timedelta(minutes=5)) == Pending(ACCOUNTS, "/learning")


def test_after_five_minutes_it_is_worth_nothing() -> None:
    kept = keep(ACCOUNTS, target=None, now=NOW)
    assert read(kept, now=NOW + timedelta(minutes=5, seconds=1)) is None
    assert read(None, now=NOW) is None
