"""The measures in words: the figure, the numbers it is made of, and what each of them counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.services.reports.groups import Group
from quizapp.web.shell.filters import count, part_of
from quizapp.web.shell.measures.numbers import PeopleLinks, share_words
from quizapp.web.shell.parts import Cell

if TYPE_CHECKING:
    from quizapp.assessment.measures import Measures, Overdue, Share

Counted = tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: `part` of `whole` people in `words`; `counted` says line by line who is in it and who is not."""

    title: str
    figure: Cell
    words: str
    part: Cell | None = None
    whole: Cell | None = None
    counted: Counted = ()
    note: str = ""


def headline(share: "Share") -> str:
    """8 of 11 people who were due have passed."""
    if not share.of:
        return "No one was due yet."
    return f"{part_of(share.count, share.of)} people who were due {'has' if share.count == 1 else 'have'} passed."


def present_figures(measures: "Measures", links: PeopleLinks) -> tuple[Figure, ...]:
    """K1 and, beside it, K2; then K4 to K7."""
    return (
        _compliance(measures, links),
        _esr_rate(measures, links),
        _completion(measures, links),
        _overdue(measures.overdue, links),
        Figure(
            "Not due yet",
            links.number(measures.not_due_yet, Group.NOT_DUE_YET, words="not due yet"),
            "People in post whose due date has not passed. They are no part of compliance, even if they passed early.",
        ),
        Figure(
            "On long-term absence",
            links.number(measures.absent, Group.ABSENT, words="on long-term absence"),
            "Parental leave, career break, secondment, suspension, or sickness of more than 28 days."
            " Not counted for as long as it lasts.",
        ),
    )


def _compliance(measures: "Measures", links: PeopleLinks) -> Figure:
    share = measures.compliance
    part = links.number(share.count, Group.DUE_PASSED, words="due and passed")
    whole = links.number(share.of, Group.DUE, words="due")
    return Figure(
        "Compliance",
        Cell(share_words(share)),
        f"people who were due {_hold(share.count)} a valid pass",
        part,
        whole,
        counted=(
            ("Hold a valid pass on the day, whenever they passed", part),
            ("Due: the due date has passed, in post, not on long-term absence", whole),
            _left_out("not due yet", measures.not_due_yet, Group.NOT_DUE_YET, links=links),
            _left_out("on long-term absence", measures.absent, Group.ABSENT, links=links),
            *_outside(measures, links),
        ),
        note="However late they passed. Nobody counts here before the due date has passed,"
        " nor while on long-term absence.",
    )


def _esr_rate(measures: "Measures", links: PeopleLinks) -> Figure:
    share = measures.esr_rate
    part = links.number(share.count, Group.PASSED, words="with a valid pass")
    whole = links.number(share.of, Group.IN_SCOPE, words="in post")
    return Figure(
        "Rate as ESR counts it",
        Cell(share_words(share, nobody="No one in post")),
        f"people in post {_hold(share.count)} a valid pass",
        part,
        whole,
        counted=(
            ("Hold a valid pass on the day", part),
            ("In post, whether due or not, away or not", whole),
            *_outside(measures, links),
        ),
        note="ESR divides all who have achieved by all who are required, so people who are not due yet or are on"
        " long-term absence count here. For comparing with ESR, not for a target.",
    )


def _completion(measures: "Measures", links: PeopleLinks) -> Figure:
    share = measures.completion
    part = links.number(share.count, Group.EVER_PASSED, words="who have ever passed")
    whole = links.number(share.of, Group.BASE, words="in post and not away")
    return Figure(
        "Completion",
        Cell(share_words(share, nobody="No one in post")),
        f"people in post and not away {'has' if share.count == 1 else 'have'} passed at some time",
        part,
        whole,
        counted=(
            ("Have ever passed, also where the pass has run out", part),
            ("In post and not on long-term absence", whole),
            _left_out("on long-term absence", measures.absent, Group.ABSENT, links=links),
            *_outside(measures, links),
        ),
        note="Due or not, and also where the pass has run out since.",
    )


def _overdue(overdue: "Overdue", links: PeopleLinks) -> Figure:
    ages = (
        ("1 to 7 days", overdue.up_to_7_days, Group.OVERDUE_UP_TO_7),
        ("8 to 28 days", overdue.up_to_28_days, Group.OVERDUE_8_TO_28),
        ("29 days and over", overdue.over_28_days, Group.OVERDUE_OVER_28),
    )
    median = f" Half of them for {count(overdue.median_days, 'day')} or more." if overdue.median_days else ""
    return Figure(
        "Overdue",
        links.number(overdue.total, Group.OVERDUE, words="overdue"),
        f"People who were due and hold no valid pass.{median}",
        counted=tuple(
            (f"Overdue by {age}", links.number(people, group, words=f"overdue by {age}")) for age, people, group in ages
        ),
    )


def _outside(measures: "Measures", links: PeopleLinks) -> Counted:
    """Who has the quiz and is in no measure, and everybody together."""
    everybody = measures.esr_rate.of + measures.other_staff + measures.not_in_post
    return (
        _left_out("agency, volunteers and students", measures.other_staff, Group.OTHER_STAFF, links=links),
        _left_out("not in post yet", measures.not_in_post, Group.NOT_IN_POST, links=links),
        ("Everybody who has been given the quiz", links.number(everybody, Group.EVERYBODY, words="with the quiz")),
    )


def _left_out(words: str, people: int, group: Group, *, links: PeopleLinks) -> tuple[str, Cell]:
    return f"Left out: {words}", links.number(people, group, words=words)


def _hold(people: int) -> str:
    return "holds" if people == 1 else "hold"
