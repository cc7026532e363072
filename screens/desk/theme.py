"""The looks of the desk: dark by default, light, high contrast and plain on wish.

All have the same tokens, and every sign is a mark or a word before it is a colour.
"""

from typing import Final

from textual.theme import Theme

DARK = "medspill-mork"
LIGHT = "medspill-lys"
CONTRAST = "medspill-kontrast"
"""Black and white, and the one accent."""
PLAIN = "medspill-uten-farge"
"""The dark look without any colour, as NO_COLOR asks for: what is chosen is turned over."""
LOOKS: Final = (DARK, LIGHT, CONTRAST, PLAIN)

_TOKENS: dict[str, dict[str, str]] = {
    DARK: {
        "bg": "#161c22",
        "side": "#1b232b",
        "raised": "#26313b",
        "line": "#3a4854",
        "text": "#e8ebed",
        "muted": "#9fadb8",
        "live": "#f4a862",
        "ok": "#9cc9a0",
        "warn": "#e6d27e",
        "err": "#f2959a",
        "info": "#8fbcd8",
        "bar": "#6fa3c4",
    },
    LIGHT: {
        "bg": "#fbfaf7",
        "side": "#f1f0eb",
        "raised": "#e2e6e6",
        "line": "#b9c1c4",
        "text": "#17222b",
        "muted": "#50606b",
        "live": "#9c4a06",
        "ok": "#2f6a38",
        "warn": "#735600",
        "err": "#a1263a",
        "info": "#1d5f86",
        "bar": "#2f6d93",
    },
    CONTRAST: {
        "bg": "#000000",
        "side": "#121212",
        "raised": "#303030",
        "line": "#8c8c8c",
        "text": "#ffffff",
        "muted": "#dcdcdc",
        "live": "#ffc266",
        "ok": "#ffffff",
        "warn": "#ffffff",
        "err": "#ffffff",
        "info": "#ffffff",
        "bar": "#ffffff",
        # White words stand on it, and it stands out from a field.
        "picked": "#505050",
    },
}
for _token in _TOKENS.values():
    _token.setdefault("picked", _token["line"])
_TOKENS[PLAIN] = _TOKENS[DARK]

_OURS = ("side", "raised", "line", "muted", "live", "ok", "warn", "err", "info", "bar")


def _calm(token: dict[str, str]) -> dict[str, str]:
    # Textual paints choice and focus with the primary colour, which here means «open in the
    # hall now» and nothing else; so its own variables for them are set one by one.
    return {
        "block-cursor-foreground": token["text"],
        "block-cursor-background": token["raised"],
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": token["text"],
        "block-cursor-blurred-background": token["raised"],
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": token["side"],
        "border": token["line"],
        "border-blurred": token["line"],
        "input-cursor-background": token["text"],
        "input-cursor-foreground": token["bg"],
        "input-cursor-text-style": "none",
        "input-selection-background": token["picked"],
        "screen-selection-background": token["picked"],
        "scrollbar": token["line"],
        "scrollbar-hover": token["muted"],
        "scrollbar-active": token["muted"],
        "scrollbar-background": token["bg"],
        "scrollbar-corner-color": token["bg"],
        "scrollbar-background-hover": token["bg"],
        "scrollbar-background-active": token["bg"],
    }


def _theme(name: str) -> Theme:
    token = _TOKENS[name]
    return Theme(
        name=name,
        primary=token["live"],
        accent=token["live"],
        secondary=token["info"],
        foreground=token["text"],
        background=token["bg"],
        surface=token["side"],
        panel=token["raised"],
        success=token["ok"],
        warning=token["warn"],
        error=token["err"],
        dark=name != LIGHT,
        variables={**{ours: token[ours] for ours in _OURS}, **_calm(token)},
    )


THEMES = tuple(map(_theme, LOOKS))
"""All looks, ready to be registered."""
