"""What the user has chosen for themselves on this machine, kept for the next start."""

import contextlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path


def settings_file() -> Path:
    """Where the choices lie; one key a line, which a person can change as well."""
    return user_data_path("medspill", appauthor=False) / "settings.toml"


def kept(file: Path | None = None) -> Mapping[str, str]:
    """The choices in a file; none where it is not there or not understood."""
    try:
        known = tomllib.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in known.items() if isinstance(value, str)}


def keep(key: str, value: str, file: Path | None = None) -> None:
    """Keep a choice; where it cannot be written it holds until the program ends."""
    place = file or settings_file()
    lines = (f'{name} = "{held}"\n' for name, held in {**kept(place), key: value}.items())
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_text("".join(lines), encoding="utf-8")
