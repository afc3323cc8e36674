-- Of the subjects under which something is said of a person those count first of which a server or a rep said it: strangers who
-- name somebody from any number of browsers push out nobody's word.
ALTER TABLE first_subjects
    ADD COLUMN IF NOT EXISTS is_word SimpleAggregateFunction(max, UInt8) COMMENT 'an API key, a rep or a signed identity said so';
DROP VIEW IF EXISTS to_first_subjects;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_first_subjects TO first_subjects AS
SELECT site, person_id, subject_id, received_at AS heard_at, toUInt8(is_word) AS is_word
FROM personal_data
WHERE person_id != '';
INSERT INTO first_subjects
SELECT site, person_id, subject_id, min(received_at), max(toUInt8(is_word))
FROM personal_data
WHERE person_id != ''
GROUP BY site, person_id, subject_id;
