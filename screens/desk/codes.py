"""Which codes the desk's own screen shows, and what stands under each."""

import asyncio
from typing import TYPE_CHECKING

from screens import qr
from screens.desk.widgets.code import Shown

if TYPE_CHECKING:
    from screens.desk.wiring import Wiring


async def codes_of(desk: "Wiring") -> list[Shown]:
    """The network first, where its name is known, then the address; none without a hall."""
    from screens.control import HallGone

    control, say = desk.control, desk.say
    if control is None:
        return []
    try:
        about = await asyncio.to_thread(control.get, "/hall")
        venue = await asyncio.to_thread(control.get, "/venue")
    except HallGone:
        return []
    case, url, wifi = desk.state.case, str(about["phone_url"]), str(venue["wifi"])
    code = case.evening.code if case and case.evening else ""
    address = url.removeprefix("http://").rstrip("/")
    shown = Shown(say("desk.code_title", code=code).strip(), qr.capitals(url), (address,))
    if not wifi:
        return [shown]
    password = str(venue["password"])
    named = say("desk.code_network", wifi=wifi, password=password) if password else wifi
    network = Shown(
        say("desk.code_network_title"),
        qr.network(wifi, password),
        (named, say("desk.code_keep")),
    )
    return [network, Shown(say("desk.code_page_title", code=code).strip(), shown.text, shown.under)]
