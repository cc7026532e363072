"""`medspill paper`: what is printed before the evening."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from screens.cli.options import A_PATH, file_option, language_option
from screens.cli.places import default_file
from screens.cli.reaching import hand_in
from screens.cli.voice import Command, Stop, say

if TYPE_CHECKING:
    from screens.paper.sheets import Kind, Numbers, Place
    from workshop.case import Case

KINDS: Final[tuple["Kind", ...]] = (
    *("invitation", "poster", "cards", "slips"),
    *("ballots", "codes", "answers", "emergency", "runthrough", "methods"),
)
"""Those of `screens.paper.sheets`, which is imported only by who makes one."""
PEOPLE_AT_A_TABLE: Final = 8
SLIPS_EACH: Final = 3
MOST: Final = 2_000


@click.command("paper", cls=Command, help=say("cli.paper_about"))
@click.argument("kinds", nargs=-1, type=click.Choice(KINDS))
@file_option
@language_option
@click.option("--case", help=say("cli.case_help"))
@click.option("-o", "--output", type=A_PATH, help=say("cli.paper_output_help"))
@click.option("--tables", type=click.IntRange(1, 99), help=say("cli.paper_tables_help"))
@click.option("--slips", type=click.IntRange(1, MOST), help=say("cli.paper_slips_help"))
@click.option("--ballots", type=click.IntRange(1, MOST), help=say("cli.paper_ballots_help"))
@click.option("--codes", type=click.IntRange(1, MOST), help=say("cli.paper_codes_help"))
@click.option("--list", "about", default="", help=say("cli.paper_list_help"))
@click.option("--station", type=click.IntRange(1, 6), help=say("cli.paper_station_help"))
@click.option("--first", type=click.IntRange(1, 9_000), default=1, help=say("cli.paper_first_help"))
def command(
    kinds: "tuple[Kind, ...]",
    file: Path | None,
    case: str | None,
    output: Path | None,
    about: str,
    station: int | None,
    first: int,
    codes: int | None,
    **asked: int | None,
) -> None:
    """Write one page for each kind of sheet; all but the codes where none is named."""
    from screens.cli.working import working
    from screens.paper.answers import known
    from screens.paper.sheets import KINDS as USUAL
    from screens.paper.sheets import Numbers, sheet

    file = file or default_file()
    with working(say("cli.work_reading")):
        chosen, place, coming = found(file, case)
    if about and about not in known(chosen):
        raise Stop(say("cli.paper_no_list", key=about, known=", ".join(known(chosen))))
    by_heads = usual(coming, first)
    numbers = Numbers(**{**by_heads.model_dump(), **{k: v for k, v in asked.items() if v}})
    folder = output or Path()
    if not folder.is_dir():
        raise Stop(say("output.no_folder", folder=folder.absolute()))
    drawn = ""
    if "codes" in kinds:
        chosen, drawn = _with_codes(file, chosen, codes, numbers.ballots)
    of = {**dict.fromkeys(KINDS, about), "methods": str(station or ""), "codes": drawn}
    wanted = {kind: folder / f"{say(f'paper.{kind}').lower()}.html" for kind in kinds or USUAL}
    with working(say("cli.work_writing")) as work:
        for done, (kind, path) in enumerate(wanted.items()):
            work.far(done, len(wanted))
            _write(path, sheet(kind, chosen, place, numbers, say, of[kind]))
    for path in wanted.values():
        click.echo(say("cli.paper_done", path=path.absolute()))
    click.echo(say("cli.paper_open"), err=True)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise Stop(say("cli.not_written", path=path.absolute(), why=why)) from error


def _with_codes(file: Path, case: "Case", wanted: int | None, usual: int) -> "tuple[Case, str]":
    """The case with codes to print, and which; new ones where they are asked for, or none are."""
    from screens.control import new_command_id
    from workshop.vote_codes import gathering_for, sheets_of

    if not wanted and sheets_of(case, gathering_for(case)):
        return case, ""
    wish = {"name": "codes.draw", "count": wanted or usual}
    with hand_in(file, "cli.do_hall_gone") as send:
        (answer,) = send([{"id": new_command_id(), "case": case.id, **wish}])
    if not answer["ok"]:
        raise Stop(str(answer["message"]))
    return found(file, case.id)[0], str(answer["command"])


def usual(coming: int | None, first: int) -> "Numbers":
    """As many as the people who are expected need."""
    from screens.paper.sheets import Numbers

    if not coming:
        return Numbers(first=first)
    tables = min(max(-(-coming // PEOPLE_AT_A_TABLE), 1), 99)
    slips, ballots = min(SLIPS_EACH * coming, MOST), min(coming, MOST)
    return Numbers(tables=tables, slips=slips, ballots=ballots, first=first)


def found(file: Path, case: str | None) -> "tuple[Case, Place, int | None]":
    """The case, the place, and how many are expected; from the hall where one runs."""
    from screens.control import Control
    from screens.paper.sheets import Place
    from screens.practice import newest
    from screens.venue import KEY, venue_of
    from storage.reader import read_cases, read_setting
    from storage.trouble import Trouble

    cases = read_cases(file)
    if not cases:
        raise Trouble("no_cases", file=file)
    if case is not None and case not in cases:
        raise Trouble("no_such_case", case=case)
    chosen = cases[case] if case else newest(cases.values())
    venue = venue_of(read_setting(file, KEY))
    hall = Control.find(file)
    place = Place(
        address=str(hall.about["phone_url"]) if hall else _kept_address(file, venue.host),
        code=chosen.evening.code if chosen.evening else "",
        wifi=venue.wifi,
        password=venue.password,
        file=str(file.absolute()),
    )
    return chosen, place, venue.coming


def _kept_address(file: Path, host: str) -> str:
    """Where the hall will be, by the port that it had the last time."""
    from screens import address, addresses
    from storage.reader import read_setting

    port = read_setting(file, "lan_port")
    if port is None:
        raise Stop(say("cli.paper_no_address"))
    return address.url_of(addresses.pick(host, "", addresses.addresses()), int(port))
