"""Items that are answered with true or false."""

from dataclasses import dataclass

from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof

TRUE, FALSE = "T11", "T11x"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, whether it is true (its template tells), and the reasons for the right and the wrong answer."""

    template: str
    text: str
    right: str
    wrong: str


def verdict(
    said: Statement,
    *,
    facts: tuple[str, ...],
    source: tuple[Citation, ...],
    value: str | None = None,
    status: DraftStatus = DraftStatus.DRAFT,
) -> Item:
    """The item: “True” stands before “False”, and the wrong one of the two is the opposite of the page."""
    true = said.template == TRUE
    return Item(
        id="",
        kind=Kind.TRUE_FALSE,
        template=said.template,
        status=status,
        stem=said.text,
        options=(
            Option("True", true, said.right if true else said.wrong, None if true else Proof.OPPOSITE),
            Option("False", not true, said.wrong if true else said.right, Proof.OPPOSITE if true else None),
        ),
        facts=facts,
        source=source,
        value=value,
    )
