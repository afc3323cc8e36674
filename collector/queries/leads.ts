import { eventParameters } from '../../schemas/event_parameters.js';
import { leadPage as leadPageStatement } from '../../schemas/gen/queries/lead_page.js';
import { persons as personsStatement } from '../../schemas/gen/queries/persons.js';
import { Persons } from '../identity/persons.js';
import { pageOf } from './cursor.js';
import type { NamedQuery } from './named.js';

/** Who left a name, newest first: the page of people first, then all of theirs by their ids. */
export const leads: NamedQuery<'leads'> = async (store, { site, search, limit, cursor }) => {
  const persons = await Persons.of(store, site);
  const page = pageOf(
    await store.query(leadPageStatement, { site, search, ...cursor, limit: limit + 1, ...persons.aliases() }),
    limit,
    ({ captured_at, person }) => ({ cursor_ts: captured_at, cursor_id: person }),
  );
  if (page.rows.length === 0) return { rows: [] };
  const rows = await store.query(personsStatement, {
    site,
    ...persons.members(page.rows.map(({ person }) => person)),
    ...eventParameters,
  });
  return { ...page, rows };
};
