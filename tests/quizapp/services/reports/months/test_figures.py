import json
from dataclasses import replace
from datetime import date

from quizapp.assessment.measures import Measures, Overdue, Share
from quizapp.services.reports.months.figures import (
    NOBODY,
    FrozenFigures,
    FrozenTeam,
    add_up,
    count_people,
    read_figures,
    write_figures,
)

SOME = Measures(Share(8, 11), Share(10, 16), Share(11, 15), Overdue(3, 1, 2, 0, 18), 4, 1, 2, 1)
FIGURES = FrozenFigures(
    quiz_title="Our values",
    day=date(2026, 6, 30),
    target=90,
    amber_points=5,
    measures=SOME,
    on_time=Share(8, 12),
    teams=(
        FrozenTeam(4, "Ward 1", 2, SOME, Share(8, 12)),
        FrozenTeam(2, "Matrons", None),
        FrozenTeam(None, "No team", None),
    ),
)


def test_what_is_written_is_read_again() -> None:
    assert read_figures(json.loads(json.dumps(write_figures(FIGURES)))) == FIGURES


def test_a_team_with_nobody_directly_in_it_takes_no_more_room_than_its_name() -> None:
    assert write_figures(FIGURES)["teams"][1] == {"id": 2, "name": "Matrons", "parent": None}


def test_the_measures_of_parts_add_up_to_those_of_the_whole_but_for_the_median() -> None:
    twice = add_up([SOME, NOBODY, SOME])
    assert (twice.compliance, twice.overdue) == (Share(16, 22), Overdue(6, 2, 4, 0, None))
    assert add_up([SOME]) == replace(SOME, overdue=replace(SOME.overdue, median_days=None))
    assert count_people(twice) == 2 * count_people(SOME) == 38
