from quizapp.web.learn.presenters.stems import split_stem, spoken_stem


def test_a_stem_is_cut_at_its_gap() -> None:
    assert split_stem("Complete: “we ____ it”.") == ("Complete: “we ", " it”.")
    assert split_stem("Which value?") == ("Which value?",)


def test_a_gap_is_spoken_as_a_word() -> None:
    assert spoken_stem("Complete: “we ____ it”.") == "Complete: “we gap it”."
    assert spoken_stem("“____ the page”") == "“ gap the page”"
