"""Steps that people, their windows, the clock and an author take in any order; the database follows the model."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import answers, papers, results
from quizapp.services.attempts.answers import Outcome
from quizapp.services.attempts.certificates import completions
from quizapp.services.bank import items
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.quizzes import withdrawals
from tests.journeys.state_machine import records
from tests.journeys.state_machine.model import Given, Holding, Recipe, Try
from tests.journeys.state_machine.world import PEOPLE, QUIZZES, StartForm, Tab, World

LEAST_ITEMS = 4

HOLDINGS, AGES, RIGHT = st.sampled_from([0, 0, 1, 1, 2, 3]), st.integers(0, 5), st.booleans()
WINDOWS = st.integers(1, 3)
WAITS = st.sampled_from([timedelta(minutes=1), timedelta(hours=20), timedelta(weeks=5), timedelta(days=120)])
RECIPES = st.builds(
    QuizBlueprint,
    mode=st.sampled_from(Mode),
    length=st.sampled_from([2, 3, 5]),
    valid_months=st.sampled_from([6, 6, 12, None]),
)


def step(name: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """One of the machine's methods with what it is called with."""
    return st.tuples(st.just(name), st.fixed_dictionaries(arguments))


START = step("start", holding=HOLDINGS, way=st.sampled_from(["review", "review", "new", "again"]), age=AGES)
GO_ON = step("go_on", holding=HOLDINGS, is_right=RIGHT, most=st.integers(1, 6))
LOOK = step("look", holding=HOLDINGS, back=st.sampled_from([0, 0, 0, 1]), place=st.integers(0, 5), windows=WINDOWS)
SEND = step("send", age=AGES, is_right=RIGHT)
REFUSED = step("send_what_is_refused", age=AGES)
HAND_IN = step("hand_in", holding=HOLDINGS, back=st.integers(0, 1))
WAIT = step("wait", time=WAITS)
CHANGE = step("change", quiz=st.integers(0, len(QUIZZES) - 1), recipe=RECIPES, luck=st.integers(0, 39))
# One rule in place of eight: Hypothesis leaves out some rules of most runs, and then little happens in them.
STEPS = st.one_of(START, START, GO_ON, GO_ON, LOOK, LOOK, SEND, SEND, REFUSED, HAND_IN, HAND_IN, WAIT, WAIT, CHANGE)


