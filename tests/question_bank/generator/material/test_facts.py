from question_bank.generator.material.facts import Fact, Role, cite, name_fact, slug


def fact(text: str, *, typo_places: frozenset[int] = frozenset(), line: int = 3) -> Fact:
    return Fact(f"value/thrift/behaviour/{slug(text)}", text, line, Role.BEHAVIOUR, "Thrift", typo_places=typo_places)


def test_a_run_may_be_quoted_where_it_stands_verbatim() -> None:
    assert fact("mend before we buy").may_quote("mend before")
    assert not fact("mend before we buy").may_quote("repair before")


def test_a_run_near_a_slip_may_not_be_quoted() -> None:
    slipped = fact("live health independent lives, supported by neighbours", typo_places=frozenset({0, 1, 2, 3}))
    assert not slipped.may_quote("independent lives")
    assert slipped.may_quote("supported by neighbours")


def test_a_run_with_double_quotation_marks_may_not_be_quoted() -> None:
    assert not fact("have a “can do” outlook").may_quote("a “can do” outlook")
    assert fact("say ‘it was like that’ to nobody").may_quote("say ‘it was like that’")


def test_each_passage_is_cited_once() -> None:
    one, other = fact("mend before we buy"), fact("share what we have", line=4)
    assert [citation.line for citation in cite(one, other, one)] == [3, 4]


def test_names_become_stable_ids() -> None:
    assert name_fact("Honesty & Openness") == "value/honesty-openness/name"
    assert slug("Café – Ehre") == "cafe-ehre"
    assert slug("价值") == slug("价值") != slug("值价")
