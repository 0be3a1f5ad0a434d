from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import count_measures
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.status import Standing
from quizapp.services.reports.groups import BY_STATUS, Group, belongs_to

TODAY = date(2026, 6, 30)
days = st.integers(-60, 60).map(lambda number: TODAY + timedelta(days=number))
standings = st.builds(
    Standing,
    person_id=st.just(1),
    staff_type=st.sampled_from(StaffType),
    start_date=days,
    end_date=st.none() | st.just(TODAY),
    absence=st.none() | st.sampled_from(AbsenceKind),
    returned_on=st.none() | days,
    due_on=st.none() | days,
    passed_on=st.none() | days.filter(lambda day: day <= TODAY),
    valid_until=st.none() | days,
)


@given(st.lists(standings, max_size=12), st.booleans())
def test_every_measure_is_the_size_of_its_group(people: list[Standing], is_over: bool) -> None:
    on = ReportDay(TODAY, is_over=is_over)
    measures = count_measures(people, on)
    size = {group: sum(belongs_to(group, one, on=on) for one in people) for group in Group}
    assert (measures.compliance.count, measures.compliance.of) == (size[Group.DUE_PASSED], size[Group.DUE])
    assert (measures.esr_rate.count, measures.esr_rate.of) == (size[Group.PASSED], size[Group.IN_SCOPE])
    assert (measures.completion.count, measures.completion.of) == (size[Group.EVER_PASSED], size[Group.BASE])
    overdue = measures.overdue
    assert overdue.total == size[Group.OVERDUE] == overdue.up_to_7_days + overdue.up_to_28_days + overdue.over_28_days
    assert (overdue.up_to_7_days, overdue.up_to_28_days, overdue.over_28_days) == (
        size[Group.OVERDUE_UP_TO_7],
        size[Group.OVERDUE_8_TO_28],
        size[Group.OVERDUE_OVER_28],
    )
    assert (measures.not_due_yet, measures.absent) == (size[Group.NOT_DUE_YET], size[Group.ABSENT])
    assert (measures.other_staff, measures.not_in_post) == (size[Group.OTHER_STAFF], size[Group.NOT_IN_POST])


@given(st.lists(standings, max_size=12))
def test_everybody_is_in_exactly_one_of_the_parts_that_make_the_whole(people: list[Standing]) -> None:
    on = ReportDay(TODAY, is_over=False)
    parts = (Group.DUE_PASSED, Group.OVERDUE, Group.NOT_DUE_YET, Group.ABSENT, Group.OTHER_STAFF, Group.NOT_IN_POST)
    for one in people:
        assert sum(belongs_to(group, one, on=on) for group in parts) == 1
        assert belongs_to(Group.EVERYBODY, one, on=on)
        labels = sum(belongs_to(group, one, on=on) for group in BY_STATUS.values())
        assert labels == belongs_to(Group.IN_SCOPE, one, on=on)
