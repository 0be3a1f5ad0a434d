"""What an author is asked about a question."""

from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.web.shell.forms import Form


class RetireForm(Form):
    """Why a question is retired."""

    reason = TextAreaField(
        "Why is it retired?",
        [InputRequired("Say why this question is retired."), Length(max=500, message="Use 500 characters or fewer.")],
        description="Kept with the question, for whoever wonders later.",
    )


class SettleForm(Form):
    """What an author decided about remarks; `last` is the newest one the page showed."""

    note = TextAreaField(
        "What did you decide?",
        [InputRequired("Say what you decided."), Length(max=500, message="Use 500 characters or fewer.")],
        description="In a sentence, such as: kept as it is, because the page says it in these words. Learners do not"
        " see it.",
    )
    last = HiddenField()
