"""What the outbox keeps of a letter with a link that lets somebody in, on both engines."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.output.letter import as_text
from quizapp.output.mail import Envelope, Outcome, Receipt
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.reminders.outbox import list_outbox, show_message
from quizapp.storage.db import db
from quizapp.storage.models.attempts.booster import Booster
from tests.builders import NOW
from tests.quizapp.services.reminders.post import TAKEN, Postbag, office_of, send_all
from tests.quizapp.web.scenes.trust import Trust


@pytest.mark.parametrize(
    "answer",
    [TAKEN, Receipt(Outcome.UNKNOWN, "cut"), Receipt(Outcome.REFUSED, "550 no"), Receipt(Outcome.NOT_NOW, "451")],
)
def test_nobody_else_reads_the_token_of_a_booster_in_the_outbox(trust: Trust, answer: Receipt) -> None:
    issue_boosters(trust.operator, now=NOW)
    tokens = list(db.session.scalars(sa.select(Booster.token)))
    carried: list[str] = []

    def take(envelope: Envelope) -> Receipt:
        carried.append(as_text(envelope.letter))
        return answer

    send_all(office_of(Postbag(take)), now=NOW)
    assert sorted(text.partition("/boosters/")[2].partition("\n")[0] for text in carried) == sorted(tokens)
    assert len(tokens) == 3
    lines = [show_message(trust.operator, line.id) for line in list_outbox(trust.operator).lines]
    assert {line.kind for line in lines} == {MessageKind.BOOSTER}
    for line in lines:
        assert not any(token in repr(line) for token in tokens)
        if line.state is not MessageState.WAITING:
            assert "https://quiz.example/boosters/…" in str(line.body)


def test_a_message_that_is_tried_again_still_has_its_link(trust: Trust) -> None:
    issue_boosters(trust.operator, now=NOW)
    send_all(office_of(Postbag(lambda _envelope: Receipt(Outcome.NOT_NOW, "451 later"))), now=NOW)
    bag = Postbag()
    send_all(office_of(bag), now=NOW + timedelta(minutes=15))
    tokens = list(db.session.scalars(sa.select(Booster.token)))
    assert len(bag.letters) == len(tokens) == 3
    assert all(any(token in as_text(one.letter) for token in tokens) for one in bag.letters)
