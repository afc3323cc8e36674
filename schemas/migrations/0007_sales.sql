-- What servers and reps send besides: orders, refunds, contacts, stages, owners. These columns are read out of `props`
-- by the table itself, so that no other event pays for them on its way here.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS refund_id String MATERIALIZED if(type = 'refund', if(JSONExtractString(props, 'refundId') != '', JSONExtractString(props, 'refundId'), '#' || event_id), '') COMMENT 'the sender''s id of a refund, else made of the event''s',
    ADD COLUMN IF NOT EXISTS contact_channel LowCardinality(String) MATERIALIZED if(type = 'contact_logged', JSONExtractString(props, 'channel'), ''),
    ADD COLUMN IF NOT EXISTS contact_direction LowCardinality(String) MATERIALIZED if(type = 'contact_logged', JSONExtractString(props, 'direction'), ''),
    ADD COLUMN IF NOT EXISTS stage LowCardinality(String) MATERIALIZED if(type = 'stage_changed', JSONExtractString(props, 'stage'), '') COMMENT 'that somebody came to',
    ADD COLUMN IF NOT EXISTS owner LowCardinality(String) MATERIALIZED if(type = 'owner_assigned', JSONExtractString(props, 'owner'), '') COMMENT 'the rep who has charge from then on';

-- A purchase counts once per order and a refund once per refund, under whatever event ids a backend sends them again.
-- What a conversion and any other event is known by stays as it was: rows already written keep their place in the
-- table's order. A tuple as text quotes its parts, so that no two pairs of ids read alike.
ALTER TABLE events
    MODIFY COLUMN once_id String MATERIALIZED multiIf(
        type = 'conversion' AND order_id != '', '#conversion ' || order_id,
        type = 'purchase' AND order_id != '', '#purchase ' || order_id,
        type = 'refund', '#refund ' || toString((order_id, refund_id)),
        event_id);

-- The money of orders and refunds, each once for the whole site, whoever it was told of: in `events` an order that is
-- told of a visitor and of a person, or by the browser and by the shop's server, stands once for each. The server's
-- `purchase` wins over the browser's `conversion`; of several alike the first does, and of those that came in one
-- millisecond always the same one (the last 20 bits tell), so that no retry changes a sum.
CREATE TABLE IF NOT EXISTS sales
(
    site        LowCardinality(String),
    order_id    String,
    refund_id   String COMMENT 'empty for the order itself',
    event_id    String,
    type        LowCardinality(String),
    subject_id  String,
    visitor_id  String,
    person_id   String,
    ts          DateTime64(6, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    value_minor Int64 COMMENT 'negative for a refund',
    currency    LowCardinality(String),
    coupon      LowCardinality(String),
    keep        UInt64 MATERIALIZED bitShiftLeft(toUInt64(type = 'purchase'), 63)
        + bitShiftLeft(toUInt64(4398046511103 - toUnixTimestamp64Milli(received_at)), 20)
        + cityHash64(event_id, subject_id) % 1048576
)
ENGINE = ReplacingMergeTree(keep)
ORDER BY (site, order_id, refund_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- The orders of before.
INSERT INTO sales (site, order_id, refund_id, event_id, type, subject_id, visitor_id, person_id, ts, received_at, value_minor, currency, coupon)
SELECT site, order_id, '', event_id, type, subject_id, visitor_id, person_id, ts, received_at, value_minor, currency, coupon
FROM events FINAL
WHERE type = 'conversion' AND order_id != '';
