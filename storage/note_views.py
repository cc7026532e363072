"""The readable face of notes, as it is since one can take back what one wrote."""

from typing import Final

TAKEN_BACK: Final = """
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
taken AS (
    SELECT DISTINCT json_extract(body, '$.note') AS id, 1 AS back
    FROM standing WHERE kind = 'note.taken_back'),
merged AS (
    SELECT json_extract(body, '$.note') AS id, json_extract(body, '$.into') AS same_as, max(seq)
    FROM standing WHERE kind = 'note.merged' GROUP BY 1)
SELECT w.case_id, w.id, json_extract(w.body, '$.what') AS what,
    CASE WHEN taken.back THEN '' ELSE coalesce(edited.text, json_extract(w.words, '$.text')) END
        AS text,
    CASE WHEN taken.back THEN 'taken_back'
        ELSE coalesce(moderated.state, json_extract(w.body, '$.state')) END AS state,
    moderated.reason,
    clustered.cluster, merged.same_as, json_extract(w.body, '$.part_of') AS part_of,
    json_extract(w.body, '$.round') AS round,
    json_extract(w.body, '$.table') AS table_no, json_extract(w.body, '$.number') AS paper_no,
    w.origin, w.at
FROM written w LEFT JOIN edited USING (id) LEFT JOIN moderated USING (id)
    LEFT JOIN clustered USING (id) LEFT JOIN merged USING (id) LEFT JOIN taken USING (id);
"""
