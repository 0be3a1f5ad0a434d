from datetime import date

from quizapp.web.shell.asked.report_day import NO_SUCH_DAY, TODAY, read_day


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"on-day": day, "on-month": month, "on-year": year}


def test_a_link_names_the_day_in_one_word() -> None:
    asked = read_day({"day": "2026-03-31"})
    assert (asked.day, asked.text, asked.typed) == (date(2026, 3, 31), "2026-03-31", ("31", "3", "2026"))


def test_a_link_that_names_no_day_asks_for_today() -> None:
    assert read_day({}) == read_day({"day": ""}) == TODAY


def test_a_link_that_names_a_day_there_is_not_is_a_problem() -> None:
    for text in ("soon", "2026-02-31", "2026-13-01"):
        asked = read_day({"day": text})
        assert (asked.day, asked.problem) == (None, NO_SUCH_DAY)


def test_what_is_typed_goes_before_the_link() -> None:
    asked = read_day({"day": "2026-03-31", **typed("1", "4", "2026")})
    assert asked.day == date(2026, 4, 1)


def test_a_day_that_does_not_exist_is_a_problem_and_stays_typed() -> None:
    asked = read_day(typed("31", "2", "2026"))
    assert (asked.day, asked.problem, asked.typed) == (None, NO_SUCH_DAY, ("31", "2", "2026"))
