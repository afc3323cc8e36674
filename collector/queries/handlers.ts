import { eventParameters } from '../../schemas/event_parameters.js';
import { personMembers } from '../../schemas/gen/queries/person_members.js';
import type { Statement } from '../../schemas/statement.js';
import type { Store } from '../store/store.js';
import type { Request } from './parameters.js';

/** What one statement is not enough for. */
export interface Handler {
  /** The statements that it asks beside the query's own: what they read matters to the answer, too. */
  reads: readonly Pick<Statement<object, object>, 'tables'>[];
  /** What the statement takes, beside what lists do. */
  params(store: Store, request: Request): Promise<object>;
}

export const handlers: Record<string, Handler> = {
  timeline: {
    reads: [personMembers],
    async params(store, { site, own }) {
      const members = await store.query(personMembers, { site, person: String(own.person) });
      return { ...eventParameters, member_ids: members.map(({ person_id }) => person_id) };
    },
  },
};
