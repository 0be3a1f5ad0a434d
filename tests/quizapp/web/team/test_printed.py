"""The report that a manager prints: the numbers of the team page, everybody in it, and nothing more."""

from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, EVE, WARD_1_AND_BELOW, Trust, table_words

CAPTION = "Everybody in the team"


def test_it_says_the_sentence_the_counts_and_everybody(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team/print")
    assert page.words(".app-lead") == "5 of 12 people need something."
    assert "3 overdue, 1 due within 7 days, 1 with 3 tries or more and no pass" in page.text
    counts = dict(zip(page.all_words(".app-counts dt"), map(int, page.all_words(".app-counts dd")), strict=True))
    assert counts.pop("In the list") == sum(counts.values()) == 12
    assert counts["Overdue"] == 3
    head, *rows = table_words(page, CAPTION)
    assert head == ["Name", "Team", "Status", "Reason", "Start", "Due", "Passed"]
    assert sorted(row[0] for row in rows) == WARD_1_AND_BELOW
    assert [row[0] for row in rows[:5]] == ["Asha Rahman", "Lee Carter", "Max Farrell", "Rae Singh", "Tia Mensah"]
    assert "As at 10am on 30 June 2026. For Ben Okafor: Ward 1 and Ward 1 (nights)." in page.text


def test_scores_answers_and_reasons_of_absence_are_not_printed(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team/print")
    assert "of 8" not in page.text
    assert "ickness" not in page.text


def test_under_10_people_there_are_counts_and_no_percentage(trust: Trust) -> None:
    sheet = trust.pages(EVE).get("/team/print").words(".app-sheet")
    assert "%" not in sheet
    assert "1 of 2 who were due holds a valid pass." in sheet


def test_a_past_day_is_printed_as_it_was_and_a_future_one_is_none(trust: Trust) -> None:
    page = trust.pages(BEN).get("/team/print?day=2026-05-31")
    assert "As at the end of 31 May 2026" in page.text
    assert "needed something on that day" in page.words(".app-lead")
    assert trust.pages(BEN).get("/team/print?day=2026-07-01").status == 404


def test_who_has_no_team_has_nothing_to_print(trust: Trust) -> None:
    assert "We cannot find a team for you" in trust.pages(CARA).get("/team/print").words(".app-lead")
    assert trust.pages(ASHA).get("/team/print").status == 403
    assert trust.pages(BEN).get("/team/print?quiz=2").status == 404
