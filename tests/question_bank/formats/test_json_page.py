import json

from question_bank.formats.json_page import page_to_dict
from question_bank.model import Concern, ConcernKind, Passage, Section, Value, ValuesPage
from tests.question_bank.build import shipped_page


def passage(text: str, line: int) -> Passage:
    return Passage(text=text, line=line, start=0, end=len(text))


PAGE = ValuesPage(
    text="…",
    sha256="0" * 64,
    title="Our values",
    vision=passage("Nobody waits alone.", 2),
    values=(
        Value(
            name=None,
            line=4,
            definition=passage("We say so.", 5),
            stem=passage("We will:", 6),
            behaviours=(passage("ring back", 7),),
            avoid=(passage("look away", 9),),
        ),
    ),
    sections=(Section("Our future", 11, (passage("We grow.", 12), passage("We mend.", 13))),),
    unattached=(passage("be on time", 15),),
    concerns=(Concern(ConcernKind.LOST_HEADING, 4, "What is it called?"),),
)


def test_a_page_becomes_the_promised_object() -> None:
    assert page_to_dict(PAGE) == {
        "organisation": None,
        "title": "Our values",
        "vision": {"text": "Nobody waits alone.", "line": 2},
        "mission": None,
        "values": [
            {
                "name": None,
                "line": 4,
                "definition": "We say so.",
                "stem": "We will:",
                "behaviours": [{"text": "ring back", "line": 7}],
                "avoid": [{"text": "look away", "line": 9}],
            }
        ],
        "sections": [{"heading": "Our future", "line": 11, "text": "We grow. We mend."}],
        "unattached": [{"text": "be on time", "line": 15}],
        "concerns": [{"kind": "lost-heading", "line": 4, "message": "What is it called?"}],
    }


def test_what_a_value_lacks_is_null() -> None:
    bare = page_to_dict(ValuesPage(text="", sha256="", values=(Value("Candour", 1),)))
    assert bare["values"] == [
        {"name": "Candour", "line": 1, "definition": None, "stem": None, "behaviours": [], "avoid": []}
    ]


def test_a_shipped_page_survives_json() -> None:
    data = page_to_dict(shipped_page("nhs-somerset"))
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
