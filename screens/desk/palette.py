"""Every act by its name: Textual's command palette in the desk's own dress."""

from textual.app import ComposeResult
from textual.command import (
    Command,
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import LoadingIndicator, Static

from screens.desk.acts import Say
from screens.desk.bits import content, two_sides
from screens.desk.frame import Frame
from screens.desk.offering import TOLD, Offer

_CELLS = 60


class ActProvider(Provider):
    """Offers what the frame can do now."""

    async def discover(self) -> Hits:
        """Everything, when nothing is written yet."""
        for offer in self._offers():
            shown = _row(Content(offer.name), offer)
            yield DiscoveryHit(shown, offer.run, offer.name, _help(offer))  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        """What has every word that is sought in its name, the matched letters bold and underlined.

        Where no name has them, what has them in its help, or is called so by others.
        """
        words = query.casefold().split()
        scored = [(offer, offer.answers(words)) for offer in self._offers()]
        named = [(offer, score) for offer, score in scored if score > TOLD]
        for offer, score in named or scored:
            if score:
                name = Content(offer.name)
                for word in words:
                    at = offer.name.casefold().find(word)
                    if at >= 0:
                        name = name.stylize("bold underline", at, at + len(word))
                yield Hit(score, _row(name, offer), offer.run, offer.name, _help(offer))  # type: ignore[arg-type]

    def _offers(self) -> list[Offer]:
        frame = self.screen
        return list(frame.offers()) if isinstance(frame, Frame) else []


def _help(offer: Offer) -> Content:
    return content(((offer.help, "muted"),))


def _row(name: Content, offer: Offer) -> Content:
    key = Content.styled(offer.key, "bold")
    room = _CELLS - key.cell_length - 1
    return Content.assemble(name.truncate(room, ellipsis=True, pad=True), " ", key)


class Acts(CommandList, can_focus=False):
    """The list of the palette, with the same edge as every list."""

    def render_line(self, y: int) -> Strip:
        """A row; the edge of the chosen act in its first cell."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if line < len(self._lines) and self._lines[line][0] == self.highlighted:
            edge = Strip.blank(1, None)
            style = next(iter(strip), None)
            edge = Strip([type(style)("▌", style.style)]) if style is not None else edge
            return Strip.join([edge, strip.crop(1)])
        return strip


class Palette(CommandPalette):
    """Textual's palette, with our words, our look and a count of what it found."""

    DEFAULT_CSS = """
    Palette {
        & > .command-palette--help-text { color: $muted; text-style: not dim; }
        & CommandInput > .input--placeholder { color: $muted; }
        &:nocolor Acts > .option-list--option-highlighted { text-style: reverse; }
        & > #--container {
            width: 64; height: auto; margin-top: 4; padding: 1 0; background: $side;
            visibility: visible;
        }
        & #--input, & #--input.--list-visible {
            border: none; height: 1; background: $raised; padding: 0 2;
        }
        & #palette-sign { width: 2; color: $muted; }
        & CommandInput, & CommandInput:focus { border: none; height: 1; padding: 0; }
        & #--results { overlay: none; margin-top: 1; }
        & Acts, & Acts:focus {
            border: none; max-height: 14; scrollbar-size: 0 0;
        }
        & Acts > .option-list--option { padding: 0 2; text-style: none; }
        & Acts > .option-list--option-highlighted { background: $raised; text-style: none; }
        & LoadingIndicator { display: none; }
        & #palette-foot { height: 1; margin: 1 2 0 2; }
    }
    """

    def __init__(self, say: Say) -> None:
        super().__init__([ActProvider], placeholder=say("desk.palette_placeholder"))
        self._words = say

    def compose(self) -> ComposeResult:
        """The field, the list, the count."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield Static("› ", id="palette-sign", markup=False)
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield Acts()
                yield LoadingIndicator()
            yield Static("", id="palette-foot", markup=False)

    def _refresh_command_list(
        self, command_list: CommandList, commands: list[Command], clear_current: bool
    ) -> None:
        super()._refresh_command_list(command_list, commands, clear_current)
        self._count(len(commands))

    def _start_no_matches_countdown(self, search_value: str) -> None:  # noqa: ARG002
        # Textual's own sentence is English; the count says it as well.
        self._list_visible = False
        self._count(0)

    def _count(self, found: int) -> None:
        frame, say = self._calling_screen, self._words
        all_there_is = len(list(frame.offers())) if isinstance(frame, Frame) else 0
        left = say("desk.palette_count", found=found, n=all_there_is)
        right = (
            (say("desk.palette_enter"), "strong"),
            (f" {say('desk.palette_run')}  ", "muted"),
            (say("desk.help_esc"), "strong"),
            (f" {say('desk.help_close')}", "muted"),
        )
        foot = two_sides(((left, "muted"),), right, _CELLS)
        self.query_one("#palette-foot", Static).update(foot)
