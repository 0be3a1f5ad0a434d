"""The form that re-opens a frozen month."""

from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.services.reports.months.freezing import LONGEST_REASON
from quizapp.web.shell.forms import Form


class ReopenForm(Form):
    """Why a month is counted anew; `seen` is the newest edition the page showed."""

    reason = TextAreaField(
        "Why is this month re-opened?",
        [
            InputRequired("Say why the month is re-opened."),
            Length(max=LONGEST_REASON, message=f"Use {LONGEST_REASON} characters or fewer."),
        ],
        description="Everybody who opens the month can read this. Name no person.",
    )
    seen = HiddenField()
