"""What the answers to a question of one's own say, in words: the same on every surface."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, get_args

from screens.scales import Scales
from screens.words import voice
from workshop import findings
from workshop.findings import Corner, Lie, Placed, Side, Stand
from workshop.scored import Counts, Form, Item

LONGEST: Final = 70
"""Letters of what somebody wrote that a sentence repeats; the list beside it has it whole."""
SHOWN: Final[tuple[Side, ...]] = ("unites", "divides", "between", "unsettled")
CORNERS: Final[tuple[Corner, ...]] = get_args(Corner)


class Telling:
    """Sentences about findings, with the words of one language."""

    def __init__(self, say: Callable[..., str]) -> None:
        self._say: Final = say
        self._scales: Final = Scales(say)

    def told(self, form: Form, counts: Counts) -> tuple[str, ...]:
        """What a picture of these answers says, as sentences."""
        return tuple(self._sentences(form, counts))

    def _sentences(self, form: Form, counts: Counts) -> Iterator[str]:
        match form.kind:
            case "steps":
                return
            case "statement" | "scale":
                for item in form.items:
                    if told := self.of_item(form, item, counts):
                        yield self._named(form, item, told)
            case "agreement":
                yield from self._sides(findings.stands(form, counts))
            case "ranking":
                yield self.first(form, counts)
            case "axes":
                yield from self._corners(form, findings.placing(form, counts))
            case "testing":
                for item, n in findings.can_test(form, counts):
                    yield self._named(form, item, self._say("finding.told_can", n=n))

    def _named(self, form: Form, item: Item, told: str) -> str:
        if len(form.items) == 1:
            return told
        return self._say("finding.told_item", what=self._short(item), told=told)

    def _short(self, item: Item) -> str:
        text = self._scales.item(item)
        if len(text) <= LONGEST:
            return text
        # Some scripts set no spaces; there a letter is where one can cut.
        kept = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        return f"{kept} …"

    def of_item(self, form: Form, item: Item, counts: Counts) -> str:
        """What the answers to one item say; empty where there are none."""
        steps = counts.get(item.key, {})
        if not steps:
            return ""
        if form.kind == "statement":
            said = {key: steps.get(key, 0) for key in ("yes", "no", "unknown")}
            return self._say("finding.told_statement", **said)
        lie = findings.lie(form, steps)
        return self.lie(lie) if form.kind == "scale" and lie else ""

    def lie(self, lie: Lie) -> str:
        """Where the middle half of the answers is, and whether it is wide."""
        if lie.low == lie.high:
            return self._say("finding.told_half_one", low=lie.low)
        middle = voice(self._say).decimal(lie.middle)
        half = self._say("finding.told_half", low=lie.low, high=lie.high, middle=middle)
        return f"{half} {self._say('finding.told_wide')}" if lie.wide else half

    def side(self, side: Side) -> str:
        """The heading of what unites, what divides, and the rest."""
        return self._say(f"finding.side_{side}")

    def stand(self, stand: Stand) -> str:
        """How many are on each side, and how many passed."""
        told = {"n": max(stand.agree, stand.disagree), "of": stand.took}
        if stand.side == "unites":
            key = "told_agree" if stand.agree >= stand.disagree else "told_disagree"
            whole = self._say(f"finding.{key}", **told)
        else:
            split = {"agree": stand.agree, "disagree": stand.disagree}
            whole = self._say("finding.told_split", **split)
        passed = self._say("finding.told_passed", n=stand.passed) if stand.passed else ""
        return f"{whole}, {passed}" if passed else whole

    def _sides(self, stands: Sequence[Stand]) -> Iterator[str]:
        known = {stand.side for stand in stands}
        for side in SHOWN:
            these = [self._short(s.item) for s in stands if s.side == side]
            if these:
                what = ", ".join(self._say("finding.told_quoted", what=text) for text in these)
                yield self._say("finding.told_item", what=self.side(side), told=what)
        for side in ("unites", "divides"):
            if side not in known:
                yield self._say(f"finding.told_no_{side}")

    def first(self, form: Form, counts: Counts) -> str:
        """What came first, or what is about equal there."""
        ranked = findings.ranking(form, counts)
        tied = [r for r in ranked if r.tie is not None and r.tie == ranked[0].tie]
        if tied:
            what = ", ".join(self._short(r.item) for r in tied)
            return self._say("finding.told_first_tie", what=what)
        top = ranked[0]
        return self._say("finding.told_first", what=self._short(top.item), n=top.first)

    def axes(self, form: Form) -> tuple[str, str]:
        """What the axes are called: the one that gives, then the one that takes."""
        own = (*form.poles, "", "")
        return own[0] or self._say("score.axis_effect"), own[1] or self._say("score.axis_effort")

    def asks(self, form: Form) -> tuple[str, str]:
        """What is asked of each thing on the one axis, and on the other."""
        effect, effort = (*form.poles, "", "")[:2]
        return self._asks("effect", effect), self._asks("effort", effort)

    def _asks(self, axis: str, own: str) -> str:
        if own:
            return self._say("score.ask_axis", axis=own)
        return self._say(f"score.ask_{axis}", axis=self._say(f"score.axis_{axis}"))

    def corner(self, form: Form, corner: Corner) -> str:
        """What a corner between the axes means."""
        effect, effort = self.axes(form)
        return self._say(f"finding.corner_{corner}", effect=effect, effort=effort)

    def _corners(self, form: Form, placed: Sequence[Placed]) -> Iterator[str]:
        for corner in CORNERS:
            these = [self._short(p.item) for p in placed if p.corner == corner]
            if these:
                told = ", ".join(self._say("finding.told_quoted", what=text) for text in these)
                yield self._say("finding.told_item", what=self.corner(form, corner), told=told)
        if findings.all_in_one(placed):
            yield self._say("finding.told_one_corner")

    def warning(self, form: Form, counts: Counts) -> str:
        """That the axes tell nothing apart, where they do not."""
        one = form.kind == "axes" and findings.all_in_one(findings.placing(form, counts))
        return self._say("finding.told_one_corner") if one else ""

    def apart(self) -> str:
        """That people disagree on where a thing lies."""
        return self._say("finding.told_apart")

    def tied(self) -> str:
        """That something is about equal to others."""
        return self._say("finding.told_tied")

    def bars(self) -> str:
        """What the parts of a statement's bar are."""
        return self._say("finding.told_bars")

    def how(self, form: Form) -> str:
        """How a result was found, where that must be said; else empty."""
        match form.kind:
            case "ranking":
                return self._say("finding.told_points_how")
            case "agreement":
                return self._say("finding.told_how")
            case _:
                return ""
