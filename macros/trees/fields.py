"""Takes the keys of one YAML mapping, one by one, and says what is missing, misspelt or of the wrong shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.clauses.parameters import fill
from macros.problems import Place, Problem, did_you_mean, nearest
from macros.trees.model import Text
from macros.trees.yaml_values import Mapped, Reading, Scalar, Sequence, Value

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COMMA = "If it belongs to the text before it: inside { } a comma ends a text, so put the whole text in quotes."


class Fields:
    """One mapping on its way to becoming a value; whatever is asked for and wrong becomes a problem in ``reading``.

    ``what`` names it in messages (``Question "age"``), ``place`` is where a missing key is reported.
    """

    def __init__(  # noqa: PLR0913 - each is needed, and only five callers know
        self,
        reading: Reading,
        value: Value,
        what: str,
        keys: tuple[str, ...],
        parameters: Mapping[str, str],
        *,
        place: Place | None = None,
    ) -> None:
        self.reading, self.what, self.parameters, self.keys = reading, what, parameters, keys
        self.place = place or value.place
        self.mapped = value if isinstance(value, Mapped) else Mapped({}, {}, value.place)
        self.unknown = [key for key in self.mapped.entries if key not in keys]
        self.is_mapping = isinstance(value, Mapped)
        if not self.is_mapping:
            fix = f"Write them one below the other, each with a colon: {', '.join(keys)}."
            self.fault(self.place, "wrong-shape", f"{what} must have keys with values.", fix)
        self.refuse_unknown()
        self.refuse_empty()

    def refuse_unknown(self) -> None:
        """Keys that mean nothing here. What a comma cut off a condition is told where that is read."""
        conditions = [self.mapped.entries.get(key) for key in ("when", "given")]
        is_cut = any(isinstance(text, Scalar) and text.text.count("(") > text.text.count(")") for text in conditions)
        for key in self.unknown:
            its_keys = f"Its keys are: {', '.join(self.keys)}."
            fix = did_you_mean(key, self.keys) or (COMMA if is_empty(self.mapped.entries[key]) else its_keys)
            if not (is_cut and key.endswith(")")):
                self.fault(self.mapped.keys[key], "unknown-key", f'{self.what} has no key "{key}".', fix)

    def refuse_empty(self) -> None:
        """Keys with nothing after them: a value forgotten, or set in too little to belong to the key."""
        for key, value in self.mapped.entries.items():
            if key in self.keys and is_empty(value):
                fix = "Write its value after the colon, or take the line out."
                self.fault(self.mapped.keys[key], "empty-key", f'Nothing stands after "{key}:".', fix)

    def fault(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note a fault, once, and go on."""
        problem = Problem(place, code, what, fix)
        if problem not in self.reading.problems:
            self.reading.problems.append(problem)

    def require(self, key: str, fix: str = "") -> None:
        """A key that must be there. One that is there and empty, or misspelt, has been told already."""
        meant = [nearest(word, self.keys) for word in self.unknown]
        if self.is_mapping and key not in self.mapped.entries and key not in meant:
            self.fault(self.place, "missing-key", f'{self.what} has no "{key}".', fix or f'Add a line "{key}: …".')

    def text(self, key: str, *, required: bool = False) -> Text | None:
        """A piece of text with its parameters filled in."""
        if required:
            self.require(key)
        value = self.mapped.entries.get(key)
        return None if value is None or is_empty(value) else self.scalar(value, f'"{key}"')

    def line(self, key: str, *, required: bool = False) -> str:
        """The same as words on one line; nothing where it is missing."""
        return " ".join(self.words(key, required=required).split())

    def words(self, key: str, *, required: bool = False) -> str:
        """The same as words, with empty lines between paragraphs kept."""
        text = self.text(key, required=required)
        return text.text.strip() if text else ""

    def scalar(self, value: Value, what: str) -> Text:
        """One value that must be plain text; no words where it is not."""
        if not isinstance(value, Scalar):
            self.fault(
                value.place,
                "wrong-shape",
                f"{what} must be plain text.",
                "Write it on one line, or below it after a |. If it begins with { or [, put it in quotes.",
            )
            return Text("", value.place)
        filled, _ = fill(value.text, self.parameters, value.place)
        # In the file a text may run over lines and be set in: there, each parameter has its own place.
        self.reading.problems.extend(fill(value.raw, self.parameters, value.place)[1])
        return Text(filled, value.place, plain=filled == value.raw)

    def list(self, key: str, *, required: bool = False) -> tuple[Text, ...]:
        """A list of texts; one text alone is a list of one."""
        if required:
            self.require(key, f'Add a line "{key}: [ … ]".')
        value = self.mapped.entries.get(key)
        if value is None or is_empty(value):
            return ()
        items = value.items if isinstance(value, Sequence) else (value,)
        if required and not items:
            self.fault(value.place, "empty-key", f'Nothing stands in "{key}".', "Write at least one entry.")
        for item in items:
            if is_empty(item):
                self.fault(item.place, "empty-key", f'An entry of "{key}" is empty.', "Fill it in, or take it out.")
        return tuple(self.scalar(item, f'Each entry of "{key}"') for item in items)

    def flag(self, key: str) -> bool:
        """A key that is true or false; false where it is missing."""
        text = self.text(key)
        if text and text.text and text.text not in ("true", "false"):
            self.fault(text.place, "not-true-or-false", f'"{key}" is "{text}".', "Write true or false.")
        return bool(text and text.text == "true")

    def pairs(self, key: str) -> Iterator[tuple[str, Place, Value]]:
        """The keys and values of a mapping inside this one."""
        value = self.mapped.entries.get(key)
        if isinstance(value, Mapped):
            yield from ((name, value.keys[name], inner) for name, inner in value.entries.items())
        elif value is not None and not is_empty(value):
            fix = "Write each as name: value, on its own line below."
            self.fault(self.mapped.keys[key], "wrong-shape", f'"{key}" must be names with values.', fix)

    def ids(self, key: str, *reserved: str) -> None:
        """Names that other lines will use: small letters, digits and hyphens, and none that means something else."""
        for name, place, value in self.pairs(key):
            if not ID.fullmatch(name):
                fix = COMMA if is_empty(value) else f'Small letters, digits and hyphens only: "{nearest_id(name)}".'
                self.fault(place, "bad-id", f'"{name}" cannot be used as a name.', fix)
            elif name in reserved:
                self.fault(place, "bad-id", f'The name "{name}" means something else here.', "Choose another.")

    def texts(self, key: str) -> dict[str, Text]:
        """A mapping whose values are all plain text."""
        return {name: self.scalar(value, f'"{name}"') for name, _, value in self.pairs(key)}

    def entries(self, key: str) -> tuple[Value, ...]:
        """The entries of a list inside this mapping, whatever they are."""
        value = self.mapped.entries.get(key)
        if isinstance(value, Sequence) and not value.items:
            self.fault(value.place, "empty-key", f'Nothing stands in "{key}".', "Write an entry, or take the line out.")
        if isinstance(value, Sequence):
            return value.items
        if value is not None and not is_empty(value):
            self.fault(
                self.mapped.keys[key], "wrong-shape", f'"{key}" must be a list.', "Begin each entry with a dash: - …"
            )
        return ()

    @property
    def places(self) -> dict[str, Place]:
        """Where each key stands, and each name below it: ``go`` and ``go.too-young``."""
        below = {
            f"{key}.{name}": place
            for key, value in self.mapped.entries.items()
            if isinstance(value, Mapped)
            for name, place in value.keys.items()
        }
        return {**self.mapped.keys, **below}


def is_empty(value: Value) -> bool:
    """Whether nothing but space stands there."""
    return isinstance(value, Scalar) and not value.text.strip()


def nearest_id(name: str) -> str:
    """A name as it could be written."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "too-young"
