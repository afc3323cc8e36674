-- Events of one batch that share a millisecond keep their order: the microseconds of `ts` are the place in the batch.
ALTER TABLE events
    MODIFY COLUMN ts DateTime64(6, 'UTC') COMMENT 'when it happened, corrected for the sender''s clock, in milliseconds; the rest is the place in the batch';
ALTER TABLE personal_data MODIFY COLUMN ts DateTime64(6, 'UTC');
ALTER TABLE visitor_persons MODIFY COLUMN ts DateTime64(6, 'UTC');
ALTER TABLE person_links MODIFY COLUMN ts DateTime64(6, 'UTC');

-- A view keeps the types that its columns had when it was made.
CREATE OR REPLACE VIEW visitor_spans AS
SELECT
    site,
    visitor_id,
    tie.3 AS person_id,
    if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since
FROM
(
    SELECT site, visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS ties
    FROM visitor_persons FINAL
    GROUP BY site, visitor_id
)
ARRAY JOIN ties AS tie, arrayEnumerate(ties) AS position;
