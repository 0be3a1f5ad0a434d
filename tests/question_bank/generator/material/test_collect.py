from question_bank.generator.material.collect import MOST_VALUES, collect_facts
from question_bank.generator.material.facts import PageFacts, Role
from question_bank.model import Concern, ConcernKind, Passage, Section, Value, ValuesPage
from question_bank.reader import read_text

PAGE = """Our vision

To keep people well at home. This needs friends.

Our values

Thrift – we mend before we buy. Waste helps nobody.

We will:
  • repair a wheelchair before
    ordering another
  • share lifts to the clinics
  • Agility

We will not:
  • wait for somebody else

Candour

We will:
  • say so on the same day


We will:
  • we ask why a thing is done
  • share lifts to the clinics

Our plans

We will open a second clinic in 2027. Our nurses will visit every village. Click below for more.
"""


def facts() -> PageFacts:
    return collect_facts(read_text(PAGE), organisation=None)


def passages(*texts: str, first_line: int = 2) -> tuple[Passage, ...]:
    return tuple(Passage(text, first_line + place, 0, 0) for place, text in enumerate(texts))


def test_wrapped_lines_are_whole_and_keep_their_first_line() -> None:
    thrift = facts().values[0]
    assert thrift.behaviours[0].text == "repair a wheelchair before ordering another"
    assert thrift.behaviours[0].line == 10
    assert thrift.behaviours[0].lead == "We will:"


def test_the_first_sentence_defines() -> None:
    thrift = facts().values[0]
    assert thrift.definition is not None
    assert thrift.definition.text == "we mend before we buy."


def test_lines_printed_twice_and_single_words_are_left_out() -> None:
    texts = [fact.text for fact in facts().all]
    assert not any("share lifts" in text or text == "Agility" for text in texts)


def test_unwanted_conduct_is_kept_apart() -> None:
    thrift = facts().values[0]
    assert thrift.unwanted == ("wait for somebody else",)
    assert not any("somebody else" in fact.text for fact in facts().all)


def test_a_list_without_a_heading_has_no_owner() -> None:
    found = facts()
    assert [(fact.text, fact.owner) for fact in found.ownerless] == [("we ask why a thing is done", None)]
    assert found.ownerless[0].id.startswith("value/unnamed/behaviour/")
    assert found.has_lost_heading


def test_a_sentence_without_antecedent_is_left_out() -> None:
    assert [fact.text for fact in facts().statements] == ["To keep people well at home."]


def test_figures_and_help_with_the_page_are_no_matter_for_questions() -> None:
    sections = [section for section in facts().sections if section.heading == "Our plans"]
    assert [fact.text for section in sections for fact in section.facts] == ["Our nurses will visit every village."]
    assert sections[0].facts[0].role is Role.SECTION


def test_ids_depend_on_the_words_not_on_the_line() -> None:
    moved = collect_facts(read_text("Skip to content\n\n\n" + PAGE), organisation=None)
    assert [fact.id for fact in moved.all] == [fact.id for fact in facts().all]


def test_a_name_printed_twice_is_one_value() -> None:
    values = (
        Value("Thrift", 1, behaviours=passages("mend before we buy")),
        Value("THRIFT", 5, behaviours=passages("share what we have")),
    )
    (merged,) = collect_facts(ValuesPage("", "", values=values), organisation=None).values
    assert [fact.owner for fact in merged.behaviours] == ["Thrift", "Thrift"]


def test_a_fragment_is_left_out() -> None:
    values = (
        Value("Thrift", 1, behaviours=passages("mend before we b", "share what we have", "keep the tools and d")),
    )
    page = ValuesPage("", "", values=values, concerns=(Concern(ConcernKind.FRAGMENT, 2, "cut off"),))
    (thrift,) = collect_facts(page, organisation=None).values
    assert [fact.text for fact in thrift.behaviours] == ["share what we have"]


def test_a_page_beyond_all_measure_is_cut_and_says_so() -> None:
    values = tuple(Value(f"Name {number}", number + 1) for number in range(MOST_VALUES + 1))
    found = collect_facts(ValuesPage("", "", values=values), organisation=None)
    assert len(found.values) == MOST_VALUES
    assert found.is_cut
    assert not facts().is_cut


def test_a_sentence_that_names_the_organisation_is_about_it() -> None:
    text = "Fernbrook runs a lunch club."
    section = Section("What is here", 1, (Passage(text, 2, 13, 13 + len(text)),))
    page = ValuesPage(f"What is here\n{text}", "", sections=(section,))
    assert collect_facts(page, organisation="Fernbrook").sections[0].facts
    assert not collect_facts(page, organisation=None).sections[0].facts


def test_a_vision_tells_nothing_of_the_past() -> None:
    text = "Our vision\n\nTo keep the valley well. Last year we asked forty guests what they wanted to see.\n"
    facts = collect_facts(read_text(text), organisation=None)
    assert [fact.text for fact in facts.statements] == ["To keep the valley well."]


def test_a_line_on_which_the_page_breaks_off_is_no_fact() -> None:
    text = "Our values\n\nCandour\n\n  • own up on the same day\n  • tell the family what happ"
    facts = collect_facts(read_text(text), organisation=None)
    assert [fact.text for fact in facts.behaviours] == ["own up on the same day"]
