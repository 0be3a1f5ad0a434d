import pytest

from question_bank.errors import FormatError
from question_bank.formats.transfer import decode_text, encode_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_programs_save(encoding: str) -> None:
    assert decode_text("“Café” – 5 £".encode(encoding), name="file") == "“Café” – 5 £"


def test_bytes_that_are_no_text_are_refused_with_their_place() -> None:
    with pytest.raises(FormatError, match="file: byte 3 is not text"):
        decode_text(b"\xe9 \x81", name="file")
    with pytest.raises(FormatError, match="file: byte 3 is not text"):
        decode_text(b"\xff\xfea\x00\x00\xd8", name="file")


def test_half_a_character_is_written_as_a_question_mark() -> None:
    assert encode_text("a\ud800b") == b"a?b"
