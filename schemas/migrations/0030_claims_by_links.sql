-- What was told of clicks of late is found without reading all of it.
ALTER TABLE clicks_evidence
    ADD INDEX IF NOT EXISTS by_arrival received_at TYPE minmax GRANULARITY 1;
