from quizapp.web.account.forms import keep_printable


def test_control_characters_are_left_out_of_an_address() -> None:
    assert keep_printable("asha\x00@trust\r\n.example") == "asha@trust.example"
    assert keep_printable("zoë@trust.example") == "zoë@trust.example"
    assert keep_printable(None) is None
