"""Banks of any shape for the ways out and in: all kinds, nasty characters, odd items that no check would pass."""

from hypothesis import strategies as st

from question_bank.model import (
    Bank,
    Capacity,
    Citation,
    DraftStatus,
    Finding,
    Item,
    Kind,
    Option,
    Override,
    Proof,
    Severity,
)
from question_bank.text import fold_space

NASTY = (
    "=#{}~:\\%[]<>&\"'|-/ \t\n\r\v\x00\x1b\x85\u00a0\u2028\ufffe_@+$;,.0x",
    ("->", "]]>", "--", "-->", "####", "::", "//", "____", "\\n", "\\e", "%50%", "[html]", "[id:a]", "&amp;", "&#45;"),
    ("<b>", "<!-- x -->", "<![CDATA[", "=1+1", "007", "_x000D_", "x005F_", "\\x000d;", "$CATEGORY: a", "“Mér”", "😀", "a b"),
)
PIECES = st.sampled_from([*NASTY[0], *NASTY[1], *NASTY[2]])
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=6).map("".join)
WORDS = st.sampled_from(["be kind", "Respect", "ring back", "we listen", "mutual trust"])
SAYINGS = TEXTS | WORDS | st.tuples(WORDS, TEXTS).map("".join)
IDS = SAYINGS.map(fold_space).filter(bool)
NONES = st.none()


def options(kind: Kind) -> st.SearchStrategy[tuple[Option, ...]]:
    """Any options; of a true/false item mostly its two."""
    proofs = NONES | st.sampled_from(Proof)
    any_texts = SAYINGS if kind is not Kind.TRUE_FALSE else st.sampled_from(["True", "False", "TRUE"]) | SAYINGS
    return st.lists(st.builds(Option, any_texts, st.booleans(), SAYINGS, proofs), max_size=6).map(tuple)


FINDINGS = st.lists(st.builds(Finding, SAYINGS, st.sampled_from(Severity), SAYINGS, NONES | SAYINGS), max_size=2).map(tuple)
OVERRIDES = st.lists(st.builds(Override, SAYINGS, SAYINGS.filter(str.strip)), max_size=2).map(tuple)
PAIRS = st.lists(st.tuples(SAYINGS, SAYINGS), max_size=4).map(tuple)
SOURCES = st.lists(st.builds(Citation, st.integers(1, 10**6), SAYINGS), max_size=3).map(tuple)


def items(kind: Kind) -> st.SearchStrategy[Item]:
    """Any item of a kind, sound or not."""
    stems = SAYINGS if kind is not Kind.GAP else SAYINGS | st.tuples(SAYINGS, SAYINGS).map("____".join)
    return st.builds(
        Item,
        id=IDS,
        kind=st.just(kind),
        template=SAYINGS,
        status=st.sampled_from(DraftStatus),
        stem=stems.map(lambda stem: stem or "Which?"),
        options=options(kind),
        facts=st.lists(SAYINGS, max_size=3).map(tuple),
        source=SOURCES,
        value=NONES | SAYINGS,
        pairs=NONES | PAIRS if kind is Kind.MATCHING else NONES | st.just(()),
        setting=NONES | SAYINGS,
        findings=FINDINGS,
        overrides=OVERRIDES,
    )


ANY_ITEM = st.sampled_from(Kind).flatmap(items)
BANKS = st.builds(
    Bank,
    organisation=NONES | SAYINGS,
    page_sha256=st.sampled_from(["", "ab12"]),
    items=st.lists(ANY_ITEM, max_size=4).map(tuple),
    capacity=st.builds(Capacity, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
    findings=FINDINGS,
)
