"""Who could help, how they were invited, who was there, and what they were promised."""

from collections.abc import Iterator

from screens.heard import came_and_went, lacking, turned_around
from screens.paper.markdown import bullets, day, plain, quote, table
from screens.words import Words
from workshop import presence
from workshop.actor_map import RINGS, expected, gaps, reply_of, ring_of
from workshop.asked import Actor, Invitation
from workshop.case import Case
from workshop.closed import KEPT_LAST
from workshop.said import Note
from workshop.terms import NoteKind

BAR = 8
"""Blocks of the longest bar."""
NONE = "–"


def helpers(case: Case, say: Words) -> Iterator[str]:
    """Those who could help, the innermost ring first, with what they answered."""
    if not case.actors:
        return
    yield f"## {say('report.helpers')}"
    rings = list(RINGS)
    order = sorted(case.actors.values(), key=lambda actor: rings.index(ring_of(actor)))
    heads = ("who", "category", "role", "reply", "expected")
    rows = [_helper(case, actor, say) for actor in order]
    total = ["", "", "", say("report.voices_all"), str(expected(case))]
    yield table([say(f"report.{head}") for head in heads], [*rows, total])
    if left := gaps(case):
        yield f"**{say('report.gaps')}**"
        yield bullets([plain(lacking(gap, say)) for gap in left])


def _helper(case: Case, actor: Actor, say: Words) -> list[str]:
    holds = {
        "driver": actor.driver,
        "must": actor.must,
        "unusual": not actor.usual,
        "interest": actor.interest,
        "from_hall": actor.note is not None,
    }
    more = [say(f"report.{key}") for key, held in holds.items() if held]
    reply = reply_of(case, actor) or "none"
    return [
        plain(actor.name),
        say(f"report.category_{actor.category}"),
        ", ".join([say(f"report.role_{actor.role}"), *more]),
        say(f"people.reply_{reply}"),
        NONE if actor.expected is None else str(actor.expected),
    ]


def invited(case: Case, say: Words) -> Iterator[str]:
    """What each gains and is asked for, what hinders them, and what is done about it."""
    known = [(case.actors[a], plan) for a, plan in case.invitations.items() if a in case.actors]
    planned = [(a, plan) for a, plan in known if plan.gain or plan.ask or plan.barriers]
    if not planned:
        return
    yield f"## {say('report.invited')}"
    heads = ("who", "gain", "ask", "barriers", "channel")
    rows = [
        [
            plain(actor.name),
            plain(plan.gain) or NONE,
            plain(plan.ask) or NONE,
            "; ".join(_barriers(plan, say)) or NONE,
            say(f"people.channel_{plan.channel}") if plan.channel else NONE,
        ]
        for actor, plan in planned
    ]
    yield table([say(f"report.{head}") for head in heads], rows)


def _barriers(plan: Invitation, say: Words) -> Iterator[str]:
    for hindrance in plan.barriers:
        remedy = plain(hindrance.remedy) or say("report.no_remedy")
        yield f"{say(f'people.barrier_{hindrance.barrier}')}: {remedy}"


def promises(case: Case, say: Words) -> Iterator[str]:
    """Why people were asked, what they were promised and whether it was kept, the invitation."""
    if case.promises:
        yield f"## {say('report.promises')}"
        kept = {None: NONE, True: say("report.answer_yes"), False: say("report.answer_no")}
        rows = [
            [
                plain(p.text),
                plain(p.owner) or NONE,
                day(p.due, say) if p.due else NONE,
                kept[p.kept],
            ]
            for p in sorted(case.promises.values(), key=lambda p: KEPT_LAST[p.kept])
        ]
        heads = ("promise", "owner", "due", "was_kept")
        yield table([say(f"report.{head}") for head in heads], rows)
    if case.why_asked:
        yield f"**{say('report.why_asked')}** {plain(case.why_asked)}"
    if case.invitation:
        yield f"**{say('report.invitation')}**"
        yield quote(case.invitation)


def voices(case: Case, say: Words) -> Iterator[str]:
    """Whose voices were heard from evening to evening, as figures, bars and a sentence."""
    held = presence.voices(case)
    if not any(v.known for v in held):
        return
    yield f"## {say('report.voices')}"
    yield plain(turned_around(case, say))
    most = max(max(v.by_role.values(), default=0) for v in held)
    rows = [
        [say(f"people.role_{role}"), *(_bar(v.by_role.get(role, 0), most) for v in held)]
        for role in presence.roles_heard(held)
    ]
    if any(v.uncounted for v in held):
        rows.append([say("people.uncounted"), *(str(v.uncounted or NONE) for v in held)])
    rows.append([say("report.voices_all"), *(str(v.known + v.uncounted) for v in held)])
    rows.append([say("report.voices_people"), *(str(v.people) for v in held)])
    titles = [f"{plain(v.title)}, {say('report.in_round', n=v.round)}" for v in held]
    yield table([say("report.role"), *titles], rows)
    if gone := [plain(told) for told in came_and_went(case, say)]:
        yield bullets(gone)


def _bar(n: int, most: int) -> str:
    return f"{n} {'█' * max(1, round(BAR * n / most))}" if n else NONE


def suggested(case: Case, say: Words) -> Iterator[str]:
    """Whom the hall missed, and who was put on the list for it."""
    taken = {actor.note for actor in case.actors.values()}
    told = []
    for note in _said(case, "actor"):
        kind = f" ({say(f'report.category_{note.category}')})" if note.category else ""
        done = f" {say('report.suggested_taken')}" if note.id in taken else ""
        told.append(f"{_words(note, say)}{kind}{done}")
    if told:
        yield f"## {say('report.suggested')}"
        yield bullets(told)


def offered(case: Case, say: Words) -> Iterator[str]:
    """What people said that they could contribute."""
    taken = {pledge.note for pledge in case.pledges.values()}
    told = []
    for note in _said(case, "offer"):
        done = f" {say('report.offered_taken')}" if note.id in taken else ""
        word = f" ({say(f'report.word_{note.stand}')})" if note.stand else ""
        told.append(f"{_words(note, say)}{word}{done}")
    if told:
        yield f"## {say('report.offered')}"
        yield bullets(told)


def _words(note: Note, say: Words) -> str:
    return plain(note.text) or say("report.forgotten")


def _said(case: Case, what: NoteKind) -> list[Note]:
    """What was said of this kind; what was kept back stands with its reason elsewhere."""
    held = case.notes.values()
    return [n for n in held if n.what == what and n.counts and n.state in {"waiting", "shown"}]
