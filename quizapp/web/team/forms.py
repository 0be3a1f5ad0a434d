"""What a manager fills in: a note on a reminder, and what is to be said about people."""

from collections.abc import Collection

from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import InputRequired

from quizapp.assessment.data_queries import QueryKind
from quizapp.services.managing.data_queries import ALSO_AFTER_A_PASS, Word
from quizapp.web.shell.asked.day_field import DayField
from quizapp.web.shell.forms import Form, SelectChoice

CHOICES = {
    QueryKind.WAITING: "Waiting: I have spoken to them",
    QueryKind.ON_LEAVE: "On leave",
    QueryKind.CANNOT_SIGN_IN: "Cannot sign in",
    QueryKind.HAS_LEFT: "Has left",
    QueryKind.NOT_IN_MY_TEAM: "Not in my team",
    QueryKind.DONE_ON_PAPER: "Has done it on paper",
}


def _offered(kinds: Collection[QueryKind]) -> list[SelectChoice]:
    return [SelectChoice(kind.value, words) for kind, words in CHOICES.items() if kind in kinds]


class ReminderForm(Form):
    """The line a manager adds, and what tells one press of the button from the next."""

    note = StringField(
        "Add a line of your own (optional)", description="It stands in the message under your name. One line is enough."
    )
    token = HiddenField()


class TellForm(Form):
    """What holds about the people who are ticked."""

    kind = RadioField(
        "What should we know?",
        [InputRequired("Select what we should know.")],
        choices=_offered(CHOICES),
    )
    until = DayField(
        "First day back",
        description="Only for somebody on leave. For example, 20 7 2026.",
    )

    def offer(self, *, after_a_pass: bool) -> None:
        """Leave out what makes no sense where everybody has passed."""
        if after_a_pass:
            self.kind.choices = _offered(ALSO_AFTER_A_PASS)

    def word(self) -> Word:
        """What was chosen; a day beside anything but a leave means nothing."""
        kind = QueryKind(self.kind.data)
        return Word(kind, self.until.data if kind is QueryKind.ON_LEAVE else None)


class TakeBackForm(Form):
    """Nothing but the press of the button."""
