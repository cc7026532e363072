"""The looks of the desk: what is read can be read, measured as WCAG measures it."""

import pytest

from screens.desk.theme import CONTRAST, DARK, LIGHT, PLAIN, THEMES

TEXTS = ("text", "muted", "live", "ok", "warn", "err", "info")
LEAST = {DARK: 4.5, LIGHT: 4.5, CONTRAST: 7.0, PLAIN: 4.5}
BAR = 3.0
"""The least contrast of what is looked at and not read (WCAG 1.4.11)."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [theme.name for theme in THEMES])
def test_every_text_is_read_on_every_surface(look: str) -> None:
    """All texts reach 4.5 to 1 on work area, side and raised row; in high contrast 7 to 1."""
    theme = next(theme for theme in THEMES if theme.name == look)
    surfaces = [str(colour) for colour in (theme.background, theme.surface, theme.panel)]
    texts = {name: theme.variables.get(name, str(theme.foreground)) for name in TEXTS}

    low = {
        (name, surface): round(contrast(text, surface), 2)
        for name, text in texts.items()
        for surface in surfaces
        if contrast(text, surface) < LEAST[look]
    }
    assert low == {}
    assert all(contrast(theme.variables["bar"], surface) >= BAR for surface in surfaces)


def test_high_contrast_is_black_and_white_with_one_accent() -> None:
    """Apart from shades of grey, only what is open in the hall has a colour."""
    variables = next(theme.variables for theme in THEMES if theme.name == CONTRAST)

    coloured = {name for name in (*TEXTS, "bar") if (c := variables.get(name)) and not grey(c)}
    assert coloured == {"live"}


def grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]