class Machine(RuleBasedStateMachine):
    """One run of steps; `taken` counts those of all runs, and what they came to."""

    def __init__(self, taken: Counter[str]) -> None:
        super().__init__()
        self.taken = taken
        self.forms: list[StartForm] = []
        self.tabs: list[Tab] = []

    @initialize()
    def set_up(self) -> None:
        """Everybody has begun: nothing happens without a try."""
        self.world = World()
        for holding in range(len(self.world.holdings)):
            self._press_start(StartForm(holding, self.world.token()))

    @rule(step=STEPS)
    def take(self, step: tuple[str, dict[str, Any]]) -> None:
        name, arguments = step
        getattr(self, name)(**arguments)

    def start(self, holding: int, way: str, age: int) -> None:
        """Press start on a new page, on the review of the last try, or once more on a page that was open before."""
        if way == "again":
            self._press_start(self.forms[-1 - age % len(self.forms)])
            return
        reviewed = self._review(self.world.holdings[holding]) if way == "review" else None
        self._press_start(StartForm(holding, self.world.token(), reviewed))

    def go_on(self, holding: int, is_right: bool, most: int) -> None:
        """Take up the newest try where it was left, as on another device, and answer the next questions."""
        found = self.world.holdings[holding]
        last = found.tries[-1]
        onward = papers.find_next(self.world.actor(found), last.id)
        assert onward.is_submitted is not last.is_open
        assert onward.position == (last.next_position() if last.is_open else None)
        for _ in range(most):
            position = last.next_position()
            if position is None or not last.is_open:
                return
            self._send(self._look(holding, 0, position), is_right)

    def look(self, holding: int, back: int, place: int, windows: int) -> None:
        """Open a question of the newest try, or of the one before, in windows of which the last stays unsent."""
        length = len(self.world.holdings[holding].tries[-1].paper)
        position = 1 + place % (length + 1)  # one more than there are
        tabs = [self._look(holding, back, position) for _ in range(windows)]
        for tab in tabs[:-1]:
            self._send(tab, is_right=place % 2 == 0)

    def send(self, age: int, is_right: bool) -> None:
        """Send the form of a window that was opened before: late, or once more."""
        self._send(self._tab(age), is_right)

    def send_what_is_refused(self, age: int) -> None:
        """Nothing at all, and somebody else sends what is not theirs."""
        tab = self._tab(age)
        if tab is None:
            return
        found, one = self.world.try_of(tab)
        refusal = one.refuses(tab.position, tab.token, revision=tab.revision)
        if refusal is None:
            with pytest.raises(Invalid):
                self.world.answer(tab, ())
        else:
            assert self.world.answer(tab, ()) is refusal
        other = self.world.actors[1 - found.person]
        intrusions: tuple[Callable[[], object], ...] = (
            lambda: self.world.answer(tab, one.paper[tab.position - 1].key, actor=other),
            lambda: papers.show_place(other, one.id, position=tab.position),
            lambda: answers.submit_attempt(other, one.id, now=self.world.now),
            lambda: results.show_result(other, one.id),
        )
        for intrude in intrusions:
            with pytest.raises(NotFound):
                intrude()

    def hand_in(self, holding: int, back: int) -> None:
        """Hand a try in, for the first time or again; learn as you go is handed in by its last answer alone."""
        found = self.world.holdings[holding]
        one = found.tries[-1 - back % len(found.tries)]
        was_open = one.is_open
        if was_open and one.recipe.mode is Mode.LEARN:
            with pytest.raises(Conflict):
                answers.submit_attempt(self.world.actor(found), one.id, now=self.world.now)
            return
        answers.submit_attempt(self.world.actor(found), one.id, now=self.world.now)
        one.hand_in()
        if was_open:
            self.world.note_pass(found, one)

    def wait(self, time: timedelta) -> None:
        self.world.now += time

    def change(self, quiz: int, recipe: QuizBlueprint, luck: int) -> None:
        """An author publishes the next edition or retires a question; seldom is a quiz withdrawn."""
        if luck < 20:
            self._publish(quiz, recipe)
        elif luck < 39 and len(self.world.item_ids) > LEAST_ITEMS:
            item_id = self.world.item_ids.pop()
            items.retire(self.world.operator, item_id, reason="Out of date.", now=self.world.now)
        elif luck == 39 and quiz not in self.world.withdrawn:
            quiz_id = self.world.quiz_ids[quiz]
            assert withdrawals.withdraw_quiz(self.world.operator, quiz_id, now=self.world.now) == PEOPLE
            self.world.withdrawn.add(quiz)

    @invariant()
    def the_database_holds_what_the_model_says(self) -> None:
        tries = self.world.tries
        said = [
            [records.attempt_row(found, one) for found, one in tries],
            [row for _, one in tries for row in records.place_rows(one)],
            [row for _, one in tries for row in records.answer_rows(one)],
            list(self.world.certificates.values()),
        ]
        tables = (records.ATTEMPTS, records.PLACES, records.ANSWERS, records.COMPLETIONS)
        assert records.read_rows(self.world.organisation_id, *tables) == [sorted(rows) for rows in said]
        self.taken["steps"] += 1

    def teardown(self) -> None:
        """What the papers were drawn from is as it was, and everybody still holds every certificate."""
        if not hasattr(self, "world"):
            return
        for _, one in self.world.tries:
            assert records.read_paper(self.world.organisation_id, one.id) == one.paper
            self.taken["later tries" if one.number > 1 else "first tries"] += 1
        held = sum(len(completions.list_certificates(actor)) for actor in self.world.actors)
        assert held == len(self.world.certificates)
        self.taken["certificates"] += held
        self.taken["renewals"] += sum(
            max(0, sum(one.has_passed for one in found.tries) - 1) for found in self.world.holdings
        )

    def _press_start(self, form: StartForm) -> None:
        self.forms.append(form)
        found = self.world.holdings[form.holding]
        recipe, known = self.world.recipes[found.quiz], found.find_try(form.token)
        if known is not None:
            assert self.world.start(form) == known.id
        elif found.quiz in self.world.withdrawn:
            with pytest.raises(NotFound):
                self.world.start(form)
        elif not found.may_begin(reviewed=form.reviewed, day=self.world.today):
            with pytest.raises(Conflict):
                self.world.start(form)
        else:
            attempt_id = self.world.start(form)
            paper = records.read_paper(self.world.organisation_id, attempt_id)
            assert 1 <= len({place.item_version_id for place in paper}) == len(paper) <= recipe.length
            found.tries.append(Try(attempt_id, len(found.tries) + 1, form.token, recipe, paper))

    def _review(self, found: Holding) -> int | None:
        """Look at the last result; the try it is of, and None while there is none."""
        last = found.tries[-1]
        if last.is_open:
            with pytest.raises(NotFound):
                results.show_result(self.world.actor(found), last.id)
            return None
        shown = results.show_result(self.world.actor(found), last.id)
        assert (shown.score, shown.count, shown.passed) == (last.score, len(last.paper), last.has_passed)
        return last.id

    def _look(self, holding: int, back: int, position: int) -> Tab | None:
        number = len(self.world.holdings[holding].tries) - 1 - back
        tab = self.world.look(holding, max(number, 0), position)
        self.tabs.extend([tab] if tab else [])
        return tab

    def _tab(self, age: int) -> Tab | None:
        return self.tabs[-1 - age % len(self.tabs)] if self.tabs else None

    def _send(self, tab: Tab | None, is_right: bool) -> None:
        if tab is None:
            return
        found, one = self.world.try_of(tab)
        place = one.paper[tab.position - 1]
        chosen = place.key if is_right else place.wrong()
        refusal = one.refuses(tab.position, tab.token, revision=tab.revision)
        outcome = self.world.answer(tab, chosen)
        assert outcome is (refusal or Outcome.SAVED)
        self.taken[outcome] += 1
        if refusal is None:
            one.take(tab.position, Given(tab.token, chosen))
            self.world.note_pass(found, one)

    def _publish(self, quiz: int, recipe: QuizBlueprint) -> None:
        """Attempts under way stay on the edition that they began with."""
        if quiz in self.world.withdrawn:
            with pytest.raises(Conflict):
                self.world.publish(quiz, recipe)
            return
        before, published = self.world.recipes[quiz], self.world.publish(quiz, recipe).quiz
        assert published.length <= recipe.length
        after = Recipe(recipe.mode, published.length, before.edition, recipe.valid_months)
        self.world.recipes[quiz] = after if after == before else replace(after, edition=before.edition + 1)
        assert published.edition == self.world.recipes[quiz].edition
