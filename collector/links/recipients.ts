import { links as kind } from '../../schemas/entities/links.js';
import { LeadlineError } from '../errors.js';
import { pause } from '../imports/pause.js';
import type { Queue } from '../queue/queue.js';
import type { Records } from '../records/records.js';
import { readLinkToken } from './address.js';
import { recipientRow } from './click.js';
import { mailingOf, type Recipient, RecipientSeal } from './recipient.js';

interface Needed {
  records: Pick<Records, 'get' | 'told'>;
  queue: Pick<Queue, 'append'>;
  secret: string;
}

/** So many are sealed before others have their turn: some milliseconds. */
const TURN = 200;

/**
 * The address of a link for each of its recipients, who are then known to be such, whether they follow it or not.
 *
 * @throws LeadlineError `entity_unknown`; `queue_full` where there is no room to know them
 */
export async function addressesFor(
  site: string,
  id: string,
  recipients: readonly Recipient[],
  { records, queue, secret }: Needed,
): Promise<string[]> {
  const record = await records.get({ kind, site, id });
  const told = (await records.told(kind, site, [record])).get(id);
  const url = String(told?.url ?? '');
  const carried = readLinkToken(secret, url.slice(url.lastIndexOf('/') + 1));
  if (!carried)
    throw new LeadlineError('entity_unknown', 'This link leads nowhere: look at its destination.');
  const seal = new RecipientSeal(secret, carried);
  const mailing = mailingOf(carried);
  const now = Date.now();
  const addresses: string[] = [];
  for (let at = 0; at < recipients.length; at += TURN) {
    const some = recipients.slice(at, at + TURN);
    addresses.push(...some.map((recipient) => `${url}/${seal.seal(recipient)}`));
    await queue.append(
      some.map((recipient) => recipientRow(site, mailing, recipient, { secret, now, isClaim: false })),
    );
    await pause();
  }
  return addresses;
}
