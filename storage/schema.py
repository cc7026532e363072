"""The tables and views of a Medspill file, as a history of named migrations."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from storage.asked_views import ASKED
from storage.kept_views import KEPT
from storage.note_views import TAKEN_BACK
from storage.tried_views import STOOD, TRIED

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

APPLICATION_ID: Final = 0x4D53504C
"""«MSPL»: tells a Medspill file from any other database."""
VERSION: Final = 11
"""How many migrations there are; kept in the file as its user_version."""

_FACTS: Final = """
CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    hall TEXT NOT NULL,
    at TEXT NOT NULL,
    case_id TEXT NOT NULL,
    gathering TEXT,
    command TEXT NOT NULL,
    digest TEXT,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    origin TEXT NOT NULL,
    sender TEXT NOT NULL,
    heads INTEGER,
    body TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TRIGGER facts_never_go BEFORE DELETE ON facts
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
WHEN NEW.words IS NOT '{}'
    OR (NEW.seq, NEW.id, NEW.hall, NEW.at, NEW.case_id, NEW.gathering, NEW.command, NEW.digest,
        NEW.kind, NEW.version, NEW.origin, NEW.sender, NEW.heads, NEW.body)
    IS NOT (OLD.seq, OLD.id, OLD.hall, OLD.at, OLD.case_id, OLD.gathering, OLD.command,
        OLD.digest, OLD.kind, OLD.version, OLD.origin, OLD.sender, OLD.heads, OLD.body)
BEGIN SELECT raise(ABORT, 'a fact never changes; its words can only be emptied'); END;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_CHOICES: Final = """
CREATE TABLE choices (
    vote TEXT NOT NULL,
    mark TEXT NOT NULL,
    picks TEXT NOT NULL,
    PRIMARY KEY (vote, mark)
) WITHOUT ROWID;
"""

_VIEWS: Final = """
CREATE VIEW standing AS
SELECT * FROM facts WHERE command NOT IN (
    SELECT json_extract(body, '$.withdrawn') FROM facts WHERE kind = 'command.withdrawn');

CREATE VIEW cases AS
SELECT case_id AS id, min(at) AS opened,
    (SELECT json_extract(d.words, '$.title') FROM standing d WHERE d.case_id = f.case_id
        AND d.kind IN ('case.opened', 'case.described') ORDER BY d.seq DESC LIMIT 1) AS title,
    count(*) AS facts
FROM facts f GROUP BY case_id;

CREATE VIEW notes AS
WITH written AS (
    SELECT json_extract(body, '$.note') AS id, * FROM standing WHERE kind = 'note.written'),
edited AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(words, '$.text') AS text, max(seq)
    FROM standing WHERE kind = 'note.edited' GROUP BY 1),
moderated AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.state') AS state,
        json_extract(words, '$.reason') AS reason, max(seq)
    FROM standing WHERE kind = 'note.moderated' GROUP BY 1),
clustered AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.cluster') AS cluster, max(seq)
    FROM standing WHERE kind = 'note.clustered' GROUP BY 1)
SELECT w.case_id, w.id, json_extract(w.body, '$.what') AS what,
    coalesce(edited.text, json_extract(w.words, '$.text')) AS text,
    coalesce(moderated.state, json_extract(w.body, '$.state')) AS state, moderated.reason,
    clustered.cluster, json_extract(w.body, '$.round') AS round,
    json_extract(w.body, '$.table') AS table_no, json_extract(w.body, '$.number') AS paper_no,
    w.origin, w.at
FROM written w LEFT JOIN edited USING (id) LEFT JOIN moderated USING (id)
    LEFT JOIN clustered USING (id);

CREATE VIEW needs AS SELECT * FROM notes WHERE what = 'need';
CREATE VIEW ideas AS SELECT * FROM notes WHERE what = 'idea';

CREATE VIEW clusters AS
WITH made AS (
    SELECT json_extract(body, '$.cluster') AS id, * FROM standing WHERE kind = 'cluster.made'),
renamed AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(words, '$.title') AS title, max(seq)
    FROM standing WHERE kind = 'cluster.renamed' GROUP BY 1),
stated AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(words, '$.who') AS who,
        json_extract(words, '$.what') AS what, json_extract(words, '$.why') AS why, max(seq)
    FROM standing WHERE kind = 'statement.written' GROUP BY 1)
SELECT made.case_id, made.id, coalesce(renamed.title, json_extract(made.words, '$.title')) AS title,
    json_extract(made.body, '$.round') AS round, stated.who, stated.what, stated.why
FROM made LEFT JOIN renamed USING (id) LEFT JOIN stated USING (id);

CREATE VIEW votes AS
SELECT c.case_id, json_extract(c.body, '$.vote') AS vote, c.at AS closed, count.key AS target,
    count.value AS dots
FROM standing c, json_each(c.body, '$.counts') count WHERE c.kind = 'vote.closed';

CREATE VIEW rounds AS
SELECT case_id, json_extract(body, '$.round') AS round,
    json_extract(body, '$.decision') AS decision,
    json_extract(words, '$.reason') AS reason, at FROM standing WHERE kind = 'round.decided';

CREATE VIEW actors AS
WITH known AS (
    SELECT json_extract(body, '$.actor') AS id, max(seq), * FROM standing
    WHERE kind IN ('actor.named', 'actor.changed', 'actor.removed') GROUP BY 1)
SELECT case_id, id, json_extract(words, '$.name') AS name,
    json_extract(body, '$.category') AS category, json_extract(body, '$.role') AS role,
    json_extract(body, '$.driver') AS driver
FROM known WHERE kind <> 'actor.removed';

CREATE VIEW fates AS
SELECT case_id, json_extract(body, '$.target') AS target, json_extract(body, '$.fate') AS fate,
    json_extract(words, '$.answer') AS answer, max(seq) AS seq
FROM standing WHERE kind = 'fate.given' GROUP BY case_id, 2;
"""

