-- What an e-mail address tells of the business behind it (`collector/identity/email_facts.ts`). Rows of before have none.
ALTER TABLE personal_data
    ADD COLUMN IF NOT EXISTS email_kind LowCardinality(String) COMMENT 'free, role, disposable or business; empty without an e-mail',
    ADD COLUMN IF NOT EXISTS email_domain String COMMENT 'a company of its own where the kind is role or business';
