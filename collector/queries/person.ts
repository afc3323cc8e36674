import { eventParameters } from '../../schemas/event_parameters.js';
import { persons as personsStatement } from '../../schemas/gen/queries/persons.js';
import { timeline as timelineStatement } from '../../schemas/gen/queries/timeline.js';
import { Persons } from '../identity/persons.js';
import { pageOf } from './cursor.js';
import type { NamedQuery } from './named.js';

/** One person, by any of their ids; no row where there is none. */
export const person: NamedQuery<'person'> = async (store, { site, person: id }) => {
  const persons = await Persons.of(store, site);
  const members = persons.members([persons.canonical(id)]);
  return { rows: await store.query(personsStatement, { site, ...members, ...eventParameters }) };
};

/** What a person did, newest first. */
export const timeline: NamedQuery<'timeline'> = async (store, { site, person: id, limit, cursor }) => {
  const persons = await Persons.of(store, site);
  const { member_ids } = persons.members([persons.canonical(id)]);
  const found = await store.query(timelineStatement, {
    site,
    member_ids,
    ...cursor,
    limit: limit + 1,
    ...eventParameters,
  });
  const page = pageOf(found, limit, ({ cursor_ts, event_id }) => ({ cursor_ts, cursor_id: event_id }));
  return { ...page, rows: page.rows.map(({ cursor_ts, ...row }) => row) };
};
