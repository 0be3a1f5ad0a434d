"""Banks of any shape for the ways out and in: all kinds, nasty characters, odd items that no check would pass."""

from dataclasses import replace

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

CHARACTERS = "=#{}~:\\%[]<>&\"'|-/ \t\n\r\v\x00\x1b\x85\u00a0\u2028\ufffe_@+$;,.0x"
RUNS = (
    *("->", "]]>", "--", "-->", "####", "::", "//", "____", "\\n", "\\e", "%50%", "[html]", "[id:a]", "&amp;", "&#45;"),
    *("<b>", "<!-- x -->", "<![CDATA[", "=1+1", "007", "_x000D_", "x005F_", "\\x000d;", "$CATEGORY: a", "“Mér”", "😀"),
)
TEXTS = st.lists(st.sampled_from([*CHARACTERS, *RUNS]) | st.text(max_size=4), max_size=6).map("".join)
WORDS = st.sampled_from(["be kind", "Respect", "ring back", "we listen", "mutual trust"])
SAYINGS = TEXTS | WORDS | st.tuples(WORDS, TEXTS).map("".join)
NOTHING = st.none()
FINDINGS = st.lists(st.builds(Finding, SAYINGS, st.sampled_from(Severity), SAYINGS, NOTHING | SAYINGS), max_size=2).map(
    tuple
)
OVERRIDES = st.lists(st.builds(Override, SAYINGS, SAYINGS.filter(str.strip)), max_size=2).map(tuple)
PAIRS = st.lists(st.tuples(SAYINGS, SAYINGS), max_size=4).map(tuple)
SOURCES = st.lists(st.builds(Citation, st.integers(1, 10**6), SAYINGS), max_size=3).map(tuple)


def item_of(kind: Kind) -> Item:
    """A sound item of a kind, with everything an item can have; matching has a spare, the gap a word bank."""
    names = (
        Option("Respect", True, "So the page has it."),
        Option("Courage", False, "It is below.", Proof.OTHER_VALUE),
    )
    third = Option("Care", False, "Not on the page.", Proof.NOT_ON_PAGE)
    made = Item(
        id=f"{kind}-1",
        kind=kind,
        template="T1",
        status=DraftStatus.DRAFT,
        stem="Which value means that we “ring back”?",
        options=(*names, third),
        facts=("value/respect/behaviour/1", "vision/2"),
        source=(Citation(3, "ring back the same day"), Citation(4, "be kind")),
        value="Respect",
        setting="ward",
        findings=(Finding("coverage", Severity.NOTE, "one", f"{kind}-1"),),
        overrides=(Override("vague", "The trainers want the word."),),
    )
    two_sides = (Option("True", True, "So it says."), Option("False", False, "It says so.", Proof.OPPOSITE))
    changes: dict[Kind, dict[str, object]] = {
        Kind.SINGLE: {},
        Kind.MULTIPLE: {
            "stem": "Select the TWO values of our page.",
            "options": (names[0], third, Option("Candour", True, "It is one."), names[1]),
        },
        Kind.MATCHING: {
            "stem": "Match each line with its value. One value is not used.",
            "options": (names[0], third, Option("Candour", True, "It is one.")),
            "pairs": (("ring back", "Respect"), ("own up", "Candour"), ("be kind", "Respect")),
        },
        Kind.GAP: {"stem": "Complete these words: “we ____ each other and listen”."},
        Kind.TRUE_FALSE: {"stem": "Our page lists “ring back” under “Respect”.", "options": two_sides},
    }
    return replace(made, **changes[kind])  # type: ignore[arg-type]


ALL_KINDS = tuple(item_of(kind) for kind in Kind)


def bank_of(*items: Item) -> Bank:
    """A bank of the items, with something to say of its own."""
    finding = Finding("clang", Severity.FAIL, "improve")
    return Bank("NHS Fernbrook", "ab12", items, Capacity(9, 8, 60), (finding,))


def any_item(kind: Kind) -> st.SearchStrategy[Item]:
    """Any item of a kind, sound or not."""
    stems = SAYINGS | st.tuples(SAYINGS, SAYINGS).map("____".join) if kind is Kind.GAP else SAYINGS
    return st.builds(
        Item,
        id=SAYINGS.map(fold_space).filter(bool),
        kind=st.just(kind),
        template=SAYINGS,
        status=st.sampled_from(DraftStatus),
        stem=stems.map(lambda stem: stem or "Which?"),
        options=_options(kind),
        facts=st.lists(SAYINGS, max_size=3).map(tuple),
        source=SOURCES,
        value=NOTHING | SAYINGS,
        pairs=NOTHING | PAIRS if kind is Kind.MATCHING else NOTHING | st.just(()),
        setting=NOTHING | SAYINGS,
        findings=FINDINGS,
        overrides=OVERRIDES,
    )


def any_bank() -> st.SearchStrategy[Bank]:
    """Any bank of a few such items."""
    return st.builds(
        Bank,
        organisation=NOTHING | SAYINGS,
        page_sha256=st.sampled_from(["", "ab12"]),
        items=st.lists(st.sampled_from(Kind).flatmap(any_item), max_size=3).map(tuple),
        capacity=st.builds(Capacity, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
        findings=FINDINGS,
    )


def worded_item(kind: Kind) -> st.SearchStrategy[Item]:
    """A sound item of a kind with any words: what every program can play."""
    words = SAYINGS.filter(lambda text: bool(fold_space(text)))
    spoken = st.lists(words, min_size=9, max_size=9)
    return spoken.map(lambda texts: _worded(item_of(kind), texts))


def _worded(item: Item, texts: list[str]) -> Item:
    said = iter(texts)
    options = item.options
    pairs = item.pairs
    if pairs:
        pairs = ((next(said), options[0].text), (next(said), options[2].text))
    elif item.kind is not Kind.TRUE_FALSE:
        options = tuple(replace(option, text=f"{place}{next(said)}") for place, option in enumerate(options))
    options = tuple(replace(option, rationale=next(said)) for option in options)
    before, gap, after = item.stem.partition("____")
    return replace(item, stem=f"{before}{next(said)}{gap}{after}", options=options, pairs=pairs)


def _options(kind: Kind) -> st.SearchStrategy[tuple[Option, ...]]:
    proofs = NOTHING | st.sampled_from(Proof)
    sides = st.sampled_from(["True", "False", "Yes"])
    texts = sides | SAYINGS if kind is Kind.TRUE_FALSE else SAYINGS
    return st.lists(st.builds(Option, texts, st.booleans(), SAYINGS, proofs), max_size=6).map(tuple)
