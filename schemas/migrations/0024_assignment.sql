-- By which forms people came, for rules that ask for them.
ALTER TABLE people
    ADD COLUMN IF NOT EXISTS forms Array(String) COMMENT 'ids of those they submitted, else their names';
