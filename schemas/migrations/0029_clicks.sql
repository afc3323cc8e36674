-- Whom the links of a campaign (else one link) were made for, and whom a mail tool said that it had sent to: personal data, which
-- makes nobody a person of the lists.
CREATE TABLE IF NOT EXISTS link_recipients
(
    site      LowCardinality(String),
    mailing   String COMMENT 'the campaign, else the link',
    recipient String COMMENT 'a person_id, whether there is such a person or not',
    email     String,
    customer  String,
    is_claim  Bool COMMENT 'an address said so that was not sealed',
    made_at   DateTime64(3, 'UTC'),
    keep      UInt64 MATERIALIZED bitShiftLeft(toUInt64(NOT is_claim), 63) + 4398046511103 - toUnixTimestamp64Milli(made_at)
)
ENGINE = ReplacingMergeTree(keep)
ORDER BY (site, mailing, recipient)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;

-- The clicks of tracked links, in the order in which a link's are read, and what speaks for a person behind each: filled from
-- raw rows, as `npm run rebuild` does.
CREATE TABLE IF NOT EXISTS clicks
(
    site         LowCardinality(String),
    link         String,
    click_id     String,
    ts           DateTime64(3, 'UTC'),
    received_at  DateTime64(3, 'UTC'),
    campaign     String,
    url          String COMMENT 'where it led',
    referrer     String,
    method       LowCardinality(String),
    purpose      LowCardinality(String) COMMENT 'what the request said that it is for, such as prefetch',
    agent        LowCardinality(String),
    browser      LowCardinality(String),
    os           LowCardinality(String),
    device       LowCardinality(String),
    language     LowCardinality(String),
    country      LowCardinality(String),
    region       LowCardinality(String),
    asn          UInt32,
    network      LowCardinality(String),
    address_hash String COMMENT 'of the address, another one each day',
    recipient    String COMMENT 'the person_id of whom the link was made for, known or not',
    message      String COMMENT 'what went to one recipient in one campaign',
    is_team      Bool COMMENT 'own traffic: a test send',
    bot_signals  Array(LowCardinality(String)),
    keep_first   UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at)
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, link, click_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_clicks TO clicks AS
SELECT
    site, JSONExtractString(props, 'link') AS link, event_id AS click_id, ts, received_at,
    JSONExtractString(props, 'campaign') AS campaign, url, referrer,
    JSONExtractString(props, 'method') AS method, JSONExtractString(props, 'purpose') AS purpose, JSONExtractString(props, 'agent') AS agent,
    browser, os, device, language, country, region, asn, network,
    JSONExtractString(props, 'addressHash') AS address_hash,
    JSONExtractString(props, 'recipient') AS recipient, JSONExtractString(props, 'message') AS message, is_team, bot_signals
FROM events
WHERE type = 'click';

CREATE TABLE IF NOT EXISTS clicks_evidence
(
    site        LowCardinality(String),
    click_id    String,
    event_id    String,
    visitor_id  String,
    ts          DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    kind        LowCardinality(String),
    is_trusted  Bool,
    keep_first  UInt64 MATERIALIZED 18446744073709551615 - toUnixTimestamp64Milli(received_at)
)
ENGINE = ReplacingMergeTree(keep_first)
ORDER BY (site, click_id, event_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 1000;
CREATE MATERIALIZED VIEW IF NOT EXISTS to_clicks_evidence TO clicks_evidence AS
SELECT
    site, JSONExtractString(props, 'click') AS click_id, event_id, visitor_id, ts, received_at,
    JSONExtractString(props, 'kind') AS kind, JSONExtractBool(props, 'trusted') AS is_trusted
FROM events
WHERE type = 'click_evidence';
INSERT INTO clicks_evidence
SELECT
    site, JSONExtractString(props, 'click'), event_id, visitor_id, ts, received_at,
    JSONExtractString(props, 'kind'), JSONExtractBool(props, 'trusted')
FROM events
WHERE type = 'click_evidence';
