"""The fields of the forms of station 5: sketch, test card, tester, learning card."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, get_args

from screens.desk.acts import Say
from screens.desk.bits import Bits, Mark
from screens.desk.form import Ask
from screens.desk.room import number, typed_day

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.tried import Sketch, Test

Words: TypeAlias = Callable[..., str]
NOTHING = "-"
"""The choice that chooses nothing."""


def numbers(values: Mapping[str, str]) -> dict[str, object]:
    """The values as numbers, where they are."""
    return {key: number(value) for key, value in values.items()}


def sketch_fields(case: "Case", sketch: "Sketch | None", words: Words, say: Say) -> tuple[Ask, ...]:
    """What a sketch is asked for; the cap of the round is told."""
    from workshop.terms import SketchForm
    from workshop.weights import proposal

    usual = proposal(case.round)
    cap = words("cap", n=usual.signs, hours=usual.hours) if usual.signs else words("no_cap")
    small = {form: say(f"desk.form_{form}") for form in get_args(SketchForm)}
    forms = tuple(
        (form, label if form in usual.forms else words("later_form", form=label))
        for form, label in small.items()
    )
    fields = [
        Ask("title", words("field_sketch"), sketch.title if sketch else ""),
        Ask(
            "text",
            words("field_sketch_text"),
            sketch.text if sketch else "",
            "prose",
            hint=cap,
            tells=lambda written: counted(written, usual.signs),
        ),
    ]
    if answers := _answers(case, words):
        now = next(iter((*sketch.ideas, *sketch.needs)), NOTHING) if sketch else NOTHING
        fields.append(Ask("idea", words("field_idea"), now, "choice", answers))
    form = (sketch.form if sketch else None) or NOTHING
    none = ((NOTHING, words("no_form")),)
    hours = str(sketch.hours) if sketch and sketch.hours is not None else ""
    return (
        *fields,
        Ask("form", words("field_form"), form, "choice", (*none, *forms)),
        Ask("must_be_true", words("field_must"), sketch.must_be_true if sketch else "", "prose"),
        Ask("may_fail", words("field_may_fail"), sketch.may_fail if sketch else "", "prose"),
        Ask("hours", words("field_hours"), hours),
        Ask("why_long", words("field_why_long"), sketch.why_long if sketch else ""),
    )


def counted(text: str, cap: int | None) -> Bits:
    """How long a sketch is, beside how long it may be in this round."""
    if cap is None:
        return ((str(len(text)), "muted"),)
    over = len(text) > cap
    return (
        (
            f"{Mark.LACKS} {len(text)}/{cap}" if over else f"{len(text)}/{cap}",
            "warn" if over else "muted",
        ),
    )


def _answers(case: "Case", words: Words) -> tuple[tuple[str, str], ...]:
    """Ideas, and needs in words, that a sketch can come from."""
    from workshop.clusters import standing

    ideas = [n for n in case.notes.values() if n.what == "idea" and n.lies_open]
    told = tuple((n.id, " ".join(n.text.split())[:60]) for n in ideas)
    # Those that are put in words are what the round is about, and come first.
    ordered = sorted(standing(case), key=lambda c: case.clusters[c].statement is None)
    needs = tuple((c, words("the_need", title=case.clusters[c].title)) for c in ordered)
    return ((NOTHING, words("no_idea")), *told, *needs) if told or needs else ()


def test_fields(test: "Test | None", words: Words, day_hint: str) -> tuple[Ask, ...]:
    """What stands on a test card; when it is locked, also why it must be changed."""
    labels = ("believe", "do", "look_for", "right_if", "wrong_if")
    fields = [Ask(k, words(k), getattr(test, k) if test else "", "prose") for k in labels]
    homes = str(test.homes) if test and test.homes else ""
    days = {k: typed_day(getattr(test, k, None)) for k in ("start", "until")}
    fields += [
        Ask("place", words("field_place"), test.place if test else ""),
        Ask("homes", words("field_homes"), homes),
        Ask("start", words("field_start"), days["start"], hint=day_hint),
        Ask("until", words("field_until_test"), days["until"]),
    ]
    if test and test.started_at:
        fields.insert(0, Ask("reason", words("field_unlock")))
    return tuple(fields)


def tester_fields(code: str, category: str, words: Words, say: Say) -> tuple[Ask, ...]:
    """One tester: what is usual stands there already, and Enter goes on to the next."""
    from workshop.terms import ActorCategory, Hit

    categories = tuple((c, say(f"desk.category_{c}")) for c in get_args(ActorCategory))
    hits = tuple((h, say(f"desk.hit_{h}")) for h in get_args(Hit))
    yes_no = (("yes", say("desk.answer_yes")), ("no", say("desk.answer_no")))
    unknown = ((NOTHING, words("not_said")),)
    who = category or NOTHING
    return (
        Ask("quote", words("field_quote")),
        Ask("failure", words("field_failure")),
        Ask("hit", words("field_tester_hit"), NOTHING, "choice", (*unknown, *hits)),
        Ask("has_need", words("field_has_need"), "yes", "choice", yes_no),
        Ask("category", words("field_category"), who, "choice", (*unknown, *categories)),
        Ask("code", words("field_code"), code, hint=words("hint_code")),
    )


def learning_fields(words: Words, say: Say, failures: tuple[str, ...]) -> tuple[Ask, ...]:
    """A learning card, with what it is about; what did not work stands before what is written."""
    from workshop.terms import LearningKind

    kinds = tuple((k, say(f"desk.about_{k}")) for k in get_args(LearningKind))
    cards = ("believed", "saw", "learnt", "therefore")
    hint = words("did_not_work", what=" · ".join(failures)) if failures else ""
    return (
        Ask("about", words("field_about"), "solution", "choice", kinds, hint),
        *(Ask(key, words(key), kind="prose") for key in cards),
    )
