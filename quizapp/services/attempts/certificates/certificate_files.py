"""The certificate as a file to take away, where this installation can make one."""

from quizapp.output import certificate_pdf
from quizapp.services.errors import Conflict, NotFound


def can_make_files() -> bool:
    """Whether certificates are offered as PDF; without the optional library they are printed from the page."""
    return certificate_pdf.can_make_pdf()


def make_file(document: str) -> bytes:
    """A certificate, given as a whole HTML document, as PDF.

    Raises NotFound where this installation makes none, Conflict where others are being made and none comes in time.
    """
    if not can_make_files():
        raise NotFound("Certificates cannot be had as PDF here. You can print the certificate's page.")
    try:
        return certificate_pdf.make_pdf(document)
    except certificate_pdf.PdfBusyError:
        raise Conflict("Many PDFs are asked for at the moment. Try again in a minute, or print the page.") from None
