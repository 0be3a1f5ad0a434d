"""The form with which a manager shares the view of their teams."""

from wtforms import EmailField
from wtforms.validators import InputRequired

from quizapp.web.shell.asked.day_field import DayField
from quizapp.web.shell.forms import Form


class ShareForm(Form):
    """With whom, and until when."""

    email = EmailField(
        "E-mail address of the person",
        [InputRequired("Give the e-mail address of the person who is to see your teams.")],
        description="Somebody with an account in your organisation, such as a colleague who covers for you.",
    )
    last_day = DayField(
        "Last day",
        missing="Give the last day on which they are to see your teams.",
        description="They can see your teams until the end of this day. It can be up to 12 months from today.",
    )
