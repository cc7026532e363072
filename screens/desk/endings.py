"""The forms of station 6's last page: decision, newness, use and benefit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from screens.desk.form import Ask

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.closed import Pledge
    from workshop.said import Note

Words = Callable[..., str]
Choices = tuple[tuple[str, str], ...]
RULE = "-"
"""The answers decide which programme it is."""


def decision_fields(words: Words, results: Choices, hint_day: str) -> tuple[Ask, ...]:
    """What was decided, by whom, and under which case number."""
    return (
        Ask("result", words("field_result"), "", "choice", results),
        Ask("body", words("field_body"), hint=words("hint_body")),
        Ask("day", words("field_day"), hint=hint_day),
        Ask("case_no", words("field_case_no")),
        Ask("text", words("field_text"), kind="prose"),
    )


def judgement_fields(words: Words, case: "Case", sketch: str) -> tuple[Ask, ...]:
    """Three questions in the words of the strategy, and how large the step was."""
    from workshop.terms import Leap, Yet

    now = case.judged.get(sketch)
    answers: Choices = tuple((y, words(f"yet_{y}")) for y in get_args(Yet))
    steps: Choices = tuple((s, words(f"step_{s}")) for s in get_args(Leap))
    meaning = case.pack.wording
    fields = [
        Ask(
            key,
            f"{words(f'field_{key}')} {getattr(meaning, key)}".strip(),
            getattr(now, key) if now else "not_yet",
            "choice",
            answers,
        )
        for key in ("new", "useful", "used")
    ]
    if case.pack.requires_break:
        yes_no: Choices = (("no", words("yet_no")), ("yes", words("yet_yes")))
        breaks = "yes" if now and now.breaks else "no"
        fields.append(Ask("breaks", words("field_breaks"), breaks, "choice", yes_no))
    step = now.step if now else "stepwise"
    fields.append(Ask("step", words("field_step"), step, "choice", steps))
    fields.append(Ask("note", words("field_note"), now.note if now else "", "prose"))
    return tuple(fields)


def stand_fields(
    words: Words, case: "Case | None", pledge: "Pledge | None", offer: "Note | None"
) -> tuple[Ask, ...]:
    """What kind of word it is, where those elected are central or have given one."""
    from workshop.stands import asks
    from workshop.terms import Stand

    now = pledge.stand if pledge else (offer.stand if offer else None) or "promise"
    if case is None or (now == "promise" and not asks(case, "politician")):
        return ()
    kinds: Choices = tuple((s, words(f"stand_{s}")) for s in get_args(Stand))
    return (Ask("stand", words("field_stand"), now, "choice", kinds),)


def use_fields(words: Words, case: "Case", sketch: str) -> tuple[Ask, ...]:
    """How many use it, how often, for how long; what was seen last stands there already."""
    seen = case.uses.get(sketch, ())
    last = seen[-1].model_dump() if seen else {}
    figures = ("users", "per_week", "months")
    return (
        *(Ask(k, words(f"field_{k}"), str(last.get(k, ""))) for k in figures),
        Ask("text", words("field_seen"), last.get("text", ""), kind="prose"),
    )


def benefit_fields(words: Words, hint_day: str) -> tuple[Ask, ...]:
    """What gets better, from what to what, and who follows it up."""
    return (
        Ask("text", words("field_benefit"), hint=words("hint_benefit")),
        Ask("baseline", words("field_baseline"), hint=words("hint_baseline")),
        Ask("target", words("field_target")),
        Ask("owner", words("field_owner")),
        Ask("due", words("field_due"), hint=hint_day),
    )


def programme_fields(words: Words, case: "Case") -> tuple[Ask, ...]:
    """The question of each programme, and a choice that overrules the answers."""
    answers: Choices = (("no", words("yet_no")), ("yes", words("yet_yes")))
    now = case.belongs
    fields = [
        Ask(
            f"of_{p.key}",
            p.question or p.name,
            "yes" if now.answers.get(p.key) else "no",
            "choice",
            answers,
            hint="\n".join(p.criteria),
        )
        for p in case.pack.programmes
    ]
    named: Choices = tuple((p.key, p.name) for p in case.pack.programmes)
    every: Choices = ((RULE, words("by_rule")), *named)
    chosen = now.chosen if now.chosen in dict(every) else RULE
    fields.append(Ask("chosen", words("field_programme"), chosen or RULE, "choice", every))
    fields.append(Ask("reason", words("field_reason"), now.reason))
    return tuple(fields)
