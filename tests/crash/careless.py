"""A hall that syncs only now and then: the control of the power cuts, which must lose something."""

import sqlite3
from pathlib import Path

from screens.cli import main
from storage import file

_connect = file._connect


def _careless(path: Path) -> sqlite3.Connection:
    connection = _connect(path)
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


if __name__ == "__main__":
    file._connect = _careless
    main()
