"""Items that good authors wrote by hand for both shipped pages: the bank holds one with the same kind and key."""

from functools import cache

import pytest

from question_bank.generator import generate
from question_bank.model import Item, Kind
from tests.question_bank.build import shipped_page

CHALLENGE = (
    "have courage to challenge others if a decision is being made which may have a negative impact on patients, "
    "colleagues or other stakeholders"
)
FEEDBACK = "seek, reflect on and learn from feedback from colleagues, internal and external, and service users"
LIMITS = "understand our own limitations and know when it is the right time to ask for help or advice"
HONEST = "are honest and transparent and are not afraid to say if we have made a mistake"
NETWORKS = "develop positive relationships with colleagues through the use of local networks"
OWNERSHIP = "taking ownership to anticipate, develop and deliver high quality care"
INCLUSIVE = "how we treat others in an inclusive and supportive way"
PASSION = "demonstrate our passion and pride for what we do and how we do it"
VISION = "To lead the way in perfect, whole person care that helps people of all ages live healthier lives"

Wanted = tuple[str, Kind, str, tuple[str, ...]]

# page, kind, words that the question quotes, keys (of a matching item: “left -> right”)
WANTED: list[Wanted] = [
    ("nhs-somerset", Kind.SINGLE, CHALLENGE, ("Personal Integrity",)),
    ("nhs-somerset", Kind.SINGLE, LIMITS, ("Self Awareness",)),
    ("nhs-somerset", Kind.SINGLE, "think innovatively about how best to use the resources", ("Quality Improvement",)),
    ("nhs-somerset", Kind.SINGLE, "Self Awareness", (LIMITS,)),
    ("nhs-somerset", Kind.SINGLE, "Personal Integrity", (CHALLENGE,)),
    ("nhs-somerset", Kind.MULTIPLE, "Self Awareness", (FEEDBACK, LIMITS, HONEST)),
    (
        "nhs-somerset",
        Kind.MATCHING,
        "",
        (f"{CHALLENGE} -> Personal Integrity", f"{LIMITS} -> Self Awareness", f"{NETWORKS} -> Integrated Working"),
    ),
    ("nhs-somerset", Kind.TRUE_FALSE, FEEDBACK, ("True",)),
    ("nhs-somerset", Kind.TRUE_FALSE, "supported by thriving communities", ("True",)),
    ("nhs-somerset", Kind.GAP, "supported by thriving ____", ("communities",)),
    ("nhs-somerset", Kind.GAP, "built on mutual ____", ("trust",)),
    ("nhs-somerset", Kind.MULTIPLE, "vision", ("thriving communities", "timely and easy access")),
    ("mersey-care", Kind.SINGLE, OWNERSHIP, ("Accountability",)),
    ("mersey-care", Kind.SINGLE, INCLUSIVE, ("Respect",)),
    ("mersey-care", Kind.MULTIPLE, "values", ("Respect", "Accountability", "Enthusiasm")),
    (
        "mersey-care",
        Kind.MATCHING,
        "",
        (f"{OWNERSHIP} -> Accountability", f"{PASSION} -> Enthusiasm", f"{INCLUSIVE} -> Respect"),
    ),
    ("mersey-care", Kind.GAP, "in perfect, ____ care", ("whole person",)),
    ("mersey-care", Kind.SINGLE, "work side by side with service users and carers", ("Our people",)),
    ("mersey-care", Kind.SINGLE, "working more closely with primary care and other organisations", ("Our future",)),
    ("mersey-care", Kind.MULTIPLE, "strive to provide", ("safe", "timely", "equitable")),
    ("mersey-care", Kind.SINGLE, "enable people to take more control", ("co-production",)),
    ("mersey-care", Kind.SINGLE, "vision, mission and goals", ("restorative just and learning",)),
    ("mersey-care", Kind.TRUE_FALSE, OWNERSHIP, ("False",)),
    ("nhs-somerset", Kind.SINGLE, FEEDBACK, ("Self Awareness",)),
    ("nhs-somerset", Kind.SINGLE, HONEST, ("Self Awareness",)),
    ("nhs-somerset", Kind.SINGLE, NETWORKS, ("Integrated Working",)),
    ("nhs-somerset", Kind.SINGLE, "Self Awareness", (FEEDBACK,)),
    ("nhs-somerset", Kind.SINGLE, "Self Awareness", (HONEST,)),
    ("nhs-somerset", Kind.SINGLE, "Integrated Working", (NETWORKS,)),
    ("nhs-somerset", Kind.MULTIPLE, "Self Awareness", (FEEDBACK, LIMITS)),
    ("nhs-somerset", Kind.TRUE_FALSE, HONEST, ("False",)),
    ("nhs-somerset", Kind.TRUE_FALSE, "timely and easy access", ("True",)),
    ("nhs-somerset", Kind.GAP, "timely and easy ____", ("access",)),
    ("nhs-somerset", Kind.GAP, "understand our own ____", ("limitations",)),
    ("mersey-care", Kind.SINGLE, PASSION, ("Enthusiasm",)),
    ("mersey-care", Kind.SINGLE, "with compassion and courage", ("Support",)),
    ("mersey-care", Kind.SINGLE, "one of", ("Accountability",)),
    (
        "mersey-care",
        Kind.MATCHING,
        "",
        (
            f"{OWNERSHIP} -> Accountability",
            f"{PASSION} -> Enthusiasm",
            "with compassion and courage -> Support",
        ),
    ),
    ("mersey-care", Kind.GAP, "live ____ lives", ("healthier",)),
    ("mersey-care", Kind.SINGLE, "using technology to help improve our care", ("Our resources",)),
    ("mersey-care", Kind.SINGLE, "Which of these is", (VISION,)),
    ("mersey-care", Kind.SINGLE, "set out in the", ("NHS Long Term plan",)),
    ("mersey-care", Kind.SINGLE, "the expansion of", ("community and mental health",)),
    ("mersey-care", Kind.MULTIPLE, "", ("clinical excellence", "prevention", "integration")),
    ("mersey-care", Kind.MULTIPLE, "", ("research", "development", "innovation")),
]
NAMES = {"nhs-somerset": "NHS Somerset", "mersey-care": "Mersey Care"}


@cache
def items(name: str, seed: int) -> tuple[Item, ...]:
    return generate(shipped_page(name), organisation=NAMES[name], seed=seed).items


def keys_of(item: Item) -> set[str]:
    if item.pairs:
        return {f"{left} -> {right}" for left, right in item.pairs}
    return {option.text for option in item.keys}


@pytest.mark.parametrize("seed", [0, 11])
@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: f"{wanted[0]}-{wanted[1]}-{wanted[3][0][:20]}")
def test_the_bank_holds_what_a_good_author_would_ask(wanted: Wanted, seed: int) -> None:
    page, kind, words, keys = wanted
    made = items(page, seed)
    assert any(item.kind is kind and words in item.stem and keys_of(item) == set(keys) for item in made)


@pytest.mark.parametrize(("name", "key"), [("nhs-somerset", CHALLENGE), ("mersey-care", "Accountability")])
def test_most_seeds_hold_the_situation_a_good_author_would_tell(name: str, key: str) -> None:
    scenarios = [[item for item in items(name, seed) if item.setting] for seed in range(8)]
    assert sum(any(keys_of(item) == {key} for item in made) for made in scenarios) >= 5
