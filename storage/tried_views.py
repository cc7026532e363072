"""Views of what was tried, learnt, decided and promised, for whoever opens the file to read it."""

from typing import Final

TRIED: Final = """
CREATE VIEW sketches AS
WITH known AS (
    SELECT json_extract(body, '$.sketch') AS id, max(seq), words, case_id FROM standing
    WHERE kind IN ('sketch.made', 'sketch.changed') GROUP BY 1)
SELECT known.case_id, known.id, json_extract(known.words, '$.title') AS title,
    json_extract(known.words, '$.text') AS text, json_extract(made.body, '$.round') AS round
FROM known JOIN standing made
    ON made.kind = 'sketch.made' AND json_extract(made.body, '$.sketch') = known.id;

CREATE VIEW tests AS
WITH planned AS (
    SELECT json_extract(body, '$.test') AS id, * FROM standing WHERE kind = 'test.planned'),
card AS (
    SELECT json_extract(body, '$.test') AS id, max(seq), words, body FROM standing
    WHERE kind IN ('test.planned', 'test.changed') GROUP BY 1),
begun AS (
    SELECT json_extract(body, '$.test') AS id, min(at) AS started FROM standing
    WHERE kind IN ('test.started', 'test.recorded') GROUP BY 1),
ended AS (
    SELECT json_extract(body, '$.test') AS id, max(seq), at AS recorded,
        json_extract(words, '$.result') AS result, json_extract(body, '$.hit') AS hit,
        json_extract(body, '$.testers') AS counted
    FROM standing WHERE kind = 'test.recorded' GROUP BY 1)
SELECT p.case_id, p.id, json_extract(p.body, '$.sketch') AS sketch, s.title,
    json_extract(p.body, '$.round') AS round, json_extract(card.words, '$.believe') AS believe,
    json_extract(card.words, '$.right_if') AS right_if,
    json_extract(card.words, '$.wrong_if') AS wrong_if,
    json_extract(card.words, '$.place') AS place, json_extract(card.body, '$.homes') AS homes,
    begun.started, ended.recorded, ended.result, ended.hit, ended.counted
FROM planned p JOIN card USING (id) LEFT JOIN begun USING (id) LEFT JOIN ended USING (id)
    LEFT JOIN sketches s ON s.id = json_extract(p.body, '$.sketch');

-- Sums only: with fewer than five answers even they could tell what somebody said.
CREATE VIEW tester_answers AS
WITH heard AS (
    SELECT json_extract(body, '$.tester') AS id, max(seq), case_id,
        json_extract(body, '$.test') AS test, json_extract(body, '$.has_need') AS has_need,
        json_extract(body, '$.hit') AS hit
    FROM standing WHERE kind IN ('tester.heard', 'tester.mended') GROUP BY 1)
SELECT case_id, test, count(*) AS answers, sum(has_need) AS with_need,
    CASE WHEN count(hit) >= 5 THEN count(hit) FILTER (WHERE hit = 'yes') END AS hit_yes,
    CASE WHEN count(hit) >= 5 THEN count(hit) FILTER (WHERE hit = 'partly') END AS hit_partly,
    CASE WHEN count(hit) >= 5 THEN count(hit) FILTER (WHERE hit = 'no') END AS hit_no
FROM heard GROUP BY case_id, test;

CREATE VIEW learnings AS
SELECT case_id, json_extract(body, '$.learning') AS id, json_extract(body, '$.round') AS round,
    json_extract(body, '$.about') AS about, json_extract(body, '$.sketch') AS sketch,
    json_extract(words, '$.believed') AS believed, json_extract(words, '$.saw') AS saw,
    json_extract(words, '$.learnt') AS learnt, json_extract(words, '$.therefore') AS therefore, at
FROM standing WHERE kind = 'learning.written';

CREATE VIEW adjustments AS
SELECT case_id, json_extract(body, '$.adjustment') AS id,
    json_extract(body, '$.learning') AS learning, json_extract(body, '$.round') AS round,
    json_extract(body, '$.target') AS target, json_extract(words, '$.text') AS text, at
FROM standing WHERE kind = 'adjustment.made';

CREATE VIEW decisions AS
SELECT case_id, json_extract(body, '$.decision') AS id, json_extract(body, '$.result') AS result,
    json_extract(words, '$.body') AS decided_by, json_extract(body, '$.day') AS day,
    json_extract(words, '$.case_no') AS case_no, json_extract(words, '$.text') AS text, at
FROM standing WHERE kind = 'decision.made';

CREATE VIEW pledges AS
WITH known AS (
    SELECT json_extract(body, '$.pledge') AS id, max(seq), kind, case_id, body, words FROM standing
    WHERE kind IN ('pledge.made', 'pledge.removed') GROUP BY 1),
looked AS (
    SELECT json_extract(body, '$.pledge') AS id, max(seq), json_extract(body, '$.kept') AS kept
    FROM standing WHERE kind = 'pledge.looked_at' GROUP BY 1)
SELECT known.case_id, known.id, json_extract(known.words, '$.who') AS who,
    json_extract(known.words, '$.text') AS text, json_extract(known.body, '$.due') AS due,
    looked.kept
FROM known LEFT JOIN looked USING (id) WHERE known.kind <> 'pledge.removed';
"""

STOOD: Final = """
DROP VIEW pledges;
CREATE VIEW pledges AS
WITH known AS (
    SELECT json_extract(body, '$.pledge') AS id, max(seq), kind, case_id, body, words FROM standing
    WHERE kind IN ('pledge.made', 'pledge.removed') GROUP BY 1),
looked AS (
    SELECT json_extract(body, '$.pledge') AS id, max(seq), json_extract(body, '$.kept') AS kept
    FROM standing WHERE kind = 'pledge.looked_at' GROUP BY 1)
SELECT known.case_id, known.id, json_extract(known.words, '$.who') AS who,
    json_extract(known.words, '$.text') AS text, json_extract(known.body, '$.due') AS due,
    looked.kept, coalesce(json_extract(known.body, '$.stand'), 'promise') AS stand
FROM known LEFT JOIN looked USING (id) WHERE known.kind <> 'pledge.removed';
"""
"""Pledges with what kind of word they are."""
