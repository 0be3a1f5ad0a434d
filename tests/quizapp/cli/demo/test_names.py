"""Names and addresses that are made up."""

from itertools import islice

from quizapp.cli.demo.names import address_of, make_names


def test_nobody_has_a_name_twice_or_one_that_is_taken() -> None:
    names = list(islice(make_names("somewhere", taken=()), 400))
    assert len(set(names)) == 400
    others = list(islice(make_names("somewhere", taken={names[0], names[3]}), 398))
    assert others == [name for name in names if name not in (names[0], names[3])]


def test_another_seed_gives_other_names() -> None:
    assert next(make_names("here", taken=())) != next(make_names("there", taken=()))


def test_an_address_has_plain_letters() -> None:
    assert address_of("Paweł Wójcik", host="x.example") == "pawel.wojcik@x.example"
    assert address_of("Grace Ann Dela Cruz", host="x.example") == "graceanndela.cruz@x.example"
    assert address_of("Nuala O'Hara", host="x.example") == "nuala.ohara@x.example"
