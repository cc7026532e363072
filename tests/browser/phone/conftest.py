"""A real Chromium on an insecure origin, as in a hall, and phones in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.phone.hall import HOST, Hall

NewPhone = Callable[..., Page]
LOST = ("net::ERR_", "Failed to load resource", "Autofocus processing was blocked")
"""What Chromium itself notes when the network is gone, an answer is 4xx, or the focus is set."""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path / "evening.db")
    hall.open()
    yield hall
    hall.close()


@pytest.fixture
def phone(browser: Browser, hall: Hall) -> Iterator[NewPhone]:
    """Makes phones that stand on the first page; none may log an error or open a dialog."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def new(*, width: int = 360, script: bool = True, init: str = "", **options: Any) -> Page:
        size = ViewportSize(width=width, height=740)
        context = browser.new_context(viewport=size, java_script_enabled=script, **options)
        contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: complaints.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: complaints.append(f"error: {e}"))
        page.on("dialog", lambda d: complaints.append(f"dialog: {d.message}"))
        page.goto(hall.url)
        return page

    yield new
    for context in contexts:
        context.close()
    assert [c for c in complaints if not any(known in c for known in LOST)] == []
