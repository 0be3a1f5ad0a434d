"""Items that an expert would pass raise no finding against the pages they rest on."""

import pytest

from question_bank.checks import check_item
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import cite, item, right, shipped_page, wrong

QI1 = (
    "think innovatively about how best to use the resources that we have to come up with improved ways to deliver "
    "our particular service"
)
QI1_SHORT = "think innovatively about how best to use the resources that we have"
IW1 = "encourage, enable and role model working across organisational boundaries"
IW2 = "develop positive relationships with colleagues through the use of local networks and joint working"
IW2_SHORT = "develop positive relationships with colleagues through the use of local networks"
IW3 = (
    "share best practice and learning from mistakes with colleagues openly, in order to improve the service we provide"
)
PI2 = (
    "have courage to challenge others if a decision is being made which may have a negative impact on patients, "
    "colleagues or other stakeholders"
)
SA1 = "seek, reflect on and learn from feedback from colleagues, internal and external, and service users"
SA2 = "understand our own limitations and know when it is the right time to ask for help or advice"
SA3 = "are honest and transparent and are not afraid to say if we have made a mistake"
THRIVING = "supported by thriving communities"
RELATIONSHIPS = "build relationships built on mutual trust, openness and understanding with colleagues"

CI = "committed to making improvements to our services for the benefit of all"
AC = "taking ownership to anticipate, develop and deliver high quality care"
RE = "how we treat others in an inclusive and supportive way"
EN = "demonstrate our passion and pride for what we do and how we do it"

QUALITY, INTEGRATED, INTEGRITY, AWARENESS = (
    "Quality Improvement",
    "Integrated Working",
    "Personal Integrity",
    "Self Awareness",
)
VALUE, SECTION, GAP, ABSENT = Proof.OTHER_VALUE, Proof.OTHER_SECTION, Proof.NOT_THIS_GAP, Proof.NOT_ON_PAGE


def _somerset(
    kind: Kind, stem: str, keys: list[str], others: dict[str, Proof], source: list[str], **more: object
) -> Item:
    options = [right(key) for key in keys] + [wrong(text, proof) for text, proof in others.items()]
    return item(kind, stem, options, source=cite(shipped_page("nhs-somerset"), *source), **more)


def _mersey(
    kind: Kind, stem: str, keys: list[str], others: dict[str, Proof], source: list[str], **more: object
) -> Item:
    options = [right(key) for key in keys] + [wrong(text, proof) for text, proof in others.items()]
    return item(kind, stem, options, source=cite(shipped_page("mersey-care"), *source), **more)


def _names(*names: str) -> dict[str, Proof]:
    return dict.fromkeys(names, VALUE)


SOMERSET = [
    _somerset(
        Kind.SINGLE,
        f"Which of the values of NHS Somerset says that we “{PI2}”?",
        [INTEGRITY],
        _names(QUALITY, INTEGRATED, AWARENESS),
        [PI2],
        value=INTEGRITY,
    ),
    _somerset(
        Kind.SINGLE,
        f"Which of the values of NHS Somerset says that we “{SA2}”?",
        [AWARENESS],
        _names(QUALITY, INTEGRATED, INTEGRITY),
        [SA2],
    ),
    _somerset(
        Kind.SINGLE,
        f"Under which value does NHS Somerset say that we “{QI1_SHORT}”?",
        [QUALITY],
        _names(INTEGRATED, INTEGRITY, AWARENESS),
        [QI1_SHORT],
    ),
    _somerset(
        Kind.SINGLE,
        "What does NHS Somerset name under Self Awareness?",
        [SA2],
        _names(IW2, IW1),
        [SA2],
        value=AWARENESS,
    ),
    _somerset(Kind.SINGLE, "What does NHS Somerset name under Personal Integrity?", [PI2], _names(QI1, IW3), [PI2]),
    _somerset(
        Kind.MULTIPLE,
        "Select the THREE behaviours that NHS Somerset names under Self Awareness.",
        [SA1, SA2, SA3],
        _names(IW1, IW2, QI1),
        [SA1, SA2, SA3],
    ),
    _somerset(
        Kind.MATCHING,
        "Match each behaviour to its value on the page of NHS Somerset. One value is not used.",
        [INTEGRITY, AWARENESS, INTEGRATED],
        _names(QUALITY),
        [PI2, SA2, IW2_SHORT],
        pairs=((PI2, INTEGRITY), (SA2, AWARENESS), (IW2_SHORT, INTEGRATED)),
    ),
    _somerset(
        Kind.TRUE_FALSE,
        f"On NHS Somerset's page, “{SA1}” stands under Self Awareness.",
        ["True"],
        {"False": Proof.OPPOSITE},
        [SA1],
    ),
    _somerset(
        Kind.TRUE_FALSE,
        f"The vision of NHS Somerset speaks of people being “{THRIVING}”.",
        ["True"],
        {"False": Proof.OPPOSITE},
        [THRIVING],
    ),
    _somerset(
        Kind.GAP,
        "Complete the vision of NHS Somerset: people “supported by thriving ____ with timely and easy access to … "
        "public services when they need them”.",
        ["communities"],
        dict.fromkeys(["networks", "colleagues", "providers"], GAP),
        [THRIVING],
    ),
    _somerset(
        Kind.GAP,
        "Complete the line: “build relationships built on mutual ____, openness and understanding with colleagues”.",
        ["trust"],
        dict.fromkeys(["benefit", "feedback", "advice"], GAP),
        [RELATIONSHIPS],
    ),
    _somerset(
        Kind.MULTIPLE,
        "Select the TWO phrases that NHS Somerset uses in its vision.",
        ["thriving communities", "timely and easy access"],
        dict.fromkeys(["local networks", "mutual trust", "organisational boundaries"], SECTION),
        ["thriving communities", "timely and easy access"],
    ),
    _somerset(
        Kind.SINGLE,
        "You sit in a meeting. A plan on the table would put someone at risk, and nobody has said so. Which behaviour "
        "on NHS Somerset's page fits best?",
        [PI2],
        _names(QI1, IW3),
        [PI2],
        setting="meeting",
    ),
]

