"""An organisation with people, their windows and the model of what they did: what the state machine's steps act on."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import answers, learning, papers, starts
from quizapp.services.attempts.answers import Outcome, SentAnswer
from quizapp.services.bank import items
from quizapp.services.errors import NotFound
from quizapp.services.quizzes import quizzes
from quizapp.services.quizzes.assignments import Audience, assign_quiz
from quizapp.services.quizzes.editions import PublishedQuiz
from tests.builders import NOW, actor_of, add_staff, set_the_scene
from tests.journeys.state_machine import records
from tests.journeys.state_machine.model import Holding, Recipe, Try, months_later
from tests.quizapp.web.learn.school import full_bank

PEOPLE, QUIZZES = 2, ("Our values", "Our behaviours")
ASKED = ("candour", "thrift", "curiosity", "gap-0", "multiple-0", "match")
LONDON = ZoneInfo("Europe/London")
NAMES = count(1)
"""Every run has an organisation of its own in the database that they share."""


@dataclass(frozen=True, slots=True)
class StartForm:
    """A page with a start button; from a review it names the try that was looked at."""

    holding: int
    token: str
    reviewed: int | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A window with a question in it, as it was when it was opened."""

    holding: int
    number: int
    position: int
    revision: int
    token: str


class World:
    """Two people who hold two quizzes: one explains as they go, one is a test."""

    def __init__(self) -> None:
        self.now: datetime = NOW
        self.presses = count(1)
        self.certificates: dict[int, records.Row] = {}
        self.withdrawn: set[int] = set()
        bank = [item for item in full_bank() if item.id in ASKED]
        scene = set_the_scene(f"Trust {next(NAMES)}", bank=bank, length=2)
        self.operator: Actor = scene.operator
        second = self.publish(1, QuizBlueprint(mode=Mode.TEST, length=3, valid_months=6))
        self.quiz_ids = [scene.quiz_id, second.quiz.id]
        self.recipes = [Recipe(Mode.LEARN, 2), Recipe(Mode.TEST, 3, valid_months=6)]
        self.item_ids = [item.id for item in items.show_bank(self.operator, scene.document_id).items]
        emails = [f"person{number}@fernbrook.example" for number in range(PEOPLE)]
        add_staff(self.operator, "\n".join(f"Ann Lee,{one},Ward 1,,2026-06-01,permanent" for one in emails))
        for quiz_id in self.quiz_ids:
            assign_quiz(self.operator, quiz_id, audience=Audience(everybody=True), now=NOW)
        self.actors = [actor_of(self.operator, email) for email in emails]
        self.holdings = [
            Holding(person, QUIZZES.index(card.title), card.assignment_id)
            for person, actor in enumerate(self.actors)
            for card in learning.list_my_quizzes(actor, now=NOW)
        ]

    @property
    def organisation_id(self) -> int:
        return self.operator.organisation_id

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    @property
    def tries(self) -> list[tuple[Holding, Try]]:
        return [(found, one) for found in self.holdings for one in found.tries]

    def token(self) -> str:
        return f"press-{next(self.presses)}"

    def actor(self, found: Holding) -> Actor:
        return self.actors[found.person]

    def try_of(self, tab: Tab) -> tuple[Holding, Try]:
        found = self.holdings[tab.holding]
        return found, found.tries[tab.number]

    def publish(self, quiz: int, recipe: QuizBlueprint) -> PublishedQuiz:
        title = QUIZZES[quiz]
        return quizzes.publish_quiz(self.operator, title, document_title=QUIZZES[0], recipe=recipe, now=self.now)

    def start(self, form: StartForm) -> int:
        found = self.holdings[form.holding]
        return starts.start_attempt(
            self.actor(found), found.assignment_id, token=form.token, now=self.now, reviewed=form.reviewed
        )

    def answer(self, tab: Tab, chosen: tuple[str, ...], *, actor: Actor | None = None) -> Outcome:
        found, one = self.try_of(tab)
        sent = SentAnswer(chosen, tab.token, tab.revision)
        return answers.answer(
            actor or self.actor(found), one.id, position=tab.position, sent=sent, now=self.now
        ).outcome

    def look(self, holding: int, number: int, position: int) -> Tab | None:
        """Open a question: the options in the order they ever had, what was chosen last, and no more than allowed."""
        found = self.holdings[holding]
        one = found.tries[number]
        try:
            place = papers.show_place(self.actor(found), one.id, position=position)
        except NotFound:
            assert not one.is_shown(position)
            return None
        assert one.is_shown(position)
        kept = one.given.get(position, [])
        assert tuple(choice.token for choice in place.question.choices) == one.paper[position - 1].order
        assert (place.revision, place.chosen) == (len(kept), kept[-1].chosen if kept else ())
        assert (place.explanation is not None) is one.is_explained(position)
        return None if one.is_explained(position) else Tab(holding, number, position, place.revision, self.token())

    def note_pass(self, found: Holding, one: Try) -> None:
        """Keep the certificate of a try that was just handed in, if it passed, to see that it never changes."""
        if not one.has_passed:
            return
        found.valid_until = months_later(self.today, one.recipe.valid_months)
        known = {row[0] for row in self.certificates.values()}
        (kept,) = records.read_rows(self.organisation_id, records.COMPLETIONS)
        (new,) = (row for row in kept if row[0] not in known)
        said = dict(zip((column.name for column in records.COMPLETIONS), new, strict=True))
        words = (said["quiz_title"], said["edition"], said["person_name"], said["passed_on"], said["valid_until"])
        assert (said["attempt_id"], said["assignment_id"]) == (one.id, found.assignment_id)
        assert words == (QUIZZES[found.quiz], one.recipe.edition, "Ann Lee", self.today, found.valid_until)
        self.certificates[one.id] = new
