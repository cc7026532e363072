"""Where the file lies when nobody says."""

from pathlib import Path

from platformdirs import user_data_path


def default_file() -> Path:
    """`medspill.db` in the user's data folder, which is made when it is missing."""
    folder = user_data_path("medspill", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "medspill.db"


def keys_file() -> Path:
    """`keys.toml` in the user's data folder: the keys that somebody has moved, if there is one."""
    return user_data_path("medspill", appauthor=False) / "keys.toml"
