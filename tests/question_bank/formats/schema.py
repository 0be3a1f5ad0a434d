"""A JSON Schema walked by hand: the few words of it that docs/bank.schema.json uses."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.support.source import ROOT

SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "bank.schema.json").read_text(encoding="utf-8"))
KNOWN = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "enum", "required", "properties", "items"),
    *("minItems", "maxItems", "pattern"),
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


def faults(
    data: Any, schema: Mapping[str, Any] = SCHEMA, where: str = "bank", *, strict: bool = False
) -> Iterator[str]:
    """What of the data the schema does not allow; strictly also what it does not describe."""
    if unknown := set(schema) - KNOWN:
        raise AssertionError(f"{where}: the walk does not know {sorted(unknown)}")
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if kinds and not any(_is_a(data, kind) for kind in kinds):
        yield f"{where}: is none of {kinds}"
        return
    if "enum" in schema and data not in schema["enum"]:
        yield f"{where}: is none of {schema['enum']}"
    if isinstance(data, str) and not re.search(schema.get("pattern", ""), data):
        yield f"{where}: has another form"
    if isinstance(data, list):
        if not schema.get("minItems", 0) <= len(data) <= schema.get("maxItems", len(data)):
            yield f"{where}: has another length"
        for place, entry in enumerate(data):
            yield from faults(entry, schema.get("items", {}), f"{where}[{place}]", strict=strict)
    if isinstance(data, dict):
        yield from (f"{where}: lacks {name}" for name in schema.get("required", ()) if name not in data)
        for name, value in data.items():
            if name in (fields := schema.get("properties", {})):
                yield from faults(value, fields[name], f"{where}.{name}", strict=strict)
            elif strict:
                yield f"{where}: {name} is not described"


def described(schema: Mapping[str, Any]) -> set[str]:
    """The names of the fields a part of the schema describes."""
    return set(schema["properties"])


def _is_a(data: Any, kind: str) -> bool:
    return isinstance(data, TYPES[kind]) and not (kind == "integer" and isinstance(data, bool))
