"""What can be allowed, one sentence each."""

from enum import StrEnum


class Permission(StrEnum):
    """A kind of thing somebody may do; which rows it reaches is decided by the query."""

    PUBLIC = "public"
    """Open to anybody, signed in or not."""
    SIGNED_IN = "signed-in"
    """Any account of the organisation: own start page, own password, signing out."""
    TAKE_QUIZ = "take-quiz"
    """Start, answer and review one's own attempts and see one's own certificates."""
    SEE_TEAM = "see-team"
    """See status and dates of the people in one's own team tree."""
    SEE_ORGANISATION = "see-organisation"
    """See status and dates of everybody in the organisation."""
    MANAGE_REPORTS = "manage-reports"
    """Freeze months, and set the target and what is sent."""
    SEE_LEARNING = "see-learning"
    """See how often values and questions are answered right, and how long quizzes take; nobody's name."""
    SEE_BANK = "see-bank"
    """See the items with their keys, rationales and lines on the page."""
    REVIEW_ITEMS = "review-items"
    """Approve and retire items."""
    MANAGE_PAGES = "manage-pages"
    """Add a values page and settle its concerns."""
    MANAGE_QUIZZES = "manage-quizzes"
    """Publish and change quizzes."""
    ASSIGN = "assign"
    """Give a quiz to people."""
    MANAGE_PEOPLE = "manage-people"
    """Add people, import staff, give roles and issue sign-in links."""
