"""The hall speaks plain HTTP inside the room, so it does without OpenSSL.

asyncio, uvloop and uvicorn import ``ssl`` whether anybody asks for it or not, and ``hashlib`` takes
OpenSSL's digests before Python's own, which are the same. Four and a half megabytes, and a
twentieth of a hall's start, are spent on what it never uses.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final

_DIGESTS: Final = ("_sha2",), ("_sha256", "_sha512")
"""Python's own SHA-2, from 3.12 on and before; some systems build it without."""


class _Stand(ModuleType):
    """What looks at ``ssl`` while it is imported finds these names; any other brings the real one.

    No connection is ever of these kinds, so nobody who asks «is this encrypted?» is misled.
    """

    CERT_NONE = 0
    PROTOCOL_TLS_SERVER = 17
    SSL_ERROR_WANT_READ = 2
    SSL_ERROR_WANT_WRITE = 3
    SSL_ERROR_SYSCALL = 5
    SSLContext = type("SSLContext", (), {})
    SSLSocket = type("SSLSocket", (), {})
    MemoryBIO = type("MemoryBIO", (), {})
    SSLError = type("SSLError", (OSError,), {})
    SSLWantReadError = type("SSLWantReadError", (SSLError,), {})
    SSLSyscallError = type("SSLSyscallError", (SSLError,), {})
    SSLZeroReturnError = type("SSLZeroReturnError", (SSLError,), {})
    CertificateError = type("CertificateError", (SSLError, ValueError), {})

    @staticmethod
    def create_default_context(*args: object, **kwargs: object) -> Any:
        """The real one's."""
        return _real().create_default_context(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        """What no module of the hall has asked for until now."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_real(), name)


def _real() -> ModuleType:
    if isinstance(sys.modules.get("ssl"), _Stand):
        del sys.modules["ssl"]
    return importlib.import_module("ssl")


@contextmanager
def without_openssl() -> Iterator[None]:
    """Import what serves the hall, without OpenSSL; what is imported afterwards finds it again."""
    own = any(all(map(find_spec, names)) for names in _DIGESTS)
    if not own or {"ssl", "_hashlib", "hashlib", "asyncio"} & sys.modules.keys():
        yield
        return
    stands: dict[str, Any] = {"ssl": _Stand("ssl"), "_hashlib": None}
    sys.modules.update(stands)
    try:
        yield
    finally:
        for name, stand in stands.items():
            if sys.modules.get(name) is stand:
                del sys.modules[name]
