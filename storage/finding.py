"""What a decision needs that lies outside of the case: packs, templates, and chance."""

import secrets

from storage import packs, templates
from workshop.arena import PlanGathering
from workshop.commands import AnyCommand
from workshop.helping import CODE_LENGTH, CODE_SIGNS, LetHelperIn
from workshop.opening import OpenCase, TakePack
from workshop.packs.model import Pack
from workshop.templates.model import Template
from workshop.vote_codes import DrawCodes


def pack_of(command: AnyCommand) -> Pack | None:
    """The strategy that a command names, read now, so that the fact holds it."""
    if isinstance(command, OpenCase | TakePack):
        return packs.pack(command.pack or packs.USUAL)
    return None


def template_of(command: AnyCommand) -> Template | None:
    """The template that a command names, read now; its blocks are copied into the fact."""
    if isinstance(command, PlanGathering) and command.template:
        return templates.template(command.template)
    return None


def drawn_for(command: AnyCommand) -> str:
    """A code by chance, or a key that codes are made from, for whoever asks for one."""
    if isinstance(command, DrawCodes):
        return secrets.token_hex(16)
    if not isinstance(command, LetHelperIn):
        return ""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
