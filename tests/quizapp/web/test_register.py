from quizapp.web.register import MENU, PAGES


def test_parts_have_names_of_their_own() -> None:
    names = [bp.name for bp in PAGES]
    assert len(set(names)) == len(names)


def test_menu_entries_are_short_and_different() -> None:
    assert len({text for text, _ in MENU}) == len({endpoint for _, endpoint in MENU}) == len(MENU)
    assert all(len(text) <= 20 for text, _ in MENU)
