-- The records of a kind in force, by id: those that have all words and references, concern the site and lie within the
-- sites of whoever asks. Which ones is found in narrow columns first (sorting 100,000 records with the text that is
-- searched takes ten times as long), so that large records cost only those who get them; an answer of many large ones ends
-- early (`found` tells how many it would have had).
-- @json data, hidden
SELECT id, version, at, `by`, data, hidden, sites, found
FROM
(
    SELECT
        id, version, toUnixTimestamp64Milli(records.at) AS at, `by`, data, hidden, sites,
        count() OVER () AS found,
        sum(length(records.data)) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS bytes
    FROM
    (
        SELECT *
        FROM record_versions
        WHERE site = {site:String} AND kind = {kind:String} AND (id, version) IN
        (
            SELECT id, version
            FROM
            (
                SELECT id, version, deleted, refs, sites
                FROM record_versions
                WHERE site = {site:String} AND kind = {kind:String} AND id > {after:String}
                    AND (empty({refs:Array(String)}) OR id IN
                    (
                        SELECT id
                        FROM record_versions
                        WHERE site = {site:String} AND kind = {kind:String}
                            AND notEmpty({refs:Array(String)}) AND hasAll(refs, {refs:Array(String)})
                    ))
                ORDER BY id, version DESC, at, write_id
                LIMIT 1 BY id
            )
            WHERE NOT deleted
                AND (empty({refs:Array(String)}) OR hasAll(refs, {refs:Array(String)}))
                AND (empty({words:Array(String)}) OR (id, version) IN
                (
                    SELECT id, version
                    FROM record_versions
                    WHERE site = {site:String} AND kind = {kind:String} AND id > {after:String}
                        AND notEmpty({words:Array(String)})
                        AND arrayAll(word -> position(search, word) > 0, {words:Array(String)})
                ))
                AND ({concerning:String} = '' OR empty(sites) OR has(sites, {concerning:String}))
                AND (empty({within:Array(String)}) OR (notEmpty(sites) AND hasAll({within:Array(String)}, sites)))
            ORDER BY id
            LIMIT {limit:UInt32}
        )
        ORDER BY id, version DESC, at, write_id
        LIMIT 1 BY id
    ) AS records
)
WHERE bytes - length(data) < {bytes_max:UInt64}
ORDER BY id
