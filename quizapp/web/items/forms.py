"""What an author is asked about a question."""

from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.web.shell.forms import Form


class RetireForm(Form):
    """Why a question is retired."""

    reason = TextAreaField(
        "Why is it retired?",
        [InputRequired("Say why this question is retired."), Length(max=500, message="Use 500 characters or fewer.")],
        description="Kept with the question, for whoever wonders later.",
    )
