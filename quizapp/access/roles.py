"""The four roles; a person may hold several."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the organisation."""

    STAFF = "staff"
    MANAGER = "manager"
    AUTHOR = "author"
    ADMINISTRATOR = "administrator"
