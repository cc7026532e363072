"""What a rendered screen is held to: nothing outside, nothing cut, contrast, and sense in grey."""

import re
from collections.abc import Iterator
from typing import Any, Final

from rich.color import Color
from rich.segment import Segment
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from screens.desk.bits import Mark
from screens.desk.theme import CONTRAST, PLAIN, THEMES
from screens.desk.widgets.header import Header
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.help import HelpScreen

LEAST: Final = {CONTRAST: 7.0}
USUAL: Final = 4.5
DRAWN: Final = 3.0
"""The least contrast of a bar that is looked at and not read (WCAG 1.4.11)."""
ORNAMENT: Final = re.compile(r"[\s─│━┃▁▂▃▄▅▆▇█▀▌▐▔▕▖▗▘▙▚▛▜▝▞▟┐┘╺╸]*")
"""What carries no words: a track, a bar, a hairline, the edge of the chosen row."""
MARKS: Final = frozenset(sign for name, sign in vars(Mark).items() if name.isupper())
SIGNALS: Final = ("live", "ok", "warn", "err", "info")
"""The tones that say how something stands."""
ENDED: Final = "…"
ARROWS: Final = "↑↓←→"


def luminance(colour: tuple[int, ...]) -> float:
    """The light of a colour as WCAG reckons it."""
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """From 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _rgb(colour: Color | None) -> tuple[int, ...] | None:
    return tuple(colour.triplet) if colour is not None and colour.triplet is not None else None


def region_of(screen: Screen[Any]) -> Region:
    """What is looked at: the whole screen, or the dialog that lies over a dimmed one."""
    over = [child for child in screen.children if child.display]
    return over[0].region if screen.is_modal and over else screen.region


def seen(screen: Screen[Any]) -> Iterator[tuple[int, Segment]]:
    """Each piece of text that is drawn there, with its row."""
    inside = region_of(screen)
    for y, strip in enumerate(screen._compositor.render_strips()):
        if inside.y <= y < inside.bottom:
            for segment in strip.crop(inside.x, inside.right):
                yield y, segment


def rows_of(screen: Screen[Any]) -> list[str]:
    """The rows that are looked at, as text."""
    rows: dict[int, str] = {}
    for y, segment in seen(screen):
        rows[y] = rows.get(y, "") + segment.text
    return list(rows.values())


def _scrolls(widget: Widget) -> bool:
    """Whether the widget, or something around it, can be scrolled to show the rest."""
    around = (w for w in widget.ancestors_with_self if isinstance(w, Widget))
    return any(w.allow_vertical_scroll for w in around if not isinstance(w, Screen))


def outside(screen: Screen[Any]) -> list[str]:
    """Widgets of which a part lies outside the screen or what holds it, and cannot be reached."""
    lost = []
    for widget in screen.query("*"):
        if not widget.display or not widget.region or widget.is_container or _scrolls(widget):
            continue
        stands = screen.find_widget(widget)
        if not stands.clip.contains_region(stands.region):
            lost.append(f"outside: {widget!r} {stands.region} in {stands.clip}")
    return lost


def cut_off(screen: Screen[Any]) -> list[str]:
    """Words that are not shown whole where they stand, and cannot be scrolled to."""
    lost = []
    for widget in screen.query("*"):
        if not widget.display or not widget.size.width or not widget.region:
            continue
        if isinstance(widget, Static) and not _scrolls(widget):
            needs = widget.get_content_height(widget.container_size, screen.size, widget.size.width)
            if needs > widget.size.height:
                lost.append(f"cut off: {widget.id} has {widget.size.height} of {needs} rows")
        if isinstance(widget, Heading):
            state = "".join(text for text, _ in widget.state).strip()
            if state not in str(widget.render()):
                lost.append(f"cut off: {widget.title} | {state}")
        if isinstance(screen, HelpScreen) and widget.max_scroll_y:
            lost.append(f"cut off: {widget.id} is higher than the window")
    return lost


def shortened(screen: Screen[Any], said: str) -> list[str]:
    """Rows that end in three dots, but for the case's title in the first row and people's own."""
    first = {w.region.y for w in screen.query(Header) if w.display}
    own = [w.region for w in screen.query("Input, TextArea") if isinstance(w, Input | TextArea)]
    lost = []
    for y, row in enumerate(rows_of(screen), region_of(screen).y):
        if ENDED not in row or y in first or any(r.y <= y < r.bottom for r in own):
            continue
        lost += [f"shortened: {row.strip()}" for at in _before(row) if at not in said]
    return lost


def _before(row: str) -> list[str]:
    """What stands before each three dots: the last of the words, and the dots."""
    return [row[max(0, m.start() - 3) : m.end()].strip() for m in re.finditer(ENDED, row)]


def faint(screen: Screen[Any], look: str) -> list[str]:
    """Words that do not stand out enough from what is behind them."""
    low: dict[str, float] = {}
    for _, segment in seen(screen):
        style = segment.style
        if style is None or ORNAMENT.fullmatch(segment.text):
            continue
        colours = (_rgb(style.color), _rgb(style.bgcolor))
        if colours[0] is None or colours[1] is None:
            low[f"no colour: {segment.text!r}"] = 0
            continue
        ratio = contrast(colours[0], colours[1])
        if ratio < LEAST.get(look, USUAL):
            low[segment.text.strip()] = round(ratio, 2)
    return [f"faint: {text} {ratio}" for text, ratio in low.items()]


def coloured(screen: Screen[Any]) -> list[str]:
    """What is not grey on a screen without colour."""
    found = set()
    for _, segment in seen(screen):
        for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
            rgb = _rgb(colour)
            if rgb is not None and len(set(rgb)) > 1:
                found.add(f"coloured: {segment.text.strip()} {rgb}")
    return sorted(found)


def colour_alone(screen: Screen[Any], look: str) -> list[str]:
    """Signal colours on rows of which neither a mark nor a word says the same."""
    if look == PLAIN:
        return []
    theme = next(theme for theme in THEMES if theme.name == look)
    plain = {theme.foreground, theme.variables["bar"], theme.variables["muted"]}
    signals = {theme.variables[name] for name in SIGNALS} - plain
    rows: dict[int, str] = {}
    toned: dict[int, str] = {}
    for y, segment in seen(screen):
        rows[y] = rows.get(y, "") + segment.text
        rgb = _rgb(segment.style.color if segment.style else None)
        if rgb is not None and "#{:02x}{:02x}{:02x}".format(*rgb) in signals:
            toned[y] = toned.get(y, "") + segment.text
    return [
        f"colour alone: {rows[y].strip()}"
        for y, told in toned.items()
        if told.strip()
        and not (MARKS & set(rows[y]))
        and not re.search(r"\w", told)
        # The clock is drawn of strokes; its words stand under it.
        and not ORNAMENT.fullmatch(told)
        and not re.fullmatch(r"[\s┌┐└┘├┤┬┴┼─│╷╵╶╴:.╭╮╰╯╺╸+]*", told)
    ]
