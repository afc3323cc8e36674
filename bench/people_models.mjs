// The read models of the site of people.
import { customerPersonId, PEOPLE_AT_ONCE, personSql } from './people_sql.mjs';

/**
 * Fills them. Stands in for what `npm run rebuild` does: rows of the same size and spread, made without reading events.
 */
export async function fillReadModels({ command }, { persons }) {
  for (let from = 0; from < persons; from += PEOPLE_AT_ONCE) {
    const people = personSql(from, Math.min(PEOPLE_AT_ONCE, persons - from));
    const joined = `SELECT person, ${customerPersonId('p')} AS other FROM (${people}) WHERE has_customer_id`;
    await command(`INSERT INTO person_ids (site, person_id, canonical_id, version)
      SELECT 'demo', greatest(person, other), least(person, other), 1 FROM (${joined})`);
    await command(`INSERT INTO person_members (site, canonical_id, person_id, version)
      SELECT 'demo', least(person, other), arrayJoin([person, other]), 1 FROM (${joined})`);
    await command(`INSERT INTO people (site, person_id, version, email, name, phone, company, stage, status, owner, owners,
        source, medium, campaign, channel, captured_at, first_seen, last_seen, emails, phones, customers, page_views,
        form_submits, events, orders, value_minor, visitors, language, browser, os, device, country, region,
        first_touch_source, first_touch_ts, last_touch_source, last_touch_ts, search)
      SELECT 'demo', if(has_customer_id, least(person, ${customerPersonId('p')}), person), 1, address, full_name, telephone,
        firm, if(has_customer_id, 'customer', ['lead', 'prospect'][1 + w % 2]),
        ['new', 'working', 'qualified', 'disqualified'][1 + m % 4], rep, if(rep = '', [], [rep]), came.5, came.2, came.3,
        came.6, captured, captured - 3600000, captured + m % 86400000, [address], if(telephone = '', [], [telephone]),
        if(customer_id = '', [], [customer_id]), m % 40, 1 + m % 3, m % 80, has_customer_id,
        if(has_customer_id, map('EUR', toInt64(m % 90000)), map()::Map(String, Int64)), 1 + m % 3, place.3, agent.1,
        agent.2, agent.3, place.1, place.2, came.5, captured, came.5, captured,
        lower(concat_ws('\\n', address, full_name, telephone, firm, customer_id))
      FROM (${people})`);
  }
}
