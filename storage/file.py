"""The file on the disk: found, locked, opened and checked."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from storage import schema
from storage.header import MAGIC
from storage.trouble import Trouble

if TYPE_CHECKING:
    from filelock import FileLock

SQLITE: Final = sqlite3.sqlite_version
"""The version of SQLite that keeps the file."""
_PAGES: Final = 64
"""Pages that SQLite keeps: what is read again lies in memory already, as the case."""
_OWNER_ONLY: Final = 0o600


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that this process alone may write."""

    path: Path
    connection: sqlite3.Connection
    lock: "FileLock"

    def close(self) -> None:
        """Fold the log into the file, and let others write it."""
        self.connection.close()
        self.lock.release()


def beside(path: Path, ending: str) -> Path:
    """The file that lies beside this one with an ending more."""
    return path.with_name(path.name + ending)


def open_to_write(path: Path) -> OpenFile:
    """Open a file as its only writer, making it where there is none.

    Raises Trouble where the folder, the file or its version forbids it, or
    where another process writes it.
    """
    # Only a writer needs the lock, and a reader's first paint does not wait for its import.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    try:
        _check_folder(path)
    except OSError as error:
        # The system does not even say what lies there.
        raise Trouble("file_read_only", file=path) from error
    lock = FileLock(beside(path, ".lock"), mode=_OWNER_ONLY, blocking=False)
    try:
        lock.acquire()
    except Timeout as taken:
        raise Trouble("in_use", file=path) from taken
    except OSError as error:
        raise Trouble("folder_read_only", folder=path.parent) from error
    try:
        return OpenFile(path, _connect(path), lock)
    except BaseException:
        lock.release()
        raise


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a file only to read it, also while its hall runs.

    Raises Trouble where it is missing, no Medspill file, or from a newer version.
    """
    try:
        if path.is_dir():
            raise Trouble("is_folder", file=path)
        if not path.is_file():
            raise Trouble("no_file", file=path)
        _check_header(path)
    except OSError as error:
        raise Trouble("not_readable", file=path) from error
    try:
        return _opened_to_read(path, "mode=ro")
    except sqlite3.OperationalError:
        # A reader in WAL mode makes a small file beside the file. Where the folder forbids that
        # and no log lies there, nobody writes, and the file is read as it lies.
        if beside(path, "-wal").exists():
            raise Trouble("damaged", file=path) from None
        return _read_as_it_lies(path)


def _read_as_it_lies(path: Path) -> sqlite3.Connection:
    try:
        return _opened_to_read(path, "mode=ro&immutable=1")
    except sqlite3.OperationalError as error:
        raise Trouble("damaged", file=path) from error


def _opened_to_read(path: Path, way: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True)
    try:
        _check_identity(connection, path)
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Trouble("damaged", file=path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _check_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise Trouble("no_folder", folder=path.parent)
    if path.is_dir():
        raise Trouble("is_folder", file=path)
    if not os.access(path.parent, os.W_OK):
        raise Trouble("folder_read_only", folder=path.parent)
    if path.exists():
        if not path.is_file():
            raise Trouble("no_database", file=path)
        if not os.access(path, os.R_OK | os.W_OK):
            raise Trouble("file_read_only", file=path)
        _check_header(path)


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(len(MAGIC))
    if header and header != MAGIC:
        raise Trouble("no_database", file=path)


def _connect(path: Path) -> sqlite3.Connection:
    is_new = not path.exists() or path.stat().st_size == 0
    # Before any words are in it: what SQLite lays beside the file gets the file's own mode.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, _OWNER_ONLY))
    path.chmod(_OWNER_ONLY)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        if not is_new:
            _check_identity(connection, path)
            _check_pages(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = {_PAGES}")
        if connection.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
            schema.migrate(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Trouble("damaged", file=path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _check_pages(connection: sqlite3.Connection) -> None:
    """Nobody writes in a damaged file: a page that was torn is found before the evening."""
    if not is_sound(connection, "quick_check"):
        raise sqlite3.DatabaseError


def is_sound(
    connection: sqlite3.Connection, check: Literal["quick_check", "integrity_check"]
) -> bool:
    """Whether SQLite finds no fault; raises DatabaseError where it cannot even look."""
    try:
        return bool(connection.execute(f"PRAGMA {check}(1)").fetchone() == ("ok",))
    except UnicodeDecodeError:
        # What it found amiss is told in bytes that are no text.
        return False


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != schema.APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application or version or tables:
            raise Trouble("foreign_database", file=path)
    elif version > schema.VERSION:
        raise Trouble("newer_version", file=path)
