-- How often signing in failed since a moment: of an account, of it from one origin, and from that origin at all. An
-- origin's hash is another one each day. What a browser that the account knows got wrong is left out; so is what a clock
-- that was ahead has stored.
SELECT
    sumIf(count, subject = {account:String}) AS of_account,
    sumIf(count, subject = {account:String} AND origin_hash IN {origins:Array(String)}) AS of_account_from_origin,
    sumIf(count, origin_hash IN {origins:Array(String)}) AS from_origin
FROM audit FINAL
WHERE site = '' AND ts >= {since:Int64} AND ts <= {until:Int64} AND code != 'known_device' AND action = 'sign_in_refused'
    AND (subject = {account:String} OR origin_hash IN {origins:Array(String)})
