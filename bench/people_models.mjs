// The read models of the site of people.
import { customerPersonId, PEOPLE_AT_ONCE, personSql } from './people_sql.mjs';

/** Of each customer; one person in ten is one. */
const ORDERS = 10;

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
        first_touch_source, first_touch_ts, last_touch_source, last_touch_ts, search, gross_minor, first_purchase_at,
        last_purchase_at, step_ids, step_times, step_texts, step_reps)
      SELECT 'demo', if(has_customer_id, least(person, ${customerPersonId('p')}), person), 1, address, full_name, telephone,
        firm, if(has_customer_id, 'customer', ['lead', 'prospect'][1 + w % 2]),
        ['new', 'working', 'qualified', 'disqualified'][1 + m % 4], rep, if(rep = '', [], [rep]), came.5, came.2, came.3,
        came.6, captured, captured - 3600000, captured + m % 86400000, [address], if(telephone = '', [], [telephone]),
        if(customer_id = '', [], [customer_id]), m % 40, 1 + m % 3, m % 80, has_customer_id,
        if(has_customer_id, map('EUR', toInt64(m % 90000)), map()::Map(String, Int64)), 1 + m % 3, place.3, agent.1,
        agent.2, agent.3, place.1, place.2, came.5, captured, came.5, captured,
        lower(concat_ws('\\n', address, full_name, telephone, firm, customer_id)),
        if(has_customer_id, map('EUR', toInt64(m % 90000)), map()::Map(String, Int64)), if(has_customer_id, captured, 0),
        if(has_customer_id, captured + 86400000, 0), if(has_step, [concat('step-', toString(p))], []),
        if(has_step, [captured + 2592000000], []), if(has_step, ['Call about the offer'], []), if(has_step, [rep], [])
      FROM (SELECT *, bitShiftRight(m, 20) % 20 = 7 AS has_step FROM (${people}))`);
    await command(`INSERT INTO orders (site, order_id, version, is_told, person_id, ts, status, value_minor, currency,
        refunded_minor, refunds_minor, revision, reps, lines, line_products, line_names, line_quantities, line_values,
        line_refunds, search)
      SELECT 'demo', concat('S-', toString(p), '-', toString(k)) AS order, 1, true, person, captured + k * 86400000,
        if(refund > 0, 'partly_refunded', 'placed'), value, 'EUR', refund, if(refund > 0, map('EUR', refund), map()), -1,
        if(rep = '', [], [rep]),
        concat('[{"product":"mill-', toString(h % 90), '","name":"Mill ', toString(h % 90), '","quantity":1,"price_minor":', toString(value), '}]'),
        [concat('mill-', toString(h % 90))], [concat('Mill ', toString(h % 90))], [1], [value], [refund],
        lower(concat_ws('\\n', order, concat('mill-', toString(h % 90)), rep))
      FROM
      (
        SELECT *, arrayJoin(range(${ORDERS})) AS k, cityHash64('order', p, k) AS h, toInt64(900 + h % 90000) AS value,
          if(bitShiftRight(h, 8) % 20 = 0, intDiv(value, 2), 0)::Int64 AS refund
        FROM (${people})
        WHERE has_customer_id
      )`);
  }
}
