from question_bank.formats.booklet.entry import write_entry
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof

GAP = Item(
    id="t8-1",
    kind=Kind.GAP,
    template="T8",
    status=DraftStatus.REVIEW,
    stem="Complete these words: “mutual ____ & care”.",
    options=(
        Option("trust", True, "Our page says so."),
        Option("<haste>", False, "The word here is “trust”.", Proof.NOT_THIS_GAP),
    ),
    facts=("value/candour/behaviour/1",),
    source=(Citation(line=7, text="mutual trust & care"),),
)
MATCHING = Item(
    id="t4-1",
    kind=Kind.MATCHING,
    template="T4",
    status=DraftStatus.DRAFT,
    stem="Match each behaviour to its value. One value is not used.",
    options=(
        Option("Candour", True, "because of A"),
        Option("Thrift", False, "nothing belongs to it", Proof.OTHER_VALUE),
    ),
    facts=("a",),
    source=(Citation(line=1, text="say so"),),
    pairs=(("say so", "Candour"),),
)


def test_the_key_is_marked_in_words_and_by_its_shape() -> None:
    html = write_entry(GAP, number=3)
    right, wrong = html.index('<li class="right">'), html.index('<li class="wrong">')
    assert "✓ Right" in html[right:wrong]
    assert "✗ Wrong" in html[wrong:]


def test_what_a_reviewer_needs_is_there() -> None:
    html = write_entry(GAP, number=3)
    for part in ("Question 3", "For review", "Gap · template T8", "Line 7: ", "mutual trust &amp; care", "Leave out"):
        assert part in html
    assert "value/candour/behaviour/1" in html


def test_text_of_the_page_is_never_markup() -> None:
    html = write_entry(GAP, number=1)
    assert "&lt;haste&gt;" in html
    assert "<haste>" not in html


def test_a_gap_is_said_in_words_too() -> None:
    assert '<span class="unseen">(words left out)</span>' in write_entry(GAP, number=1)


def test_pairs_stand_in_a_table_and_spares_below_it() -> None:
    html = write_entry(MATCHING, number=1)
    assert "<td>say so</td><td>✓ <strong>Candour</strong></td><td>because of A</td>" in html
    assert html.index("</table>") < html.index("Thrift")
