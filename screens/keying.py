"""How answers on paper are keyed in, at the desk and by a helper: a sign for each thing."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from screens.scales import Scales
    from workshop.scored import Form
    from workshop.terms import PollKind

SKIPPED: Final = "-"


def read_answers(
    text: str, what: "PollKind", form: "Form", scales: "Scales"
) -> dict[str, str] | None:
    """Answers as they are keyed in, one for each item in their order; None where it is no answer.

    An answer is the number or the first letters of a step; «-» skips an item.
    """
    signs = re.split(r"[\s,;]+", text.strip())
    if len(signs) != len(form.items):
        # Five digits in a row are five answers.
        signs = list(text.strip()) if len(text.strip()) == len(form.items) else []
    answers: dict[str, str] = {}
    for item, sign in zip(form.items, signs, strict=False):
        if sign == SKIPPED:
            continue
        step = _step(sign, what, form, scales)
        if step is None:
            return None
        answers[item.key] = step
    return answers or None


def _step(sign: str, what: "PollKind", form: "Form", scales: "Scales") -> str | None:
    numbered = any(step.value is not None for step in form.steps)
    for place, step in enumerate(form.steps, start=1):
        number = step.value if numbered else place
        if sign == str(number) or scales.step(what, step).casefold().startswith(sign.casefold()):
            return step.key
    return None