_SORTED: Final = """
DROP VIEW notes;
CREATE VIEW notes AS
WITH written AS (
    SELECT json_extract(body, '$.note') AS id, * FROM standing WHERE kind = 'note.written'),
edited AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(words, '$.text') AS text, max(seq)
    FROM standing WHERE kind = 'note.edited' GROUP BY 1),
moderated AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.state') AS state,
        json_extract(words, '$.reason') AS reason, max(seq)
    FROM standing WHERE kind = 'note.moderated' GROUP BY 1),
clustered AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.cluster') AS cluster, max(seq)
    FROM standing WHERE kind = 'note.clustered' GROUP BY 1),
merged AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.into') AS same_as, max(seq)
    FROM standing WHERE kind = 'note.merged' GROUP BY 1)
SELECT w.case_id, w.id, json_extract(w.body, '$.what') AS what,
    coalesce(edited.text, json_extract(w.words, '$.text')) AS text,
    coalesce(moderated.state, json_extract(w.body, '$.state')) AS state, moderated.reason,
    clustered.cluster, merged.same_as, json_extract(w.body, '$.part_of') AS part_of,
    json_extract(w.body, '$.round') AS round,
    json_extract(w.body, '$.table') AS table_no, json_extract(w.body, '$.number') AS paper_no,
    w.origin, w.at
FROM written w LEFT JOIN edited USING (id) LEFT JOIN moderated USING (id)
    LEFT JOIN clustered USING (id) LEFT JOIN merged USING (id);

DROP VIEW clusters;
CREATE VIEW clusters AS
WITH made AS (
    SELECT json_extract(body, '$.cluster') AS id, * FROM standing WHERE kind = 'cluster.made'),
renamed AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(words, '$.title') AS title, max(seq)
    FROM standing WHERE kind = 'cluster.renamed' GROUP BY 1),
moderated AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(body, '$.state') AS state,
        json_extract(words, '$.reason') AS reason, max(seq)
    FROM standing WHERE kind = 'cluster.moderated' GROUP BY 1),
merged AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(body, '$.into') AS merged_into
    FROM standing WHERE kind = 'cluster.merged'),
stated AS (
    SELECT json_extract(body, '$.cluster') AS id, json_extract(words, '$.who') AS who,
        json_extract(words, '$.what') AS what, json_extract(words, '$.why') AS why, max(seq)
    FROM standing WHERE kind = 'statement.written' GROUP BY 1)
SELECT made.case_id, made.id, coalesce(renamed.title, json_extract(made.words, '$.title')) AS title,
    coalesce(moderated.state, 'shown') AS state, moderated.reason, merged.merged_into,
    json_extract(made.body, '$.split_from') AS split_from,
    json_extract(made.body, '$.round') AS round, stated.who, stated.what, stated.why
FROM made LEFT JOIN renamed USING (id) LEFT JOIN moderated USING (id)
    LEFT JOIN merged USING (id) LEFT JOIN stated USING (id);
"""

