"""Stations 5 and 6 of the made-up evening, led from the first block to the last answer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from screens.rehearsal.crowd import Crowd
from screens.rehearsal.evening import Evening, Theme
from screens.rehearsal.hand import Hand
from screens.rehearsal.preparing import answer_room
from workshop.terms import BlockKind

PATIENCE: Final = 30.0
"""Seconds that everybody gets to do what is asked of them."""
PAPER_BALLOTS: Final = 3
ANSWER_DAYS: Final = 21
FOLLOW_UP_DAYS: Final = 90


class Leader:
    """Leads the evening of one case, with a crowd in the hall."""

    def __init__(self, hand: Hand, crowd: Crowd, evening: Evening) -> None:
        self.late: list[str] = []
        """What the crowd had not finished when the leader went on."""
        self._hand = hand
        self._crowd = crowd
        self._evening = evening
        self._themes = evening.themes_by_wording()

    async def lead(self, today: date) -> None:
        """The whole loop and the closing."""
        await self._welcome()
        await self._needs()
        clusters = await self._sort()
        if clusters:
            await self._dots(tuple(clusters.values()))
            await self._statements(clusters)
        await self._ideas()
        await self._test()
        await self._close(today)

    async def _welcome(self) -> None:
        await self._start("welcome")
        await self._wait("joined")
        await self._start("question")

    async def _needs(self) -> None:
        await self._start("needs")
        for number, paper in enumerate(self._evening.papers, start=1):
            note = await self._hand.write(
                paper.text, what="need", origin="paper", table=paper.table, number=number
            )
            if paper.hidden:
                await self._moderate(note, "hidden", paper.hidden)
            elif paper.parked:
                await self._moderate(note, "parked", paper.parked)
        await self._wait("need")
        await self._hand.give("block.stop")
        await self._let_through("need")

    async def _sort(self) -> dict[str, str]:
        """Notes of a theme lie in one cluster; the answer is the clusters by their themes."""
        await self._start("sort")
        lying: dict[str, list[str]] = {}
        for note in (await self._hand.look()).notes.values():
            theme = self._themes.get(note.text)
            if theme and note.state == "shown":
                lying.setdefault(theme.title, []).append(note.id)
        clusters: dict[str, str] = {}
        for theme in self._evening.themes:
            notes = lying.get(theme.title, [])
            if notes:
                made = await self._hand.give("cluster.make", title=theme.title, notes=notes[:1])
                clusters[theme.title] = made
                for later in notes[1:]:
                    await self._hand.give("note.cluster", note=later, cluster=made)
        return clusters

    async def _dots(self, clusters: tuple[str, ...]) -> None:
        vote = await self._hand.give("vote.open", over="need")
        given = (await self._hand.look()).votes[vote].dots
        for number in range(1, PAPER_BALLOTS + 1):
            picks = [clusters[(number + i) % len(clusters)] for i in range(given)]
            await self._hand.cast(vote, number, sorted(set(picks)))
        await self._hand.cast(vote, PAPER_BALLOTS, [clusters[0]], again=True)
        await self._wait(vote)
        await self._hand.give("vote.close")

    async def _statements(self, clusters: Mapping[str, str]) -> None:
        for theme in self._evening.themes:
            if theme.title in clusters:
                fields = {"who": theme.who, "what": theme.what, "why": theme.why}
                await self._hand.give("statement.write", cluster=clusters[theme.title], **fields)

    async def _ideas(self) -> None:
        await self._start("ideas")
        await self._wait("idea")
        await self._hand.give("block.stop")
        await self._let_through("idea")

    async def _test(self) -> None:
        plan, hand = self._evening, self._hand
        await self._start("sketch")
        ideas = [
            note.id
            for note in (await self._hand.look()).notes.values()
            if note.what == "idea" and self._theme(note.text).title == plan.sketch.theme
        ]
        sketch = await hand.give(
            "sketch.make", title=plan.sketch.title, text=plan.sketch.text, ideas=ideas
        )
        card = plan.test.model_dump(include={"believe", "do", "look_for", "right_if"})
        test = await hand.give("test.plan", sketch=sketch, **card)
        await self._start("test")
        outcome = plan.test.model_dump(include={"result", "hit", "testers"})
        await hand.give("test.record", test=test, **outcome)
        learning = await hand.give("learning.write", **plan.learning.model_dump())
        await hand.give("adjustment.make", learning=learning, **plan.adjustment.model_dump())
        await hand.give("round.decide", **plan.decision.model_dump())
        await answer_room(hand, plan)
        await hand.give("fundamentals.agree", scores=plan.fundamentals[-1])

    async def _close(self, today: date) -> None:
        hand = self._hand
        await hand.give("station.go", station=6)
        await self._start("closing")
        case = await self._hand.look()
        for cluster in case.clusters.values():
            theme = next(t for t in self._evening.themes if t.title == cluster.title)
            await hand.give("fate.give", target=cluster.id, fate=theme.fate, answer=theme.answer)
        for note in case.notes.values():
            if note.what == "idea":
                await hand.give("fate.give", target=note.id, **self._fate(note.text))
            elif note.cluster is None and note.lies_open:
                loose = {"fate": "parked", "answer": self._evening.loose_answer}
                await hand.give("fate.give", target=note.id, **loose)
        # What is promised is looked for on the day of the follow-up.
        due = (today + timedelta(days=FOLLOW_UP_DAYS)).isoformat()
        await hand.give("benefit.expect", **self._evening.benefit.model_dump(), due=due)
        for name, days in (("answer_date.set", ANSWER_DAYS), ("follow_up.set", FOLLOW_UP_DAYS)):
            await hand.give(name, day=(today + timedelta(days=days)).isoformat())
        await hand.give("gathering.end")

    def _fate(self, idea: str) -> dict[str, str]:
        theme, saying = self._theme(idea), self._evening.idea(idea)
        if saying is not None and saying.fate:
            return {"fate": saying.fate, "answer": saying.answer}
        return {"fate": theme.fate, "answer": theme.idea_answer}

    def _theme(self, text: str) -> Theme:
        return self._themes.get(text, self._evening.themes[0])

    async def _let_through(self, what: str) -> None:
        """Show what waits; the last of it is hidden by a slip of the hand, which is undone."""
        waiting = [
            note.id
            for note in (await self._hand.look()).notes.values()
            if note.what == what and note.state == "waiting"
        ]
        for note in waiting:
            await self._moderate(note, "shown")
        for note in waiting[-1:]:
            await self._moderate(note, "hidden")
            await self._hand.give("undo")

    async def _moderate(self, note: str, state: str, reason: str = "") -> None:
        await self._hand.give("note.moderate", note=note, state=state, reason=reason)

    async def _start(self, kind: BlockKind) -> None:
        """Open the first block of this kind on the run sheet."""
        evening = (await self._hand.look()).evening
        blocks = evening.blocks if evening else ()
        planned = next(block.id for block in blocks if block.kind == kind)
        await self._hand.give("block.start", block=planned)

    async def _wait(self, errand: str) -> None:
        if not await self._crowd.finished(errand, PATIENCE):
            self.late.append(errand)
