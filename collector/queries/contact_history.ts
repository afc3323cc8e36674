import { contactChanges } from '../../schemas/gen/queries/contact_changes.js';
import type { personResolved } from '../../schemas/gen/queries/person_resolved.js';
import type { RowOf } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import { together } from '../store/together.js';

/** Of a contact that was logged, and of a change of it, as far as either may be corrected. */
interface Contact {
  event_id: string;
  ts: number;
  type: string;
  retracted_at: number;
  props: Record<string, unknown>;
  fields: object;
  message: string;
}

type Change = Awaited<ReturnType<typeof changesOf>>[number];

/**
 * Contacts are told as they were corrected last, with what was told before as their `history`, the first first;
 * `took_place_at` says when one did where that was logged wrongly. A change of a contact that is retracted counts no more.
 *
 * @param params what the statement took: the person's ids
 */
export async function withCorrections(
  store: Store,
  site: string,
  rows: readonly object[],
  params: object,
): Promise<object[]> {
  const entries = rows as Contact[];
  const asked = entries
    .filter(({ type }) => type === 'contact_logged' || type === 'contact_changed')
    .map(({ event_id }) => event_id);
  const changes = asked.length > 0 ? await changesOf(store, site, params, asked) : [];
  if (changes.length === 0) return entries;
  return entries.map((entry) => {
    if (entry.type === 'contact_changed') return withContact(entry, changes);
    const own = changes.filter(({ contact, is_retracted }) => contact === entry.event_id && !is_retracted);
    return entry.type === 'contact_logged' ? corrected(entry, own) : entry;
  });
}

async function changesOf(store: Store, site: string, params: object, contacts: readonly string[]) {
  const { subject_ids, member_ids } = params as RowOf<typeof personResolved>;
  return together(contacts, (some) =>
    store.query(contactChanges, { site, subject_ids, member_ids, contacts: some }),
  );
}

function withContact(entry: Contact, changes: readonly Change[]): Contact {
  const { contact_retracted_at = 0 } = changes.find(({ event_id }) => event_id === entry.event_id) ?? {};
  return { ...entry, retracted_at: entry.retracted_at || contact_retracted_at };
}

function corrected(entry: Contact, [last, ...others]: readonly Change[]): Contact {
  if (!last) return entry;
  const { revision: _, ...props } = last.props as Record<string, unknown>;
  const { corrected_at, at, fields, message } = last;
  const history = [
    { told_at: entry.ts, took_place_at: entry.ts, ...saying(entry) },
    ...others.reverse().map((one) => ({
      told_at: one.corrected_at,
      took_place_at: one.at || entry.ts,
      ...saying(one),
    })),
  ];
  const told = { corrected_at, took_place_at: at === entry.ts ? 0 : at, fields, message, props, history };
  return { ...entry, ...told };
}

const saying = ({ props, fields, message }: Pick<Contact, 'props' | 'fields' | 'message'>) => ({
  props,
  fields,
  message,
});
