from question_bank.generator.templates.statements.phrase_to_heading import ask
from question_bank.model import DraftStatus, Proof
from tests.question_bank.generator.desks import desk, first_items, rules

PAGE = """Our vision

To keep the valley well.

Our values

  • Candour – saying so on the same day
  • Thrift – mending a wheelchair first

Our wards

We will paint every ward in calm colours, and we will answer each bell within two minutes.

Our kitchens

We will cook with vegetables from the hospital garden. Our wards get warm soup at night.

Our workshop

We will mend beds, chairs and trolleys by ourselves. Thrift means that we waste no screw.
"""


def test_a_clause_is_asked_for_by_its_heading() -> None:
    items = {item.stem: item for item in first_items(ask, desk(PAGE))}
    asking = "Under which heading on Fernbrook’s page would you find these words"
    item = items[f"{asking}: “we will answer each bell within two minutes”?"]
    assert item.keys[0].text == "Our wards"
    assert {option.text for option in item.distractors} == {"Our kitchens", "Our workshop"}
    assert {option.proof for option in item.distractors} == {Proof.OTHER_SECTION}
    assert item.value is None


def test_a_quotation_that_names_a_heading_a_value_or_points_elsewhere_is_left_out() -> None:
    quoted = [item.stem for item in first_items(ask, desk(PAGE))]
    assert not any("paint every ward" in stem or "screw" in stem for stem in quoted)
    soup = [item for item in first_items(ask, desk(PAGE)) if "warm soup" in item.stem]
    assert soup == []


def test_values_and_vision_are_no_headings_to_choose_from() -> None:
    texts = {option.text for item in first_items(ask, desk(PAGE)) for option in item.options}
    assert texts == {"Our wards", "Our kitchens", "Our workshop"}


def test_two_sections_are_too_few() -> None:
    at = desk(PAGE[: PAGE.index("Our workshop")])
    assert first_items(ask, at) == []
    assert "no-distractors" in rules(ask, at)


def test_a_wrong_heading_is_told_where_the_words_are() -> None:
    rationales = [option.rationale for item in first_items(ask, desk(PAGE)) for option in item.distractors]
    assert all("these words stand under “Our" in rationale for rationale in rationales)


HOMES = """Our people

We will keep a skilled workforce and recruit nurses from the valley.

Our future

We will grow herbs and open a second garden in the coming decade.

Our strategy

We will be first among hospitals of our size in every sense.

Our resources

We will mend our buildings, and volunteers will paint them.
"""


def test_only_words_at_home_under_their_heading_alone_are_drafts() -> None:
    drafts = {i.keys[0].text for i in first_items(ask, desk(HOMES)) if i.status is DraftStatus.DRAFT}
    review = {i.keys[0].text for i in first_items(ask, desk(HOMES)) if i.status is DraftStatus.REVIEW}
    assert "Our people" in drafts
    assert "Our strategy" in review


def test_words_at_home_under_an_absent_heading_are_for_a_person_to_decide_on() -> None:
    at = desk(HOMES.replace("first among hospitals", "first in the treatment of patients"))
    asked = [item for item in first_items(ask, at) if "treatment" in item.stem]
    assert {item.status for item in asked} <= {DraftStatus.REVIEW}
