"""What an administrator decides about the reports."""

from collections.abc import Callable

from flask_wtf.file import FileField, FileRequired
from wtforms import Field, HiddenField, RadioField, StringField
from wtforms.validators import InputRequired, ValidationError

from quizapp.services.reports.oversight.settings import MOST_AMBER_POINTS, MOST_PROBATION_MONTHS, ReportSettings
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.forms import Form, SelectChoice

YES, NO = "yes", "no"


def whole(example: int) -> Callable[[Form, Field], None]:
    """A validator: a whole number, such as the example."""

    def check(_form: Form, field: Field) -> None:
        if read_number(field) is None:
            raise ValidationError(f"{field.label.text}: give a whole number, such as {example}.")

    return check


def read_number(field: Field) -> int | None:
    """The number that was typed, with or without a percent sign; None where it is none."""
    return whole_number((field.data or "").strip().removesuffix("%").strip())


class SettingsForm(Form):
    """The settings of the reports, and the state of them that the page showed."""

    target = StringField(
        "Target",
        [whole(90)],
        description="The percentage of compliance you aim for: of the people who were due, those who hold a valid pass."
        " From this number on the word beside a percentage is “green”.",
    )
    amber_points = StringField(
        "Amber band",
        [whole(5)],
        description="How many points below the target are still “amber”. Below that it is “red”."
        f" From 0 to {MOST_AMBER_POINTS}; 0 means there is no amber. Under 10 people there is no word at all.",
    )
    probation_months = StringField(
        "Probation",
        [whole(6)],
        description="Months from the first day to the final review, which managers see among their dates."
        f" From 1 to {MOST_PROBATION_MONTHS}. The first review is after 1 month.",
    )
    managers_see_scores = RadioField(
        "Score of the passing attempt",
        [InputRequired("Select whether managers see the score.")],
        choices=[SelectChoice(YES, "Managers see it"), SelectChoice(NO, "Managers do not see it")],
        description="The score with which somebody passed, such as 7 of 8. Nobody ever sees answers, or the score of an"
        " attempt that did not pass. What learners read before they start changes with this at once.",
    )
    sends_reminders = RadioField(
        "Reminders",
        [InputRequired("Select whether reminders are sent.")],
        choices=[SelectChoice(YES, "Send them"), SelectChoice(NO, "Send none")],
        description="The messages about a due date, and the Monday message to managers. Nobody is reminded after a"
        " pass, while away, or after they have left.",
    )
    esr_competence = StringField(
        "Name in ESR",
        description="What ESR calls the competence that this quiz stands for, letter by letter. Your ESR lead has it."
        " It is written into the completions for ESR. Leave it empty while you do not know it.",
    )
    seen = HiddenField()

    def fill(self, known: ReportSettings) -> None:
        """Begin with the settings in force."""
        self.target.data, self.amber_points.data = str(known.target), str(known.amber_points)
        self.probation_months.data = str(known.probation_months)
        self.managers_see_scores.data = YES if known.managers_see_scores else NO
        self.sends_reminders.data = YES if known.sends_reminders else NO
        self.esr_competence.data = known.esr_competence or ""
        self.seen.data = known.fingerprint

    def settings(self) -> ReportSettings:
        """What was typed and chosen."""
        return ReportSettings(
            target=read_number(self.target) or 0,
            amber_points=read_number(self.amber_points) or 0,
            probation_months=read_number(self.probation_months) or 0,
            managers_see_scores=self.managers_see_scores.data == YES,
            sends_reminders=self.sends_reminders.data == YES,
            esr_competence=self.esr_competence.data,
        )


class CompareForm(Form):
    """A file that was taken out of ESR, and what to make of it."""

    file = FileField("File from ESR", [FileRequired("Choose a file.")])
