-- A decision by hand that was taken back: what claims and words say holds again, as if nobody had decided.
ALTER TABLE identity_pairs
    ADD COLUMN IF NOT EXISTS is_undecided Bool DEFAULT false COMMENT 'of a decision by hand: it was taken back' AFTER is_joined;
