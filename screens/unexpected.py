"""A fault of the program's own, kept for whoever mends it while people get a sentence."""

import tempfile
import traceback
from pathlib import Path


def keep(error: BaseException) -> Path:
    """Write what went wrong to a file that only its owner can read; raises OSError."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="medspill-", suffix=".log", encoding="utf-8", errors="replace", delete=False
    ) as log:
        traceback.print_exception(error, file=log)
    return Path(log.name)
