"""What is known of a page's file before it is read: the particulars kept beside it, and the pages that are shipped."""

from pathlib import Path

from question_bank.document import Document, document_beside, shipped_documents
from question_bank.errors import QuestionBankError
from quizapp.services.bank.documents import PageDetails
from quizapp.services.errors import Invalid


def find_details(path: Path) -> PageDetails | None:
    """The particulars and decisions in the `document.toml` beside a page, if there is one."""
    try:
        document = document_beside(path)
    except QuestionBankError as error:
        raise Invalid("file", str(error)) from error
    return None if document is None else _details(document)


def list_shipped_pages() -> dict[str, Path]:
    """The pages that come with the service: folder name to file."""
    return shipped_documents()


def _details(document: Document) -> PageDetails:
    return PageDetails(document.title, document.source, document.date_taken, document.decisions)
