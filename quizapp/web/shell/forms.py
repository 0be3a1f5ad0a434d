"""What every form of the service has: a token, errors in order, and a place for what a service refused."""

from flask_wtf import FlaskForm
from wtforms.fields.choices import SelectChoice as SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.fields.choices import SelectFieldBase

from quizapp.services.errors import Invalid
from quizapp.web.shell.parts import Choice, Problem


class Form(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """The base of all forms."""

    def refuse(self, invalid: Invalid) -> None:
        """Put what a service refused beside its field, or at the top where no field is at fault."""
        field = self._fields.get(invalid.field) if invalid.field else None
        if field is None:
            self.form_errors.append(invalid.message)
        else:
            field.errors = [*field.errors, invalid.message]

    def problems(self) -> list[Problem]:
        """The first error of each field in the order of the page, then what concerns no field."""
        fields = [Problem(str(field.errors[0]), f"#{field.id}") for field in self if field.errors]
        return fields + [Problem(str(message)) for message in self.form_errors]


def field_choices(field: SelectFieldBase) -> list[Choice]:
    """The options of a WTForms choice field, as the components take them."""
    return [Choice(value, label, checked=selected) for value, label, selected, _ in field.iter_choices()]
