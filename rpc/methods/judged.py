"""The kinds of field whose content only the desk can judge: a telephone, an address, the day somebody was born.

Used by the files of this folder, so that an answer of -32602 lists them beside every other bad field; calls `pipeline.desk` when it
is asked. The desk judges again for itself. It knows no method.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from rpc.call import Call
from rpc.methods.fields import Date, Word, problem


def _refuse(complaint: str | None) -> None:
    if complaint is not None:
        raise problem(complaint)


def _telephone(value: str) -> str:
    from pipeline.desk.clients import telephone_problem

    _refuse(telephone_problem(value))
    return value


def _mobile(value: str) -> str:
    from pipeline.desk.messages import mobile_problem

    _refuse(mobile_problem(value))
    return value


def _email(value: str) -> str:
    from pipeline.desk.clients import email_problem

    _refuse(email_problem(value))
    return value


def _birth(value: date, info: ValidationInfo) -> date:
    from pipeline.desk.clients import birth_problem

    call = info.context
    # What is today only the request knows; a model validated without one leaves the question to the desk.
    if isinstance(call, Call):
        _refuse(birth_problem(value, call.world.clock.now().date()))
    return value


Telephone = Annotated[Word, AfterValidator(_telephone)]
Mobile = Annotated[Word, AfterValidator(_mobile)]
Email = Annotated[Word, AfterValidator(_email)]
BirthDate = Annotated[Date, AfterValidator(_birth)]
