-- What somebody agreed to, refused and withdrew: by events of their own, and by boxes of forms that they ticked, whose sentence
-- is told. Nothing of it is ever overwritten; `is_current` marks what counts of each purpose by now. The ids are found out
-- before (`person_resolved.sql`). A claim that agrees never counts where a word has said anything of the purpose. With `owners` nothing where none of these has charge of the person.
WITH
    spans AS
    (
        SELECT
            visitor_id,
            tie.3 AS person_id,
            if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since
        FROM
        (
            SELECT visitor_id, arraySort(groupArray((ts, event_id, person_id))) AS ties
            FROM visitor_persons FINAL
            PREWHERE site = {site:String} AND visitor_id IN {subject_ids:Array(String)}
            GROUP BY visitor_id
        )
        ARRAY JOIN ties AS tie, arrayEnumerate(ties) AS position
    ),
    retracted AS
    (
        SELECT target
        FROM retractions FINAL
        PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        WHERE person_id IN {member_ids:Array(String)}
        GROUP BY target
        HAVING NOT argMax(is_restored, (ts, event_id))
    ),
    said AS
    (
        SELECT
            acts.event_id AS event_id,
            acts.ts AS ts,
            acts.type AS type,
            acts.is_word AS is_word,
            acts.url AS url,
            acts.form_name AS form,
            acts.props AS props,
            personal.message AS message,
            personal.consents AS consents
        FROM
        (
            SELECT subject_id, event_id, event_key, ts, type, is_word, person_id, url, if(form_name = '', form_id, form_name) AS form_name, props
            FROM events FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
            WHERE type IN ('consent', 'form_submit') AND event_id NOT IN (SELECT target FROM retracted)
        ) AS acts
        LEFT JOIN
        (
            SELECT subject_id, event_id, message, consents
            FROM personal_data FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
        ) AS personal ON personal.subject_id = acts.subject_id AND personal.event_id = acts.event_key
        ASOF LEFT JOIN spans AS span ON span.visitor_id = acts.subject_id AND span.since <= acts.ts
        WHERE if(acts.person_id = '', span.person_id, acts.person_id) IN {member_ids:Array(String)}
            AND (acts.type = 'consent' OR notEmpty(personal.consents))
            AND (empty({owners:Array(String)})
                OR (notEmpty({person_owners:Array(String)}) AND hasAll({owners:Array(String)}, {person_owners:Array(String)})))
    )
SELECT
    event_id,
    toUnixTimestamp64Milli(said.ts) AS ts,
    purpose,
    choice,
    wording,
    text,
    version,
    source,
    rep,
    url,
    is_word,
    toBool(row_number() OVER (PARTITION BY purpose, if(purpose = '', wording, '') ORDER BY is_overruled, said.ts DESC, event_id DESC) = 1) AS is_current
FROM
(
    SELECT
        *,
        NOT is_word AND choice = 'granted' AND max(is_word) OVER (PARTITION BY purpose, if(purpose = '', wording, '')) AS is_overruled
    FROM
    (
        SELECT
            said.*,
            JSONExtractString(props, 'purpose') AS purpose,
            JSONExtractString(props, 'choice') AS choice,
            message AS wording,
            JSONExtractString(props, 'text') AS text,
            JSONExtractUInt(props, 'version') AS version,
            -- how it was taken down, only those tell who took it
            if(is_word, JSONExtractString(props, 'source'), '') AS source,
            if(is_word, JSONExtractString(props, 'rep'), '') AS rep
        FROM said
        WHERE type = 'consent'
        UNION ALL
        SELECT said.*, '' AS purpose, 'granted' AS choice, agreed AS wording, '' AS text, 0 AS version, form AS source, '' AS rep
        FROM said
        ARRAY JOIN consents AS agreed
        WHERE type = 'form_submit'
    )
) AS said
ORDER BY ts DESC, event_id, wording
LIMIT 1000
SETTINGS max_threads = 1, join_algorithm = 'hash', compile_expressions = 0
