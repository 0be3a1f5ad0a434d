from dataclasses import replace

from quizapp.assessment.measures import Overdue, Share
from quizapp.assessment.status import Status
from quizapp.services.reports.organisation import OrganisationReport, TeamLine
from quizapp.services.reports.pictures import draw
from quizapp.web.shell.measures.numbers import PeopleLinks
from quizapp.web.shell.measures.team_chart import draw_statuses, draw_teams, explain_overdue, tabulate_statuses
from tests.quizapp.output.charts.sheets import faults_of
from tests.quizapp.web.scenes.rows import MEASURES, organisation_report


def report(*shares: tuple[int, int]) -> OrganisationReport:
    return organisation_report(
        *(
            TeamLine(number, f"Team {number}", replace(MEASURES, compliance=Share(*share)))
            for number, share in enumerate(shares, start=1)
        )
    )


def test_teams_stand_from_the_best_down_with_their_counts_and_the_target() -> None:
    chart = draw_teams(report((80, 100), (45, 50), (19, 20), (3, 4)))
    assert chart is not None
    assert [(bar.name, bar.end) for bar in chart.bars] == [
        ("Team 3", "95.0% (19 of 20)"),
        ("Team 2", "90.0% (45 of 50)"),
        ("Team 1", "80.0% (80 of 100)"),
    ]
    assert chart.target == (90, "Target 90%")
    assert chart.caption.title == "2 of 3 teams reach the target of 90%"
    assert chart.caption.description.endswith("1 line with fewer than 10 people due is left out.")


def test_the_title_counts_the_teams_that_reach_the_target() -> None:
    titles = [
        chart.caption.title
        for shares in (((9, 10), (10, 10)), ((8, 10), (899, 1000)), ((9, 10), (8, 10)))
        if (chart := draw_teams(report(*shares)))
    ]
    assert titles == [
        "All 2 teams reach the target of 90%",
        "None of 2 teams reaches the target of 90%",
        "1 of 2 teams reaches the target of 90%",
    ]


def test_one_team_or_small_ones_alone_are_no_chart() -> None:
    assert draw_teams(report((80, 100), (3, 4))) is None
    assert draw_teams(report()) is None


def test_everybody_in_post_is_one_bar_with_a_fill_for_each_status() -> None:
    shown = [status for status in Status if status not in (Status.LEFT, Status.NOT_IN_POST)]
    counts: dict[Status, int] = {status: number for number, status in enumerate(shown, start=2)}
    chart = draw_statuses(replace(report(), statuses=counts))
    assert chart is not None
    assert {part.words.split(":")[0]: part.people for part in chart.parts} == counts
    assert len({part.fill for part in chart.parts}) == len(counts)
    picture = draw(chart, name="statuses")
    assert faults_of(picture.wide) == faults_of(picture.narrow) == []
    assert chart.caption.title == "54 people in post, by status"
    table = tabulate_statuses(replace(report(), statuses=counts), PeopleLinks("/people", 3))
    *lines, everybody = [[cell.text for cell in row] for row in table.rows]
    assert {name: int(people) for name, people in lines} == counts
    assert everybody == ["In post", "54"]
    assert all(row[1].href for row in table.rows)


def test_more_overdue_than_have_the_status_is_explained() -> None:
    def explained(overdue: int, never: int) -> str:
        measures = replace(MEASURES, overdue=Overdue(overdue, 0, 0, overdue, None))
        return explain_overdue(replace(report(), measures=measures, statuses={Status.OVERDUE: never}))

    assert explained(13, 10) == (
        "The 13 overdue people counted above: 10 with the status Overdue, and 3 whose pass has run out,"
        " with the status Expired."
    )
    assert explained(1, 0) == ("The 1 overdue person counted above: 1 whose pass has run out, with the status Expired.")
    assert explained(13, 13) == ""


def test_nobody_in_post_is_no_chart() -> None:
    assert draw_statuses(report()) is None
