-- What the collector adds to a browser's event: by which road it came, from which country and network, and what
-- speaks for a program rather than a person. All of it is empty for what servers send. Addresses are never stored.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS channel LowCardinality(String) COMMENT 'schemas/channels.ts; empty inside a visit',
    ADD COLUMN IF NOT EXISTS ad_click_param LowCardinality(String) COMMENT 'the parameter that the ad network added, such as gclid',
    ADD COLUMN IF NOT EXISTS ad_click_id String COMMENT 'its value, by which conversions are reported back to the network',
    ADD COLUMN IF NOT EXISTS country LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2',
    ADD COLUMN IF NOT EXISTS region LowCardinality(String) COMMENT 'state or province, in English',
    ADD COLUMN IF NOT EXISTS asn UInt32 COMMENT 'number of the network, 0 where it is not known',
    ADD COLUMN IF NOT EXISTS network LowCardinality(String) COMMENT 'who runs the network',
    ADD COLUMN IF NOT EXISTS bot_signals Array(LowCardinality(String)) COMMENT 'schemas/bot_signals.ts; empty: nothing speaks for a program';
