"""What an administrator fills in about a report: an answer, a last day, an absence."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from quizapp.assessment.population import AbsenceKind
from quizapp.web.shell.asked.day_field import DayField
from quizapp.web.shell.forms import Form, SelectChoice
from quizapp.web.shell.tables.people_table import ABSENCES


class SettleForm(Form):
    """The sentence the manager reads."""

    note = TextAreaField(
        "What did you find?",
        [InputRequired("Write what you found, so that the manager knows.")],
        description="The manager reads this on the person's row for 4 weeks. One sentence is enough.",
    )


class LastDayForm(Form):
    """When somebody left."""

    last_day = DayField(
        "Last day in post", missing="Enter the last day in post.", description="For example, 12 6 2026."
    )


class AbsenceForm(Form):
    """Why somebody is away, and since when."""

    kind = RadioField(
        "Why is this person away?",
        [InputRequired("Select why this person is away.")],
        choices=[SelectChoice(kind.value, words) for kind, words in ABSENCES.items()],
        description="The manager sees that somebody is on long-term absence, and not why.",
    )
    from_date = DayField("First day away", missing="Enter the first day away.", description="For example, 1 6 2026.")
    returns_on = DayField("First day back", description="Leave it empty while it is not known.")

    def absence_kind(self) -> AbsenceKind:
        """What was chosen."""
        return AbsenceKind(self.kind.data)
