-- What these ids were ever seen together with, and every id that is one person with any of them now. Of claims and words as
-- many as tell whether they are too many; of decisions by hand all.
WITH
    own AS
    (
        SELECT person_id, canonical_id
        FROM person_ids FINAL
        WHERE site = {site:String} AND person_id IN {persons:Array(String)}
    ),
    around AS
    (
        SELECT arrayJoin({persons:Array(String)}) AS person_id
        UNION DISTINCT
        SELECT person_id
        FROM person_members FINAL
        WHERE site = {site:String} AND canonical_id IN (SELECT canonical_id FROM own)
    )
SELECT around.person_id AS person_id, pairs.other_id AS other_id, pairs.kind AS kind, pairs.is_joined AS is_joined, pairs.is_undecided AS is_undecided, pairs.decided_at AS decided_at
FROM around
LEFT JOIN
(
    SELECT person_id, other_id, kind, is_joined, is_undecided, toUnixTimestamp64Milli(ts) AS decided_at
    FROM identity_pairs FINAL
    WHERE site = {site:String} AND person_id IN (SELECT person_id FROM around)
    ORDER BY person_id, kind, other_id
    LIMIT {most:UInt32} BY person_id, kind, if(kind = 'hand', other_id, '')
) AS pairs ON pairs.person_id = around.person_id
