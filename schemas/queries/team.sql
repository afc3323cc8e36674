-- Who may sign in and sees this site, as colleagues know them: what records say of owners and reps are their e-mail addresses.
SELECT id, name, email
FROM users
WHERE arrayExists(one -> JSONExtractString(one, 'site') IN ('*', {site:String}), JSONExtractArrayRaw(access))
ORDER BY name, email, id
LIMIT 1000
