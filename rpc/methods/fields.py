"""The kinds of field that params are made of: what is ill-typed, too long or no date is refused here, in a sentence.

Used by every file of this folder; calls nothing of ours. It knows no method. Dates and times become values, ids stay as they came.
"""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_INT64 = 2**63


class Params(BaseModel):
    """Params by name: an unknown one is an error, nothing is converted (docs/contract section 2)."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True, validate_by_name=False, validate_by_alias=True)


class Result(BaseModel):
    """A result in wire shape; members may be added without breaking a promise."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True, validate_by_name=False, validate_by_alias=True)


class NoParams(Params):
    """No parameter at all."""


class NoResult(Result):
    """An empty object."""


def problem(text: str) -> PydanticCustomError:
    """The complaint of a validator, said as it stands."""
    return PydanticCustomError("refused", "{text}", {"text": text})


def exactly_one(value: Any, other: str, info: ValidationInfo) -> None:
    """Refuses a field given together with `other`, declared before it, or missing with it; silent where `other` itself is bad."""
    if other in info.data and (value is None) == (info.data[other] is None):
        raise problem(f"must be given, or {other}, and not both")


def _identifier(value: Any) -> int | str:
    if type(value) is int and -_INT64 <= value < _INT64:
        return value
    if type(value) is str and 0 < len(value) <= 200:
        return value
    raise problem("must be an id: an integer of 64 bits or a string of 1 to 200 characters")


def _date(value: Any) -> date:
    if type(value) is str and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise problem("is a day that the calendar does not have") from error
    raise problem("must be a date written YYYY-MM-DD")


def _time(value: Any) -> time:
    if type(value) is str and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    raise problem("must be a time of day written HH:MM")


def _text(least: int, most: int) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if type(value) is not str:
            raise problem("must be a string")
        if len(value) > most:
            raise problem(f"must be at most {most} characters long")
        if len(value.strip()) < least:
            raise problem("must not be blank" if least == 1 else f"must be at least {least} characters long")
        return value

    return check


def _schema_of_text(least: int, most: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": most, **({"minLength": least} if least else {})}


Id = Annotated[int | str, PlainValidator(_identifier), WithJsonSchema({"type": ["integer", "string"]})]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Time = Annotated[time, BeforeValidator(_time), WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})]
Text = Annotated[str, BeforeValidator(_text(0, 2000)), WithJsonSchema(_schema_of_text(0, 2000))]
"""What somebody said or wrote; may be blank."""
Question = Annotated[str, BeforeValidator(_text(1, 2000)), WithJsonSchema(_schema_of_text(1, 2000))]
LongText = Annotated[str, BeforeValidator(_text(0, 20_000)), WithJsonSchema(_schema_of_text(0, 20_000))]
Name = Annotated[str, BeforeValidator(_text(2, 100)), WithJsonSchema(_schema_of_text(2, 100))]
Word = Annotated[str, BeforeValidator(_text(1, 200)), WithJsonSchema(_schema_of_text(1, 200))]
Note = Annotated[str, BeforeValidator(_text(0, 500)), WithJsonSchema(_schema_of_text(0, 500))]
Path = Annotated[str, BeforeValidator(_text(1, 4096)), WithJsonSchema(_schema_of_text(1, 4096))]

Services = Annotated[list[Id], Field(min_length=1, max_length=20)]
Limit = Annotated[int, Field(ge=1, le=1000)]
Offset = Annotated[int, Field(ge=0, le=_INT64 - 1)]
Minutes = Annotated[int, Field(ge=1, le=1440)]

WireDate = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
WireTime = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"})]
WireId = int | str
Priority = Annotated[str, WithJsonSchema({"enum": ["VIP", "HIGH", "NORMAL"]})]
