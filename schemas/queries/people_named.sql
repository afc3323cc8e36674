-- The persons that browsers were, and those of whoever told of an order. Whoever told of one order is bounded: a stranger
-- can tell of it from any number of browsers.
WITH
    {subjects:Array(String)} AS subjects,
    tellers AS
    (
        SELECT subject_id
        FROM order_subjects
        WHERE site = {site:String} AND order_id IN {orders:Array(String)}
        LIMIT 1000 BY order_id
    )
SELECT DISTINCT person_id
FROM visitor_persons
WHERE site = {site:String} AND visitor_id IN (SELECT arrayJoin(subjects) UNION DISTINCT SELECT subject_id FROM tellers)
UNION DISTINCT
SELECT subject_id AS person_id
FROM tellers
WHERE startsWith(subject_id, 'p_')
