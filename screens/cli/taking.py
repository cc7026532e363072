"""`medspill take`: a package of others, in the library and as a source of a case."""

from pathlib import Path

import click

from screens.cli.options import A_PATH, file_option
from screens.cli.places import default_file
from screens.cli.voice import Command, Stop, say


@click.command("take", cls=Command, help=say("cli.take_about"))
@click.argument("package", type=A_PATH, metavar=say("share.package_metavar"))
@file_option
@click.option("--case", help=say("cli.case_help"))
@click.option("--only-library", is_flag=True, help=say("share.library_help"))
def command(package: Path, file: Path | None, case: str | None, *, only_library: bool) -> None:
    """Read the package, keep it, and take it into the case."""
    from screens.cli.reaching import hand_in, newest_or
    from screens.control import new_command_id
    from storage import library

    read = library.read(package)
    if not only_library:
        file = file or default_file()
        about = newest_or(file, case)
        told = {"name": "source.take", "source": read.model_dump(mode="json"), "case": about.id}
        with hand_in(file) as send:
            (answer,) = send([{"id": new_command_id(), **told}])
        if not answer.get("ok"):
            raise Stop(str(answer.get("message", "")))
        whose = read.copied_from or say("share.unknown_origin")
        click.echo(say("share.taken", title=about.title, copied_from=whose))
    click.echo(say("share.kept", path=library.keep(read)))
