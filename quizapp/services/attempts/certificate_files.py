"""The certificate as a file to take away, where this installation can make one."""

from quizapp.output import certificate_pdf
from quizapp.services.errors import NotFound


def can_make_files() -> bool:
    """Whether certificates are offered as PDF; without the optional library they are printed from the page."""
    return certificate_pdf.can_make_pdf()


def make_file(document: str) -> bytes:
    """A certificate, given as a whole HTML document, as PDF; raises NotFound where this installation makes none."""
    if not can_make_files():
        raise NotFound("Certificates cannot be had as PDF here. You can print the certificate's page.")
    return certificate_pdf.make_pdf(document)
