"""«Lerret»: the look of the wall, light whatever the desk has."""

from typing import Final

from textual.theme import Theme

NAME: Final = "medspill-lerret"
_TOKENS: Final = {
    "side": "#f1efe8",
    "line": "#9aa6ac",
    "muted": "#43525d",
    "live": "#8c3f09",
    "err": "#96203a",
    "info": "#124f74",
    "bar": "#1f5f88",
}
THEME: Final = Theme(
    name=NAME,
    primary=_TOKENS["live"],
    accent=_TOKENS["live"],
    secondary=_TOKENS["info"],
    foreground="#0f1b24",
    background="#fdfcf8",
    surface=_TOKENS["side"],
    panel="#e6e9e8",
    success="#23602d",
    warning="#6b5000",
    error=_TOKENS["err"],
    dark=False,
    variables=_TOKENS,
)
"""The tokens of the projector's page, for a terminal."""
STYLES: Final = {
    "": "",
    "strong": "bold",
    "muted": "$muted",
    "muted strong": "bold $muted",
    "live": "$live",
    "live strong": "bold $live",
    "err strong": "bold $err",
    "warn strong": "bold $warning",
    "info": "$info",
    "bar": "$bar",
    "line": "$line",
    # A code is read by a camera: dark on light, whatever the theme.
    "code": "#000000 on #ffffff",
    "dark": "on #000000",
    "light": "on #ffffff",
}
"""What each tone of a row looks like, in Textual's words."""
