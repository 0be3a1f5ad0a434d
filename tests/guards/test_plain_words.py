"""The interface speaks plainly: words that most people can read, and none of those we never use."""

import pytest

from tests.support.interface_words import code_texts, interface_texts, smog, template_texts
from tests.support.page_checks import BANNED_WORDS
from tests.support.source import require_none

HARDEST = 11.0
HARDEST_FOR_LEARNERS = 9.0
LEARNERS_PARTS = ("learn", "account", "certificates", "attempts", "errors", "components")


def texts_of(found: dict[str, list[str]]) -> list[str]:
    return [text for texts in found.values() for text in texts]


def banned(found: dict[str, list[str]]) -> list[str]:
    """Texts with a word we never use, by the file they stand in."""
    return [f"{path}: {text}" for path, texts in found.items() for text in texts if BANNED_WORDS.search(text)]


def test_the_whole_interface_can_be_read_by_most_people() -> None:
    texts = texts_of(interface_texts())
    assert len(texts) > 500
    assert smog(texts) <= HARDEST


def test_what_learners_meet_can_be_read_by_nearly_everybody() -> None:
    texts = texts_of(interface_texts(under=LEARNERS_PARTS))
    assert len(texts) > 200
    assert smog(texts) <= HARDEST_FOR_LEARNERS


def test_hard_words_would_be_seen_negative_control() -> None:
    hard = (
        "Organisational accountability necessitates comprehensive documentation of interdisciplinary responsibilities."
    )
    assert smog([hard] * 30) > HARDEST
    assert smog(["We ask you what our page says, and tell you why."] * 30) < HARDEST_FOR_LEARNERS


def test_labels_do_not_make_it_look_more_readable() -> None:
    hard = ["The organisation administers accessibility. It is so."] * 30
    assert smog([*hard, *["Go on", "Help", "Sign in"] * 50]) == smog(hard)


def test_no_fixed_text_holds_a_word_we_never_use() -> None:
    require_none(banned(interface_texts()))


@pytest.mark.parametrize(
    "source",
    [
        "<p>Please wait</p>",
        "<p>{% if x %}Your try{% endif %} failed.</p>",
        '{{ button("Click here") }}',
        '{% set heading = "Sorry" %}',
    ],
)
def test_a_word_we_never_use_is_seen_in_a_template_negative_control(source: str) -> None:
    assert len(banned({"a.html": list(template_texts(source))})) == 1


@pytest.mark.parametrize(
    "source",
    [
        'WORDS = "It is easy"',
        'flash(f"Well done, {name}!")',
        'field = StringField("Name", description="A simple hint")',
    ],
)
def test_a_word_we_never_use_is_seen_in_code_negative_control(source: str) -> None:
    assert len(banned({"a.py": list(code_texts(source))})) == 1


def test_a_template_is_read_block_by_block() -> None:
    source = (
        "{# Said to the reader of the code alone #}"
        '<p class="Big letters">Due by <strong>{{ day }}</strong>. You can {% if late %}still {% endif %}do it.</p>\n'
        "<script>Not words</script><li>Go on</li>"
    )
    assert list(template_texts(source)) == ["Due by x. You can still do it.", "Go on"]


def test_code_is_read_without_what_is_said_to_its_reader_alone() -> None:
    source = (
        '"""About the module."""\nNAME = "Our values"\n"""About the name."""\nASKED = f"See {NAME} now"\nKEY = "key"'
    )
    assert sorted(code_texts(source)) == ["Our values", "See x now"]
