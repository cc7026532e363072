"""The colours of the phone page, measured."""

import re
from importlib.resources import files

import pytest

CSS = (files("screens.phone") / "static" / "phone.css").read_text(encoding="utf-8")
SCHEMES = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in CSS.split("@media")[:2]]
SURFACES = ("bg", "raised")


def light(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lower, higher = sorted((light(one), light(other)))
    return (higher + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_colours_are_told_apart(scheme: dict[str, str]) -> None:
    """Text stands out by 4.5 to 1 on every surface, and edges and rings by 3 to 1."""
    for surface in SURFACES:
        for token in ("text", "muted", "ok", "warn", "err", "info"):
            assert contrast(scheme[token], scheme[surface]) >= 4.5, (token, surface)
        for token in ("edge", "accent"):
            assert contrast(scheme[token], scheme[surface]) >= 3, (token, surface)
    assert contrast(scheme["onaccent"], scheme["accent"]) >= 4.5


def test_nothing_moves_and_nothing_comes_from_elsewhere() -> None:
    """No animation, no font, no picture, no address in the style."""
    assert not re.search(r"animation|transition|@import|@font-face|url\(|https?:", CSS)
