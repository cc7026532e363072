"""The complete case as data, as `docs/report.md` tells it: no marks, no ballots, no secrets."""

import dataclasses
import json
from collections import Counter
from importlib.metadata import version
from typing import Any, Final

from workshop import closing, handlingsrom, results
from workshop.case import Case
from workshop.findings import Placed, Ranked, Stand, found
from workshop.fundamentals import product
from workshop.headcount import headcount
from workshop.newness import amounts_to
from workshop.presence import voices
from workshop.programmes import programme_of
from workshop.said import Vote
from workshop.views import title_of, worded
from workshop.volunteers import willing

SCHEMA: Final = "medspill-case/1"
LISTS: Final = (
    *("actors", "promises", "gatherings", "notes"),
    *("sketches", "tests", "learnings", "adjustments", "insights"),
    *("pledges", "benefits", "assumptions", "entries", "sources", "applications"),
    *("polls", "reviews", "assessments"),
)
"""What the case holds by id, and the report tells as lists."""


def as_json(case: Case) -> str:
    """Everything said and decided, and the sums that it adds up to."""
    report = {
        "schema": SCHEMA,
        "medspill": version("medspill"),
        "case": _case(case),
        "sums": sums(case),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def sums(case: Case) -> dict[str, Any]:
    """What the case adds up to, counted from what it holds."""
    # What was split is one thing said, however many its parts; what was merged is one cluster.
    notes = [n for n in case.notes.values() if n.part_of is None]
    owed, unanswered = closing.owed(case), closing.unanswered(case)
    return {
        "notes": len(notes),
        "needs": sum(n.what == "need" for n in notes),
        "ideas": sum(n.what == "idea" for n in notes),
        "notes_by_origin": dict(sorted(Counter(n.origin for n in notes).items())),
        "notes_by_state": dict(sorted(Counter(n.state for n in notes).items())),
        "clusters": sum(c.into is None for c in case.clusters.values()),
        "votes": len(case.votes),
        "ballots": sum(sum(v.turnout.values()) for v in case.votes.values()),
        "polls": len(case.polls),
        "poll_answers": sum(sum(p.turnout.values()) for p in case.polls.values()),
        "dots": sum(sum(v.counts.values()) for v in case.votes.values()),
        "phones": len(case.presences),
        "rounds": len(case.rounds),
        "owed": len(owed),
        "answered": len(owed) - len(unanswered),
        "unanswered": len(unanswered),
    }


def _case(case: Case) -> dict[str, Any]:
    whole: dict[str, Any] = case.model_dump(mode="json")
    # Who wrote or joined what is nobody's to read: the marks stay in the file.
    for name in ("presences", "arrived", "shown", "running", "vote", "poll"):
        del whole[name]
    for note in whole["notes"].values():
        # As what somebody came tells who they are where few came as that.
        del note["mark"], note["role"]
    whole |= {name: list(whole[name].values()) for name in LISTS}
    _tell_testers_and_polls(case, whole)
    whole["can_test"] = {str(r.no): willing(case, r.no) for r in case.rounds}
    del whole["volunteers"], whole["hands_to_test"], whole["helpers"], whole["code_sheets"]
    for told, assessment in zip(whole["assessments"], case.assessments.values(), strict=True):
        told["product"] = product(assessment)
        del told["decided"]
    for belief in whole["assumptions"]:
        if belief["verdict"] is None:
            belief["text"] = ""
    for gathering in whole["gatherings"]:
        gathering["phones"] = _phones(case, gathering["id"])
    whole["voices"] = [dataclasses.asdict(heard) for heard in voices(case)]
    del whole["invitation_built"]
    whole["clusters"] = [
        {**cluster, "notes": [n.id for n in case.notes.values() if n.cluster == cluster["id"]]}
        for cluster in whole["clusters"].values()
    ]
    whole["votes"] = [_vote(case, vote) for vote in case.votes.values()]
    whole["handlingsrom"] = {
        "answers": whole.pop("answers"),
        "verdict": handlingsrom.verdict(case),
        "rounds": whole.pop("looks"),
        "clarifications": list(whole.pop("clarifications").values()),
    }
    whole["cocreation"] = handlingsrom.is_cocreation(case)
    for sketch, judged in case.judged.items():
        whole["judged"][sketch]["amounts"] = amounts_to(judged, case.pack)
    mine = programme_of(case)
    whole["belongs"]["programme"] = mine.key if mine else None
    whole["unanswered"] = list(closing.unanswered(case))
    return whole


def _tell_testers_and_polls(case: Case, whole: dict[str, Any]) -> None:
    """Testers without their marks, and polls with the words of what they are about."""
    for heard in (tester for test in whole["tests"] for tester in test["heard"]):
        del heard["mark"]
    for told, poll in zip(whole["polls"], case.polls.values(), strict=True):
        form = worded(case, poll.form)
        told["form"] = form.model_dump(mode="json")
        told["findings"] = [_finding(one) for one in found(form, poll.counts)]


def _finding(found: Stand | Ranked | Placed) -> dict[str, Any]:
    """One finding by the key of its item; what unites and divides says so."""
    told = {**found.model_dump(mode="json"), "item": found.item.key}
    return {**told, "side": found.side} if isinstance(found, Stand) else told


def _phones(case: Case, gathering: str) -> dict[str, Any]:
    here = [p for p in case.presences.values() if p.gathering == gathering]
    return {
        "joined": len(here),
        "heads": sum(p.heads for p in here),
        "by_role": dict(sorted(Counter(p.role for p in here).items())),
    }


def _vote(case: Case, vote: Vote) -> dict[str, Any]:
    closed = vote.closed_at is not None
    figures = closed and results.figures_may_show(vote)
    places, summed = results.places(vote), headcount(case, vote)
    return {
        "id": vote.id,
        "round": vote.round,
        "gathering": vote.gathering,
        "opened_at": vote.opened_at.isoformat(),
        "closed_at": vote.closed_at.isoformat() if vote.closed_at else None,
        "dots": vote.dots,
        "stacking": vote.stacking,
        "level": vote.level,
        "why": results.why_so_many(vote),
        "heads": summed.heads,
        "without": vote.without,
        "lacking": summed.lacking if summed.heads is not None else None,
        "blank": vote.blank if closed else None,
        "turnout": dict(vote.turnout),
        "voices": dict(vote.voices),
        "targets": [
            {
                "number": number,
                "id": target,
                "title": title_of(case, target),
                "voted_as": results.as_voted(case, vote, target),
                "place": places[target] if closed else None,
                "dots": vote.counts.get(target, 0) if figures else None,
            }
            for number, target in enumerate(vote.targets, start=1)
        ],
        "near_ties": [sorted(group) for group in results.near_ties(vote)] if figures else [],
    }
