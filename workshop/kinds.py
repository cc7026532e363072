"""Values of many kinds, told apart by one field; each kind is made ready when it is first met."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field, TypeAdapter

Kind = TypeVar("Kind")
"""The union of all the kinds."""


class Kinds(Generic[Kind]):
    """As pydantic's adapter of a union, but an evening pays only for the kinds that it meets.

    A hall knows two hundred kinds and meets a few dozen; making all of them ready would be a
    third of its start, and megabytes.
    """

    def __init__(self, tag: str, kinds: Mapping[str, type[BaseModel]], union: Any) -> None:
        self._tag = tag
        self._kinds = kinds
        self._union = union

    def validate_python(self, value: object) -> Kind:
        """The value of its kind; raises ValidationError where it is none of them, or not whole."""
        name = value.get(self._tag) if isinstance(value, Mapping) else None
        kind = self._kinds.get(name) if isinstance(name, str) else None
        if kind is None:
            return self._whole.validate_python(value)
        met: Any = kind.model_validate(value)
        return met  # type: ignore[no-any-return]

    def json_schema(self, mode: Literal["validation", "serialization"] = "validation") -> Any:
        """JSON Schema of all the kinds."""
        return self._whole.json_schema(mode=mode)

    @cached_property
    def _whole(self) -> TypeAdapter[Kind]:
        union: Any = Annotated[self._union, Field(discriminator=self._tag)]
        return TypeAdapter(union)
