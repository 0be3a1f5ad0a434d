from question_bank.generator.language.headings import home_named_by, homes_of


def test_a_heading_names_the_matter_of_its_last_known_word() -> None:
    home = home_named_by("Caring for our people")
    assert home is not None
    assert (home.name, home.is_of_people, home.is_general) == ("people", True, False)
    assert home_named_by("Warmth") is None


def test_a_strategy_is_a_general_heading() -> None:
    home = home_named_by("Our strategy")
    assert home is not None
    assert home.is_general


def test_a_passage_belongs_where_its_words_do() -> None:
    assert homes_of("ensuring our buildings work for us") == {"resources"}
    assert homes_of("volunteers who save money") == {"people", "resources"}
    assert homes_of("we mend what we have") == frozenset()
