"""What the tests of the phone page lean on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web.phone.evening import Evening


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """A hall with one case whose gathering is open, and a question."""
    evening = Evening(tmp_path / "evening.db")
    await evening.open(question="Hva trenger du for å bo trygt hjemme?")
    yield evening
    await evening.close()


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Evening]:
    """A hall with nothing in it."""
    evening = Evening(tmp_path / "empty.db")
    yield evening
    await evening.close()
