"""Pairs of value names that clash, and pairs that only look alike."""

from itertools import combinations

import pytest

from question_bank.lexicon import concepts, names_clash

SAME = [
    ("Open", "Honest"),
    ("Openness", "Integrity"),
    ("Kind", "Compassion"),
    ("Caring", "Compassionate"),
    ("Together", "Integrated Working"),
    ("Teamwork", "Collaboration"),
    ("Quality Improvement", "Continuous improvement"),
    ("Excellence", "World-class"),
    ("Accountability", "Taking responsibility"),
    ("Enthusiasm", "Passion and pride"),
    ("Support", "Helpful"),
    ("Fairness", "Equity"),
    ("Brave", "Courage"),
    ("Respect", "Every person counts"),
    ("Trusted", "Reliable"),
    ("Shared goals", "Together"),
    ("Impactful", "Making a Difference"),
]
# Names that trusts, councils and charities give their values, by what they mean; those of one line clash, and the
# first of each line differs from the first of every other.
GROUPS = [
    "Kindness/Kind/Caring/Care/Compassion/Compassionate/Empathy/Humanity/Warmth/Friendly/Considerate",
    "Respect/Respectful/Dignity/Courtesy/Civility/Valuing each other/Everyone counts",
    "Inclusion/Inclusive/Diversity/Equality/Equity/Fair/Fairness/Belonging/Welcoming/Justice",
    "Openness/Open/Honest/Honesty/Integrity/Transparency/Candour/Authentic/Freedom to Speak Up",
    "Courage/Courageous/Brave/Bold/Fearless",
    "Trust/Trustworthy/Reliable/Dependable/Keeping promises",
    "Accountability/Accountable/Responsibility/Taking ownership",
    "Ambition/Ambitious/Aspirational/Aim high/Striving",
    "Excellence/Excellent/Outstanding care/Quality/High standards/World-class",
    "Improvement/Improving/Continuous improvement/Improving lives/Better/Getting better",
    "Innovation/Innovative/Creativity/Forward-thinking/Pioneering",
    "Learning/Curious/Curiosity/Development/Growth",
    "Teamwork/Collaborative/Collaboration/Partnership/One team/Working together/Together/United/Connected",
    "Pride/Proud/Passion/Passionate/Enthusiasm/Energy",
    "Commitment/Committed/Dedicated/Dedication",
    "Safety/Safe/Safeguarding",
    "Support/Supportive/Helpful/Encouraging/Nurturing",
    "Empowerment/Empowering/Enabling",
    "Efficiency/Efficient/Effective/Resourceful",
    "Sustainability/Sustainable/Greener",
    "Responsiveness/Responsive/Adaptable/Agile/Flexible",
    "Resilience/Resilient/Determined/Perseverance",
    "Humility/Humble/Modesty",
    "Hope/Optimism",
    "Fun/Joy/Good humour",
    "Professionalism/Professional/Expertise/Competence",
    "Leadership/Leading",
    "Making a difference/Impact/Impactful",
    "Person-centred/Patients first/People first/Customer focused",
    "Self Awareness/Insight",
    "Objectivity/Evidence-based",
    "Listening", "Wellbeing", "Simplicity", "Loyalty", "Gratitude", "Stewardship",
]  # fmt: skip
DIFFERENT = [
    ("Equality", "Quality"),
    ("Integrity", "Integrated"),
    ("Personal Integrity", "Integrated Working"),
    ("Caring", "Daring"),
    ("Responsive", "Responsible"),
    ("Accountability", "Integrity"),
    ("Respect", "Support"),
    ("Self Awareness", "Quality Improvement"),
    ("Patients first", "People matter"),
    ("Public service", "Serving residents"),
    ("Career", "Caring"),
    ("Universal", "University"),
    ("Positive", "Position"),
    ("Considerate", "Considering"),
    ("Careful spending", "Caring"),
    ("Health care", "Kindness"),
    ("Integrated care", "Integrity"),
    ("Proud", "Prudent"),
    ("Fair", "Affairs"),
    ("Hope", "Hospitality"),
    ("Just culture", "Inclusion"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_mean_the_same_clash(one: str, other: str) -> None:
    assert names_clash(one, other)
    assert names_clash(other, one)


@pytest.mark.parametrize("group", GROUPS)
def test_names_of_one_meaning_clash_with_each_other(group: str) -> None:
    first, *others = group.split("/")
    assert [other for other in others if not names_clash(first, other)] == []


def test_names_of_different_meanings_do_not_clash() -> None:
    firsts = [group.split("/")[0] for group in GROUPS]
    assert len({name for group in GROUPS for name in group.split("/")}) >= 120
    assert [pair for pair in combinations(firsts, 2) if names_clash(*pair)] == []


def test_a_name_counts_where_it_is_the_whole_of_a_text() -> None:
    assert concepts("Care") == concepts("“Care”") == {"compassion"}
    assert concepts("a care home") == frozenset()


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_only_look_alike_do_not_clash(one: str, other: str) -> None:
    assert not names_clash(one, other)
    assert not names_clash(other, one)


def test_a_concept_is_found_behind_a_hyphen_and_at_both_ends_of_a_text() -> None:
    assert concepts("world-class") == {"excel"}
    assert concepts("Kindness, and then courage.") == {"compassion", "courage"}


def test_a_generic_concept_never_counts_alone() -> None:
    assert concepts("people") == frozenset()
    assert concepts("the public services that people use") == frozenset()


def test_a_pattern_matches_whole_words_only() -> None:
    assert concepts("a stopover in an unsafest unopened bestiary") == frozenset()
    assert concepts("our own roles") == frozenset()
