"""The quiz pages: the list, the settings in every state, and withdrawing."""

from collections.abc import Mapping, Sequence

import pytest

from quizapp.services.quizzes import quizzes, settings
from quizapp.services.quizzes.recipes import make_recipe
from tests.builders import NOW
from tests.page_editions import add_edition
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import ASHA, BEN, CARA, DEV, Trust, table_words

LIST, SETTINGS, WITHDRAW = "/quizzes", "/quizzes/1/settings", "/quizzes/1/withdraw"
PATHS = (LIST, SETTINGS, WITHDRAW)


@pytest.fixture
def cara(trust: Trust) -> PageClient:
    return trust.pages(CARA)


def save(pages: PageClient, **values: str) -> Page:
    return pages.submit(pages.get(SETTINGS), values)


def problems(page: Page) -> list[str]:
    return page.all_words(".nhsuk-error-summary li")


def banners(page: Page) -> list[str]:
    return page.all_words(".nhsuk-notification-banner__content")


def chosen(page: Page) -> dict[str, str]:
    """What the form holds, field by field."""
    fields = page.soup.select("main form input[type=text], main form input[checked]")
    return {str(field["name"]): str(field.get("value", "")) for field in fields}


def new_page_edition(trust: Trust, *, number: int = 2, is_approved: bool = True) -> None:
    with trust.app.app_context():
        add_edition(trust.operator, 1, number=number, is_approved=is_approved)


def test_only_authors_and_administrators_may_open_them(trust: Trust) -> None:
    for email in (ASHA, BEN):
        pages = trust.pages(email)
        assert [pages.get(path).status for path in PATHS] == [403, 403, 403]
        assert 'href="/quizzes"' not in pages.get("/learning").html
    assert [trust.pages(CARA).get(path).status for path in PATHS] == [200, 200, 200]
    assert [trust.app.test_client().get(path).status_code for path in PATHS] == [303, 303, 303]
    assert trust.pages(DEV, organisation_id=2).get(LIST).status == 403


def test_a_quiz_of_another_organisation_is_not_found(cara: PageClient) -> None:
    for quiz_id in (2, 9999, 2**31, 10**30):
        for page in ("settings", "withdraw"):
            assert cara.get(f"/quizzes/{quiz_id}/{page}").status == 404


def test_the_menu_and_the_start_page_lead_there(cara: PageClient) -> None:
    home = cara.get("/home")
    assert [link.get_text(strip=True) for link in home.soup.select('a[href="/quizzes"]')] == ["Quizzes", "Quizzes"]


def test_the_list_says_of_each_quiz_what_it_is(trust: Trust, cara: PageClient) -> None:
    with trust.app.app_context():
        recipe = make_recipe(length=4)
        quizzes.publish_quiz(trust.operator, "Another", document_title="Our values", recipe=recipe, now=NOW)
    cara.submit(cara.get("/quizzes/3/withdraw"))
    new_page_edition(trust)
    page = cara.get(LIST)
    assert page.words(".app-lead") == "1 quiz in use, 1 withdrawn."
    assert table_words(page, "Quizzes")[1:] == [
        ["Our values", "Our values, edition 1 (edition 2 is newer)", "Learn as you go", "In use", "1", "16"],
        ["Another", "Our values, edition 1", "Learn as you go", "Withdrawn on 30 June 2026", "1", "0"],
    ]


def test_the_settings_in_force_are_filled_in_and_explained(cara: PageClient) -> None:
    page = cara.get(SETTINGS)
    assert chosen(page) == {
        "mode": "learn",
        "length": "8",
        "pass_in": "8",
        "pass_of": "10",
        "due_days": "28",
        "holds": "for-good",
        "valid_months": "",
        "has_boosters": "yes",
        "certificate_has_score": "no",
    }
    for words in (
        "Edition 1 of the quiz, in force since 30 June 2026. It asks about edition 1 of “Our values”.",
        "Up to 20 questions can stand together on a paper.",
        "In force: 8 of 10, so people need 7 of 8 with papers of 8 questions.",
        "The first answer counts. This is for learning.",
        "Answers can be changed until people hand them in.",
        "2 people are in the middle of it. An attempt that is open goes on with the settings it began with.",
        "7 people have passed so far. Passes and certificates stay as they are.",
        "16 people have it at the moment: their dates do not move.",
    ):
        assert words in page.text, words


