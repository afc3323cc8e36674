-- What is to be done next for a person, when and by whom: set by an event of its own or with a logged contact, known by its id.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS step_id String DEFAULT '' COMMENT 'of the next step that is set or done',
    ADD COLUMN IF NOT EXISTS step_at Int64 DEFAULT 0 COMMENT 'when it is due, in milliseconds',
    ADD COLUMN IF NOT EXISTS step_rep LowCardinality(String) DEFAULT '' COMMENT 'who does it; empty for whoever has charge of the person';
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS next_step String DEFAULT '' COMMENT 'what is to be done';
-- Those that are open, the earliest first, and the contacts that there were.
ALTER TABLE people
    ADD COLUMN IF NOT EXISTS step_ids Array(String),
    ADD COLUMN IF NOT EXISTS step_times Array(Int64) COMMENT 'when each is due',
    ADD COLUMN IF NOT EXISTS step_texts Array(String),
    ADD COLUMN IF NOT EXISTS step_reps Array(LowCardinality(String)),
    ADD COLUMN IF NOT EXISTS contacts UInt64 COMMENT 'calls, visits and meetings that reps have logged',
    ADD COLUMN IF NOT EXISTS last_contact_at Int64 COMMENT '0 for none';
