"""Enters the sample case by ordinary commands, one part of its file at a time."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from screens.rehearsal.hand import Hand
from screens.rehearsal.sample import words

Sample = Mapping[str, Any]
Told = Callable[[int, int], None]
"""Hears how many parts are entered, and of how many."""
CHECKS: Final = {
    "prepared": "choice_among_prepared_solutions",
    "known": "solution_open",
    "realisable": "can_be_realised",
    "serious": "taken_seriously",
    "anchored": "anchored",
}


@cache
def sample() -> Sample:
    """The file."""
    found: Sample = json.loads(files(__package__ or "").joinpath("case.json").read_text("utf-8"))
    return found


async def enter(hand: Hand, told: Told | None = None) -> None:
    """Enter all of it that a case can hold; what was refused stands in ``hand.refusals``."""
    entering = _Entering(hand, sample())
    parts = (
        entering.opening,
        entering.problem,
        entering.actors,
        entering.first_evening,
        entering.needs,
        entering.clusters,
        entering.vote_on_needs,
        entering.ideas,
        entering.vote_on_ideas,
        entering.rounds,
        entering.fundamentals,
        entering.fates,
        entering.end,
        entering.year_after,
    )
    for done, part in enumerate(parts, start=1):
        await part()
        if told:
            told(done, len(parts))


class _Entering:
    """One entering of the sample; remembers which id the hall gave to what."""

    def __init__(self, hand: Hand, told: Sample) -> None:
        self._hand = hand
        self._told = told
        self._ids: dict[str, str] = {}
        self._solution = ""

    async def opening(self) -> None:
        """Title, municipality, size, strategy."""
        told = self._told
        await self._hand.begin(
            title=told["title"],
            municipality=told["municipality"],
            size=words.SIZES[told["scope"]["size"]],
            process=words.PROCESSES[told["scope"]["arena"]],
            pack=told["strategy_pack"],
        )

    async def problem(self) -> None:
        """Every wording of the question, what was believed, and how much room there is."""
        give, room = self._hand.give, self._told["handlingsrom"]
        for version in self._told["problem"]["versions"]:
            await give("question.write", text=version["text"])
        for belief in self._told["problem"]["sealed_assumptions"]:
            self._ids[belief["text"]] = await give(
                "assumption.seal", text=belief["text"], by_role=belief["by"]
            )
        answers = room["answers"]
        for check, key in CHECKS.items():
            said = bool(answers[key]) is not (check == "known")
            await give("handlingsrom.answer", check=check, answer="yes" if said else "no")
        await give("frame.set", fixed=room["fixed"], open=room["open"], who_decides=room["decides"])

    async def actors(self) -> None:
        """Who can help."""
        for actor in self._told["actors"]:
            self._ids[actor["id"]] = await self._hand.give(
                "actor.name",
                who=actor["name"],
                category=words.CATEGORIES[actor["category"]],
                role=words.ROLES[actor["role"]],
                driver=actor["role"] == "padriver",
                usual=actor["category"] in {"ansatt", "politiker"},
            )

    async def first_evening(self) -> None:
        """Three gatherings are planned, and the first is opened."""
        for event in self._told["events"]:
            self._ids[event["id"]] = await self._hand.give(
                "gathering.plan",
                title=event["kind"].replace("mote", "møte").capitalize(),
                place=event["place"],
                day=event["date"],
                start=event["start"],
            )
        first = self._told["events"][0]
        await self._hand.give("gathering.open", gathering=self._ids[first["id"]])
        await self._hand.give("heads.count", heads=first["present"])
        await self._hand.give("station.go", station=5)
        await self._hand.give("block.start", kind="needs")

    async def needs(self) -> None:
        """Forty needs; slips as paper, what phones sent as brought in."""
        slip = 0
        for need in self._told["needs"]:
            paper = need["source"] == "papir"
            slip += paper
            self._ids[need["id"]] = note = await self._hand.write(
                need["text"],
                what="need",
                table=int(need["table"].lstrip("b")),
                number=slip if paper else None,
                origin="paper" if paper else "import",
            )
            state = {"state": "shown"}
            if need.get("moderation") == "skjult_fra_storskjerm":
                state = {"state": "hidden", "reason": need["facilitator_note"][:200]}
            await self._hand.give("note.moderate", note=note, **state)

    async def clusters(self) -> None:
        """Thirteen clusters of them."""
        for cluster in self._told["need_clusters"]:
            self._ids[cluster["id"]] = await self._hand.give(
                "cluster.make",
                title=cluster["title"],
                notes=[self._ids[need] for need in cluster["need_ids"]],
            )

    async def vote_on_needs(self) -> None:
        """Fifty-four ballots, keyed in by their numbers."""
        await self._vote("need", self._told["votes"]["needs"])

    async def ideas(self) -> None:
        """Thirty ideas, each tied to the clusters of the needs that it names."""
        await self._hand.give("block.start", kind="ideas")
        home = {
            need: self._ids[c["id"]] for c in self._told["need_clusters"] for need in c["need_ids"]
        }
        for idea in self._told["ideas"]:
            about = dict.fromkeys(home[need] for need in idea["need_refs"] if need in home)
            self._ids[idea["id"]] = note = await self._hand.write(
                idea["text"],
                what="idea",
                about=list(about),
                table=int(idea["table"].lstrip("b")),
                origin="import",
            )
            await self._hand.give("note.moderate", note=note, state="shown")

    async def vote_on_ideas(self) -> None:
        """Fifty-two ballots, and the end of the first evening."""
        await self._vote("idea", self._told["votes"]["ideas"])
        await self._hand.give("gathering.end")

    async def _vote(self, over: str, told: Mapping[str, Any]) -> None:
        vote = await self._hand.give(
            "vote.open", over=over, dots=told["dots_per_voter"], stacking=told["stacking"]
        )
        for number, picks in enumerate(told["ballots"].values(), start=1):
            await self._hand.cast(vote, number, [self._ids[pick] for pick in picks])
        await self._hand.give("vote.close")

    async def rounds(self) -> None:
        """Three rounds: the need, sketches, tests, what was learnt, and how it ended."""
        for told in self._told["rounds"]:
            await self._need(told["behov"])
            for sketch in told["losning"]:
                await self._sketch(sketch)
            for test in told["tests"]:
                await self._test(test)
            for card in told["learnings"]:
                await self._hand.give("learning.write", learnt=card["text"])
            reason = " ".join(a["text"] for a in told["adjustments"])[:200]
            decision = words.DECISIONS[told["decision"]]
            await self._hand.give("round.decide", decision=decision, reason=reason)

    async def _need(self, told: Mapping[str, Any]) -> None:
        who, _, what = told["statement"].partition(" trenger ")
        cluster = self._ids[told["cluster_ids"][0]]
        await self._hand.give("statement.write", cluster=cluster, who=who, what=what or who)

    async def _sketch(self, told: Mapping[str, Any]) -> None:
        self._ids[told["id"]] = self._solution = await self._hand.give(
            "sketch.make",
            title=told["title"],
            text=told["sketch"],
            ideas=[self._ids[idea] for idea in told["idea_ids"]],
        )

    async def _test(self, told: Mapping[str, Any]) -> None:
        test = await self._hand.give(
            "test.plan",
            sketch=self._ids[told["sketch_id"]],
            believe=told["hypothesis"],
            do=f"{told['method']} ({told['place']})",
        )
        said = [told["result"], *(f"«{quote}»" for quote in told["quotes"])]
        await self._hand.give(
            "test.record",
            test=test,
            result="\n".join([*said, *told["observed_failures"]]),
            hit=words.HITS[told["need_hit"]],
            testers=sum(tester["real_user"] for tester in told["testers"]),
        )

    async def fundamentals(self) -> None:
        """Four assessments, from null to a product that holds."""
        for told in self._told["fundamentals"]:
            scores = {words.FUNDAMENTALS[key]: score for key, score in told["scores"].items()}
            weakest = words.FUNDAMENTALS[told["weakest"]]
            notes = {weakest: told["notes"]} if told["notes"] else {}
            await self._hand.give("fundamentals.agree", scores=scores, notes=notes, new=True)

    async def fates(self) -> None:
        """What became of the ideas; seventeen still wait for their answer, on purpose."""
        for idea in self._told["ideas"]:
            if idea["answer"]:
                await self._hand.give(
                    "fate.give",
                    target=self._ids[idea["id"]],
                    fate=words.FATES[idea["status"]],
                    answer=idea["answer"],
                )

    async def end(self) -> None:
        """Who does what, the decision, and whether it is new and useful."""
        actors = {actor["id"]: actor["name"] for actor in self._told["actors"]}
        for pledge in self._told["pledges"]:
            await self._hand.give("pledge.make", text=pledge["text"], who=actors[pledge["actor"]])
        made = self._told["decision"]
        await self._hand.give(
            "decision.make",
            result="adopt",
            body=made["body"].capitalize(),
            day=made["date"],
            text=made["result"],
        )
        judged = self._told["n3"]
        answers = {
            ours: words.YET[judged[theirs]["answer"]]
            for ours, theirs in (("new", "nytt"), ("useful", "nyttig"), ("used", "nyttiggjort"))
        }
        note = " ".join(judged[key]["text"] for key in ("nytt", "nyttig", "nyttiggjort"))
        await self._hand.give("solution.judge", sketch=self._solution, note=note, **answers)

    async def year_after(self) -> None:
        """Use and effects when somebody looked a year later."""
        for told in self._told["followups"]:
            users = told["users_now"]
            await self._hand.give(
                "use.record",
                sketch=self._solution,
                users=users,
                per_week=told["uses_per_week"],
                months=told["months"],
                text=told["still_open"],
            )
            for effect in told["effects"]:
                await self._effect(effect)
            await self._hand.give("follow_up.set", day=told["date"])
            await self._hand.give("answer_date.set", day=told["told_participants_at"])

    async def _effect(self, told: Mapping[str, Any]) -> None:
        figures = {ours: _figure(told[ours]) for ours in ("baseline", "target")}
        benefit = await self._hand.give("benefit.expect", text=told["indicator"], **figures)
        await self._hand.give("benefit.measure", benefit=benefit, measured=_figure(told["actual"]))


def _figure(number: float | None) -> str:
    """As Norwegians write it; what nobody measured is empty, never zero."""
    return "" if number is None else f"{number:g}".replace(".", ",")
