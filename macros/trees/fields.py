"""Takes the keys of one YAML mapping, one by one, and says what is missing, misspelt or of the wrong shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.clauses.parameters import fill
from macros.problems import Place, Problem, did_you_mean
from macros.trees.model import Text
from macros.trees.yaml_values import Mapped, Reading, Scalar, Sequence, Value


class Fields:
    """One mapping on its way to becoming a value; whatever is asked for and wrong becomes a problem in ``reading``."""

    def __init__(
        self, reading: Reading, value: Value, what: str, keys: tuple[str, ...], parameters: Mapping[str, str]
    ) -> None:
        self.reading, self.what, self.parameters = reading, what, parameters
        self.place = value.place
        self.mapped = value if isinstance(value, Mapped) else Mapped({}, {}, value.place)
        if not isinstance(value, Mapped):
            self.fault(
                value.place,
                "wrong-shape",
                f"{what} must be a list of keys with values.",
                f"Write its keys below it, each with a colon: {', '.join(keys)}.",
            )
        for key in self.mapped.entries:
            if key not in keys:
                self.fault(
                    self.mapped.keys[key],
                    "unknown-key",
                    f'{what} has no key "{key}".',
                    did_you_mean(key, keys) or f"Its keys are: {', '.join(keys)}.",
                )

    def fault(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note a fault and go on."""
        self.reading.problems.append(Problem(place, code, what, fix))

    def text(self, key: str, *, required: bool = False) -> Text | None:
        """A piece of text with its parameters filled in."""
        value = self.mapped.entries.get(key)
        if value is None or (isinstance(value, Scalar) and not value.text.strip()):
            if required:
                self.fault(self.place, "missing-key", f'{self.what} has no "{key}".', f'Add a line "{key}: …".')
            return None
        return self.scalar(value, f'"{key}"')

    def words(self, key: str, *, required: bool = False) -> str:
        """The same without its place; nothing where it is missing."""
        text = self.text(key, required=required)
        return text.text.strip() if text else ""

    def scalar(self, value: Value, what: str) -> Text | None:
        """One value that must be plain text."""
        if not isinstance(value, Scalar):
            self.fault(
                value.place,
                "wrong-shape",
                f"{what} must be plain text.",
                "Write it on one line, or below it after a |. If it begins with { or [, put it in quotes.",
            )
            return None
        filled, problems = fill(value.text, self.parameters, value.place)
        self.reading.problems.extend(problems)
        return Text(filled, value.place)

    def list(self, key: str, *, required: bool = False) -> tuple[Text, ...]:
        """A list of texts; one text alone is a list of one."""
        value = self.mapped.entries.get(key)
        if value is None:
            if required:
                self.fault(self.place, "missing-key", f'{self.what} has no "{key}".', f'Add a line "{key}: [ … ]".')
            return ()
        items = value.items if isinstance(value, Sequence) else (value,)
        return tuple(text for item in items if (text := self.scalar(item, f'Each entry of "{key}"')))

    def flag(self, key: str) -> bool:
        """A key that is true or false; false where it is missing."""
        text = self.text(key)
        if text and text.text not in ("true", "false"):
            self.fault(text.place, "not-true-or-false", f'"{key}" is "{text}".', "Write true or false.")
        return bool(text and text.text == "true")

    def pairs(self, key: str) -> Iterator[tuple[str, Place, Value]]:
        """The keys and values of a mapping inside this one."""
        value = self.mapped.entries.get(key)
        if isinstance(value, Mapped):
            yield from ((name, value.keys[name], inner) for name, inner in value.entries.items())
        elif value is not None:
            self.fault(
                value.place,
                "wrong-shape",
                f'"{key}" must be a list of names with values.',
                "Write each as name: value, on its own line below.",
            )

    def texts(self, key: str) -> dict[str, Text]:
        """A mapping whose values are all plain text."""
        return {name: text for name, _, value in self.pairs(key) if (text := self.scalar(value, f'"{name}"'))}

    def entries(self, key: str) -> tuple[Value, ...]:
        """The entries of a list inside this mapping, whatever they are."""
        value = self.mapped.entries.get(key)
        if isinstance(value, Sequence):
            return value.items
        if value is not None:
            self.fault(value.place, "wrong-shape", f'"{key}" must be a list.', "Begin each entry with a dash: - …")
        return ()
