-- The rows of `people` for persons whose ids were found out before (`persons_resolved.sql`), worked out from raw events: who
-- they are, what they did and what brought them. Told of each attribute is the newest word, else the newest claim that says
-- more than a part of another. Orders and their money are told as `orders` has them: each once on the whole site, with one
-- person. The first touch is the earliest arrival of the 90 days before the latest event, the last touch the latest one that
-- somebody else brought about. PREWHERE has keys alone, since what FINAL decides about copies may depend on no other column.
WITH
    (text -> replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFKD(text), '\\p{Mn}', '')), 'ı', 'i')) AS fold,
    (text -> splitByRegexp('[^\\p{L}\\p{N}]+', fold(text))) AS words_of,
    -- each once, words before claims; of somebody with more than so many, strangers may have said most
    (values -> arrayDistinct(arrayMap(value -> value.2, arraySort(values)))) AS ranked,
    -- more than any JSON can tell is nobody's money
    (amounts -> mapApply((currency, value) -> (currency, toInt64(greatest(least(value, 9007199254740991), -9007199254740991))), amounts)) AS bounded,
    (values -> arraySort(arraySlice(ranked(values), 1, 100))) AS listed,
    -- The person that an id of theirs stands for. Each list of ids costs ClickHouse as much to plan as its rows to read: so they
    -- are as few and as short as can be, and what is found of others is left out at the end.
    (id -> transform(id, {moved_ids:Array(String)}, {moved_persons:Array(String)}, id)) AS person_of,
    -- of the words the newest; of claims the newest that is not a part of what another says
    (values -> if(arrayExists(value -> value.is_word, values),
        arrayFirst(value -> value.is_word, values).text,
        arrayFirst(
            value -> NOT arrayExists(
                other -> length(other.words) > length(value.words) AND hasAll(other.words, value.words), values),
            values).text)) AS told,
    -- each with its person, since an id may be somebody else's, too
    (
        SELECT (groupArray(concat(person, ' ', target)), groupArray(1))
        FROM
        (
            SELECT person_of(person_id) AS person, target
            FROM retractions FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
            GROUP BY person, target
            HAVING NOT argMax(is_restored, (ts, event_id))
        )
    ) AS retracted,
    -- looked up, not searched for: of an import that is undone they are as many as its rows
    (key -> transform(key, retracted.1, retracted.2, 0) = 1) AS is_target,
    ((person, event_id, import_id) -> notEmpty(retracted.1)
        AND (is_target(concat(person, ' ', event_id)) OR is_target(concat(person, ' #', import_id)))) AS is_retracted,
    ties AS
    (
        SELECT
            visitor_id,
            person_of(tie.3) AS person,
            tie.1 AS tied_at,
            tie.4 AS tie_heard_at,
            if(position = 1, toDateTime64(0, 6, 'UTC'), tie.1) AS since
        FROM
        (
            SELECT visitor_id, arraySort(groupArray((ts, event_id, person_id, received_at))) AS all
            FROM visitor_persons FINAL
            PREWHERE site = {site:String} AND visitor_id IN {visitor_ids:Array(String)}
            GROUP BY visitor_id
        )
        ARRAY JOIN all AS tie, arrayEnumerate(all) AS position
    ),
    said AS
    (
        SELECT
            person, ts, received_at, subject_id, event_id, is_word, is_known, next_step, email, phone, customer,
            if(gone, '', told_name) AS name, if(gone, '', told_company) AS company, email_kind, email_domain,
            mapUpdate(
                mapFilter((key, value) -> value != '', map('email', email, 'name', name, 'phone', phone, 'company', company)),
                if(gone, CAST(map(), 'Map(String, String)'), CAST(told_attributes, 'Map(String, String)'))) AS attributes
        FROM
        (
            SELECT
                person_of(person_id) AS person,
                ts, received_at, subject_id, event_id, is_word, next_step, email, phone, customer, name AS told_name,
                company AS told_company, email_kind, email_domain, attributes AS told_attributes,
                is_retracted(person, event_id, import_id) AS gone,
                toBool(max(NOT gone AND (email != '' OR phone != '' OR customer != '')) OVER (PARTITION BY person)) AS is_known
            FROM personal_data FINAL
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
            WHERE person_id IN {member_ids:Array(String)}
        )
        -- Who is known by nothing but what was retracted goes on being known by it as long as anything else was done with them.
        WHERE NOT gone OR NOT is_known
    ),
    identities AS
    (
        SELECT
            person,
            any(is_known) AS is_known,
            -- what was told long after it is said to have been makes nobody known earlier, unless it is how they became known
            min(received_at) AS heard_at,
            argMin(ts, (received_at, ts)) AS heard_first,
            least(ifNull(minOrNullIf(ts, is_word OR received_at <= ts + INTERVAL 10 MINUTE), heard_first), heard_first) AS captured_at,
            -- of the e-mail address that is told
            argMaxIf((email_kind, email_domain), (is_word, ts, event_id), email != '') AS email_facts,
            groupUniqArrayIf(5000)((NOT is_word, email), email != '') AS emails,
            groupUniqArrayIf(5000)((NOT is_word, phone), phone != '') AS phones,
            groupUniqArrayIf(5000)((NOT is_word, customer), customer != '') AS customers,
            groupUniqArrayIf(5000)((NOT is_word, name), name != '') AS names,
            groupUniqArrayIf(5000)((NOT is_word, company), company != '') AS companies,
            groupArrayIf(5000)((subject_id, event_id, next_step), next_step != '') AS step_texts
        FROM said
        GROUP BY person
        -- an id that somebody made up is nobody's
        HAVING notEmpty(emails) OR notEmpty(phones) OR notEmpty(customers)
    ),
    attributed AS
    (
        SELECT person, mapFromArrays(groupArray(attribute), groupArray(value)) AS attributes
        FROM
        (
            SELECT person, attribute, told(arraySlice(arrayReverseSort(value -> (value.is_word, value.at), groupArray(value)), 1, 50)) AS value
            FROM
            (
                SELECT
                    person,
                    attribute,
                    CAST((max((ts, event_id)), text, is_word, arrayDistinct(words_of(text))),
                        'Tuple(at Tuple(DateTime64(6, \'UTC\'), String), text String, is_word Bool, words Array(String))') AS value
                FROM said
                ARRAY JOIN mapKeys(attributes) AS attribute, mapValues(attributes) AS text
                GROUP BY person, attribute, text, is_word
            )
            GROUP BY person, attribute
            HAVING value != ''
        )
        GROUP BY person
    ),
    acts AS
    (
        SELECT
            events.ts AS ts,
            events.event_id AS event_id,
            events.type AS type,
            events.visitor_id AS visitor_id,
            events.source AS source,
            events.medium AS medium,
            events.campaign AS campaign,
            events.channel AS channel,
            events.order_id AS order_id,
            events.subject_id AS subject_id,
            events.contact_channel AS contact_channel,
            events.stage AS stage_told,
            events.owner AS owner_told,
            if(events.form_id != '', events.form_id, events.form_name) AS form,
            -- whatever a hand decides, a rule decides no more
            (NOT startsWith(events.event_id, {ruled:String}), events.ts, events.event_id) AS owner_rank,
            events.event_key AS event_key,
            events.step_id AS step_id,
            events.step_at AS step_at,
            events.step_rep AS step_rep,
            events.contact_direction AS contact_direction,
            events.contact_at AS contact_at,
            -- a contact is known by its id; of what was told of it the last counts, which may be its correction
            if(events.type = 'contact_changed', events.contact_id, events.event_id) AS contact,
            if(events.type = 'contact_changed', events.contact_revision, -1) AS contact_revision,
            events.type IN ('contact_logged', 'contact_changed') AS is_contact,
            events.language AS language,
            events.browser AS browser,
            events.os AS os,
            events.device AS device,
            events.country AS country,
            events.region AS region,
            events.bot_signals AS bot_signals,
            events.is_late AS is_late,
            tie.tied_at AS tied_at,
            tie.tie_heard_at AS tie_heard_at,
            events.is_team AS is_team,
            -- what the team itself does on a site shows no interest of theirs; of contacts see below
            events.type NOT IN {uninterested_types:Array(String)} AND NOT events.is_team AND NOT is_contact AS is_interest,
            if(events.person_id = '', tie.person, events.named) AS person
        FROM
        (
            SELECT
                subject_id, person_id, ts, event_id, type, visitor_id, source, medium, campaign, channel, order_id,
                contact_channel, contact_direction, contact_id, contact_revision, contact_at, stage, owner, form_id, form_name, event_key, step_id, step_at, step_rep, language, browser, os, device, country,
                region, bot_signals, is_team, import_id,
                person_of(person_id) AS named,
                received_at > ts + INTERVAL 10 MINUTE AS is_late
            FROM events FINAL
            -- How long a page was read is no act of its own: it is told late, and by what may not have been seen again.
            PREWHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)}
            WHERE type NOT IN ('page_leave', 'retracted')
        ) AS events
        ASOF LEFT JOIN ties AS tie ON tie.visitor_id = events.subject_id AND tie.since <= events.ts
        WHERE person IN {member_ids:Array(String)}
            -- money is cancelled or refunded
            AND (events.type IN {sale_types:Array(String)} OR NOT is_retracted(person, events.event_id, events.import_id))
    ),
    ordered AS
    (
        SELECT
            person_of(sold.person_id) AS person,
            countIf(is_told) AS orders,
            bounded(sumMap(if(is_told, map(toString(sold.currency), toInt128(sold.value_minor)), map()))) AS gross_minor,
            bounded(sumMap(CAST(sold.refunds_minor, 'Map(String, Int128)'))) AS refunds_minor,
            bounded(sumMap(mapAdd(
                if(is_told, map(toString(sold.currency), toInt128(sold.value_minor)), map()),
                mapApply((currency, value) -> (currency, -value), CAST(sold.refunds_minor, 'Map(String, Int128)'))))) AS value_minor,
            minIf(sold.ts, is_told) AS first_purchase_at,
            maxIf(sold.ts, is_told) AS last_purchase_at
        FROM orders AS sold FINAL
        WHERE site = {site:String} AND status != 'cancelled' AND sold.order_id IN
        (
            SELECT order_id
            FROM events
            WHERE site = {site:String} AND subject_id IN {subject_ids:Array(String)} AND order_id != ''
        )
        GROUP BY person
    ),
    acted AS
    (
        SELECT
            acts.person AS person,
            maxIf(acts.ts, acts.is_interest AND acts.type != 'page_view') AS latest_interest,
            maxIf(acts.ts, acts.is_interest AND acts.type = 'page_view') AS latest_page,
            coalesce(nullIf(argMaxIf(acts.stage_told, (acts.ts, acts.event_id),
                acts.stage_told IN ('new', 'working', 'qualified', 'disqualified')), ''), 'new') AS status,
            argMaxIf(acts.owner_told, acts.owner_rank, acts.type = 'owner_assigned') AS owner,
            groupArrayIf((acts.subject_id, acts.owner_rank, acts.owner_told), acts.type = 'owner_assigned') AS assigned,
            arraySort(groupArrayIf(2000)(
                CAST((acts.contact, acts.contact_revision, acts.ts, acts.contact_at, acts.contact_channel, acts.contact_direction),
                    'Tuple(id String, revision Int64, ts DateTime64(6, \'UTC\'), at Int64, channel String, direction String)'),
                acts.is_contact)) AS contact_acts,
            arraySort(groupArrayIf(5000)(
                (acts.step_id, acts.ts, acts.event_id, acts.type, acts.step_at, acts.step_rep, acts.subject_id, acts.event_key),
                acts.step_id != '')) AS step_acts,
            min(acts.ts) AS first_seen,
            -- what reps write into the record is not seen of the person
            greatest(min(acts.ts),
                maxIf(acts.ts, acts.type NOT IN {unseen_types:Array(String)} AND NOT acts.is_contact)) AS seen_last,
            countIf(acts.type = 'page_view') AS page_views,
            countIf(acts.type = 'form_submit') AS form_submits,
            arraySlice(arraySort(groupUniqArrayIf(5000)(acts.form, acts.form != '')), 1, 20) AS forms,
            count() AS events,
            countIf(acts.type != 'retracted' AND NOT startsWith(acts.event_id, 'assigned.')) > 0 AS done_by_others,
            arraySort(groupUniqArrayIf(5000)(acts.order_id, acts.order_id != '')) AS order_ids,
            uniqExactIf(acts.visitor_id, acts.visitor_id != '') AS visitors,
            argMaxIf(acts.language, (acts.ts, acts.event_id), acts.language != '') AS language,
            argMaxIf(acts.browser, (acts.ts, acts.event_id), acts.browser != '') AS browser,
            argMaxIf(acts.os, (acts.ts, acts.event_id), acts.os != '') AS os,
            argMaxIf(acts.device, (acts.ts, acts.event_id), acts.device != '') AS device,
            -- of one event, since a region belongs to its country
            argMaxIf((acts.country, acts.region), (acts.ts, acts.event_id), acts.country != '') AS place,
            arraySort(groupUniqArrayArray(acts.bot_signals)) AS bot_signals,
            max(acts.ts) AS latest,
            -- where they come from, each time; own traffic comes from nowhere
            arraySort(groupArrayIf(
                (acts.ts, acts.event_id, acts.source, acts.medium, acts.campaign, acts.channel, acts.type = 'page_view',
                    acts.is_late, acts.tied_at, acts.tie_heard_at),
                acts.source != '' AND NOT acts.is_team)) AS arrivals
        FROM acts
        GROUP BY person
    ),
    -- who they are comes to what they did at the end: somebody with thousands of ids would bring them to each event
    known AS
    (
        SELECT
            identities.person AS person_id,
            identities.captured_at AS captured_at,
            identities.email_facts AS email_facts,
            listed(identities.emails) AS emails,
            listed(identities.phones) AS phones,
            listed(identities.customers) AS customers,
            arrayConcat(identities.emails, identities.phones, identities.customers, identities.names, identities.companies) AS said,
            attributed.attributes AS all_attributes,
            acted.* EXCEPT (person, done_by_others, arrivals, step_acts, contact_acts, latest_interest, seen_last),
            -- as each is told last; a note is none
            arrayFilter(contact -> contact.channel != 'note', arrayMap(
                logged -> CAST(
                    (
                        if(tupleElement(arrayLast(one -> one.id = logged.id, acted.contact_acts) AS told_last, 'at') BETWEEN 1 AND toUnixTimestamp64Milli(told_last.ts),
                            fromUnixTimestamp64Milli(told_last.at), logged.ts),
                        told_last.channel,
                        told_last.direction
                    ),
                    'Tuple(ts DateTime64(6, \'UTC\'), channel String, direction String)'),
                arrayFilter(one -> one.revision = -1, acted.contact_acts))) AS contacts_told,
            length(contacts_told) AS contacts,
            arrayMax(contacts_told.ts) AS latest_contact,
            -- a rep's note, or a call to them, shows no interest of theirs
            greatest(acted.latest_interest, arrayMax(arrayMap(contact -> contact.ts, arrayFilter(contact -> contact.direction != 'outbound', contacts_told)))) AS latest_interest,
            greatest(acted.seen_last, latest_contact) AS last_seen,
            -- an order that counts for them, or money given back: whoever was given some has bought
            ordered.person != '' AS has_bought,
            ordered.* EXCEPT (person),
            -- of each what was said last; open until it is done, or until a contact that came after it was set
            arraySlice(arraySort(step -> (step.5, step.1), arrayFilter(
                (step, next) -> step.1 != next AND step.4 != 'next_step_done' AND step.2 >= latest_contact,
                acted.step_acts, arrayShiftLeft(acted.step_acts.1, 1, ''))), 1, 100) AS steps,
            arrayMap(step -> arrayFirst(text -> text.1 = step.7 AND text.2 = step.8, identities.step_texts).3, steps) AS step_texts,
            -- What a browser did before it said that it is somebody known already counts where it came while it happened:
            -- else anybody could put their own advertisement before a sale. When it said so is known by when it was heard.
            arrayFilter(
                arrival -> NOT (arrival.8 AND (
                    (arrival.1 < arrival.9 AND identities.captured_at < arrival.9)
                    OR (arrival.1 < arrival.10 AND identities.heard_at < arrival.10))),
                acted.arrivals) AS credited,
            arrayElement(credited, 1) AS origin,
            arrayFilter(arrival -> arrival.7 AND arrival.1 > acted.latest - INTERVAL 90 DAY, credited) AS touches,
            -- of no touches, an empty one
            arrayElement(touches, 1) AS first_touch,
            arrayLast(touch -> touch.3 != 'direct', touches) AS last_touch
        FROM identities
        INNER JOIN acted ON acted.person = identities.person
        LEFT JOIN attributed ON attributed.person = identities.person
        LEFT JOIN ordered ON ordered.person = identities.person
        WHERE identities.is_known OR acted.done_by_others
    )
