import hashlib
from pathlib import Path

import pytest

from question_bank.document import Document, document_beside, shipped_documents
from question_bank.model import ConcernKind
from tests.question_bank.build import shipped_page

SHA256 = {
    "mersey-care": "12d25e89827f5355b85f921287d30ce107e2c88f565cfa7f85a6221abe597443",
    "nhs-somerset": "3d3c14a6491374fc5b3b4dc0d8d19b3ccc3de032ab9634fae377dd26d0f73645",
}


def document_of(name: str) -> Document:
    document = document_beside(shipped_documents()[name])
    assert document is not None
    return document


@pytest.mark.parametrize("name", sorted(SHA256))
def test_a_shipped_page_is_the_text_as_it_was_taken(name: str) -> None:
    content = shipped_documents()[name].read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256[name]


@pytest.mark.parametrize("name", sorted(SHA256))
def test_the_page_is_the_only_text_file_in_its_folder(name: str) -> None:
    folder: Path = shipped_documents()[name].parent
    assert sorted(path.name for path in folder.iterdir()) == ["document.toml", "page.txt"]


@pytest.mark.parametrize("name", sorted(SHA256))
def test_the_title_in_the_particulars_is_the_title_on_the_page(name: str) -> None:
    assert document_of(name).title == shipped_page(name).title


def test_the_names_are_as_they_are_to_be_printed() -> None:
    assert document_of("nhs-somerset").organisation == "NHS Somerset"
    assert document_of("mersey-care").organisation == "Mersey Care"


def test_every_decision_answers_a_concern_of_the_reader() -> None:
    for name in SHA256:
        raised = {(concern.kind, concern.line) for concern in shipped_page(name).concerns}
        assert {(decision.concern, decision.line) for decision in document_of(name).decisions} <= raised


def test_the_block_without_a_heading_stays_without_a_name() -> None:
    (decision,) = document_of("nhs-somerset").decisions
    assert decision.concern is ConcernKind.LOST_HEADING
    assert decision.decision == "left-without-a-name"
