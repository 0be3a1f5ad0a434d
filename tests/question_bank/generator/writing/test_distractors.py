from question_bank.generator.writing.distractors import choices, fair_lines, foils, lines_of_others
from question_bank.generator.writing.likeness import lines_clash
from tests.question_bank.generator.desks import FERNBROOK, desk

AT = desk()
CANDOUR = AT.facts.values[0]


def test_a_line_is_cut_before_it_names_the_value() -> None:
    at = desk(FERNBROOK.replace("the rota allows", "the rota allows, in order to show thrift"))
    thrift = at.facts.values[1]
    assert [line.text for line in fair_lines(at, thrift.behaviours, name="Thrift")] == [
        "repair a wheelchair before ordering another from the catalogue",
        "share lifts to the outlying clinics wherever the rota allows",
    ]


def test_a_line_that_cannot_be_cut_is_left_out() -> None:
    at = desk(FERNBROOK.replace("ask a second nurse", "with candour ask a second nurse"))
    value = at.facts.values[0]
    assert len(fair_lines(at, value.behaviours, name="Candour")) == 1


def test_wrong_lines_stand_under_other_names_and_clash_with_no_key() -> None:
    keys = fair_lines(AT, CANDOUR.behaviours, name="Candour")
    pool = lines_of_others(AT, CANDOUR, keys=keys)
    assert {line.fact.owner for line in pool} == {"Thrift", "Neighbourliness", "Stamina"}
    assert not any(lines_clash(AT, line.text, other=key.text) for line in pool for key in keys)


def test_lines_without_an_owner_are_no_wrong_lines() -> None:
    at = desk(FERNBROOK.replace("Thrift\n\n", "\n"))
    pool = lines_of_others(at, at.facts.values[0], keys=fair_lines(at, at.facts.values[0].behaviours, name="Candour"))
    assert not any(line.fact.owner in (None, "Thrift") for line in pool)
    assert at.facts.ownerless


def test_wrong_lines_go_with_the_key_in_length() -> None:
    key = fair_lines(AT, CANDOUR.behaviours, name="Candour")[:1]
    pool = lines_of_others(AT, CANDOUR, keys=key)
    for wrong in choices(AT, key, pool=pool, count=2):
        assert len(key[0].text) <= 1.1 * max(len(line.text) for line in wrong)


def test_foils_are_words_that_the_page_does_not_speak_of() -> None:
    assert "Curiosity" in foils(AT, "names")
    curious = desk(FERNBROOK + "\n\nWe stay curious, open and proud.\n")
    assert not {"Curiosity", "Openness"} & set(foils(curious, "names"))
