"""The head of a mail: names and subjects as any header may carry them, and no header but ours."""

import re
from collections.abc import Mapping
from email.header import Header
from unicodedata import category

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 '&!*+/-]*")
_PLAIN_SUBJECT = re.compile(r"(?:(?!=\?)[ -~])*")
_LONGEST_WORD = 60
"""What is longer does not fit on a line beside the header's name."""
_OF_CONTENT = ("MIME-Version", "Content-Type")
_ENCODED = "=?"
"""What begins a word in code; also within an address some programs would decode it."""


def is_mail_address(text: str) -> bool:
    """Whether a header can carry this as the address of one mailbox."""
    return _ADDRESS.fullmatch(text) is not None and _ENCODED not in text


def write_mailbox(header: str, *, address: str, name: str = "") -> str:
    """The value of a header that names one mailbox; raises ValueError where the address is none."""
    if not is_mail_address(address):
        raise ValueError(f"{header} cannot hold this address.")
    words = _write_words(header, name, plain=_PLAIN_NAME)
    return f"{words} <{address}>" if words else address


def write_subject(subject: str) -> str:
    """The value of the header for the subject."""
    return _write_words("Subject", subject, plain=_PLAIN_SUBJECT)


def put_head(headers: Mapping[str, str], *, content: bytes) -> bytes:
    """A mail of these headers and of `content`, which begins with those that say what it holds.

    Raises ValueError where any other header, or one of them twice, could be read from it.
    """
    mail = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode("ascii") + content
    # As the most generous reader would break the lines, and find the end of the head.
    head = re.split(rb"\r\n|\r|\n", re.split(rb"\r\n\r\n|\r\r|\n\n", mail, maxsplit=1)[0])
    names = [line.partition(b":")[0].decode("ascii") for line in head if not line.startswith((b" ", b"\t"))]
    if sorted(names) != sorted((*headers, *_OF_CONTENT)):
        raise ValueError("A value would break out of its header.")
    return mail


def _write_words(header: str, text: str, *, plain: re.Pattern[str]) -> str:
    """In code wherever there is anything but plain letters: nobody has to decide then what a sign in a name means."""
    words = " ".join("".join(" " if category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in text).split())
    fits = all(len(word) <= _LONGEST_WORD for word in words.split())
    return Header(words, "us-ascii" if fits and plain.fullmatch(words) else "utf-8", header_name=header).encode(
        linesep="\r\n"
    )
