"""The least a server can do: the limits that the hall is held against.

``python -m screens.bench.hello serve`` is a Starlette app that answers one POST,
served as the hall is; its first line on standard output is its address.
``python -m screens.bench.hello paint`` is a Textual app with one word on it, and
``keys`` one with a line to write in.
"""

import socket
import sys


def serve() -> None:
    """Answer every POST on /note with a receipt of the usual size, and store nothing."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    from screens import address

    async def note(request: Request) -> JSONResponse:
        body = await request.json()
        receipt = {"ok": True, "command": body["id"], "seq": 1, "at": "2025-01-21T17:46:12.345Z"}
        return JSONResponse({**receipt, "repeated": False, "edited": False})

    sock = address.listen("127.0.0.1", 0)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            sys.stdout.write(f"{address.url_of('127.0.0.1', address.port_of(sock))}\n")
            sys.stdout.flush()

    app = Starlette(routes=[Route("/note", note, methods=["POST"])])
    config = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", timeout_keep_alive=75, backlog=4096
    )
    Server(config).run(sockets=[sock])


def paint() -> None:
    """Show one word."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Hello(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("Medspill")

    Hello().run()


def keys() -> None:
    """Show what is written."""
    from textual.app import App, ComposeResult
    from textual.widgets import Input

    class Line(App[None]):
        def compose(self) -> ComposeResult:
            yield Input(placeholder="Medspill")

    Line().run()


if __name__ == "__main__":
    {"serve": serve, "paint": paint, "keys": keys}[sys.argv[1]]()
