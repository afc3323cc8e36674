-- What an event counts once by, what its personal data is kept under and which columns its facts have, the collector says
-- from now on (schemas/events/key.ts and each type's fields), so that a new type needs no migration for it. What a row does
-- not name the table makes as before: the rows that wait in a queue from before this migration mean what they meant.
ALTER TABLE events
    MODIFY COLUMN refund_id String DEFAULT if(type = 'refund', if(JSONExtractString(props, 'refundId') != '', JSONExtractString(props, 'refundId'), '#' || event_id), ''),
    MODIFY COLUMN contact_channel LowCardinality(String) DEFAULT if(type = 'contact_logged', JSONExtractString(props, 'channel'), ''),
    MODIFY COLUMN contact_direction LowCardinality(String) DEFAULT if(type = 'contact_logged', JSONExtractString(props, 'direction'), ''),
    MODIFY COLUMN stage LowCardinality(String) DEFAULT if(type = 'stage_changed', JSONExtractString(props, 'stage'), ''),
    MODIFY COLUMN owner LowCardinality(String) DEFAULT if(type = 'owner_assigned', JSONExtractString(props, 'owner'), '');

-- The table's order ends with it: its expression must stay word for word, so that rows of before keep their place.
ALTER TABLE events
    MODIFY COLUMN once_id String DEFAULT multiIf(
        type = 'conversion' AND order_id != '', '#conversion ' || order_id,
        type = 'purchase' AND order_id != '', '#purchase ' || order_id,
        type = 'refund', '#refund ' || toString((order_id, refund_id)),
        event_id);

-- Orders and refunds of before kept their personal data under their own key, and are found by it.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS event_key String DEFAULT if(
        type IN ('conversion', 'purchase', 'refund') AND order_id != '',
        concat('#', type, ' ', order_id, ' ', event_id),
        event_id) COMMENT 'the event_id of its rows in personal_data and visitor_persons';
