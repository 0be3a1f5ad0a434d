from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import concerns, read


def test_a_headed_list_elsewhere_is_asked_about() -> None:
    page = read("Our aims\n• beds\n• staff\n• money\nOur values\n• Open\n• Kind")
    (concern,) = concerns(page, ConcernKind.COMPETING_LIST)
    assert concern.line == 1
    assert "“Open” and “Kind”" in concern.message


def test_a_short_list_elsewhere_competes_with_nothing() -> None:
    assert concerns(read("Our aims\n• beds\n• staff\nOur values\n• Open\n• Kind"), ConcernKind.COMPETING_LIST) == []


def test_a_mission_that_is_a_list_competes_with_nothing() -> None:
    page = read("Our mission\n• close gaps\n• mend care\n• spend well\nOur values\n• Open\n• Kind")
    assert page.mission is not None
    assert concerns(page, ConcernKind.COMPETING_LIST) == []


def test_duties_below_a_mission_are_asked_about() -> None:
    page = read(
        "Our mission\nTo close gaps.\nAs we do so we:\n• mend care\n• spend well\n• listen\nOur values\n• Open\n• Kind"
    )
    assert len(concerns(page, ConcernKind.COMPETING_LIST)) == 1
