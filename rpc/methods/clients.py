"""The clients of the business.

Named by `rpc.methods.METHODS`; carried out by `pipeline.desk.clients`. It knows the shapes, not the rules.
"""

from rpc.methods.fields import Date, Id, Limit, Name, Note, Params, Result, Text, WireDate, WireId, Word
from rpc.methods.judged import BirthDate, Email, Telephone


class ClientSearchParams(Params):
    """Params of `clienti.search`; `nome` may be the full name."""

    nome: Text | None = None
    telefono: Text | None = None
    query: Text | None = None
    limit: Limit | None = None


class ClientCreateParams(Params):
    """Params of `clienti.create`."""

    nome: Name
    cognome: Word
    telefono: Telephone
    data_nascita: BirthDate | None = None
    email: Email | None = None
    voice_consent: bool | None = None
    note: Note | None = None
    request_id: Word | None = None


class KnownClient(Params):
    """A decrypted person."""

    id: Id
    nome: Text
    cognome: Text
    telefono: Text
    data_nascita: Date | None = None


class IndexParams(Params):
    """Params of `clienti.provide_index`: decrypted people for an encrypted file, kept in memory only."""

    clienti: list[KnownClient]


class IndexResult(Result):
    """How many were taken."""

    count: int


class Client(Result):
    """A client that is not deleted; telefono in national digits."""

    id: WireId
    nome: str
    cognome: str
    telefono: str
    soprannome: str | None
    data_nascita: WireDate | None
    email: str | None
    is_vip: bool
    operatore_preferito_id: WireId | None
    consenso_whatsapp: bool
    voice_consent: bool
    note: str | None


class ClientSearchResult(Result):
    """`count` counts all matches, `clienti` holds the first of them."""

    count: int
    clienti: list[Client]
