"""A desk that may have a hall of simulated phones before it, and calls things into it."""

from collections.abc import Callable

from textual.timer import Timer

from screens.desk.acts import ActType
from screens.desk.calling import LASTS, WORDS, PracticeHall, keys_named, may_call, told
from screens.desk.everywhere import (
    AllWell,
    CallLatecomers,
    CallPrankster,
    Commands,
    CutNet,
    Paper,
    QuietHall,
)
from screens.desk.undoing import Undoing


class PracticeDesk(Undoing):
    """Offers what can happen while a practice case meets; else it is a desk like any other."""

    practice_hall: PracticeHall | None = None
    rehearsal: Callable[[], int] | None = None
    """Runs a rehearsal in this terminal until it is over; its exit code. None in a rehearsal."""

    def on_mount(self) -> None:
        """Nothing goes on in the hall yet."""
        self._going_on: set[str] = set()
        self._without_codes = ""
        self._waits_for_net: Timer | None = None

    def on_news(self) -> None:
        """A vote with codes is one that made-up people cannot cast: say it once."""
        case, hall = self.state.case, self.practice_hall
        vote = case.votes.get(case.vote or "") if case and hall and case.id == hall.case else None
        if vote and vote.level == "code" and vote.id != self._without_codes:
            self._without_codes = vote.id
            self.frame.guide(
                self.say("desk.called_codes", paper=self.frame.offering.keys.shown(Paper))
            )

    def may_call(self, act: ActType) -> bool:
        """Whether this can be let happen now."""
        return may_call(act, self.state.case, self.practice_hall, self._going_on)

    def welcome_to_practice(self) -> bool:
        """Say that people are made up and what one can call in; false where they are real."""
        if self.practice_hall is not None:
            key = self.frame.offering.keys.shown(Commands)
            self.frame.guide(self.say("desk.called_begin", key=key))
        return self.practice_hall is not None

    def act_call_latecomers(self) -> None:
        """Five more come."""
        self._call(CallLatecomers)

    def act_call_prankster(self) -> None:
        """Somebody fools about."""
        self._call(CallPrankster)

    def act_cut_net(self) -> None:
        """The net goes, and comes back by itself."""
        if self._call(CutNet) and self.practice_hall is not None:
            self._stop_waiting()
            self._waits_for_net = self.set_timer(self.practice_hall.away, self._net_is_back)

    def act_quiet_hall(self) -> None:
        """Nobody says anything."""
        self._call(QuietHall)

    def act_all_well(self) -> None:
        """Everything as it was before."""
        if self._call(AllWell):
            self._stop_waiting()

    def _stop_waiting(self) -> None:
        if self._waits_for_net is not None:
            self._waits_for_net.stop()

    def _call(self, act: ActType) -> bool:
        """Call it into the hall; whether anybody was there to hear it."""
        hall, word = self.practice_hall, WORDS[act]
        if hall is None:
            return False
        if not hall.call(word):
            self.frame.warn(self.say("desk.called_nobody"))
            return False
        without_net = "drop" in self._going_on
        self._going_on = self._going_on | {word} if word in LASTS else self._going_on
        if act is AllWell:
            self._going_on = set()
            word = "net_back" if without_net else word
        keys = {name: self.frame.offering.keys.shown(named) for name, named in keys_named().items()}
        self.frame.guide(self.say(told(word, self.state.case), **keys))
        return True

    def _net_is_back(self) -> None:
        if "drop" in self._going_on:
            self._going_on.discard("drop")
            self.frame.guide(self.say("desk.called_net_back"))
