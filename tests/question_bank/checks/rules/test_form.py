"""Grammar, asking, markup and options that are no answers."""

import pytest

from question_bank.checks.evidence.case import open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.checks.rules.form import grammar, html, ktype, nota, stem, tf_options
from question_bank.model import Item, Kind, Option, Proof, ValuesPage
from tests.question_bank.build import item, right, wrong


def _faults(rule: object, judged: Item, *, page: str | None = None) -> list[str]:
    assert callable(rule)
    printed = index_page(ValuesPage(text=page, sha256=""), organisation=None) if page else None
    return list(rule(open_case(judged, printed=printed, organisation=None)))


def _choices(key: str, *others: str) -> list[Option]:
    return [right(key), *(wrong(other, Proof.OTHER_VALUE) for other in others)]


@pytest.mark.parametrize(
    ("key", "others", "faults"),
    [
        ("to act", ("to be", "acting"), 0),
        ("to act", ("act", "acting"), 1),
        ("caring for all", ("to care", "care"), 1),
        ("Act", ("act", "be"), 1),
        ("act.", ("be", "go"), 1),
        ("act", ("be.", "go"), 0),
        ("Caring", ("Listening", "Respect"), 0),
        ("housing and police", ("parks and museums", "schools"), 0),
        ("heating", ("taps", "screens"), 0),
        ("heating the rooms", ("taps", "screens"), 1),
    ],
)
def test_the_key_shares_its_form_with_a_wrong_option(key: str, others: tuple[str, ...], faults: int) -> None:
    assert len(_faults(grammar, item(Kind.SINGLE, "Which?", _choices(key, *others)))) == faults


def test_the_keys_of_a_multiple_item_are_taken_together() -> None:
    keys = [right("thriving towns"), right("open doors")]
    assert (
        _faults(grammar, item(Kind.MULTIPLE, "Select the TWO.", [*keys, wrong("warm words", Proof.OTHER_VALUE)])) == []
    )


@pytest.mark.parametrize("end", ["a", "an:", "a …", "“be a”", "an?"])
def test_a_stem_ends_in_no_article(end: str) -> None:
    assert len(_faults(grammar, item(Kind.SINGLE, f"The page asks us to be {end}", []))) == 1
    assert _faults(grammar, item(Kind.SINGLE, "Which team is the best of area", [])) == []


def test_a_gap_may_end_the_stem_behind_an_article_that_fits_every_option() -> None:
    asked = item(Kind.GAP, "Complete: “we lend a ____”.", _choices("hand", "pen", "book"))
    assert _faults(grammar, asked) == []
    assert len(_faults(grammar, item(Kind.GAP, "Complete: “we lend a ____”.", _choices("hand", "ear", "book")))) == 1


@pytest.mark.parametrize(
    ("article", "words", "faults"),
    [
        ("a", ("team", "plan", "unit"), 0),
        ("a", ("team", "plan", "area"), 1),
        ("an", ("hour", "honest word", "area"), 0),
        ("an", ("area", "use"), 1),
        ("the", ("team", "area"), 0),
        ("a", ("one-off", "plan"), 0),
        ("an", ("uninvited guest", "area"), 0),
    ],
)
def test_an_article_before_a_gap_fits_every_option(article: str, words: tuple[str, ...], faults: int) -> None:
    asked = item(Kind.GAP, f"Complete: “we are {article} ____ here”.", _choices(*words))
    assert len(_faults(grammar, asked)) == faults


@pytest.mark.parametrize(
    ("text", "kind", "faults"),
    [
        ("Which of these is it?", Kind.SINGLE, 0),
        ("Select the TWO.", Kind.MULTIPLE, 0),
        ("Match each. One value is not used.", Kind.MATCHING, 0),
        ("Complete this: “we go ____”.", Kind.GAP, 0),
        ("Which value says “are we honest?”", Kind.SINGLE, 0),
        ("Which is it? The page has four.", Kind.SINGLE, 1),
        ("Respect means:", Kind.SINGLE, 1),
        ("", Kind.SINGLE, 1),
        ("Respect is on the page.", Kind.TRUE_FALSE, 0),
        ("word " * 49 + "is?", Kind.SINGLE, 0),
        ("word " * 50 + "is?", Kind.SINGLE, 1),
    ],
)
def test_a_stem_asks_in_fifty_words(text: str, kind: Kind, faults: int) -> None:
    assert len(_faults(stem, item(kind, text, []))) == faults


@pytest.mark.parametrize("text", ["<b>", "</p>", "<br/>", "<a href='x'>", "<!--", "&nbsp;", "&#8217;", "&#x20;"])
def test_markup_is_seen_in_every_text_unless_the_page_prints_it(text: str) -> None:
    assert _faults(html, item(Kind.SINGLE, f"Which {text}?", [])) == [text]
    assert _faults(html, item(Kind.SINGLE, "Which?", [Option("x", True, f"It is {text}")])) == [text]
    assert _faults(html, item(Kind.MATCHING, "Match.", [], pairs=(("x", text),))) == [text]
    assert _faults(html, item(Kind.SINGLE, f"Which {text}?", []), page=f"we print {text}") == []


@pytest.mark.parametrize("text", ["a < b and c > d", "R&D", "people & places; more", "R&D; and more", "<3", "3 <5>"])
def test_signs_that_are_no_markup_pass(text: str) -> None:
    assert _faults(html, item(Kind.SINGLE, text, [])) == []


@pytest.mark.parametrize(
    "text",
    [
        "All of the above",
        "none of these.",
        "None",
        "Both of these",
        "All the above are correct",
        "Neither of the above",
        "All are correct",
        "none apply",
        "None of the values listed",
        "all three",
        "No correct answer",
        "Everything above",
    ],
)
def test_all_and_none_of_the_above_are_no_answers(text: str) -> None:
    assert _faults(nota, item(Kind.SINGLE, "Which?", _choices("Respect", text))) == [text]


@pytest.mark.parametrize(
    "text", ["Listen to all of them at once", "None of our patients waits", "All of us", "both wards"]
)
def test_a_line_that_speaks_of_all_or_none_is_an_answer(text: str) -> None:
    assert _faults(nota, item(Kind.SINGLE, "Which?", _choices(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "A and B",
        "Both A and C",
        "1, 2 and 3",
        "i and iii only",
        "(a) & (d)",
        "Respect and Support",
        "Options 1 and 2",
        "only A",
        "Both of the above",
        "the first and the second",
        "neither A nor B",
    ],
)
def test_combinations_of_options_are_no_answers(text: str) -> None:
    assert _faults(ktype, item(Kind.SINGLE, "Which?", _choices("Respect", "Support", text))) == [text]


@pytest.mark.parametrize("text", ["Respect and dignity", "A team", "4", "Mix and match", "2 to 3"])
def test_a_name_with_and_is_no_combination(text: str) -> None:
    assert _faults(ktype, item(Kind.SINGLE, "Which?", _choices("Respect", text))) == []


def test_true_and_false_are_options_of_statements_alone() -> None:
    options = _choices("True", "False")
    assert len(_faults(tf_options, item(Kind.SINGLE, "Which?", options))) == 2
    assert _faults(tf_options, item(Kind.TRUE_FALSE, "It is so.", options)) == []
