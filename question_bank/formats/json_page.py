"""A values page as the JSON object that the read command prints."""

from typing import Any

from question_bank.model import Concern, Passage, Section, Value, ValuesPage


def page_to_dict(page: ValuesPage) -> dict[str, Any]:
    """The page as plain data; lines count from 1, what the page does not say is None."""
    return {
        "organisation": page.organisation,
        "title": page.title,
        "vision": _passage_or_none(page.vision),
        "mission": _passage_or_none(page.mission),
        "values": [_value(value) for value in page.values],
        "sections": [_section(section) for section in page.sections],
        "unattached": [_passage(passage) for passage in page.unattached],
        "concerns": [_concern(concern) for concern in page.concerns],
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "name": value.name,
        "line": value.line,
        "definition": value.definition.text if value.definition else None,
        "stem": value.stem.text if value.stem else None,
        "behaviours": [_passage(passage) for passage in value.behaviours],
        "avoid": [_passage(passage) for passage in value.avoid],
    }


def _section(section: Section) -> dict[str, Any]:
    return {"heading": section.heading, "line": section.line, "text": section.text}


def _concern(concern: Concern) -> dict[str, Any]:
    return {"kind": concern.kind.value, "line": concern.line, "message": concern.message}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, "line": passage.line}


def _passage_or_none(passage: Passage | None) -> dict[str, Any] | None:
    return _passage(passage) if passage else None
