"""The head of a mail: whatever a name or a subject holds, it has our headers alone, and everybody's words arrive."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.output import mail_head
from quizapp.output.letter import Letter
from quizapp.output.mail import Envelope, MailServer, Outcome, Receipt, Security, build_message
from quizapp.output.mail_head import is_mail_address
from tests.support.mail_server import mail_server

SENDER = "quiz@fernbrook.example"
HEADERS = (
    *("From", "To", "Reply-To", "Subject", "Date", "Message-ID"),
    *("Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type"),
)
INJECTION = "Ann =?utf-8?q?=0D=0ABcc:_x=40evil.example=0D=0AContent-Type:_text/html=0D=0A=0D=0A<h1>x</h1>?="
LONG_AND_QUOTED = "a" * 79 + '"b'


def with_words(words: str) -> Envelope:
    return Envelope(
        letter=Letter(words, ("Hello.",)),
        to_name=words,
        to_address="asha@fernbrook.example",
        from_name=words,
        reply_to="ben@fernbrook.example",
        number="message-1-7",
        at=datetime(2026, 6, 30, 9, tzinfo=UTC),
    )


def _decode(value: str) -> str:
    return str(make_header(decode_header(value.replace("\r\n", ""))))


def read_back(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    assert sorted(message.keys()) == sorted(HEADERS)
    assert sorted(message_from_bytes(content, policy=compat32).keys()) == sorted(HEADERS)
    assert message.get_content_type() == "multipart/alternative"
    return message


@given(st.text(max_size=90) | st.text(alphabet='=?utf-8qb_0DA:"\\<>@,;()a \r\n', max_size=90))
@example(INJECTION)
@example(LONG_AND_QUOTED)
@example("=?utf-8?b?DQpCY2M6IHhAZXZpbC5leGFtcGxlDQo=?=")
@example("x" * 500)
def test_no_name_or_subject_adds_a_header_a_recipient_or_a_body(text: str) -> None:
    message = read_back(build_message(with_words(text), sender=SENDER))
    for header, address in (("From", SENDER), ("To", "asha@fernbrook.example"), ("Reply-To", "ben@fernbrook.example")):
        assert [one.addr_spec for one in message[header].addresses] == [address]


@pytest.mark.parametrize(
    "words",
    [
        *(LONG_AND_QUOTED, "Zoë O’Connor-Núñez", "Rahman, Asha (Ward 4)", "St. Mary’s: <trust> & co"),
        *("陳大文 " * 30 + "x", "a" * 200, "Ward " * 40 + "end"),
    ],
)
def test_every_name_and_subject_arrives_as_it_was_written(words: str) -> None:
    message = message_from_bytes(build_message(with_words(words), sender=SENDER), policy=compat32)
    wanted = {"From": f"{words} <{SENDER}>", "To": f"{words} <asha@fernbrook.example>", "Subject": words}
    assert {header: _decode(message[header]) for header in wanted} == wanted


def test_a_name_in_code_reaches_the_server_as_a_name_and_nothing_else() -> None:
    with mail_server() as box:
        server = MailServer(host="localhost", port=box.port, security=Security.NONE, sender=SENDER, bounces=SENDER)
        with server.connect() as deliver:
            assert deliver(with_words(INJECTION)) == Receipt(Outcome.TAKEN)
    ((_, recipient, message),) = box.messages
    assert (recipient, sorted(message.keys())) == ("asha@fernbrook.example", sorted(HEADERS))
    assert "<h1>" not in message.get_body(("plain",)).get_content()  # type: ignore[union-attr]


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("more", ["Bcc: x@evil.example", "Subject: another", "", "{}<h1>x</h1>"])
def test_negative_control_a_value_that_breaks_out_is_not_sent(
    monkeypatch: pytest.MonkeyPatch, break_: str, more: str
) -> None:
    monkeypatch.setattr(mail_head, "_write_words", lambda _header, text, **_plain: text)
    text = f"Ann{break_}{more.format(break_)}"
    with pytest.raises(ValueError, match="break out"):
        build_message(replace(with_words("Ann"), letter=Letter(text, ())), sender=SENDER)


@pytest.mark.parametrize("address", ["asha.o'brien+quiz@nhs.net", "a_b@ward-4.fernbrook.example", "x@localhost"])
def test_an_address_that_a_header_can_carry(address: str) -> None:
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("k,b@x.example", "k..b@x.example", "kwame.@x.example", ".k@x.example", "k b@x.example", "k@x..example"),
        *(
            "",
            "k",
            "@x.example",
            "k@",
            "k@l@x.example",
            "zoë@x.example",
            "k@x.example\n",
            "<k@x.example>",
            '"k"@x.example',
        ),
        "=?utf-8?q?k?=@x.example",
    ],
)
def test_an_address_that_none_can(address: str) -> None:
    assert not is_mail_address(address)
