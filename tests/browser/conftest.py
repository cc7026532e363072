"""How long a browser may take."""

from playwright.sync_api import expect

# A phone looks every four seconds and a bit: what waits for one needs more than one look.
expect.set_options(timeout=15_000)
