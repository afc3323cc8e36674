-- How long and how far a page was read: told by `page_leave`, each time for the stretch since the one before.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS page_view_id String COMMENT 'the page_view that a page_leave ends',
    ADD COLUMN IF NOT EXISTS engaged_ms UInt32 COMMENT 'visible and in focus since the page_leave before',
    ADD COLUMN IF NOT EXISTS scroll_percent UInt8 COMMENT 'the deepest of the page view so far';

-- What a form says besides who filled it in.
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS message String,
    ADD COLUMN IF NOT EXISTS consents Array(String) COMMENT 'the check boxes of consent that were ticked';