def test_saving_publishes_the_next_edition(cara: PageClient) -> None:
    page = save(
        cara,
        mode="test",
        length="6",
        pass_in="2",
        pass_of="3",
        due_days="14",
        holds="months",
        valid_months="24",
        has_boosters="no",
        certificate_has_score="yes",
    )
    assert (page.path, banners(page)) == (SETTINGS, ["Edition 2 is in force: 6 questions, 4 of 6 right to pass."])
    assert chosen(page) == {
        "mode": "test",
        "length": "6",
        "pass_in": "2",
        "pass_of": "3",
        "due_days": "14",
        "holds": "months",
        "valid_months": "24",
        "has_boosters": "no",
        "certificate_has_score": "yes",
    }


def test_unchanged_settings_publish_nothing_and_say_so(cara: PageClient) -> None:
    page = save(cara)
    assert banners(page) == ["Nothing was changed: these are the settings in force."]
    assert "Edition 1 of the quiz" in page.text


def test_papers_shorter_than_asked_for_say_why(cara: PageClient) -> None:
    (words,) = banners(save(cara, length="40"))
    in_force = "Edition 2 is in force: 20 questions, 16 of 20 right to pass."
    assert words.startswith(f"{in_force} Papers have 20 questions, not 40: no more of the approved ones can stand")
    (words,) = banners(save(cara, length="40"))
    assert words.startswith("Nothing was changed: these are the settings in force. Papers have 20 questions, not 40:")


MISTAKES: Sequence[tuple[Mapping[str, str | Sequence[str]], str, str]] = (
    ({"length": "0"}, "length", "Number of questions: give a whole number from 1 to 50."),
    ({"length": "eight"}, "length", "Number of questions: give a whole number from 1 to 50."),
    ({"pass_in": ""}, "pass_in", "Right answers: give a whole number from 1 to 100."),
    ({"pass_in": "11"}, "pass_in", "11 does not fit. Give a whole number from 1 to 10."),
    ({"due_days": "731"}, "due_days", "Days until it is due: give a whole number from 1 to 730."),
    ({"holds": "months"}, "valid_months", "Number of months: give a whole number from 1 to 120."),
    (
        {"valid_months": "9"},
        "valid_months",
        "Leave the months empty, or select that a pass holds for a number of months.",
    ),
    ({"mode": ()}, "mode", "Select how people take the quiz."),
    ({"holds": ()}, "holds", "Select how long a pass holds."),
)


def test_settings_that_make_no_sense_are_refused_beside_their_field(cara: PageClient) -> None:
    for values, field, words in MISTAKES:
        page = cara.submit(cara.get(SETTINGS), values)
        assert problems(page) == [words]
        assert page.one(".nhsuk-error-summary li a")["href"] == f"#{field}"
        assert words in page.words(".nhsuk-error-message")
        typed = {name: value for name, value in values.items() if value}
        assert typed.items() <= chosen(page).items()
        assert "Edition 1 of the quiz" in page.text


def test_who_was_overtaken_sees_both_settings_and_can_save_again(trust: Trust, cara: PageClient) -> None:
    stale = cara.get(SETTINGS)
    save(trust.pages(CARA), length="6")
    refused = cara.submit(stale, {"mode": "test"})
    assert refused.status == 409
    assert problems(refused)[0].startswith("Edition 2 was published after you opened this page, so nothing of yours")
    compared = {row[0]: row[1:] for row in table_words(refused, "Settings in force, and yours")}
    assert compared["How people take it"] == ["Learn as you go", "Test"]
    assert compared["Number of questions"] == ["6", "8"]
    assert compared["Days until it is due"] == ["28", "28"]
    assert refused.all_words("td .nhsuk-tag") == ["Test", "8"]
    assert chosen(refused)["mode"] == "test"
    saved = cara.submit(refused)
    assert banners(saved) == ["Edition 3 is in force: 8 questions, 7 of 8 right to pass."]