MERSEY = [
    _mersey(
        Kind.SINGLE,
        f"Which of Mersey Care's values is put in these words: “{AC}”?",
        ["Accountability"],
        _names("Respect", "Enthusiasm", "Support"),
        [AC],
    ),
    _mersey(
        Kind.SINGLE,
        f"Which of Mersey Care's values is put in these words: “{RE}”?",
        ["Respect"],
        _names("Accountability", "Enthusiasm", "Continuous improvement"),
        [RE],
    ),
    _mersey(
        Kind.MULTIPLE,
        "Select the THREE that are among the five values of Mersey Care.",
        ["Respect", "Accountability", "Enthusiasm"],
        dict.fromkeys(["Objectivity", "Professionalism", "Self Awareness"], ABSENT),
        ["Accountability", "Respect", "Enthusiasm"],
    ),
    _mersey(
        Kind.MATCHING,
        "Match each description to one of Mersey Care's values. One value is not used.",
        ["Accountability", "Enthusiasm", "Respect"],
        _names("Continuous improvement"),
        [AC, EN, RE],
        pairs=((AC, "Accountability"), (EN, "Enthusiasm"), (RE, "Respect")),
    ),
    _mersey(
        Kind.GAP,
        "Complete the vision of Mersey Care: “To lead the way in perfect, ____ care that helps people of all ages live "
        "healthier lives”.",
        ["whole person"],
        dict.fromkeys(["joined up", "high quality", "mental health"], GAP),
        ["To lead the way in perfect, whole person care"],
    ),
    _mersey(
        Kind.SINGLE,
        "Under which heading does Mersey Care promise to “work side by side with service users and carers”?",
        ["Our people"],
        dict.fromkeys(["Our resources", "Our future"], SECTION),
        ["work side by side with service users and carers"],
    ),
    _mersey(
        Kind.SINGLE,
        "Under which heading does Mersey Care name “working more closely with primary care and other organisations”?",
        ["Our future"],
        dict.fromkeys(["Our services", "Our people", "Our resources"], SECTION),
        ["working more closely with primary care and other organisations"],
    ),
    _mersey(
        Kind.MULTIPLE,
        "Select the THREE qualities of care that Mersey Care says it will strive for.",
        ["Safe", "Timely", "Equitable"],
        dict.fromkeys(["Affordable", "Confidential", "Specialist"], ABSENT),
        ["safe, timely, effective, equitable and person-centred care"],
    ),
    _mersey(
        Kind.SINGLE,
        "What kind of culture does Mersey Care say its vision, mission and goals rest on?",
        ["Restorative just and learning"],
        {
            "Productive and high performing": SECTION,
            "Inclusive and supportive": VALUE,
            "Collaborative and joined up": SECTION,
        },
        ["solid foundation of restorative just and learning culture"],
    ),
    _mersey(
        Kind.SINGLE,
        "Through what does the strategy of Mersey Care want to enable people to take more control?",
        ["Co-production"],
        {"Digital technology": SECTION, "Primary care": SECTION, "Collective effort": GAP},
        ["enable people to take more control through co-production"],
    ),
    _mersey(
        Kind.SINGLE,
        "Which services does Mersey Care say the NHS Long Term plan expands?",
        ["Community and mental health"],
        {
            "Estates, digital and corporate": SECTION,
            "Primary and emergency care": ABSENT,
            "Research and development": SECTION,
        },
        ["the expansion of community and mental health services"],
    ),
    _mersey(
        Kind.TRUE_FALSE,
        f"Mersey Care puts Respect in these words: “{AC}”.",
        ["False"],
        {"True": Proof.OPPOSITE},
        [AC],
    ),
    _mersey(
        Kind.SINGLE,
        "You notice that a referral has gone astray. You do not leave it to someone else but see it through. Which of "
        "Mersey Care's values does this show most directly?",
        ["Accountability"],
        _names("Enthusiasm", "Respect"),
        [AC],
        setting="any",
    ),
]


@pytest.mark.parametrize("sound", SOMERSET, ids=lambda sound: sound.stem[:60])
def test_sound_items_on_somerset_pass(sound: Item) -> None:
    assert check_item(sound, page=shipped_page("nhs-somerset"), organisation="NHS Somerset") == ()


@pytest.mark.parametrize("sound", MERSEY, ids=lambda sound: sound.stem[:60])
def test_sound_items_on_mersey_care_pass(sound: Item) -> None:
    assert check_item(sound, page=shipped_page("mersey-care"), organisation="Mersey Care") == ()


@pytest.mark.parametrize("sound", SOMERSET + MERSEY, ids=lambda sound: sound.stem[:60])
def test_sound_items_pass_without_their_page_too(sound: Item) -> None:
    assert check_item(sound, page=None, organisation="NHS Somerset" if sound in SOMERSET else "Mersey Care") == ()
