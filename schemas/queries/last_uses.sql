-- When these keys or sessions were last used.
SELECT id, toUnixTimestamp64Milli(max(last_uses.used_at)) AS used_at
FROM last_uses
WHERE kind = {kind:String} AND id IN {ids:Array(String)}
GROUP BY id
