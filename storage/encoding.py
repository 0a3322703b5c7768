"""Values as JSON and back: a dataclass is its fields by name, guided by their declared types.

A field with a default may be missing from what was stored, so a value may grow fields without rewriting
the rows that were written before.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

Value = TypeVar("Value")

_TAG = "is_a"


def encode(value: object) -> Any:
    """The value as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if is_dataclass(value):
        named = {field.name: encode(getattr(value, field.name)) for field in fields(value) if field.init}
        return {_TAG: type(value).__name__, **named}
    return value


def decode(kind: type[Value], stored: Any) -> Value:
    """The value of this kind that `encode` made the stored JSON of."""
    return cast("Value", _decode(kind, stored))


def _decode(kind: Any, stored: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_one_of(get_args(kind), stored)
    if origin is tuple:
        return _decode_tuple(get_args(kind), stored)
    if origin in (Literal, dict) or kind is object:
        return stored
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(
            **{
                field.name: _decode(hints[field.name], stored[field.name])
                for field in fields(kind)
                if field.name in stored or _is_required(field)
            }
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(stored)
    if kind in (date, datetime):
        return kind.fromisoformat(stored)
    return stored


def _decode_one_of(kinds: tuple[Any, ...], stored: Any) -> Any:
    if stored is None:
        return None
    present = [kind for kind in kinds if kind is not type(None)]
    if len(present) == 1:
        return _decode(present[0], stored)
    return _decode(next(kind for kind in present if kind.__name__ == stored[_TAG]), stored)


def _decode_tuple(kinds: tuple[Any, ...], stored: list[Any]) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_decode(kinds[0], item) for item in stored)
    return tuple(_decode(kind, item) for kind, item in zip(kinds, stored, strict=True))


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
