-- Which contact was corrected, and when it took place by what is known now.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS contact_id String DEFAULT '' COMMENT 'of the contact_logged that is corrected',
    ADD COLUMN IF NOT EXISTS contact_revision Int64 DEFAULT 0,
    ADD COLUMN IF NOT EXISTS contact_at Int64 DEFAULT 0 COMMENT 'when it took place, in milliseconds; 0 where that was right';
