"""How a page may set the name and the meaning of a value: rows A1 to A7, A9 and A11 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    headings,
    meanings,
    names,
    page_of,
    unattached,
)


def test_a1_a_heading_and_a_list() -> None:
    """
    Our values

    Openness

      • we ring back on the same day
      • we write it down at once

    Care with money

      • we mend before we buy
    """
    page = page_of(test_a1_a_heading_and_a_list)
    assert behaviours(page) == {
        "Openness": ["we ring back on the same day", "we write it down at once"],
        "Care with money": ["we mend before we buy"],
    }
    assert meanings(page) == {"Openness": None, "Care with money": None}
    assert page.concerns == ()


def test_a2_a_line_between_the_heading_and_its_list() -> None:
    """
    Our values

    Openness

    We tell people what happened

    In our work this means:

      • ringing back on the same day
      • writing it down at once

    Care with money

    We spend as if it were ours. A pound saved is a pound of care.

    In our work this means:

      • mending before buying
    """
    page = page_of(test_a2_a_line_between_the_heading_and_its_list)
    assert behaviours(page) == {
        "Openness": ["ringing back on the same day", "writing it down at once"],
        "Care with money": ["mending before buying"],
    }
    assert meanings(page) == {
        "Openness": "We tell people what happened",
        "Care with money": "We spend as if it were ours. A pound saved is a pound of care.",
    }
    assert [value.stem.text for value in page.values if value.stem] == ["In our work this means:"] * 2


def test_a3_a_heading_and_paragraphs_alone() -> None:
    """
    Our values
    Openness
    We tell people what happened. We do so on the day.
    Good company
    We share rooms with the charities next door.
    """
    page = page_of(test_a3_a_heading_and_paragraphs_alone)
    assert meanings(page) == {
        "Openness": "We tell people what happened. We do so on the day.",
        "Good company": "We share rooms with the charities next door.",
    }
    assert behaviours(page) == {"Openness": [], "Good company": []}


def test_a3_several_paragraphs_below_a_heading() -> None:
    """
    Our values

    Openness

    We tell people what happened. We do so on the day.

    Nobody has to ask us twice.

    Good company

    We share rooms with the charities next door.

    We share our tools as well.
    """
    assert meanings(page_of(test_a3_several_paragraphs_below_a_heading)) == {
        "Openness": "We tell people what happened. We do so on the day. Nobody has to ask us twice.",
        "Good company": "We share rooms with the charities next door. We share our tools as well.",
    }


def test_a4_a_dash_in_bullets() -> None:
    """
    Our values
    • Family-led – asking the family first – always
    • Plain words - saying it so that anyone could follow
    • Patience — waiting for the answer
    """
    assert meanings(page_of(test_a4_a_dash_in_bullets)) == {
        "Family-led": "asking the family first – always",
        "Plain words": "saying it so that anyone could follow",
        "Patience": "waiting for the answer",
    }


def test_a4_a_dash_in_bare_lines() -> None:
    """
    Our values

    Openness - we tell people what happened

    Patience - we wait for the whole answer

    Thrift - we mend before we buy
    """
    assert meanings(page_of(test_a4_a_dash_in_bare_lines)) == {
        "Openness": "we tell people what happened",
        "Patience": "we wait for the whole answer",
        "Thrift": "we mend before we buy",
    }


def test_a4_a_dash_in_headings_above_lists() -> None:
    """
    Our values

    Openness – we tell people what happened

    • We ring back
    • We keep a log - and show it to whoever asks

    Patience – we wait for the whole answer

    • We count to ten
    """
    page = page_of(test_a4_a_dash_in_headings_above_lists)
    assert meanings(page) == {
        "Openness": "we tell people what happened",
        "Patience": "we wait for the whole answer",
    }
    assert behaviours(page)["Openness"] == ["We ring back", "We keep a log - and show it to whoever asks"]


def test_a5_a_colon_above_wanted_and_unwanted_lists() -> None:
    """
    Our values
    Openness: when something goes wrong
    We will:
      • ring the family on the same day
    We will not:
      • hope that nobody noticed
    Care with money: in every purchase
    We will:
      • mend before we buy
    """
    page = page_of(test_a5_a_colon_above_wanted_and_unwanted_lists)
    assert meanings(page) == {"Openness": "when something goes wrong", "Care with money": "in every purchase"}
    assert behaviours(page) == {
        "Openness": ["ring the family on the same day"],
        "Care with money": ["mend before we buy"],
    }


def test_a5_a_colon_in_bullets_and_labels_that_are_no_names() -> None:
    """
    Vision: a valley where nobody waits alone

    Our values
    • Openness: saying what happened
    • Patience: waiting for the whole answer
    """
    page = page_of(test_a5_a_colon_in_bullets_and_labels_that_are_no_names)
    assert meanings(page) == {"Openness": "saying what happened", "Patience": "waiting for the whole answer"}
    assert page.vision is not None


def test_a6_a_hyphen_at_the_end_of_the_line() -> None:
    """
    Our values
    Openness -
    We tell people what happened.
    Patience -
    We wait for the answer.
    """
    assert meanings(page_of(test_a6_a_hyphen_at_the_end_of_the_line)) == {
        "Openness": "We tell people what happened.",
        "Patience": "We wait for the answer.",
    }


def test_a6_a_full_stop_after_the_name() -> None:
    """
    Our values
    Openness. We tell people what happened.
    Good company. We wait for the answer.
    """
    assert meanings(page_of(test_a6_a_full_stop_after_the_name)) == {
        "Openness": "We tell people what happened.",
        "Good company": "We wait for the answer.",
    }


def test_a6_a_name_glued_to_its_meaning_is_asked_about_and_not_cut() -> None:
    """
    Our values
      • Opennesstelling people what happened
      • Patience – waiting for the whole answer
      • Thrift – mending before buying
    """
    page = page_of(test_a6_a_name_glued_to_its_meaning_is_asked_about_and_not_cut)
    assert meanings(page) == {
        None: "Opennesstelling people what happened",
        "Patience": "waiting for the whole answer",
        "Thrift": "mending before buying",
    }
    assert [concern.line for concern in concerns(page, ConcernKind.LIKELY_TYPO)] == [2]


def test_a7_names_alone() -> None:
    """
    Our values

    • Openness
    • Patience
    • Good company

    We have worked by these since 2019.
    """
    page = page_of(test_a7_names_alone)
    assert meanings(page) == {"Openness": None, "Patience": None, "Good company": None}
    assert headings(page) == ["Our values"]
    assert [concern.line for concern in concerns(page, ConcernKind.NO_BEHAVIOURS)] == [3]


def test_a9_values_that_are_sentences_have_no_names() -> None:
    """
    Our values
    - Everybody who rings is rung back, whoever answered first
    - We mend what we break before we ask for a new one
    """
    page = page_of(test_a9_values_that_are_sentences_have_no_names)
    assert names(page) == [None, None]
    assert [value.definition.text for value in page.values if value.definition] == [
        "Everybody who rings is rung back, whoever answered first",
        "We mend what we break before we ask for a new one",
    ]
    assert concerns(page, ConcernKind.LOST_HEADING) == []


def test_a11_a_page_without_values_says_so() -> None:
    """
    Our mission
    Care at every door.
    Our promises
    • We will ring back
    • We will be on time
    • We listen
    """
    page = page_of(test_a11_a_page_without_values_says_so)
    assert names(page) == unattached(page) == []
    assert len(concerns(page, ConcernKind.NO_VALUES)) == 1
    assert headings(page) == ["Our promises"]
