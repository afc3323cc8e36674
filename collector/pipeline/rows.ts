import { keysOf } from '../../schemas/events/key.js';
import { emailFacts } from '../identity/email_facts.js';
import { personId } from '../identity/identifiers.js';
import { asRow, type Row } from '../store/row.js';
import { retractionsOf } from './retraction.js';
import { saleOf } from './sale.js';
import { type Draft, type Envelope, step } from './step.js';

/** The rows that an event becomes: itself, and apart from it what names a person. */
export const rows = step('row', (draft, envelope) => {
  draft.rows = rowsOf(draft, envelope);
  return undefined;
});

function rowsOf(draft: Draft, { secret }: Envelope): Row[] {
  const { event, definition, row, identity, attributes, written, isWord } = draft;
  const keys = definition && keysOf(definition, event);
  if (isWord) row.is_word = true;
  row.once_id = keys?.once_id;
  row.event_key = keys?.event_key;
  const { site, subject_id, visitor_id, person_id, event_id, ts, received_at } = row;
  const rows: Row[] = [asRow('events', row)];
  const named = withColumns(identity, attributes);
  const key = keys?.event_key ?? event_id;
  const { nextStep, ...texts } = written;
  if (person_id || hasAny(attributes) || written.fields.size > 0 || written.message || nextStep) {
    rows.push(
      asRow('personal_data', {
        site,
        subject_id,
        event_id: key,
        ts,
        received_at,
        person_id,
        is_word: isWord,
        ...named,
        ...emailColumns(named.email),
        ...texts,
        ...(nextStep && { next_step: nextStep }),
        ...(row.import_id && { import_id: row.import_id }),
        fields: Object.fromEntries(written.fields),
        labels: Object.fromEntries(written.labels),
        texts: Object.fromEntries(written.texts),
      }),
    );
  }
  if (person_id && visitor_id) {
    rows.push(asRow('visitor_persons', { site, visitor_id, event_id: key, ts, received_at, person_id }));
  }
  // A phone is no part of a pair: offices share phones.
  for (const other_id of otherIdsOf(draft, secret)) {
    const pair = {
      site,
      kind: isWord ? 'word' : 'claim',
      by: '',
      subject_id,
      event_id: key,
      ts,
      received_at,
    };
    rows.push(asRow('identity_pairs', { ...pair, person_id, other_id }));
    rows.push(asRow('identity_pairs', { ...pair, person_id: other_id, other_id: person_id }));
  }
  if (row.order_id) {
    const { order_id } = row;
    // Of a sale the table sees to it.
    rows.push(
      definition?.sale
        ? asRow('sales', saleOf(row))
        : asRow('order_subjects', { site, order_id, subject_id }),
    );
    if (isWord) rows.push(asRow('order_words', { site, order_id, subject_id }));
  }
  for (const retraction of retractionsOf(draft)) rows.push(asRow('retractions', retraction));
  return rows;
}

const hasAny = (attributes: Draft['attributes']): boolean => {
  for (const _ in attributes) return true;
  return false;
};

/** By what else the person is known: a customer id beside their address, or another address from now on. */
function otherIdsOf({ row, identity, attributes }: Draft, secret: string): string[] {
  const { site, person_id } = row;
  const { email, customer } = identity;
  const others = [
    ...(email && customer ? [personId(secret, site, 'customer', customer)] : []),
    ...(attributes.email && person_id ? [personId(secret, site, 'email', attributes.email)] : []),
  ];
  return others.filter((other) => other !== person_id);
}

/** Attributes that have a column of their own. */
const COLUMNS = ['name', 'email', 'phone', 'company'] as const;

/**
 * What has a column goes there. What a `person_changed` clears of it stays among the attributes, as an empty text under its
 * name: an empty column says nothing.
 */
function withColumns(identity: Draft['identity'], said: Draft['attributes']) {
  if (!hasAny(said)) return { ...identity, attributes: said };
  const columns = { ...identity };
  const attributes = { ...said };
  for (const name of COLUMNS) {
    if (!attributes[name]) continue;
    columns[name] = attributes[name];
    delete attributes[name];
  }
  return { ...columns, attributes };
}

/** The company is derived from them where nobody says one (`collector/people/email_told.ts`). */
function emailColumns(email: string) {
  if (!email) return { email_kind: '', email_domain: '' };
  const { kind, domain } = emailFacts(email);
  return { email_kind: kind, email_domain: domain };
}
