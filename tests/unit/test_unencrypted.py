"""A hall does without what it never uses."""

import os
import subprocess
import sys

HALL = """
import sys
from screens.unencrypted import without_openssl
with without_openssl():
    import screens.hall
print(sorted({'ssl', '_ssl', '_hashlib'} & sys.modules.keys()))
from screens.secrets import mark
print(mark('0123456789ABCD', 'note'))
import asyncio, http.client, ssl
print(type(ssl.create_default_context()) is ssl.SSLContext)
"""


def test_a_hall_loads_no_openssl_and_whoever_asks_later_gets_it() -> None:
    """Neither TLS nor its digests are loaded; marks are the same, and the real thing is there."""
    # What measures branches reads OpenSSL itself, where it is told to follow children.
    plain = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    command = [sys.executable, "-c", HALL]
    done = subprocess.run(command, env=plain, capture_output=True, text=True, check=True)

    # The mark is HMAC-SHA-256 of «note», as OpenSSL makes it.
    assert done.stdout.splitlines() == ["[]", "1966935837f881d743a1d75843e33da6", "True"]


def test_what_a_library_asks_ssl_for_unforeseen_is_the_real_thing() -> None:
    """A name that the stand-in does not have brings OpenSSL instead of an error."""
    code = (
        "import sys\nfrom screens.unencrypted import without_openssl\n"
        "with without_openssl():\n    from ssl import Purpose, SSLObject\n"
        "print(Purpose.SERVER_AUTH.name, SSLObject.__module__, sys.modules['ssl'].__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["SERVER_AUTH", "ssl", "ssl"]
