"""The addresses of the plain page; what draws it is read when somebody first comes."""

from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from screens.plain.door import HOME
from screens.service import Service

if TYPE_CHECKING:
    from screens.plain.routes import PlainPage


def plain_routes(service: Service, token: str, port: int) -> list[BaseRoute]:
    """The routes of the page of this hall."""

    @cache
    def there() -> "PlainPage":
        from screens.plain.routes import PlainPage

        return PlainPage(service, token, port)

    async def page(request: Request) -> Response:
        return await there().page(request)

    async def now(request: Request) -> Response:
        return await there().now(request)

    async def do(request: Request) -> Response:
        return await there().do(request)

    async def style(request: Request) -> Response:
        return await there().style(request)

    return [
        Route(HOME, page),
        Route(f"{HOME}/now", now),
        Route(f"{HOME}/do", do, methods=["POST"]),
        Route(f"{HOME}/{{name}}", style),
    ]
