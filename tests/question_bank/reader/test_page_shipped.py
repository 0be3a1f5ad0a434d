from question_bank.model import ConcernKind
from tests.question_bank.build import shipped_page
from tests.question_bank.reader.reading import behaviours, concerns, headings, meanings, names

SOMERSET = shipped_page("nhs-somerset")
MERSEY_CARE = shipped_page("mersey-care")


def test_somersets_vision_is_verbatim_without_its_quotation_marks() -> None:
    assert SOMERSET.vision is not None
    assert SOMERSET.vision.line == 7
    assert SOMERSET.vision.text == (
        "In Somerset we want people to live health independent lives, supported by thriving communities with timely "
        "and easy access to high quality and efficient public services when they need them."
    )


def test_somersets_typo_is_asked_about_and_not_mended() -> None:
    (concern,) = concerns(SOMERSET, ConcernKind.LIKELY_TYPO)
    assert concern.line == 7
    assert "live health independent" in concern.message
    assert "healthy" in concern.message


def test_somerset_has_five_values_of_three_behaviours_in_page_order() -> None:
    assert names(SOMERSET) == [
        "Quality Improvement",
        "Integrated Working",
        "Personal Integrity",
        None,
        "Self Awareness",
    ]
    assert [len(value.behaviours) for value in SOMERSET.values] == [3, 3, 3, 3, 3]
    assert [value.line for value in SOMERSET.values] == [13, 21, 29, 40, 48]
    assert not any(value.avoid or value.definition for value in SOMERSET.values)


def test_somersets_lost_heading_is_asked_about_on_its_line() -> None:
    (concern,) = concerns(SOMERSET, ConcernKind.LOST_HEADING)
    assert concern.line == SOMERSET.values[3].line
    assert "take the time to listen" in concern.message


def test_the_items_below_a_lost_heading_are_not_handed_to_the_neighbour() -> None:
    assert behaviours(SOMERSET)[None] == [
        "take the time to listen to those around us",
        "contribute to delivering person centred care, putting the patient at the heart of everything we do",
        "build relationships built on mutual trust, openness and understanding with colleagues, internal and external, "
        "service providers, patients and other stakeholders",
    ]


def test_somersets_wrapped_items_are_joined_and_keep_their_first_line() -> None:
    wrapped = SOMERSET.values[2].behaviours
    assert [passage.line for passage in wrapped] == [33, 35, 37]
    assert wrapped[0].text == (
        "take personal responsibility for ensuring that we contribute to the provision of excellent, safe, high "
        "quality service to others"
    )


def test_every_somerset_list_keeps_its_opening() -> None:
    assert [value.stem.text if value.stem else None for value in SOMERSET.values] == ["This means we:"] * 5


def test_somersets_skip_link_is_gone_and_its_title_read() -> None:
    assert SOMERSET.title == "Our Vision and Values"
    assert not any("Skip" in section.heading + section.text for section in SOMERSET.sections)


def test_somersets_lead_in_is_kept_as_a_section() -> None:
    (section,) = SOMERSET.sections
    assert (section.heading, section.line) == ("Our Values", 9)
    assert section.text == "The values that lie at the heart of the work of NHS Somerset are:"


def test_mersey_cares_vision_is_read() -> None:
    assert MERSEY_CARE.vision is not None
    assert MERSEY_CARE.vision.line == 3
    assert MERSEY_CARE.vision.text == (
        "To lead the way in perfect, whole person care that helps people of all ages live healthier lives."
    )


def test_mersey_cares_mention_of_a_mission_is_no_mission() -> None:
    assert MERSEY_CARE.mission is None


def test_mersey_cares_five_values_have_meanings_and_no_behaviours() -> None:
    assert meanings(MERSEY_CARE) == {
        "Continuous improvement": "committed to making improvements to our services for the benefit of all",
        "Accountability": "taking ownership to anticipate, develop and deliver high quality care",
        "Respect": "how we treat others in an inclusive and supportive way",
        "Enthusiasm": "demonstrate our passion and pride for what we do and how we do it",
        "Support": "actively supporting others with compassion and courage.",
    }
    assert [value.line for value in MERSEY_CARE.values] == [20, 21, 22, 23, 24]
    assert not any(value.behaviours or value.avoid or value.stem for value in MERSEY_CARE.values)


def test_mersey_cares_plans_are_sections_and_no_values() -> None:
    assert headings(MERSEY_CARE) == [
        "Our strategy",
        "Our services",
        "Our people",
        "Our resources",
        "Our future",
        "Our values",
    ]
    assert [len(section.paragraphs) for section in MERSEY_CARE.sections] == [5, 1, 1, 1, 1, 1]
    assert MERSEY_CARE.unattached == ()


def test_mersey_cares_introduction_to_its_values_is_kept() -> None:
    assert MERSEY_CARE.sections[-1].text == (
        "Our vision, mission and goals are built on a solid foundation of restorative just and learning culture."
    )


def test_mersey_care_is_asked_for_its_missing_behaviours() -> None:
    (concern,) = concerns(MERSEY_CARE, ConcernKind.NO_BEHAVIOURS)
    assert concern.line == 20


def test_mersey_care_is_asked_about_support_and_supportive() -> None:
    (concern,) = concerns(MERSEY_CARE, ConcernKind.AMBIGUOUS_PAIR)
    assert concern.line == 22
    assert "“Respect”" in concern.message
    assert "“Support” (line 24)" in concern.message


def test_no_shipped_page_names_its_organisation_by_itself() -> None:
    assert SOMERSET.organisation is None
    assert MERSEY_CARE.organisation is None
