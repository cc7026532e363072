"""What every test may lean on."""

import os
import shutil
import sqlite3

import pytest
from hypothesis import settings

# What whoever runs the tests has chosen for themselves is no part of them.
os.environ["MEDSPILL_LANGUAGE"] = "nb"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# A laptop under load is slow, not wrong: time is measured in screens/bench and nowhere else.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def chromium_path() -> str | None:
    """The first Chromium on this machine, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def pytest_report_header() -> list[str]:
    """Names what differs from machine to machine and decides what a test can see."""
    return [f"sqlite: {sqlite3.sqlite_version}", f"chromium: {chromium_path() or 'not found'}"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium that drives phone and projector; a browser test without it fails."""
    path = chromium_path()
    assert path, "No Chromium on this machine: python3 start.py setup installs it where it can."
    return path
