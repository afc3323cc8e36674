-- A link as it stands, also where it was deleted, with what its campaign is called; nothing for one that was never there.
-- @json data
SELECT deleted, data, campaigns.name AS campaign_name
FROM
(
    SELECT deleted, data, JSONExtractString(data, 'campaign') AS campaign
    FROM record_versions
    WHERE site = {site:String} AND kind = 'links' AND id = {id:String}
    ORDER BY version DESC, at, write_id
    LIMIT 1
) AS stored
LEFT JOIN (SELECT id, name FROM campaigns WHERE site = {site:String}) AS campaigns ON campaigns.id = stored.campaign
