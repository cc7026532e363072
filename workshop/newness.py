"""Nytt, nyttig, nyttiggjort: what a tested solution amounts to (Jevnaker 1.2, Gausdal, Lier)."""

from typing import Literal

from workshop.closed import Judgement
from workshop.packs.model import Pack

Amounts = Literal["improvement", "back_to_need", "promising", "innovation", "unknown"]


def amounts_to(judged: Judgement | None, pack: Pack) -> Amounts:
    """Innovation only when it is new, useful and in use; else what is lacking says what it is.

    Where the strategy wants a break with earlier practice, what does not break is an improvement,
    however new (Gausdal).
    """
    if judged is None or judged.new == "not_yet":
        return "unknown"
    if judged.new == "no" or (pack.requires_break and judged.breaks is False):
        return "improvement"
    if judged.useful == "no":
        return "back_to_need"
    if judged.useful == "yes" and judged.used == "yes":
        return "innovation"
    return "promising" if judged.useful == "yes" else "unknown"
