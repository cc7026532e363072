"""Views of what is kept beside the evenings, for whoever opens the file to read it."""

from typing import Final

KEPT: Final = """
CREATE VIEW entries AS
WITH known AS (
    SELECT json_extract(body, '$.entry') AS id, max(seq), kind, case_id, body, words FROM standing
    WHERE kind IN ('entry.written', 'entry.removed') GROUP BY 1),
ticked AS (
    SELECT json_extract(body, '$.entry') AS id, max(seq), json_extract(body, '$.done') AS done
    FROM standing WHERE kind = 'entry.ticked' GROUP BY 1)
SELECT known.case_id, known.id, json_extract(known.body, '$.list') AS list,
    json_extract(known.words, '$.text') AS text, json_extract(known.words, '$.who') AS who,
    json_extract(known.body, '$.due') AS due, json_extract(known.body, '$.amount') AS amount,
    ticked.done
FROM known LEFT JOIN ticked USING (id) WHERE known.kind <> 'entry.removed';

CREATE VIEW plans AS
SELECT case_id, json_extract(words, '$.goal') AS goal, json_extract(body, '$.year') AS year,
    json_extract(body, '$.cost') AS cost, json_extract(words, '$.owner') AS owner,
    json_extract(words, '$.place') AS place, json_extract(words, '$.needed') AS needed,
    json_extract(words, '$.adapt') AS adapt, max(seq) AS seq
FROM standing WHERE kind = 'case.placed' GROUP BY case_id;

CREATE VIEW benefits AS
WITH measured AS (
    SELECT json_extract(body, '$.benefit') AS id, max(seq),
        json_extract(words, '$.measured') AS measured
    FROM standing WHERE kind = 'benefit.measured' GROUP BY 1)
SELECT e.case_id, json_extract(e.body, '$.benefit') AS id, json_extract(e.words, '$.text') AS text,
    json_extract(e.words, '$.owner') AS owner, json_extract(e.words, '$.baseline') AS baseline,
    json_extract(e.words, '$.target') AS target, json_extract(e.body, '$.due') AS due,
    measured.measured
FROM standing e LEFT JOIN measured ON measured.id = json_extract(e.body, '$.benefit')
WHERE e.kind = 'benefit.expected';

CREATE VIEW applications AS
WITH applied AS (
    SELECT json_extract(body, '$.application') AS id, max(seq), case_id, body, words FROM standing
    WHERE kind = 'fund.applied' GROUP BY 1),
answered AS (
    SELECT json_extract(body, '$.application') AS id, max(seq),
        json_extract(body, '$.granted') AS granted, json_extract(body, '$.amount') AS given,
        json_extract(words, '$.text') AS answer
    FROM standing WHERE kind = 'fund.answered' GROUP BY 1),
reported AS (
    SELECT json_extract(body, '$.application') AS id, max(seq),
        json_extract(body, '$.spent') AS spent, json_extract(words, '$.text') AS report
    FROM standing WHERE kind = 'fund.reported' GROUP BY 1)
SELECT applied.case_id, applied.id, json_extract(applied.body, '$.fund') AS fund,
    json_extract(applied.body, '$.amount') AS amount,
    json_extract(applied.words, '$.text') AS text,
    answered.granted, answered.given, answered.answer, reported.spent, reported.report
FROM applied LEFT JOIN answered USING (id) LEFT JOIN reported USING (id);
"""
