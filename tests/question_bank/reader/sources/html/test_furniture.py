import pytest

from question_bank.reader.sources.html.furniture import is_furniture, main_part, opened_by_buttons, sectioning
from question_bank.reader.sources.html.tree import Node, build_tree


def first(source: str) -> Node:
    return next(build_tree(source).elements())


@pytest.mark.parametrize(
    "source",
    [
        "<nav>a</nav>",
        "<div role=navigation>a</div>",
        "<header>a</header>",
        "<ol class='nhs-breadcrumb breadcrumbs'><li>a</ol>",
        "<div id='cookie-consent'>a</div>",
        "<span class='sr-only'>a</span>",
        "<p style='display:none'>a</p>",
        "<form><h2>Sign up</h2></form>",
        "<button>a</button>",
    ],
)
def test_furniture_is_known(source: str) -> None:
    assert is_furniture(first(source), inside="", opened=frozenset())


@pytest.mark.parametrize(
    "source",
    [
        "<div class='cookies-we-bake'>a</div>",
        "<h2 class='visually-hidden'>Our values</h2>",
        "<form><main>a</main></form>",
        "<div role=tabpanel hidden>a</div>",
        "<div id=panel aria-hidden=true>a</div>",
        "<p hidden=until-found>a</p>",
        "<button aria-controls=panel>a</button>",
    ],
)
def test_what_the_page_says_is_no_furniture(source: str) -> None:
    assert not is_furniture(first(source), inside="", opened=frozenset({"panel"}))


def test_a_header_inside_the_content_heads_it() -> None:
    node = first("<header>a</header>")
    assert not is_furniture(node, inside=sectioning(first("<article></article>"), ""), opened=frozenset())


def test_what_buttons_open_is_known_by_its_id() -> None:
    assert opened_by_buttons(build_tree("<p><a aria-controls='a b'>x</a>")) == {"a", "b"}


def test_a_single_article_is_the_main_part_and_several_are_not() -> None:
    one = build_tree("<p>a</p><article><h2>b</h2></article>")
    assert main_part(one)[0].name == "article"
    two = build_tree("<article><h2>a</h2></article><article><h2>b</h2></article>")
    assert main_part(two) == (two, None)
