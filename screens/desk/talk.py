"""What a team should talk about when it has scored the five fundamentals."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.bits import Bit, Bits, Mark, mark
from screens.scales import Scales

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.scored import Assessment, Poll

TALKED_OF: Final = 3
"""Remarks on silent scores that are read before the talk goes on."""


class Talk:
    """The words under the five rows; ``words`` are those of the place."""

    def __init__(self, say: Say, words: Callable[..., str]) -> None:
        self._scales = Scales(say)
        self._words = words

    def banner(self, case: "Case", assessment: "Assessment | None") -> Bits:
        """What a zero means, whatever the others are."""
        from workshop.fundamentals import zeros

        keys = zeros(assessment) if assessment else ()
        if assessment is None or not keys:
            return ()
        note = next((assessment.notes[key] for key in keys if key in assessment.notes), "")
        return (
            mark(Mark.LACKS, "err strong"),
            (f" {self._words('zero', name=self._named(case, keys))}\n", "err strong"),
            (f"{self._words('fails')}\n", ""),
            (f"{self._words('what')}  ", "muted"),
            (note or self._words("what_how"), "" if note else "muted"),
        )

    def remarks(self, case: "Case", assessment: "Assessment | None", poll: "Poll | None") -> Bits:
        """What is worth a talk: due again, single zeros, spread, the weakest, the way so far."""
        from workshop import fundamentals

        words = self._words
        lines: list[Bit] = []
        when = fundamentals.due(case)
        if when and case.assessments:
            lines.append((f"{words(f'due_{when}')}\n", "warn"))
        if poll is not None and poll.closed_at is not None:
            lines += [(f"{line}\n", "") for line in self._silent(poll)[:TALKED_OF]]
        weak = fundamentals.weakest(assessment) if assessment else ()
        if assessment and weak and not fundamentals.zeros(assessment):
            lines.append((f"{words('weakest', name=self._named(case, weak))}  ", ""))
            note = next((assessment.notes[key] for key in weak if key in assessment.notes), "")
            lines.append((f"{note or words('what_how')}\n", "" if note else "muted"))
        products = (fundamentals.product(a) for a in case.assessments.values())
        series = [str(product) for product in products if product is not None]
        if len(series) > 1:
            lines.append((words("series", series=" → ".join(series)), "muted"))
        return tuple(lines)

    def _silent(self, poll: "Poll") -> list[str]:
        """Where somebody gave zero, and where the scores lie far apart; the widest first."""
        from workshop.counting import WIDE, spread, zeros

        told: list[tuple[int, str]] = []
        for item in poll.form.items:
            steps, name = poll.counts.get(item.key, {}), self._scales.item(item)
            given = [n for step in steps if (n := poll.form.value(step)) is not None]
            wide = spread(poll.form, steps) or 0
            lines = []
            if none := zeros(poll.form, steps):
                lines.append(self._words("some_zero", n=none, of=sum(steps.values()), name=name))
            if wide >= WIDE:
                lines.append(self._words("spread", name=name, low=min(given), high=max(given)))
            if lines:
                told.append((-wide, " ".join(lines)))
        return [line for _, line in sorted(told, key=lambda pair: pair[0])]

    def _named(self, case: "Case", keys: tuple[str, ...]) -> str:
        from workshop import forms

        form = forms.fundamentals(case.pack)
        names = (self._scales.item(item) for item in form.items if item.key in keys)
        return self._scales.listed(names)
