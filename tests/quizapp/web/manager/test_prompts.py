import pytest

from quizapp.services.bank.outlines import ValueOutline
from quizapp.web.manager.prompts import ask_about

KIND = ValueOutline("Kind", "We care.", None, ("We say hello.", "We listen."), 0)


def test_three_open_questions_stand_around_the_pages_words() -> None:
    assert [prompt.text for prompt in ask_about(KIND, 0)] == [
        "Tell me about a time here when you saw “Kind” done well. What did people do?",
        "The page says: “We say hello.” What does that look like on an ordinary day in our team?",
        "What gets in the way of this in our team, and who could help?",
    ]


def test_a_line_that_is_no_sentence_gets_a_full_stop_after_it() -> None:
    asked = ask_about(ValueOutline("Kind", None, None, ("say hello",), 0), 0)
    assert asked[1].text.startswith("The page says: “say hello”. What does that look like")


def test_neighbours_get_other_questions_and_the_fourth_value_the_first_again() -> None:
    texts = [tuple(prompt.text for prompt in ask_about(KIND, position)) for position in range(4)]
    assert len({text for asked in texts[:3] for text in asked}) == 9
    assert texts[3] == texts[0]


@pytest.mark.parametrize("position", range(3))
def test_nothing_is_made_up_where_the_page_has_no_name_or_no_line(position: int) -> None:
    nameless = ask_about(ValueOutline(None, "We care.", None, (), 0), position)
    assert "this value" in nameless[0].text
    assert nameless[1].quote == "We care."
    bare = ask_about(ValueOutline("Kind", None, None, (), 0), position)
    assert "The page says" not in bare[1].text


@pytest.mark.parametrize("position", range(3))
def test_no_question_is_about_answers_or_scores_and_each_is_open(position: int) -> None:
    for prompt in ask_about(KIND, position):
        assert prompt.text.endswith("?")
        words = prompt.text.lower()
        assert not [word for word in ("answer", "score", "quiz", "pass", "test") if word in words]
        assert not words.startswith(("do ", "did ", "is ", "are ", "have ", "can "))
