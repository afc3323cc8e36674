import type { TableRows } from '../../schemas/gen/tables.js';
import { companyOf, type EmailFacts, emailFacts } from '../identity/email_facts.js';

type Told = Pick<TableRows['people'], 'email' | 'email_kind' | 'email_domain' | 'company'>;

/** What an e-mail address tells, also where it was stored before that was kept beside it; and the company where nobody says one. */
export function withEmailFacts<Row extends Told>(row: Row): Row {
  if (!row.email) return row;
  const known = row.email_kind as EmailFacts['kind'] | '';
  const facts = known ? { kind: known, domain: row.email_domain } : emailFacts(row.email);
  return {
    ...row,
    email_kind: facts.kind,
    email_domain: facts.domain,
    company: row.company || companyOf(facts),
  };
}
