"""A strategy pack as text that a person reads."""

from collections.abc import Iterable, Iterator

from screens.words import Words
from workshop.packs.model import Pack
from workshop.packs.parts import Checklist, Fund, Programme, Term


def pack_text(pack: Pack, say: Words) -> str:
    """All that a pack says, a heading and its lines at a time."""
    return "\n".join(_lines(pack, say)).strip()


def _lines(pack: Pack, say: Words) -> Iterator[str]:
    yield ", ".join(part for part in (pack.name, pack.municipality) if part) or pack.id
    if pack.slogan:
        yield say.quoted(pack.slogan)
    if source := pack.source:
        yield say("pack.source", document=source.document)
        yield from (line for line in (source.adopted, source.period) if line)
    yield from _section(say("pack.definition"), [pack.definition, *pack.rules])
    wording = pack.wording
    told = (("new", wording.new), ("useful", wording.useful), ("used", wording.used))
    yield from _section(
        say("pack.wording"), [f"{say(f'pack.{key}')}: {text}" for key, text in told if text]
    )
    yield from _section(say("pack.main_goal"), [pack.main_goal, *pack.sub_goals])
    for field in ("values", "principles", "strategies"):
        yield from _section(say(f"pack.{field}"), map(_term, getattr(pack, field)))
    programmes = [line for one in pack.programmes for line in _programme(one, say)]
    yield from _section(say("pack.programmes"), programmes)
    yield from _section(say("pack.need_kinds"), map(_term, pack.need_kinds))
    for field in ("criteria", "actors", "means", "funding", "links"):
        yield from _section(say(f"pack.{field}"), getattr(pack, field))
    yield from _section(say("pack.funds"), [_fund(fund, say) for fund in pack.funds])
    yield from _section(say("pack.support"), [pack.support])
    told_of = [f"{f.name}: {f.question}" for f in pack.fundamentals]
    yield from _section(say("pack.fundamentals"), told_of)
    for checklist in pack.checklists:
        yield from _section(say("pack.checklist", name=checklist.name), _items(checklist))
    yield from _section(say("pack.lost"), pack.lost)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [line for line in lines if line]
    if told:
        yield from ("", title, *(f"  {line}" for line in told))


def _term(term: Term | Programme) -> str:
    return f"{term.name}: {term.text}" if term.text else term.name


def _programme(programme: Programme, say: Words) -> Iterator[str]:
    yield _term(programme)
    if programme.question:
        yield f"  {say('pack.question', question=programme.question)}"
    yield from (f"  – {line}" for line in programme.criteria)


def _fund(fund: Fund, say: Words) -> str:
    pot = "" if fund.pot is None else say("pack.pot", n=say.number(fund.pot))
    return ": ".join(part for part in (fund.name, fund.text, pot) if part)


def _items(checklist: Checklist) -> list[str]:
    return [checklist.about, *(f"– {item.text}" for item in checklist.items)]
