"""The desk itself: what the keys that are the same everywhere do."""

from textual import work

from screens.desk.practice_hall import PracticeDesk

LONG = "long"
"""What takes its time, and is not given up because another key is pressed meanwhile."""


class WiredDesk(PracticeDesk):
    """A desk on one file, with its hall behind it."""

    def turn_to(self, page: str) -> None:
        """Show a page; the next key counts from there, also while it is still being built."""
        self.heading = page
        self.run_worker(self.go(page), group="go")

    @work(exclusive=True, group="look")
    async def act_look_ahead(self) -> None:
        """The wall's pictures, here alone."""
        from screens.desk.previewing import look_ahead

        await look_ahead(self)

    @work(exclusive=True, group="act")
    async def act_more_time(self) -> None:
        """Two more minutes."""
        await self.send("clock.extend")

    @work(exclusive=True, group="act")
    async def act_pause_clock(self) -> None:
        """Stop the clock, or let it go on."""
        case = self.state.case
        paused = bool(case and case.running and case.running.ends_at is None)
        await self.send("clock.resume" if paused else "clock.pause")

    @work(exclusive=True, group="act")
    async def act_dark(self) -> None:
        """Make the projector dark, or bring the picture back."""
        case = self.state.case
        dark = bool(case and case.shown.wall == "blank")
        await self.send("projector.show", wall="back" if dark else "blank")

    def act_show_road(self) -> None:
        """The rounds, and how each ended."""
        self._show("road")

    def act_show_voices(self) -> None:
        """Who took part, evening by evening."""
        self._show("voices")

    def act_show_became(self) -> None:
        """What became of what people said."""
        self._show("became")

    def act_show_roadmap(self) -> None:
        """What comes in every case."""
        self._show("roadmap")

    def act_show_effects(self) -> None:
        """What got better."""
        self._show("effects")

    @work(exclusive=True, group="act")
    async def _show(self, wall: str) -> None:
        """Turn the big screen to a picture, where there is a case."""
        if self.state.case is None:
            self.frame.advise(self.say("desk.choose_case_first"))
        else:
            await self.send("projector.show", wall=wall)

    @work(exclusive=True, group="act")
    async def act_next_block(self) -> None:
        """Close the vote that is open, or go on to the next block of the run sheet."""
        from screens.desk.going_on import next_block

        await next_block(self)

    def act_paper(self) -> object:
        """The line for slips, or for ballots while a vote is open; the next keys wait for it."""
        return self.run_worker(self.on_a_way(self._go_to_paper()), group="act", exclusive=True)

    async def _go_to_paper(self) -> None:
        case = self.state.case
        if case is None:
            self.frame.advise(self.say("desk.choose_case_first"))
            return
        ideas = bool(case.running and case.running.kind == "ideas")
        poll = case.polls.get(case.poll or "")
        name = "dots" if case.vote else "ideas" if ideas else "needs"
        if poll is not None:
            name = "fundamentals" if poll.what == "fundamentals" else "checklists"
        await self.go(name)
        place = self.frame.place
        if place is not None:
            place.query_one("#entry-field").focus()

    def _greet(self) -> None:
        """The hall hears what is spoken here, and newcomers are asked a few things, once."""
        from screens.desk.speaking import tell_hall
        from screens.desk.welcome import greet

        self.run_worker(tell_hall(self), group="language")
        if self.practice is not None:
            self.run_worker(greet(self), group="act")

    def act_language(self) -> None:
        """Another language for this screen."""
        from screens.desk.speaking import choose_language

        self.run_worker(choose_language(self), group="act")

    def act_wall_language(self) -> None:
        """Another language for the big screen."""
        from screens.desk.speaking import choose_wall_language

        self.run_worker(choose_wall_language(self), group="act")

    def act_welcome(self) -> None:
        """The questions of the first time, again."""
        from screens.desk.welcome import welcome

        self.run_worker(welcome(self), group="act")

    async def act_practise(self) -> None:
        """A finished case to look around in, as in the middle of the work."""
        from screens.desk.practising import practise

        self.run_worker(practise(self), group="practice", exclusive=True)

    async def act_rehearse(self) -> None:
        """An evening with made-up people, before the real one."""
        from screens.desk.practising import rehearse

        self.run_worker(rehearse(self), group="practice", exclusive=True)

    def act_pass_gate(self) -> None:
        """Why one goes on although something is lacking."""
        from screens.desk.passing import pass_gate

        station = getattr(self.frame.place, "STATION", 0)
        self.run_worker(pass_gate(self, station), group="act")

    def act_describe_case(self) -> None:
        """What the case is called, its size, its process."""
        from screens.desk.describing import describe_case

        self.run_worker(describe_case(self), group="act")

    async def act_take_pack(self) -> None:
        """Another strategy for the case."""
        from screens.desk.packing import take_pack

        self.run_worker(take_pack(self), group="act")

    def act_read_strategy(self) -> None:
        """What the strategy of the case says."""
        from screens.desk.strategy import read_strategy

        read_strategy(self)

    def act_lend_codes(self) -> None:
        """The helpers' codes."""
        from screens.desk.lending import lend_codes

        self.run_worker(lend_codes(self), group="act")

    def act_print_sheets(self) -> None:
        """Sheets for the gathering."""
        from screens.desk.printing import print_sheets

        self.run_worker(print_sheets(self), group=LONG)

    def act_print_round_cards(self) -> None:
        """The cards of the rounds, as a page to print."""
        from screens.desk.printing import print_round_cards

        self.run_worker(print_round_cards(self), group=LONG)

    def act_print_brief(self) -> None:
        """One page for those who decide."""
        from screens.desk.printing import print_brief

        self.run_worker(print_brief(self), group=LONG)

    def act_print_press(self) -> None:
        """A text for the local paper."""
        from screens.desk.printing import print_press

        self.run_worker(print_press(self), group=LONG)

    def act_make_report(self) -> None:
        """The report, while the hall goes on."""
        from screens.desk.printing import make_report

        self.run_worker(make_report(self), group=LONG)

    def act_erase_words(self) -> None:
        """What must go for good."""
        from screens.desk.erasing import erase_words

        self.run_worker(erase_words(self), group=LONG)

    def act_method(self) -> None:
        """The facilitator's own notes for where they are."""
        from screens.desk.method import method_for

        place = self.frame.place
        name, station = (place.NAME, getattr(place, "STATION", 0)) if place else ("home", 0)
        notes = method_for(self.state.case, name, station, self.say)
        if notes is not None:
            self.push_screen(notes)

    @work(exclusive=True, group="act")
    async def act_show_code(self) -> None:
        """The codes that phones scan: the network where it is known, then the address."""
        from screens.desk.codes import codes_of
        from screens.desk.widgets.code import CodeScreen

        shown = await codes_of(self)
        if shown:
            self.push_screen(CodeScreen(shown, self.say("desk.code_turn")))

    @work(exclusive=True, group="open")
    async def act_open_projector(self) -> None:
        """Open the big screen: the page in the browser, or a window with the terminal's own."""
        await self.big_screen.open()

    @work(exclusive=True, group="open")
    async def act_open_plain(self) -> None:
        """Open the plain page of this hall in the browser."""
        from screens.desk.big_screen import open_plain

        await open_plain(self)

    @work(exclusive=True, group="act")
    async def act_leave(self) -> None:  # type: ignore[override]
        """Leave; with a gathering open, ask what becomes of the hall."""
        from screens.desk.questions import leave

        case = self.state.case
        if case is None or not case.gathering:
            self.keep_hall = self._borrowed
        elif not self._borrowed and await self.ask(leave(self.say)) is None:
            return
        self.exit()
