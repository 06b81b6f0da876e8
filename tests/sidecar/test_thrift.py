"""What is left out at the start must change nothing that is used: tried in processes of their own, where nothing was imported before."""

import hashlib
import hmac
import subprocess
import sys

import pytest

from tests.sidecar.children import ROOT

SPARED = "from sidecar import thrift; thrift.spare(); "


def printed(program: str) -> str:
    """What a fresh process prints that runs these lines after `spare`."""
    done = subprocess.run([sys.executable, "-c", SPARED + program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256", "sha512", "blake2b"])
def test_hashes_are_those_of_every_other_program(name: str) -> None:
    assert printed(f"import hashlib; print(hashlib.new('{name}', b'Anna').hexdigest())") == hashlib.new(name, b"Anna").hexdigest()


def test_keyed_hashes_and_secrets_work() -> None:
    wanted = hmac.new(b"k", b"Anna", "sha256").hexdigest()
    program = "import hmac, secrets; print(hmac.new(b'k', b'Anna', 'sha256').hexdigest(), len(secrets.token_bytes(16)))"
    assert printed(program) == f"{wanted} 16"


def test_encrypted_connections_can_still_be_made() -> None:
    assert printed("import ssl; print(ssl.create_default_context().verify_mode.name)") == "CERT_REQUIRED"


def test_models_are_validated_as_ever_and_no_plugin_is_sought() -> None:
    program = (
        "import sys; from pydantic import BaseModel, ValidationError\n"
        "class Person(BaseModel):\n    nome: str\n"
        "print(Person(nome='Anna').nome, 'importlib.metadata' in sys.modules)\n"
        "try:\n    Person(nome=3)\nexcept ValidationError as error:\n    print(error.error_count())"
    )
    assert printed(program).split() == ["Anna", "False", "1"]


def test_the_program_of_a_session_key_signs_and_reads_its_own() -> None:
    program = "from itsdangerous import URLSafeSerializer as S; s = S('k'); print(s.loads(s.dumps('Anna')))"
    assert printed(program) == "Anna"
