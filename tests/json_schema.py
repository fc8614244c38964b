"""What a value breaks of a JSON Schema: as much of JSON Schema as ours use, and a KeyError for anything more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

KINDS_OF_VALUE: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
}

Json = Any


def wrong(value: Json, schema: Json, at: str = "it", whole: Json = None) -> Iterator[str]:
    """What a value breaks of a schema. ``whole`` is the schema that its references speak of."""
    for key, rule in schema.items():
        yield from RULES[key](value, rule, at, schema, whole or schema)


def of_type(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether a value is of one of some types."""
    allowed = [rule] if isinstance(rule, str) else rule
    kinds = [kind for kind in allowed if isinstance(value, KINDS_OF_VALUE[kind])]
    if not kinds or (isinstance(value, bool) and "boolean" not in kinds):
        yield f"{at} is no {rule}"


def of_enum(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether a value is one of some words."""
    if value not in rule:
        yield f"{at} is none of {rule}"


def of_any(value: Json, rule: Json, at: str, _: Json, whole: Json) -> Iterator[str]:
    """Whether a value keeps at least one of some schemas."""
    if all(any(wrong(value, one, at, whole)) for one in rule):
        yield f"{at} keeps none of its schemas"


def of_properties(value: Json, rule: Json, at: str, _: Json, whole: Json) -> Iterator[str]:
    """Whether the known keys hold what they should."""
    for key in rule.keys() & (value if isinstance(value, dict) else {}):
        yield from wrong(value[key], rule[key], f"{at}.{key}", whole)


def of_other_properties(value: Json, rule: Json, at: str, schema: Json, whole: Json) -> Iterator[str]:
    """Whether there are other keys, and if there may be, whether they hold what they should."""
    for key in (value if isinstance(value, dict) else {}).keys() - schema.get("properties", {}).keys():
        yield from [f"{at}.{key} is not known"] if rule is False else wrong(value[key], rule, f"{at}.{key}", whole)


def of_required(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether the keys that are needed are there."""
    yield from (f"{at} has no {key}" for key in rule if isinstance(value, dict) and key not in value)


def of_items(value: Json, rule: Json, at: str, _: Json, whole: Json) -> Iterator[str]:
    """Whether each entry of a list is what it should be."""
    for number, item in enumerate(value if isinstance(value, list) else []):
        yield from wrong(item, rule, f"{at}[{number}]", whole)


def of_length(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether there is enough of it."""
    if isinstance(value, (list, dict)) and len(value) < rule:
        yield f"{at} is empty"


def of_pattern(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether a text is written as it should be."""
    if isinstance(value, str) and not re.search(rule, value):
        yield f"{at} is not written like {rule}"


def of_names(value: Json, rule: Json, at: str, *_: Json) -> Iterator[str]:
    """Whether the keys are ids."""
    yield from (f"{at}.{key} is no id" for key in value if not re.search(rule["pattern"], key))


def of_reference(value: Json, rule: Json, at: str, _: Json, whole: Json) -> Iterator[str]:
    """Whether a value keeps a schema that stands elsewhere."""
    yield from wrong(value, whole["definitions"][rule.removeprefix("#/definitions/")], at, whole)


def nothing(*_: Json) -> Iterator[str]:
    """Words for people."""
    return iter(())


RULES = {
    "type": of_type,
    "enum": of_enum,
    "anyOf": of_any,
    "properties": of_properties,
    "additionalProperties": of_other_properties,
    "required": of_required,
    "items": of_items,
    "minItems": of_length,
    "minProperties": of_length,
    "propertyNames": of_names,
    "pattern": of_pattern,
    "$ref": of_reference,
    **dict.fromkeys(("$schema", "title", "description", "definitions"), nothing),
}
