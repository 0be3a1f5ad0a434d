"""The form for checking a certificate."""

from wtforms import StringField
from wtforms.validators import InputRequired

from quizapp.web.shell.forms import Form


class VerifyForm(Form):
    """The code of a certificate, typed from paper."""

    code = StringField(
        "Certificate code",
        [InputRequired("Enter the certificate code")],
        description="It stands on the certificate and has 12 letters and numbers, like 4KD7-M2QP-9XWA."
        " Small letters, blanks and missing hyphens make no difference.",
    )
