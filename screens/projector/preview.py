"""A look at a picture that the hall does not see: for the desk, behind the token."""

from collections.abc import Callable
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from screens.asking import Voices
from screens.projector.seen import Seen
from screens.service import Service
from screens.words import Words
from workshop.basics import Refused
from workshop.case import Case
from workshop.commands import PARSE
from workshop.looking_ahead import ahead
from workshop.planned import Presence
from workshop.views import phone_view

MOST: Final = 8
"""Commands in one look."""


class Wanted(BaseModel):
    """What the desk wants to look at, and how large."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    case: str
    commands: Annotated[list[dict[str, Any]], Field(max_length=MOST)] = []
    page: Annotated[int, Field(ge=1, le=99)] = 1
    columns: Annotated[int, Field(ge=20, le=300)] = 80
    rows: Annotated[int, Field(ge=10, le=120)] = 24


class Previews:
    """Draws what a few commands would show, and changes nothing."""

    def __init__(self, service: Service, seen: Callable[[Case], Seen]) -> None:
        """Pictures of a hall; ``seen`` says what a wall is told of a case."""
        self._service = service
        self._seen = seen
        self._voices = Voices(service.ledger)

    async def preview(self, request: Request) -> Response:
        """The picture in rows of pieces of text with their tone, and what phones would show."""
        recorder = self._voices.recorder(request)
        try:
            wanted = Wanted.model_validate_json(await request.body())
            commands = [PARSE.validate_python(one) for one in wanted.commands]
        except ValidationError as error:
            return JSONResponse(recorder.malformed(error), 422)
        case = self._service.case(wanted.case)
        if case is None:
            return JSONResponse(recorder.no("no_case"), 404)
        then = ahead(case, commands, self._service.now())
        if isinstance(then, Refused):
            return JSONResponse(recorder.no(then.reason, **then.values), 409)
        return JSONResponse(self._told(case, then, wanted))

    def _told(self, case: Case, then: Case, wanted: Wanted) -> dict[str, Any]:
        from screens.projector.scene import Moment, Scenes, Size

        shown = then.shown.model_copy(update={"page": wanted.page})
        seen = self._seen(then.model_copy(update={"shown": shown}))
        scenes = Scenes(Words(seen.language), "")
        size = Size(wanted.columns, wanted.rows)
        scene = scenes.scene(seen, size, Moment(self._service.now().astimezone()))
        air = max(0, wanted.rows - 2 - len(scene.middle))
        return {
            "ok": True,
            "wall": then.shown.wall,
            "page": min(wanted.page, scene.pages),
            "pages": scene.pages,
            "rows": [scene.top, *scene.middle, *([()] * air), scene.bottom],
            "phones": self._phones(then),
            "phones_now": self._phones(case),
        }

    def _phones(self, case: Case) -> dict[str, Any]:
        """What every phone that has joined is asked; nothing of any one of them."""
        # Whoever has joined: what all phones are asked is the same for each.
        somebody = Presence(gathering="", role="resident", table=None, heads=1)
        view = phone_view(case, self._service.now(), somebody, (), None)
        face = view.face if case.gathering else "closed"
        told = {"face": face, "writes": view.writes, "block": view.block}
        return {**told, "title": view.block_title}