def test_a_mistake_does_not_hide_that_somebody_was_quicker(trust: Trust, cara: PageClient) -> None:
    stale = cara.get(SETTINGS)
    save(trust.pages(CARA), length="6")
    mistaken = cara.submit(stale, {"due_days": "0"})
    assert cara.submit(mistaken, {"due_days": "7"}).status == 409


def test_a_newer_edition_of_the_page_can_be_moved_to(trust: Trust, cara: PageClient) -> None:
    new_page_edition(trust)
    page = cara.get(SETTINGS)
    assert "Edition 1, from 30 June 2026 Up to 20 questions can stand together on a paper." in page.text
    assert "Edition 2, from 3 July 2026 Up to 16 questions can stand together on a paper." in page.text
    assert chosen(page)["page_edition"] == "1"
    moved = cara.submit(page, {"page_edition": "2"})
    assert "It asks about edition 2 of “Our values”." in moved.text
    assert "page_edition" not in chosen(moved)


def test_an_edition_of_the_page_without_approved_questions_cannot_be_chosen(trust: Trust, cara: PageClient) -> None:
    new_page_edition(trust, is_approved=False)
    page = cara.get(SETTINGS)
    assert page.one("input[name=page_edition][disabled]")["value"] == "2"
    assert "None of its questions is approved yet." in page.text


def test_a_page_edition_that_was_overtaken_is_chosen_again(trust: Trust, cara: PageClient) -> None:
    new_page_edition(trust)
    page = cara.get(SETTINGS)
    new_page_edition(trust, number=3)
    refused = cara.submit(page, {"page_edition": "2"})
    assert (refused.status, chosen(refused)["page_edition"]) == (409, "1")
    assert problems(refused) == [
        "The page has a newer edition by now. Choose which one the quiz asks about, then save again."
    ]


def test_withdrawing_says_first_what_it_does(cara: PageClient) -> None:
    page = cara.get(WITHDRAW)
    assert [words.split(".")[0] for words in page.all_words("main li")] == [
        "Nobody can start it any more",
        "2 people are in the middle of it",
        "7 people have passed so far",
        "Reports of earlier days stay as they are",
        "This cannot be taken back",
    ]
    assert "nhsuk-button--warning" in page.one("main button")["class"]
    done = cara.submit(page)
    assert (done.path, banners(done)) == (LIST, ["The quiz is withdrawn. 16 people had it. Certificates stay."])
    assert done.words(".app-lead") == "No quiz in use, 1 withdrawn."


def test_a_withdrawn_quiz_shows_its_settings_and_takes_no_others(trust: Trust, cara: PageClient) -> None:
    before, confirmation = cara.get(SETTINGS), cara.get(WITHDRAW)
    other = trust.pages(CARA)
    other.submit(other.get(WITHDRAW))
    page = cara.get(SETTINGS)
    assert "Withdrawn on 30 June 2026. Nobody can start it any more." in page.text
    assert page.soup.select("main form") == []
    assert "7 of 8" not in page.text
    assert "8 of 10" in page.text
    assert cara.submit(before, {"length": "5"}).status == 409
    assert cara.submit(before, {"length": "0"}).soup.select(".nhsuk-error-summary") == []
    assert cara.submit(confirmation).status == 409
    assert cara.get(WITHDRAW).soup.select("main form") == []
    with trust.app.app_context():
        assert settings.show_settings(trust.operator, 1).quiz.edition == 1


def test_looking_changes_nothing(trust: Trust, cara: PageClient) -> None:
    with trust.app.app_context():
        before = settings.list_settings(trust.operator)
    for path in PATHS:
        assert cara.get(path).status == 200
    with trust.app.app_context():
        assert settings.list_settings(trust.operator) == before
