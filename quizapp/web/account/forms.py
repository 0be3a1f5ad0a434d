"""The forms for getting in and for passwords."""

from wtforms import EmailField, HiddenField, PasswordField, RadioField
from wtforms.validators import InputRequired

from quizapp.web.shell.forms import Form

NEW_PASSWORD_HINT = "12 characters or more. Three words that do not belong together work well."  # noqa: S105  (a hint)


def keep_printable(text: str | None) -> str | None:
    """Leave out control characters, which no address has and no database takes."""
    return text and "".join(letter for letter in text if letter.isprintable())


class SignInForm(Form):
    """Address and password; `next` is the page somebody was on the way to."""

    email = EmailField("E-mail address", [InputRequired("Enter your e-mail address")], filters=[keep_printable])
    password = PasswordField("Password", [InputRequired("Enter your password")])
    next = HiddenField()


class OrganisationForm(Form):
    """Which of several accounts to open; the choices are put in by the view."""

    account = RadioField(
        "Which organisation do you want to sign in to?", [InputRequired("Select an organisation")], choices=[]
    )


class ChangePasswordForm(Form):
    """The password that holds, and the one that is to hold."""

    current = PasswordField("Current password", [InputRequired("Enter your current password")])
    new = PasswordField("New password", [InputRequired("Enter a new password")], description=NEW_PASSWORD_HINT)


class UseLinkForm(Form):
    """The first password, or a new one where the old one is lost."""

    new = PasswordField("Password", [InputRequired("Enter a password")], description=NEW_PASSWORD_HINT)
