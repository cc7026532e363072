"""What stands in the sample's file and is not entered, and why."""

from collections.abc import Mapping
from typing import Final

from screens.rehearsal.sample.reading import Reading

WORKED_OUT: Final[Mapping[str, tuple[str, ...]]] = {
    "the file's own names and notes": (
        *("_about", "schema", "noise", "problem.versions[].no", "rounds[].no"),
        *("rounds[].learnings[].id", "rounds[].tests[].id", "rounds[].behov.insights[].id"),
        *("fundamentals[].no", "fundamentals[].scale", "culture_selfassessment.scale"),
    ),
    "follows from what is entered": (
        *("fundamentals[].product", "fundamentals[].zero_rule", "handlingsrom.outcome"),
        *("n3.verdict", "need_clusters[].votes", "ideas[].votes", "needs[].cluster"),
        *("votes.needs.cast", "votes.needs.voters", "votes.needs.event", "votes.needs.target"),
        *("votes.ideas.cast", "votes.ideas.voters", "votes.ideas.event", "votes.ideas.target"),
        *("needs[].event", "ideas[].event", "events[].devices", "events[].paper_slips"),
        *("culture_selfassessment.items[].mean", "culture_selfassessment.items[].n"),
        *("followups[].in_use",),
    ),
    "the pack's own words": (
        *("culture_selfassessment.items[].text",),
        *("rounds[].behov.question_what", "rounds[].behov.question_who"),
    ),
    "likeness and hints are worked out when they are looked at, never stored": (
        *("needs[].dup_group", "needs[].flags", "ideas[].flags"),
        *("needs[].language", "needs[].split_suggestion"),
    ),
}
"""What a case knows without being told."""
NOT_HELD: Final[Mapping[str, tuple[str, ...]]] = {
    "a fact is stamped when it is written, not when it happened": (
        *("needs[].at", "ideas[].at", "problem.versions[].at", "handlingsrom.checked_at"),
        *("fundamentals[].date", "fundamentals[].when", "n3.at", "rounds[].start"),
    ),
    "nothing is kept about a single person": (
        *("ideas[].proposed_by", "rounds[].tests[].testers[].age_band"),
    ),
    "who has a need stands in the statement of its cluster": ("needs[].who_has_need",),
    "the case's strategy has no kinds of needs": ("needs[].need_type",),
    "a fate wants an answer, and these wait for theirs": ("ideas[].status",),
    "a gathering knows its heads, not its tables or its line": (
        *("events[].tables", "events[].internet"),
    ),
    "nobody says who scored together": ("fundamentals[].assessed_by",),
    "no place yet": (
        *("scope.level", "decision.programme_tag", "followups[].rings"),
        *("followups[].copied_by", "followups[].effects[].kind", "followups[].effects[].n"),
    ),
}
"""What a case has no place for."""


def left_out(told: Reading) -> list[str]:
    """What nobody read of the file when it was entered, but for what a case knows by itself."""
    known = {path for paths in WORKED_OUT.values() for path in paths}
    return sorted(told.unread() - known)
