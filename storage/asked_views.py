"""The view of what was asked and answered, with the words that people read."""

from typing import Final

ASKED: Final = """
DROP VIEW polls;
CREATE VIEW polls AS
WITH called AS (
    SELECT id, title AS text FROM clusters
    UNION ALL SELECT id, text FROM notes
    UNION ALL SELECT id, title FROM sketches)
SELECT c.case_id, json_extract(c.body, '$.poll') AS poll, c.at AS closed,
    json_extract(o.body, '$.what') AS what,
    coalesce(json_extract(o.body, '$.form'), 'steps') AS form,
    json_extract(o.words, '$.title') AS title,
    item.key AS item,
    coalesce(nullif(json_extract(o.words, '$.texts[' || i.key || ']'), ''), called.text)
        AS item_text,
    step.key AS step,
    nullif(json_extract(o.words, '$.labels[' || s.key || ']'), '') AS step_text,
    step.value AS voices
FROM standing c
    JOIN standing o ON o.kind = 'poll.opened'
        AND json_extract(o.body, '$.poll') = json_extract(c.body, '$.poll')
    JOIN json_each(c.body, '$.counts') item
    JOIN json_each(item.value) step
    LEFT JOIN json_each(o.body, '$.items') i ON i.value = item.key
    LEFT JOIN json_each(o.body, '$.steps') s ON s.value = step.key
    LEFT JOIN called ON called.id = json_extract(o.body, '$.about[' || i.key || ']')
WHERE c.kind = 'poll.closed';
"""
