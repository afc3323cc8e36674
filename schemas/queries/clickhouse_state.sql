-- Which ClickHouse this is, and for how long it has run.
SELECT version() AS version, uptime() AS uptime_s
