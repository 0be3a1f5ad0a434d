"""The settings of the reports in every state."""

from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import BEN, CARA, Trust, table_words

SETTINGS = "/organisation/settings"


def problems(page: Page) -> list[str]:
    return page.all_words(".nhsuk-error-summary li")


def typed(page: Page) -> dict[str, str]:
    """What the form holds, field by field."""
    fields = page.soup.select("main form input[type=text], main form input[checked]")
    return {str(field["name"]): str(field.get("value", "")) for field in fields}


def save(pages: PageClient, **values: str) -> Page:
    return pages.submit(pages.get(SETTINGS), values)


def test_the_settings_begin_with_those_in_force_and_are_saved(trust: Trust) -> None:
    cara = trust.pages(CARA)
    usual = {"target": "90", "amber_points": "5", "probation_months": "6", "esr_competence": ""}
    assert typed(cara.get(SETTINGS)) == {**usual, "managers_see_scores": "yes", "sends_reminders": "yes"}
    page = save(cara, target="85 %", managers_see_scores="no", esr_competence="000|Our values")
    assert page.words(".nhsuk-notification-banner__content") == (
        "The settings are saved. They hold from now on, on every page."
    )
    assert typed(page) == {
        **usual,
        "target": "85",
        "managers_see_scores": "no",
        "sends_reminders": "yes",
        "esr_competence": "000|Our values",
    }
    assert save(cara).words(".nhsuk-notification-banner__content").startswith("Nothing was changed")
    assert typed(trust.pages(CARA).get(SETTINGS))["target"] == "85"


def test_what_managers_and_learners_see_follows_at_once(trust: Trust) -> None:
    assert "7 of 8" in trust.pages(BEN).get("/team").text
    save(trust.pages(CARA), managers_see_scores="no")
    assert "7 of 8" not in trust.pages(BEN).get("/team").text


def test_every_field_says_what_is_wrong_with_it_once(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = save(cara, target="nearly all", amber_points="", probation_months="half a year")
    assert problems(page) == [
        "Target: give a whole number, such as 90.",
        "Amber band: give a whole number, such as 5.",
        "Probation: give a whole number, such as 6.",
    ]
    assert typed(page)["target"] == "nearly all"
    assert problems(save(cara, target="101")) == ["Target: give a whole number from 1 to 100."]
    assert problems(save(cara, amber_points="51")) == ["Amber band: give a whole number from 0 to 50."]
    assert problems(save(cara, target="30", amber_points="30")) == [
        "Amber band: give fewer points than the target of 30."
    ]
    assert problems(save(cara, probation_months="0")) == ["Probation: give a whole number from 1 to 24."]
    assert problems(save(cara, esr_competence="x" * 201)) == ["Use 200 characters or fewer. There are 201."]
    assert typed(cara.get(SETTINGS))["target"] == "90"


def test_settings_from_before_somebody_elses_change_are_shown_beside_it(trust: Trust) -> None:
    mine, theirs = trust.pages(CARA), trust.pages(CARA)
    before = mine.get(SETTINGS)
    save(theirs, target="80")
    page = mine.submit(before, {"target": "95"})
    assert page.status == 409
    assert table_words(page, "Settings in force") == [["Setting", "In force", "Yours"], ["Target", "80%", "95%"]]
    assert typed(mine.get(SETTINGS))["target"] == "80"
    assert typed(mine.submit(page))["target"] == "95"
