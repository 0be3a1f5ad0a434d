import pytest

from question_bank.generator.language.spans import bare, clauses, openings, places_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We mend before we buy.", "We mend before we buy"),
        ("“Care that nobody waits for.”", "Care that nobody waits for"),
        ("share what we have;", "share what we have"),
        ("‘it was like that’ is no answer", "‘it was like that’ is no answer"),
    ],
)
def test_outer_marks_are_left_off(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_a_line_is_cut_where_a_clause_ends() -> None:
    line = "think innovatively about how best to use the resources that we have to come up with improved ways"
    assert openings(line, least=5)[1:] == ("think innovatively about how best to use the resources that we have",)


def test_a_line_is_cut_before_a_second_phrase_with_its_own_qualifier() -> None:
    line = "develop positive relationships with colleagues through the use of local networks and joint working"
    assert openings(line, least=5)[1] == (
        "develop positive relationships with colleagues through the use of local networks"
    )


@pytest.mark.parametrize(
    "line",
    [
        "know when it is the right time to ask for help or advice",
        "seek, reflect on and learn from feedback",
        "with timely and easy access to high quality and efficient public services",
        "work for the benefit of patients, colleagues and carers",
        "provide the best possible service to those we work with and for",
    ],
)
def test_no_phrase_is_cut_in_half(line: str) -> None:
    halves = ("time", "time to ask", "reflect on", "timely", "high quality", "colleagues", "those we work", "help")
    assert not any(run.endswith(halves) for run in openings(line, least=1)[1:])


def test_a_clause_inside_a_sentence_is_found_past_its_opening_words() -> None:
    sentence = "We will have great teams, and we will work side by side with service users and carers."
    assert "work side by side with service users and carers" in clauses(sentence, least=4)


def test_a_list_with_commas_is_no_row_of_clauses() -> None:
    found = clauses("by delivering the benefits of research, development and innovation", least=2)
    assert found == ("by delivering the benefits of research, development and innovation",)


def test_a_by_that_comes_again_stays() -> None:
    sentence = "We will grow, by working more closely with others, and by growing our services."
    assert "by working more closely with others, and by growing our services" in clauses(sentence, least=4)
    assert "working more closely with others" in clauses(sentence, least=2)


def test_they_is_not_cut_from_its_people() -> None:
    sentence = "We want people to live well, supported by thriving communities with good services when they need them."
    found = clauses(sentence, least=3)
    assert "supported by thriving communities with good services" in found
    assert not any("they" in run for run in found if run.startswith("supported"))


def test_a_subordinate_clause_does_not_stand_alone() -> None:
    sentence = "As we strive for improvement in quality, we will also find ways to save money."
    assert "As we strive for improvement in quality" not in clauses(sentence, least=3)


def test_an_explanation_is_found_without_the_name_it_explains() -> None:
    found = clauses("Clarity means seeing to it that letters can be understood", least=3)
    assert "seeing to it that letters can be understood" in found


def test_a_phrase_can_be_quoted_from_its_preposition_on() -> None:
    found = clauses("actively supporting others with compassion and courage", least=2, phrases=True)
    assert found[-1] == "with compassion and courage"


def test_runs_are_longest_first_and_long_enough() -> None:
    found = clauses("We mend before we buy, using tools that neighbours lend, so that nothing is wasted", least=3)
    assert list(found) == sorted(found, key=len, reverse=True)
    assert len(found) > 2


def test_the_places_of_a_run_are_the_words_it_covers() -> None:
    assert places_of("we live health independent lives", "health independent") == (2, 3)
    assert places_of("we live", "we die") == ()
