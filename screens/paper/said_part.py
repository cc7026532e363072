"""What people said and what weighed most, each note in full."""

from collections import Counter
from collections.abc import Iterable, Iterator

from screens.paper.markdown import bullets, moment, plain, quote, table
from screens.words import Words
from workshop.case import Case
from workshop.said import Cluster, Note, Statement
from workshop.terms import NoteKind
from workshop.views import title_of

BAR = 12
"""Letters of the longest bar."""
OPEN_STATES = frozenset({"waiting", "shown"})


def needs(case: Case, say: Words) -> Iterator[str]:
    """Every need by its cluster, and those that lie loose."""
    said = _open(case, "need")
    yield f"## {say('report.needs')}"
    if not said:
        yield say("report.no_needs")
    taken = [c for c in case.clusters.values() if c.suggested] + [n for n in said if n.suggested]
    if taken:
        yield say("report.grouped_with_help", n=len(taken))
    yield from _balance(case, say)
    for cluster in (c for c in case.clusters.values() if c.into is None):
        yield f"### {plain(cluster.title)}"
        yield from _standing(case, cluster, say)
        kinds = [plain(t.name) for t in case.pack.need_kinds if t.key == cluster.need_kind]
        if kinds:
            yield say("report.need_kind", kind=kinds[0])
        if cluster.statement:
            yield f"**{say('report.statement')}** {_statement(cluster.statement, say)}"
        if cluster.earlier:
            yield say("report.earlier_statements")
            yield bullets([_statement(s, say) for s in cluster.earlier])
        held = [n for n in said if n.cluster == cluster.id]
        yield from _notes(held, say) if held else [say("report.no_notes_here")]
    loose = [n for n in said if n.cluster not in case.clusters]
    if loose:
        yield f"### {say('report.loose')}"
        yield from _notes(loose, say)


def _balance(case: Case, say: Words) -> Iterator[str]:
    """How the needs lie between the kinds that the strategy knows, those without any told too."""
    kinds = Counter(c.need_kind for c in case.clusters.values() if c.into is None)
    if not any(term.key in kinds for term in case.pack.need_kinds):
        return
    most = max(kinds.values())
    named = [(plain(term.name), kinds[term.key]) for term in case.pack.need_kinds]
    named.append((say("report.need_kind_none"), sum(kinds.values()) - sum(n for _, n in named)))
    rows = [[name, f"{n} {'█' * round(BAR * n / most)}".rstrip()] for name, n in named]
    yield table([say("report.need_kinds"), say("report.need_clusters")], rows)


def ideas(case: Case, say: Words) -> Iterator[str]:
    """Every idea, and the need that it answers."""
    said = _open(case, "idea")
    if not said:
        return
    yield f"## {say('report.ideas')}"
    taken = sum(n.suggested and n.what == "idea" for n in case.notes.values())
    if taken:
        yield say("report.grouped_with_help", n=taken)
    for idea in said:
        titles = [say.quoted(plain(title_of(case, c))) for c in idea.about]
        about = (
            say("report.answers_to", what=", ".join(titles)) if titles else say("report.no_need")
        )
        if idea.room:
            about = f"{about} {say(f'report.room_{idea.room}')}"
        about = " ".join([about, *_lenses(idea, say)])
        yield from _note(idea, say, f"{about} {_joined(idea, say)}")


def _lenses(idea: Note, say: Words) -> Iterator[str]:
    """How an idea was looked at, where somebody has."""
    if idea.leap:
        yield say(f"report.idea_leap_{idea.leap}")
    if idea.size:
        yield say(f"report.idea_size_{idea.size}")
    if idea.renews:
        yield say(f"report.idea_renews_{idea.renews}")
    if idea.rule_change:
        yield say("report.idea_rules")
    if idea.technology:
        yield say("report.idea_technology", text=plain(idea.technology))


def kept_back(case: Case, say: Words) -> Iterator[str]:
    """What was hidden, parked, set aside or split, with the reason: it was said, too."""
    gone = sum(n.state == "taken_back" and n.part_of is None for n in case.notes.values())
    held = [n for n in case.notes.values() if n.state not in OPEN_STATES or n.parts]
    held = [n for n in held if n.state != "taken_back"]
    if not held and not gone:
        return
    yield f"## {say('report.kept_back')}"
    if gone:
        yield say("report.taken_back", n=gone)
    if held:
        yield say("report.kept_back_about")
    for note in held:
        what, state = say(f"report.what_{note.what}"), say(f"report.state_{note.state}")
        if note.parts:
            state = say("report.split", n=len(note.parts))
        reason = f": {plain(note.reason)}" if note.reason else ""
        yield from _note(note, say, f"{what}. {state}{reason}")


def _open(case: Case, what: NoteKind) -> list[Note]:
    """What stands for itself, each followed by the notes that say the same."""
    said = [n for n in case.notes.values() if n.what == what and n.state in OPEN_STATES]
    said = [n for n in said if n.counts]
    under = {n.id: [m for m in said if m.into == n.id] for n in said}
    return [n for upper in said if upper.into not in under for n in (upper, *under[upper.id])]


def _standing(case: Case, cluster: Cluster, say: Words) -> Iterator[str]:
    """Whether a cluster was kept back, and what was merged into it."""
    if cluster.state != "shown":
        reason = f": {plain(cluster.reason)}" if cluster.reason else ""
        yield f"{say(f'report.state_{cluster.state}')}{reason}"
    merged = [plain(c.title) for c in case.clusters.values() if c.into == cluster.id]
    if merged:
        yield say("report.merged_from", titles=", ".join(merged))


def _joined(note: Note, say: Words) -> str:
    """That a note lies under another, or is a part of one."""
    if note.into:
        return say("report.says_the_same")
    return say("report.part") if note.part_of else ""


def _notes(notes: Iterable[Note], say: Words) -> Iterator[str]:
    for note in notes:
        yield from _note(note, say, _joined(note, say))


def _note(note: Note, say: Words, more: str = "") -> Iterator[str]:
    """A note in full, where it came from, and its earlier wordings."""
    yield quote(note.text) or say("report.forgotten")
    yield f"{_source(note, say)}. {more}".rstrip()
    earlier = [plain(text) for text in note.originals if text]
    if earlier:
        yield f"{say('report.originally')} {' / '.join(earlier)}"


def _source(note: Note, say: Words) -> str:
    table_no = f", {say('report.table', n=note.table)}" if note.table else ""
    slip = f", {say('report.slip', n=note.number)}" if note.number else ""
    known = f". {say(f'report.evidence_{note.evidence}').rstrip('.')}" if note.evidence else ""
    return f"{say(f'report.origin_{note.origin}')}{table_no}{slip}, {moment(note.at, say)}{known}"


def _statement(statement: Statement, say: Words) -> str:
    key = "report.need_sentence_why" if statement.why else "report.need_sentence"
    who, what, why = (plain(t) for t in (statement.who, statement.what, statement.why))
    return say(key, who=who, what=what, why=why)