_SCORED: Final = """
CREATE VIEW polls AS
SELECT c.case_id, json_extract(c.body, '$.poll') AS poll, c.at AS closed,
    json_extract(o.body, '$.what') AS what, json_extract(o.words, '$.title') AS title,
    item.key AS item, step.key AS step, step.value AS voices
FROM standing c JOIN standing o
    ON o.kind = 'poll.opened' AND json_extract(o.body, '$.poll') = json_extract(c.body, '$.poll'),
    json_each(c.body, '$.counts') item, json_each(item.value) step
WHERE c.kind = 'poll.closed';

CREATE VIEW fundamentals AS
WITH agreed AS (
    SELECT json_extract(body, '$.assessment') AS id, max(seq), * FROM standing
    WHERE kind = 'fundamentals.agreed' GROUP BY 1),
scored AS (
    SELECT case_id, id, at, json_extract(body, '$.round') AS round,
        json_extract(body, '$.scores.need') AS need, json_extract(body, '$.scores.value') AS value,
        json_extract(body, '$.scores.driver') AS driver,
        json_extract(body, '$.scores.team') AS team,
        json_extract(body, '$.scores.anchoring') AS anchoring
    FROM agreed)
SELECT *, need * value * driver * team * anchoring AS product FROM scored;

CREATE VIEW checklists AS
WITH agreed AS (
    SELECT max(seq), * FROM standing WHERE kind = 'checklist.agreed'
    GROUP BY json_extract(body, '$.review'), json_extract(body, '$.item'))
SELECT a.case_id, json_extract(a.body, '$.review') AS review, a.at,
    json_extract(b.body, '$.key') AS checklist, json_extract(b.words, '$.title') AS title,
    json_extract(a.body, '$.item') AS item, json_extract(a.body, '$.step') AS step,
    json_extract(a.words, '$.note') AS note, json_extract(a.words, '$.action') AS action,
    json_extract(a.words, '$.owner') AS owner
FROM agreed a JOIN standing b
    ON b.kind = 'review.begun'
    AND json_extract(b.body, '$.review') = json_extract(a.body, '$.review');
"""

_PEOPLE: Final = """
DROP VIEW actors;
CREATE VIEW actors AS
WITH known AS (
    SELECT json_extract(body, '$.actor') AS id, max(seq), * FROM standing
    WHERE kind IN ('actor.named', 'actor.changed', 'actor.removed') GROUP BY 1),
replied AS (
    SELECT json_extract(body, '$.actor') AS id, json_extract(body, '$.reply') AS reply, max(seq)
    FROM standing WHERE kind = 'invitation.replied' GROUP BY 1)
SELECT known.case_id, known.id, json_extract(known.words, '$.name') AS name,
    json_extract(known.body, '$.category') AS category, json_extract(known.body, '$.role') AS role,
    json_extract(known.body, '$.driver') AS driver, json_extract(known.body, '$.must') AS must,
    json_extract(known.body, '$.note') AS note, replied.reply
FROM known LEFT JOIN replied USING (id) WHERE known.kind <> 'actor.removed';

CREATE VIEW suggestions AS SELECT * FROM notes WHERE what = 'actor';
CREATE VIEW offers AS SELECT * FROM notes WHERE what = 'offer';
"""


_STEPS: Final = (
    ("m001_facts", _FACTS),
    ("m002_choices", _CHOICES),
    ("m003_views", _VIEWS),
    ("m004_sorting", _SORTED),
    ("m005_scored", _SCORED),
    ("m006_people", _PEOPLE),
    ("m007_taken_back", TAKEN_BACK),
    ("m008_tried", TRIED),
    ("m009_kept", KEPT),
    ("m010_stood", STOOD),
    ("m011_asked", ASKED),
)
"""The migrations in their order; none is ever changed, since files have been through them."""


def migrate(connection: "Connection") -> None:
    """Bring the file up to this version; each step is whole or not at all."""
    # sqlite-utils takes a tenth of a second to import, and is needed only here.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    steps = Migrations("medspill")

    for name, script in _STEPS:
        steps(name=name)(_step(script))
    steps.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _step(script: str) -> "Callable[[Database], None]":
    def run(db: "Database") -> None:
        _run(db, script)

    return run


def _run(db: "Database", script: str) -> None:
    """The statements of a script one by one, inside the transaction that is open."""
    from sqlite3 import complete_statement  # noqa: PLC0415

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            db.execute(statement)
            statement = ""
