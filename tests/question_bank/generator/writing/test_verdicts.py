from question_bank.generator.writing.verdicts import FALSE, TRUE, Statement, verdict
from question_bank.model import Citation, Kind, Proof

SOURCE = (Citation(line=3, text="say so on the same day"),)


def test_a_true_statement_has_the_false_answer_as_the_opposite() -> None:
    item = verdict(Statement(TRUE, "It is so.", "because", "yet"), facts=("a",), source=SOURCE)
    assert (item.kind, item.template, item.stem) == (Kind.TRUE_FALSE, TRUE, "It is so.")
    assert [(o.text, o.correct, o.rationale, o.proof) for o in item.options] == [
        ("True", True, "because", None),
        ("False", False, "yet", Proof.OPPOSITE),
    ]


def test_a_false_statement_keeps_the_order_of_the_answers() -> None:
    item = verdict(Statement(FALSE, "It is so.", "because", "yet"), facts=("a",), source=SOURCE, value="Candour")
    assert [(o.text, o.correct, o.rationale, o.proof) for o in item.options] == [
        ("True", False, "yet", Proof.OPPOSITE),
        ("False", True, "because", None),
    ]
    assert item.value == "Candour"
