"""One simulated phone: it sees what a phone sees, and does what its owner would do."""

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final, get_args

from screens.control import new_command_id
from screens.rehearsal import people
from screens.rehearsal.evening import Evening, Saying
from screens.rehearsal.pace import Pace
from screens.rehearsal.room import Room
from screens.rehearsal.told import Told
from screens.rehearsal.web import NOT_MODIFIED, Answer, Broken, Browser
from workshop.terms import Hit

ASK_AGAIN: Final = frozenset({408, 429, 500, 502, 503, 504, 507})
"""Answers after which the same thing is sent again."""
FIRST_WAIT: Final = 0.05
LONGEST_WAIT: Final = 1.0
ROLES: Final = ("resident", "relative", "resident", "youth", "employee", "volunteer", "business")
TABLES: Final = 6
EVERY_TWICE: Final = 5
"""Every fifth phone taps twice on send."""
EVERY_REGRETS: Final = 6
"""Every sixth phone changes its ballot."""
EVERY_SHARES: Final = 4
"""Every fourth phone is shared by two."""


Step = Callable[[], Awaitable[bool]]
"""Does one thing; False where the meeting has gone on and the rest is left."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phone is: in which case of which evening, as which of how many."""

    case: str
    evening: Evening
    number: int
    of: int


class Phone:
    """A phone with a person behind it."""

    def __init__(
        self,
        place: Place,
        browser: Browser,
        pace: Pace,
        told: Told,
        changed: Callable[[], None],
        room: Room | None = None,
    ) -> None:
        self.done: list[str] = []
        """What it has finished: ``joined``, ``need``, ``idea``, and the ids of votes."""
        self.refusals: list[str] = []
        self._place = place
        self._browser = browser
        self._pace = pace
        self._told = told
        self._changed = changed
        self._room = room or Room()
        self._chance = Random(place.number)  # noqa: S311 - variety, no secret
        self._turn = ""
        self._tag = ""
        self._written: Counter[str] = Counter()

    async def live(self) -> None:
        """Join, and then do what each page asks for, until cancelled."""
        try:
            await self._join()
            errand: str | None = None
            steps: deque[Step] = deque()
            while True:
                view = await self._look()
                if (asked := people.errand(view)) != errand:
                    # What was answered before the meeting went elsewhere and back stays answered.
                    errand = asked
                    steps = deque() if people.is_answered(view) else self._plan(view)
                if await self._go_through(steps):
                    await self._rest(None)
        finally:
            self._browser.close()

    async def _go_through(self, steps: deque[Step]) -> bool:
        """Do one thing after the other; False when the page has changed meanwhile."""
        pause = self._pace.first
        while steps:
            if await self._rest(self._chance.uniform(*pause)):
                return False
            if self._room.is_quiet:
                # They sit there with the page open, and write nothing.
                pause = (self._pace.look, 2 * self._pace.look)
                continue
            if await steps[0]():
                steps.popleft()
            else:
                steps.clear()
            pause = self._pace.between
        return True

    async def _rest(self, seconds: float | None) -> bool:
        """Follow the shared frame for so long, or for ever; True as soon as the page is old."""
        clock = asyncio.get_running_loop().time
        until = None if seconds is None else clock() + seconds
        while until is None or clock() < until:
            left = self._pace.look if until is None else until - clock()
            await asyncio.sleep(max(0.0, min(left, self._pace.look)))
            answer = await self._got("/live", if_none_match=self._tag)
            # Without a net people go on writing on the page that they have.
            if answer is not None and answer.status != NOT_MODIFIED:
                self._tag = answer.headers.get("etag", "")
                if answer.json().get("turn", "") != self._turn:
                    return True
        return False

    async def _look(self) -> dict[str, Any]:
        view = (await self._get("/me")).json()
        self._turn = str(view.get("turn", ""))
        return view

    async def _join(self) -> None:
        await asyncio.sleep(self._chance.uniform(*self._pace.come))
        await self._come_in()

    async def _come_in(self) -> bool:
        # The page gives the secret, so that joining twice is joining once.
        await self._get("/")
        number = self._place.number
        said = await self._post(
            "/join",
            role=ROLES[number % len(ROLES)],
            table=number % TABLES + 1,
            heads=2 if number % EVERY_SHARES == EVERY_SHARES - 1 else 1,
        )
        if self._was_taken_in(said):
            self._told.phones += 1
            await self._finish("joined")
        # Whoever has come in sees another page, though the meeting stands where it stood.
        self._turn = self._tag = ""
        return True

    def cut(self) -> None:
        """The net goes in the middle of whatever it was sending."""
        self._browser.close()

    def _plan(self, view: dict[str, Any]) -> deque[Step]:
        """What a page asks this person for."""
        match view.get("face"), view.get("writes"):
            case "vote", _:
                vote = view["vote"]
                ballots = 2 if self._place.number % EVERY_REGRETS == 1 else 1
                steps = [lambda: self._vote(vote)] * ballots
                done = str(vote["id"])
            case "poll", _:
                poll = view["poll"]
                steps = [lambda: self._answer(poll)]
                done = str(poll["id"])
            case "write", str(what):
                topics = view["topics"]
                steps = [lambda: self._write(what, topics)] * self._has_in_mind(what)
                done = what
            case "join", _:
                return deque([self._come_in])
            case "wait", _ if self._would_test and (out := people.untold(view)):
                return deque([lambda: self._tell(out)])
            case "wait", _ if view.get("asks_testers") and self._would_test:
                block = str(view["asks_testers"])
                return deque([lambda: self._test(block)])
            case _:
                return deque()
        return deque([*steps, lambda: self._finish(done)])

    async def _write(self, what: str, topics: list[dict[str, Any]]) -> bool:
        saying = self._next_saying(what)
        about = self._about(saying, topics)
        note = new_command_id()
        side = {"side": saying.side} if saying.side else {}
        body = {"what": what, "text": saying.text, "about": about, **side}
        said = await self._post("/note", id_=note, **body)
        if not self._was_taken_in(said):
            return False
        self._told.notes[note] = saying.text
        if self._place.number % EVERY_TWICE == 0:
            await self._post("/note", id_=note, **body)
        if saying.better:
            mended = await self._post("/edit", note=note, text=saying.better)
            if self._was_taken_in(mended):
                self._told.notes[note] = saying.better
        return True

    @property
    def _would_test(self) -> bool:
        return self._pace.tests and self._place.number % people.EVERY_TESTS == 1

    def _has_in_mind(self, what: str) -> int:
        """How many notes of this kind its owner will write now."""
        usual = {"need": self._pace.needs, "idea": self._pace.ideas}.get(what)
        if usual is None:
            # Few say something here, and once.
            said = len(people.said_to(self._place.evening, what))
            return int(self._place.number < said and not self._written[what])
        return people.how_many(usual, self._written[what])

    def _next_saying(self, what: str) -> Saying:
        place = self._place
        sayings = people.said_to(place.evening, what)
        turn = self._written[what]
        self._written[what] += 1
        return sayings[(place.number + turn * place.of) % len(sayings)]

    def _about(self, saying: Saying, topics: list[dict[str, Any]]) -> list[str]:
        theme = self._place.evening.themes_by_wording().get(saying.text)
        return [str(t["id"]) for t in topics if theme and t["title"] == theme.title]

    async def _answer(self, poll: dict[str, Any]) -> bool:
        picks = people.answers(poll["form"], self._chance)
        return self._was_taken_in(await self._post("/answer", poll=poll["id"], answers=picks))

    async def _test(self, block: str) -> bool:
        return self._was_taken_in(await self._post("/test", block=block))

    async def _tell(self, test: Mapping[str, Any]) -> bool:
        """How it went, of somebody who has tried it."""
        said = people.said_to(self._place.evening, "tested")
        about: dict[str, object] = {"hit": self._chance.choice(get_args(Hit))}
        if test["asks_need"]:
            about["has_need"] = bool(self._chance.randrange(people.EVERY_SKIPS))
        text = said[self._place.number % len(said)].text
        told = await self._post("/tell", id_=None, test=test["id"], text=text, **about)
        return self._was_taken_in(told)

    async def _vote(self, vote: dict[str, Any]) -> bool:
        picks = self._picks(vote)
        said = await self._post("/ballot", vote=vote["id"], picks=picks)
        if self._was_taken_in(said):
            self._told.ballots[str(vote["id"]), str(self._place.number)] = tuple(picks)
            return True
        return False

    def _picks(self, vote: dict[str, Any]) -> list[str]:
        """The dots of somebody who has an opinion, within the rules of this vote."""
        weights = {theme.title: theme.weight for theme in self._place.evening.themes}
        picks: list[str] = []
        for _ in range(vote["dots"]):
            free = [t for t in vote["targets"] if picks.count(t["id"]) < vote["most"]]
            if free:
                drawn = self._chance.choices(free, [weights.get(t["title"], 1) for t in free])
                picks.append(str(drawn[0]["id"]))
        return picks

    async def _finish(self, errand: str) -> bool:
        self.done.append(errand)
        self._changed()
        return True

    def _was_taken_in(self, said: dict[str, Any]) -> bool:
        if said.get("ok") is not True:
            self.refusals.append(str(said.get("reason", "")))
        return said.get("ok") is True

    async def _got(self, path: str, **headers: str) -> Answer | None:
        """An answer, or None while none comes."""
        try:
            return await self._browser.get(f"{path}?case={self._place.case}", **headers)
        except Broken:
            return None

    async def _get(self, path: str, **headers: str) -> Answer:
        while True:
            if answer := await self._got(path, **headers):
                return answer
            await asyncio.sleep(LONGEST_WAIT)

    async def _post(self, path: str, id_: str | None = None, **fields: object) -> dict[str, Any]:
        """Send until an answer has come: the same id, so that it counts once."""
        body = {"id": id_ or new_command_id(), "case": self._place.case, **fields}
        wait = FIRST_WAIT
        while True:
            answer = await self._sent(path, body)
            if answer is not None and answer.status not in ASK_AGAIN:
                return answer.json()
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _sent(self, path: str, body: dict[str, object]) -> Answer | None:
        try:
            return await self._browser.post(path, body)
        except Broken:
            return None
