-- Under which subjects a server, a rep or a signed identity told of an order: of its money, of its changes, of what was said
-- of it. However many strangers tell of the same order, these are found.
CREATE TABLE IF NOT EXISTS order_words
(
    site       LowCardinality(String),
    order_id   String,
    subject_id String
)
ENGINE = ReplacingMergeTree
ORDER BY (site, order_id, subject_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
INSERT INTO order_words
SELECT DISTINCT site, order_id, subject_id
FROM events
WHERE order_id != '' AND is_word;

-- Read model: a row for each order as it is by now, made anew whenever something comes that is about it. Times are
-- milliseconds, money is minor units.
CREATE TABLE IF NOT EXISTS orders
(
    site             LowCardinality(String),
    order_id         String,
    version          UInt64 COMMENT 'when it was worked out, in microseconds',
    is_deleted       UInt8 DEFAULT 0,
    is_told          Bool COMMENT 'false where there are refunds of it, or what was done with it, and nobody has told of it yet',
    person_id        String COMMENT 'as it was told, under any of their ids; empty where nobody is known',
    ts               Int64 COMMENT 'when it was placed',
    status           LowCardinality(String) COMMENT 'placed, partly_refunded, refunded or cancelled',
    value_minor      Int64 COMMENT 'gross: as it was changed last; no refund changes it',
    currency         LowCardinality(String),
    refunded_minor   Int64 COMMENT 'in its own currency',
    refunds_minor    Map(String, Int64) COMMENT 'in each currency that was given back',
    refund_ids       Array(String),
    refund_times     Array(Int64),
    refund_values    Array(Int64),
    refund_currencies Array(LowCardinality(String)),
    refund_reasons   Array(String),
    coupon           LowCardinality(String),
    revision         Int64 COMMENT 'of the change that is in force; -1 for none',
    changed_at       Int64,
    cancelled_at     Int64,
    reps             Array(LowCardinality(String)),
    instructions     String,
    lines            String COMMENT 'as they were told, JSON',
    line_products    Array(String),
    line_names       Array(String),
    line_quantities  Array(Float64),
    line_values      Array(Int64) COMMENT 'what was paid for each line: price times quantity, without its discount',
    line_refunds     Array(Int64) COMMENT 'what was given back of it: as the refunds say, else by its part of the order',
    rating           Nullable(Float64),
    rating_max       Nullable(Float64),
    feedback         String,
    feedback_at      Int64,
    search           String COMMENT 'its id, products, reps and instructions, folded'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (site, order_id)
SETTINGS index_granularity = 1024;

-- What a customer bought, apart from what they were given back.
ALTER TABLE people
    ADD COLUMN IF NOT EXISTS gross_minor Map(String, Int64),
    ADD COLUMN IF NOT EXISTS refunds_minor Map(String, Int64),
    ADD COLUMN IF NOT EXISTS first_purchase_at Int64,
    ADD COLUMN IF NOT EXISTS last_purchase_at Int64;
