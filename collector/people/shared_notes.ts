import type { identifiersShared } from '../../schemas/gen/queries/identifiers_shared.js';
import type { RowOf } from '../../schemas/statement.js';
import { rejectedRow } from '../pipeline/rejected.js';
import type { Row } from '../store/row.js';

type Known = RowOf<typeof identifiersShared>;

/** For the owner to read: by which identifiers a crowd came, once for each. */
export function sharedNotes(site: string, ids: readonly string[], known: readonly Known[]): Row[] {
  const names = new Map(known.map((one) => [one.person_id, nameOf(one)]));
  return ids.map((id) =>
    rejectedRow({
      site,
      receivedAt: Date.now(),
      sameAs: id,
      eventId: '',
      type: 'identify',
      reason: 'identifier_shared',
      message: `${names.get(id) ?? 'An e-mail address or customer id'} came with many others: none of them is joined with it.`,
      origin: '',
      count: 1,
    }),
  );
}

function nameOf({ email, customer }: Known): string {
  const [start, domain] = /^(..?).*@(.*)$/.exec(email || customer)?.slice(1) ?? [];
  // Enough to know it by, and no address: those stand with the other personal data alone.
  if (domain) return `The ${email ? 'e-mail address' : 'customer id'} ${start}… at ${domain}`;
  return customer ? `The customer id "${customer}"` : 'An e-mail address';
}