SELECT
    {site:String} AS site,
    person_id,
    {version:UInt64} AS version,
    0 AS is_deleted,
    all_attributes['email'] AS email,
    all_attributes['name'] AS name,
    all_attributes['phone'] AS phone,
    all_attributes['company'] AS company,
    mapSort(mapFilter((key, value) -> key NOT IN ('email', 'name', 'phone', 'company'), all_attributes)) AS attributes,
    multiIf(
        has_bought, 'customer',
        -- interest that follows the capture; a page counts from half an hour on, so that the thank-you page does not
        known.latest_interest > known.captured_at OR known.latest_page > known.captured_at + INTERVAL 30 MINUTE, 'prospect',
        'lead') AS stage,
    status,
    owner,
    arraySort(arrayDistinct(arrayMap(
        one -> if(position(one.3, '@') > 0, lowerUTF8(one.3), one.3),
        arrayFilter(
            one -> NOT arrayExists(later -> later.1 = one.1 AND later.2 > one.2, assigned),
            assigned)))) AS owners,
    steps.1 AS step_ids,
    steps.5 AS step_times,
    step_texts,
    steps.6 AS step_reps,
    contacts,
    toUnixTimestamp64Milli(known.latest_contact) AS last_contact_at,
    origin.3 AS source,
    origin.4 AS medium,
    origin.5 AS campaign,
    origin.6 AS channel,
    toUnixTimestamp64Milli(known.captured_at) AS captured_at,
    toUnixTimestamp64Milli(known.first_seen) AS first_seen,
    toUnixTimestamp64Milli(known.last_seen) AS last_seen,
    email_facts.1 AS email_kind,
    email_facts.2 AS email_domain,
    emails,
    phones,
    customers,
    page_views,
    form_submits,
    forms,
    events,
    orders,
    value_minor,
    gross_minor,
    refunds_minor,
    known.first_purchase_at AS first_purchase_at,
    known.last_purchase_at AS last_purchase_at,
    visitors,
    -- what somebody said of where they are is surer than their address
    if(all_attributes['language'] != '', all_attributes['language'], known.language) AS language,
    browser,
    os,
    device,
    if(all_attributes['country'] != '', all_attributes['country'], place.1) AS country,
    if(all_attributes['country'] != '' OR all_attributes['region'] != '', all_attributes['region'], place.2) AS region,
    bot_signals,
    known.first_touch.3 AS first_touch_source,
    known.first_touch.4 AS first_touch_medium,
    known.first_touch.5 AS first_touch_campaign,
    known.first_touch.6 AS first_touch_channel,
    toUnixTimestamp64Milli(known.first_touch.1) AS first_touch_ts,
    known.last_touch.3 AS last_touch_source,
    known.last_touch.4 AS last_touch_medium,
    known.last_touch.5 AS last_touch_campaign,
    known.last_touch.6 AS last_touch_channel,
    toUnixTimestamp64Milli(known.last_touch.1) AS last_touch_ts,
    -- what is only claimed comes last, so that no flood of it keeps anybody from being found
    leftUTF8(fold(arrayStringConcat(arrayConcat(
        ranked(arrayFilter(value -> NOT value.1, said)), order_ids, ranked(arrayFilter(value -> value.1, said))), '\n')), 50000) AS search
FROM known
-- Planning costs more than reading: there is nothing to compile or to reorder, and a second thread would have nothing to do.
SETTINGS max_threads = 1, compile_expressions = 0, join_algorithm = 'hash'
