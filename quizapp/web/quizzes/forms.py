"""What an author decides about a quiz."""

from collections.abc import Callable, Sequence

from wtforms import Field, HiddenField, IntegerField, RadioField
from wtforms.validators import InputRequired, ValidationError
from wtforms.widgets import TextInput

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.quizzes.recipes import LONGEST_PAPER, MOST_DUE_DAYS, MOST_MONTHS, make_recipe
from quizapp.services.quizzes.settings import Change, QuizSettings
from quizapp.web.shell.asked.addresses import whole_number
from quizapp.web.shell.forms import Form, SelectChoice

YES, NO = "yes", "no"
FOR_GOOD, FOR_MONTHS = "for-good", "months"


class WholeNumberField(IntegerField):
    """A number typed as text; what is none counts as nothing typed."""

    widget = TextInput()

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take the number, without blanks around it."""
        self.data = whole_number(valuelist[0].strip()) if valuelist else None


def within(most: int) -> Callable[[Form, Field], None]:
    """A validator: a whole number from 1 to this many."""

    def check(_form: Form, field: Field) -> None:
        if field.data is None or not 1 <= field.data <= most:
            raise ValidationError(f"{field.label.text}: give a whole number from 1 to {most}.")

    return check


class SettingsForm(Form):
    """The settings of a quiz, and the edition of it that the page showed."""

    mode = RadioField(
        "How people take it",
        [InputRequired("Select how people take the quiz.")],
        choices=[SelectChoice(Mode.LEARN.value, "Learn as you go"), SelectChoice(Mode.TEST.value, "Test")],
    )
    length = WholeNumberField("Number of questions", [within(LONGEST_PAPER)])
    pass_in = WholeNumberField("Right answers", [within(100)])
    pass_of = WholeNumberField("Out of", [within(100)])
    due_days = WholeNumberField("Days until it is due", [within(MOST_DUE_DAYS)])
    has_boosters = RadioField(
        "Two more questions, 4 and 12 weeks after a pass",
        [InputRequired("Select whether to send two more questions.")],
        choices=[SelectChoice(YES, "Send them"), SelectChoice(NO, "Do not send them")],
        description="They help people keep what they learned, are optional, and count for nothing. Switched off, they"
        " stop for everybody. Switched on, they go to people who pass from then on.",
    )
    holds = RadioField(
        "How long a pass holds",
        [InputRequired("Select how long a pass holds.")],
        choices=[SelectChoice(FOR_GOOD, "For good"), SelectChoice(FOR_MONTHS, "For a number of months")],
        description="After that many months people take the quiz again. This concerns people who start from now on.",
    )
    valid_months = WholeNumberField(
        "Number of months", description=f"From 1 to {MOST_MONTHS}. Leave it empty where a pass holds for good."
    )
    certificate_has_score = RadioField(
        "Score on the certificate",
        [InputRequired("Select whether certificates show the score.")],
        choices=[SelectChoice(NO, "Leave it off"), SelectChoice(YES, "Print it")],
        description="Whoever is shown the certificate sees it then. The page that checks a code does not say it.",
    )
    page_edition = HiddenField()
    seen_edition = HiddenField()

    def validate_valid_months(self, field: Field) -> None:
        """Months are needed where a pass holds for some, and mean nothing where it holds for good."""
        if self.holds.data == FOR_MONTHS:
            within(MOST_MONTHS)(self, field)
        elif field.data is not None:
            raise ValidationError("Leave the months empty, or select that a pass holds for a number of months.")

    def fill(self, found: QuizSettings) -> None:
        """Begin with the settings in force."""
        recipe = found.recipe
        self.mode.data = recipe.mode.value
        self.length.data, self.due_days.data = recipe.length, recipe.due_days
        self.pass_in.data, self.pass_of.data = recipe.pass_in, recipe.pass_of
        self.has_boosters.data = YES if recipe.has_boosters else NO
        self.holds.data = FOR_MONTHS if recipe.valid_months else FOR_GOOD
        self.valid_months.data = recipe.valid_months
        self.certificate_has_score.data = YES if recipe.certificate_has_score else NO
        self.page_edition.data = str(found.page.number)
        self.seen_edition.data = str(found.quiz.edition)

    def change(self) -> Change:
        """What was chosen; raises Invalid where it makes no sense together."""
        recipe = make_recipe(
            mode=Mode(self.mode.data),
            length=self.length.data or 0,
            pass_in=self.pass_in.data or 0,
            pass_of=self.pass_of.data or 0,
            due_days=self.due_days.data or 0,
            has_boosters=self.has_boosters.data == YES,
            valid_months=self.valid_months.data,
            certificate_has_score=self.certificate_has_score.data == YES,
        )
        return Change(
            recipe,
            seen_edition=whole_number(self.seen_edition.data) or 0,
            page_edition=whole_number(self.page_edition.data) or 0,
        )


class WithdrawForm(Form):
    """Nothing but the press of the button."""
