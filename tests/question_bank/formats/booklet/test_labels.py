from question_bank.formats.booklet.labels import KINDS, rule_in_words
from question_bank.model import Kind
from tests.question_bank.build import shipped_bank


def test_every_kind_has_a_name() -> None:
    assert set(KINDS) == set(Kind)


def test_every_reason_on_the_shipped_pages_has_words() -> None:
    for name in ("nhs-somerset", "mersey-care"):
        for finding in shipped_bank(name, organisation=None).findings:
            if finding.words.startswith("T"):
                assert "stands against it" not in rule_in_words(finding.rule), finding.rule


def test_an_unknown_rule_is_named() -> None:
    assert rule_in_words("tide") == "the rule “tide” stands against it"
