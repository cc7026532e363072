"""Which address phones should open, and the sockets behind it."""

import re
import socket
import sys
from contextlib import closing
from ipaddress import ip_address
from typing import Final

from storage.trouble import Trouble

LOOPBACK: Final = "127.0.0.1"
WEB_PORT: Final = 80
FIRST_PORTS: Final = (WEB_PORT, 8080)
BACKLOG: Final = 4096
OPEN_FILES: Final = 16_384
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAME: Final = re.compile(rf"(?=.{{1,253}}$){_LABEL}(?:\.{_LABEL})*")
# No packet is sent: connecting a datagram socket only asks the system which way it would go.
_PRIVATE_PLACES: Final = ("192.168.255.254", "10.255.255.254", "172.31.255.254")


def own_address() -> str:
    """This machine's address on the hall's network; loopback where there is none."""
    for place in _PRIVATE_PLACES:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
            try:
                probe.connect((place, 9))
                address: str = probe.getsockname()[0]
            except OSError:
                continue
            if not address.startswith(("127.", "169.254.", "0.")):
                return address
    return LOOPBACK


def url_of(host: str, port: int) -> str:
    """The address of the phones' page, without the port where it is the usual one."""
    name = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{name}/" if port == WEB_PORT else f"http://{name}:{port}/"


def is_host(text: str) -> bool:
    """Whether this can be the name or the number of a machine in an address."""
    try:
        return bool(ip_address(text))
    except ValueError:
        # What ends in a number would be read as an address by number, and is none.
        return bool(_NAME.fullmatch(text)) and not text.rpartition(".")[2].isdigit()


def listen(bind: str, port: int, option: str = "--lan-port") -> socket.socket:
    """A socket that listens; raises Trouble where the port is taken or the address foreign.

    ``option`` is what somebody would choose another port with.
    """
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    # On Windows the same option would let another program share the port.
    if sys.platform != "win32":
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((bind, port))
        sock.listen(BACKLOG)
    except PermissionError as error:
        sock.close()
        raise Trouble("port_forbidden", port=port, option=option) from error
    except OSError as error:
        sock.close()
        raise Trouble(_why(error), port=port, address=bind, option=option) from error
    sock.setblocking(False)
    return sock


def listen_on_first(bind: str, ports: tuple[int, ...]) -> socket.socket:
    """A socket on the first of these ports that is free and allowed."""
    for port in ports[:-1]:
        try:
            return listen(bind, port)
        except Trouble:
            continue
    return listen(bind, ports[-1])


def port_of(sock: socket.socket) -> int:
    """The port that a socket listens on."""
    port: int = sock.getsockname()[1]
    return port


def _why(error: OSError) -> str:
    cannot_assign = {99, 49, 10049}
    foreign = error.errno in cannot_assign or isinstance(error, socket.gaierror)
    return "address_foreign" if foreign else "port_taken"


def allow_many_connections() -> None:
    """Let this process have as many connections at once as a large hall needs."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
