"""The language of the rule tables: what a piece of JSON must look like, and how to find where it does not.

Complaints are worded as Slack words them: `[ERROR] must be less than 76 characters [json-pointer:/text]`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Complaints = Iterator[str]


def complaint(words: str, pointer: str) -> str:
    """One complaint at one place."""
    return f"[ERROR] {words} [json-pointer:{pointer}]"


class Shape(Protocol):
    """Anything that can look at a value and complain."""

    def check(self, value: Any, pointer: str) -> Complaints:
        """Every complaint about `value`, which stands at `pointer`."""
        ...


@dataclass(frozen=True)
class Words:
    """A string of limited length."""

    most: int
    least: int = 0

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about anything but a string of that length."""
        if not isinstance(value, str):
            yield complaint(f"expected a string but got {_kind(value)}", pointer)
        elif len(value) > self.most:
            yield complaint(f"must be less than {self.most + 1} characters", pointer)
        elif len(value) < self.least:
            yield complaint(f"must be more than {self.least - 1} characters", pointer)


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about anything but a boolean."""
        if not isinstance(value, bool):
            yield complaint(f"expected a boolean but got {_kind(value)}", pointer)


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about anything but an integer between the bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            yield complaint(f"expected an integer but got {_kind(value)}", pointer)
        elif not self.least <= value <= self.most:
            yield complaint(f"must be between {self.least} and {self.most}", pointer)


@dataclass(frozen=True)
class OneOf:
    """One of a few strings."""

    values: tuple[str, ...]

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about any other value."""
        if value not in self.values:
            yield complaint(f"must be one of {', '.join(self.values)}", pointer)


@dataclass(frozen=True)
class Pattern:
    """A string that a regular expression must match whole; `example` explains it."""

    expression: str
    example: str

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about anything that does not match."""
        if not isinstance(value, str) or re.fullmatch(self.expression, value) is None:
            yield complaint(f"must look like {self.example}", pointer)


@dataclass(frozen=True)
class Anything:
    """An object whose inside is not checked."""

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about anything but an object."""
        if not isinstance(value, dict):
            yield complaint(f"expected an object but got {_kind(value)}", pointer)


@dataclass(frozen=True)
class Several:
    """A list of limited length."""

    of: Shape
    most: int
    least: int = 1

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about the list's length and about each item."""
        if not isinstance(value, list):
            yield complaint(f"expected an array but got {_kind(value)}", pointer)
            return
        if len(value) > self.most:
            yield complaint(f"no more than {self.most} items allowed", pointer)
        if len(value) < self.least:
            yield complaint(f"no fewer than {self.least} items allowed", pointer)
        for index, item in enumerate(value):
            yield from self.of.check(item, f"{pointer}/{index}")


@dataclass(frozen=True)
class Fields:
    """An object: required and optional fields, and fields of which at least, or exactly, one is needed."""

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    any_of: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about missing, unknown and wrong fields. `type` is left to whoever chose by it."""
        if not isinstance(value, dict):
            yield complaint(f"expected an object but got {_kind(value)}", pointer)
            return
        for name in self.required:
            if name not in value:
                yield complaint(f"missing required field: {name}", pointer)
        if self.any_of and not any(name in value for name in self.any_of):
            yield complaint(f"missing required field: {' or '.join(self.any_of)}", pointer)
        if self.one_of and sum(name in value for name in self.one_of) != 1:
            yield complaint(f"exactly one field required of: {', '.join(self.one_of)}", pointer)
        known = {**self.required, **self.optional}
        for name, inside in value.items():
            if name in known:
                yield from known[name].check(inside, f"{pointer}/{name}")
            elif name != "type":
                yield complaint(f"invalid additional property: {name}", pointer)


@dataclass(frozen=True)
class Typed:
    """An object whose `type` chooses its shape from a table, as far as that type may stand here."""

    table: Mapping[str, Shape]
    allowed: frozenset[str] | None = None

    def check(self, value: Any, pointer: str) -> Complaints:
        """Complain about an unknown or misplaced type, or about what its shape complains of."""
        if not isinstance(value, dict):
            yield complaint(f"expected an object but got {_kind(value)}", pointer)
            return
        name = value.get("type")
        if name is None:
            yield complaint("missing required field: type", pointer)
        elif not isinstance(name, str) or name not in self.table:
            yield complaint(f"unsupported type: {name}", f"{pointer}/type")
        elif self.allowed is not None and name not in self.allowed:
            yield complaint(f"unsupported type here: {name}", f"{pointer}/type")
        else:
            yield from self.table[name].check(value, pointer)


def _kind(value: Any) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")
