"""A case with an open gathering, a desk to steer it, and phones to take part, without a net."""

import asyncio
import re
from pathlib import Path
from typing import Any

import httpx2
from pydantic import TypeAdapter
from starlette.types import ASGIApp, Receive, Scope, Send

from screens.phone.routes import phone_app
from screens.service import Service
from storage.batch import Receipt, Wish
from storage.ledger import Ledger
from workshop.case import Case
from workshop.commands import PARSE

HOST = "hall.test"
ROUTES = ("/join", "/note", "/edit", "/ballot", "/answer")
_JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


class Evening:
    """A hall in memory over a real file; make it inside a running loop."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.seconds = 0.0
        self.tick = 10.0
        """Seconds that pass whenever a guard looks at the clock."""
        self._begin()
        self._last = 0
        self._phones: list[httpx2.AsyncClient] = []
        self.case_id = ""

    def _begin(self) -> None:
        self.ledger = Ledger.open(self._path)
        self.service = Service(self.ledger, f"http://{HOST}/")
        self._app: ASGIApp = phone_app(self.service, lambda: frozenset({HOST}), self._clock)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The hall that runs now, also for phones that knew the one before."""
        await self._app(scope, receive, send)

    def restart(self) -> None:
        """The hall ends and is started again on its file."""
        self.ledger.close()
        self._begin()

    def fresh(self) -> str:
        self._last += 1
        return f"id-{self._last:08}"

    def _clock(self) -> float:
        self.seconds += self.tick
        return self.seconds

    async def desk(self, name: str, case: str | None = None, **fields: Any) -> str:
        """A command of the desk's, which must be taken; its id."""
        id_ = self.fresh()
        case = id_ if name == "case.open" else case or self.case_id
        command = PARSE.validate_python({"name": name, **fields})
        wish = Wish(id_, case, command, id_)
        answer = await asyncio.wrap_future(self.service.ledger.record(wish))
        assert isinstance(answer, Receipt), answer
        return id_

    async def open(self, title: str = "Gode år hjemme", *, question: str = "") -> str:
        """A new case with an open gathering; its id."""
        case = await self.desk("case.open", title=title)
        gathering = await self.desk("gathering.plan", case=case, title="Folkemøte 1")
        await self.desk("gathering.open", case=case, gathering=gathering)
        if question:
            await self.desk("question.write", case=case, text=question)
        self.case_id = self.case_id or case
        return case

    @property
    def case(self) -> Case:
        case = self.service.case(self.case_id)
        assert case
        return case

    def phone(self) -> "Phone":
        client = httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=self.app), base_url=f"http://{HOST}"
        )
        self._phones.append(client)
        return Phone(client, self)

    async def close(self) -> None:
        for client in self._phones:
            await client.aclose()
        self.ledger.close()

    async def vote(self, *titles: str, **fields: Any) -> list[str]:
        """Clusters of these titles, and an open vote over them; the clusters' ids."""
        made = [await self.desk("cluster.make", title=title) for title in titles]
        await self.desk("vote.open", **fields)
        return made


class Phone:
    """One phone, as a browser without script or as a program that speaks JSON."""

    def __init__(self, client: httpx2.AsyncClient, evening: Evening) -> None:
        self.client = client
        self._evening = evening

    async def get(self, path: str = "/", **headers: str) -> httpx2.Response:
        return await self.client.get(path, headers=headers)

    async def page(self, path: str = "/") -> str:
        response = await self.client.get(path)
        assert response.status_code == 200, response.text
        return response.text

    async def send(self, path: str, fields: dict[str, Any], *, follow: bool = True) -> Any:
        """A form as a browser sends it."""
        return await self.client.post(
            path,
            data=fields,
            headers={"origin": f"http://{HOST}"},
            follow_redirects=follow,
        )

    async def submit(self, path: str = "/", **fields: Any) -> httpx2.Response:
        """Fill the form that stands on a page, and send it."""
        page = await self.page(path)
        action = re.search(r'<form method="post" action="([^"]+)"', page)
        assert action, page
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
        response: httpx2.Response = await self.send(action[1], hidden | fields)
        return response

    async def say(self, path: str, **fields: Any) -> httpx2.Response:
        """The same as a program: JSON in, JSON out."""
        body = {"id": self._evening.fresh()} | fields
        return await self.client.post(path, json=body)

    async def join(self, **fields: Any) -> dict[str, Any]:
        response = await self.say("/join", **fields)
        assert response.status_code == 200, response.text
        return json_of(response)

    async def me(self) -> dict[str, Any]:
        response = await self.client.get("/me")
        assert response.status_code == 200, response.text
        return json_of(response)


def json_of(response: httpx2.Response) -> dict[str, Any]:
    return _JSON.validate_json(response.content)
