-- Two copies in one batch (a thank-you page that tells of its order twice) came in one millisecond: of those the first in
-- the batch is the first copy, whichever way they are stored. The microseconds of `ts` are the place. What is there
-- already keeps its larger number, and so goes on winning over what comes later.
ALTER TABLE events
    MODIFY COLUMN keep_first UInt64 MATERIALIZED 18446744073709551615 - (toUnixTimestamp64Milli(received_at) * 1024 + toUnixTimestamp64Micro(ts) % 1000);
ALTER TABLE personal_data
    MODIFY COLUMN keep_first UInt64 MATERIALIZED 18446744073709551615 - (toUnixTimestamp64Milli(received_at) * 1024 + toUnixTimestamp64Micro(ts) % 1000);
ALTER TABLE visitor_persons
    MODIFY COLUMN keep_first UInt64 MATERIALIZED 18446744073709551615 - (toUnixTimestamp64Milli(received_at) * 1024 + toUnixTimestamp64Micro(ts) % 1000);
