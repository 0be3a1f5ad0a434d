"""The words of the quiz pages: the list, the settings of one quiz and what a change does, and withdrawing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wtforms import RadioField

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.quizzes.editions import PublishedQuiz
from quizapp.services.quizzes.settings import Change, PageEdition, QuizLine, QuizSettings
from quizapp.web.quizzes.forms import SettingsForm
from quizapp.web.shell.filters import count, local_date, long_date, number, part_of
from quizapp.web.shell.forms import field_choices
from quizapp.web.shell.parts import Cell, Choice, Column, SummaryRow

if TYPE_CHECKING:
    from quizapp.assessment.quiz_blueprint import QuizBlueprint

MODES: Mapping[Mode, tuple[str, str]] = {
    Mode.LEARN: (
        "Learn as you go",
        "After each answer people are told whether it is right and why. The first answer counts. This is for learning.",
    ),
    Mode.TEST: (
        "Test",
        "Answers can be changed until people hand them in. What is right, and why, is explained at the end.",
    ),
}
COLUMNS = (
    Column("Quiz"),
    Column("Page"),
    Column("How it is taken"),
    Column("Status"),
    Column("Edition of the quiz", numeric=True),
    Column("People who have it", numeric=True),
)
NO_QUIZZES = "There is no quiz yet. Whoever runs the service publishes the first one."
SAME_AGAIN = "Nothing was changed: these are the settings in force."
WITHDRAWN = "Nobody can start it any more. Certificates stay, and so do the reports of earlier days."


@dataclass(frozen=True, slots=True)
class QuizzesPage:
    """All quizzes as a table."""

    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | str, ...], ...]


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """The settings of a quiz with what each means; `choices` are its radios by field.

    `compared` holds the settings in force beside the author's own where somebody else was quicker.
    """

    quiz_id: int
    title: str
    lead: str
    withdrawn: str
    choices: Mapping[str, tuple[Choice, ...]]
    page_edition: str
    length_hint: str
    pass_words: str
    due_hint: str
    effects: tuple[str, ...]
    facts: tuple[SummaryRow, ...]
    compared: tuple[tuple[Cell | str, ...], ...]
    compared_columns: tuple[Column, ...] = (Column("Setting"), Column("In force"), Column("Yours"))


@dataclass(frozen=True, slots=True)
class WithdrawPage:
    """What withdrawing does."""

    quiz_id: int
    title: str
    is_withdrawn: bool
    effects: tuple[str, ...]


def present_quizzes(lines: Sequence[QuizLine], addresses: Mapping[int, str], *, zone: ZoneInfo) -> QuizzesPage:
    """Every quiz with the address of its settings."""
    in_use = sum(line.withdrawn_at is None for line in lines)
    withdrawn = len(lines) - in_use
    used = f"{count(in_use, 'quiz', many='quizzes') if in_use else 'No quiz'} in use"
    sentence = f"{used}, {number(withdrawn)} withdrawn." if withdrawn else f"{used}."
    rows = tuple(_row(line, addresses[line.quiz.id], zone) for line in lines)
    return QuizzesPage(sentence if lines else NO_QUIZZES, COLUMNS, rows)


def present_settings(found: QuizSettings, form: SettingsForm, *, wanted: Change | None, zone: ZoneInfo) -> SettingsPage:
    """The settings as the form has them; `wanted` is what was refused because others are in force by now."""
    editions = (found.page, *((found.newer,) if found.newer else ()))
    chosen = str(form.page_edition.data)
    page_edition = chosen if chosen in {str(edition.number) for edition in editions} else str(found.page.number)
    facts = _facts(found.recipe, page_edition=found.page.number)
    own = _facts(wanted.recipe, page_edition=int(page_edition)) if wanted else {}
    return SettingsPage(
        quiz_id=found.quiz.id,
        title=found.quiz.title,
        lead=_lead(found, zone),
        withdrawn=f"Withdrawn on {local_date(found.withdrawn_at, zone)}. {WITHDRAWN}" if found.withdrawn_at else "",
        choices={
            "mode": _choices(form.mode, {mode.value: hint for mode, (_, hint) in MODES.items()}),
            "page_edition": _page_choices(editions, page_edition) if found.newer else (),
            **{
                field.name: _choices(field, {}) for field in (form.has_boosters, form.holds, form.certificate_has_score)
            },
        },
        page_edition=page_edition,
        length_hint=_length_hint(found),
        pass_words=_pass_words(found),
        due_hint="Counted from the first day in post, or from the day somebody who is there already gets the quiz.",
        effects=_effects(found),
        facts=tuple(SummaryRow(setting, words) for setting, words in facts.items()),
        compared=tuple((setting, words, _own(own[setting], words)) for setting, words in facts.items() if own),
    )


def present_withdrawal(found: QuizSettings) -> WithdrawPage:
    """What withdrawing does to the people of this quiz."""
    return WithdrawPage(
        found.quiz.id,
        found.quiz.title,
        found.withdrawn_at is not None,
        (
            f"Nobody can start it any more. {_have(found.people)} it at the moment:"
            " it goes from My learning, and is not due any more.",
            f"{_in_the_middle(found.under_way)} An attempt that is open can be finished, and a pass still counts.",
            f"{_passed(found.passed)} Their certificates stay.",
            "Reports of earlier days stay as they are. From today on, the quiz counts in no report.",
            "This cannot be taken back. A quiz that takes its place needs another title.",
        ),
    )


def saved_words(published: PublishedQuiz) -> str:
    """What became of settings that were sent, and why papers are shorter than asked for."""
    quiz = published.quiz
    saved = (
        f"Edition {number(quiz.edition)} is in force: {count(quiz.length, 'question')},"
        f" {part_of(quiz.pass_score, quiz.length)} right to pass."
    )
    return " ".join((saved if published.is_new else SAME_AGAIN, published.shortfall or "")).rstrip()


def withdrawn_words(people: int) -> str:
    """What withdrawing did."""
    return f"The quiz is withdrawn. {_people(people)} had it. Certificates stay."


def _row(line: QuizLine, href: str, zone: ZoneInfo) -> tuple[Cell | str, ...]:
    is_behind = line.page_edition < line.newest_page_edition
    newest = f" (edition {number(line.newest_page_edition)} is newer)" if is_behind and not line.withdrawn_at else ""
    status = Cell("In use", tag="green")
    if line.withdrawn_at is not None:
        status = Cell(f"Withdrawn on {local_date(line.withdrawn_at, zone)}", tag="grey")
    return (
        Cell(line.quiz.title, href=href, hidden="settings"),
        f"{line.page_title}, edition {number(line.page_edition)}{newest}",
        MODES[line.quiz.mode][0],
        status,
        number(line.quiz.edition),
        number(line.people),
    )


def _lead(found: QuizSettings, zone: ZoneInfo) -> str:
    since = local_date(found.published_at, zone)
    if found.withdrawn_at is not None:
        return f"These are the settings of edition {number(found.quiz.edition)}, its last, of {since}."
    return (
        f"Edition {number(found.quiz.edition)} of the quiz, in force since {since}. It asks about edition"
        f" {number(found.page.number)} of “{found.page_title}”. {_have(found.people)} it."
    )


def _choices(field: RadioField, hints: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(choice.value, choice.text, hints.get(choice.value), checked=choice.checked)
        for choice in field_choices(field)
    )


def _page_choices(editions: Sequence[PageEdition], chosen: str) -> tuple[Choice, ...]:
    """The edition in use and the newest one; without approved questions it can wait, and not be chosen."""
    return tuple(
        Choice(
            str(edition.number),
            f"Edition {number(edition.number)}, from {long_date(edition.taken_on)}",
            _room(edition),
            checked=str(edition.number) == chosen,
            disabled=edition.longest == 0,
        )
        for edition in editions
    )


def _room(edition: PageEdition) -> str:
    if edition.longest == 0:
        return "None of its questions is approved yet."
    return f"Up to {count(edition.longest, 'question')} can stand together on a paper."


def _length_hint(found: QuizSettings) -> str:
    rule = "Where you ask for more, papers are as long as can be."
    if found.newer:
        return f"How many can stand together is said with each edition of the page. {rule}"
    return f"{_room(found.page)} {rule}"


def _pass_words(found: QuizSettings) -> str:
    score, length = found.quiz.pass_score, found.quiz.length
    return (
        f"A share, rounded up to whole questions. In force: {part_of(found.recipe.pass_in, found.recipe.pass_of)},"
        f" so people need {part_of(score, length)} with papers of {count(length, 'question')}."
    )


def _effects(found: QuizSettings) -> tuple[str, ...]:
    """What a change does to whom."""
    return (
        "Whoever starts from now on, starts with the new settings.",
        f"{_in_the_middle(found.under_way)} An attempt that is open goes on with the settings it began with.",
        f"{_passed(found.passed)} Passes and certificates stay as they are.",
        f"People who get the quiz from now on have the new number of days. {_have(found.people)}"
        " it at the moment: their dates do not move.",
    )


def _facts(recipe: "QuizBlueprint", *, page_edition: int) -> dict[str, str]:
    """Every setting in words."""
    return {
        "How people take it": MODES[recipe.mode][0],
        "Edition of the page": number(page_edition),
        "Number of questions": number(recipe.length),
        "Right answers needed": part_of(recipe.pass_in, recipe.pass_of),
        "Days until it is due": number(recipe.due_days),
        "How long a pass holds": count(recipe.valid_months, "month") if recipe.valid_months else "For good",
        "Two more questions after a pass": "Sent" if recipe.has_boosters else "Not sent",
        "Score on the certificate": "Printed" if recipe.certificate_has_score else "Left off",
    }


def _own(words: str, in_force: str) -> Cell | str:
    """What the author chose, marked where it is something else than what is in force."""
    return words if words == in_force else Cell(words, tag="yellow")


def _people(people: int) -> str:
    return "Nobody" if people == 0 else count(people, "person", many="people")


def _have(people: int) -> str:
    return f"{_people(people)} {'have' if people > 1 else 'has'}"


def _in_the_middle(under_way: int) -> str:
    return f"{_people(under_way)} {'are' if under_way > 1 else 'is'} in the middle of it."


def _passed(passed: int) -> str:
    return f"{_people(passed)} {'have' if passed > 1 else 'has'} passed so far."
