"""The shape of an OpenRouter answer, as far as it is used.

Read by `openrouter_chat` at the first reply, so that nothing of pydantic is built before it is needed. Unknown fields are ignored.
"""

from pydantic import BaseModel


class Message(BaseModel):
    """The assistant's turn."""

    content: str | None = None


class Choice(BaseModel):
    """One of the answers; one is asked for."""

    message: Message


class Usage(BaseModel):
    """What it took."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


class Problem(BaseModel):
    """An error that comes with status 200."""

    code: int | None = None


class Reply(BaseModel):
    """A chat completion."""

    choices: list[Choice] = []
    usage: Usage = Usage()
    error: Problem | None = None
