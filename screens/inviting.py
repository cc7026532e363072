"""The invitation that a case makes of itself, and how it follows the case when it is edited."""

from collections.abc import Callable, Iterator
from datetime import date

from screens.words import voice
from workshop.case import Case
from workshop.merging import merged
from workshop.motivation import hear_by
from workshop.planned import Gathering

Say = Callable[..., str]
"""Finds the words of a key."""


def built(case: Case, say: Say) -> str:
    """The question, why you are asked, where and when, what we promise, what helps, whom to ask."""
    return "\n\n".join(_paragraphs(case, say))


def rebuilt(case: Case, say: Say) -> str:
    """The invitation as it stands, with what is new in the case; what was edited is kept."""
    if not case.invitation:
        return built(case, say)
    return merged(case.invitation_built, case.invitation, built(case, say))


def is_behind(case: Case, say: Say) -> bool:
    """Whether the case has changed since the invitation was built."""
    return bool(case.invitation_built) and built(case, say) != case.invitation_built


def day(value: date, say: Say) -> str:
    """28.5.2026."""
    return voice(say).plain_date(value)


def _paragraphs(case: Case, say: Say) -> Iterator[str]:
    who = case.municipality or say("people.invite_we")
    asked = case.question or case.title
    yield say("people.invite_question", who=who, question=asked)
    yield say("people.invite_why", why=case.why_asked or say("people.why_usual"))
    if met := _next(case):
        yield _where(met, say)
    if case.promises:
        made = "\n".join(f"– {promise.text}" for promise in case.promises.values())
        yield f"{say('people.invite_promises')}\n{made}"
    if due := hear_by(case):
        yield say("people.invite_hear", day=day(due, say))
    if helped := list(dict.fromkeys(_remedies(case, say))):
        yield "\n".join([say("people.invite_help"), *helped])
    if case.notice.contact:
        yield say("people.invite_contact", contact=case.notice.contact)


def _next(case: Case) -> Gathering | None:
    """The next gathering that has not been held."""
    ahead = [g for g in case.gatherings.values() if g.opened_at is None]
    return min(ahead, key=lambda g: g.day or date.max, default=None)


def _where(met: Gathering, say: Say) -> str:
    parts = [met.title]
    if met.day:
        parts.append(say("people.invite_day", day=day(met.day, say)))
    if met.start:
        parts.append(say("people.invite_start", start=met.start))
    if met.place:
        parts.append(met.place)
    return say("people.invite_where", parts=", ".join(parts))


def _remedies(case: Case, say: Say) -> Iterator[str]:
    for actor, invitation in case.invitations.items():
        for hindrance in invitation.barriers if actor in case.actors else ():
            if not hindrance.remedy:
                continue
            name = say(f"people.barrier_{hindrance.barrier}")
            named = hindrance.barrier != "other"
            yield f"– {name}: {hindrance.remedy}" if named else f"– {hindrance.remedy}"
