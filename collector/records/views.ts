import { createHash } from 'node:crypto';
import type { Kind } from '../../schemas/entities/kind.js';
import { viewOf } from '../../schemas/entities/view.js';
import { entityKinds } from '../../schemas/entities.js';
import { tablesAndViews as tablesAndViewsStatement } from '../../schemas/gen/queries/tables_and_views.js';
import { MigrationError } from '../store/migrate.js';
import type { Store } from '../store/store.js';

/** By its comment a view of ours is known, and whether it is of this version. */
const MARK = 'Made by Leadline';

/**
 * Makes the view of each kind, where it is missing or another than this version's. Many collectors may do so at once.
 *
 * @throws MigrationError where something of the owner's is called so
 */
export async function makeViews(
  store: Store,
  kinds: readonly Kind[] = Object.values(entityKinds),
): Promise<void> {
  const comments = new Map(
    (await store.query(tablesAndViewsStatement, {})).map(({ name, comment }) => [name, comment]),
  );
  for (const kind of kinds) {
    const select = viewOf(kind);
    const comment = `${MARK}: ${createHash('sha256').update(select).digest('hex').slice(0, 16)}`;
    const present = comments.get(kind.kind);
    if (present === comment) continue;
    if (present !== undefined && !present.startsWith(MARK))
      throw new MigrationError(
        `There is a table or view "${kind.kind}" that is not Leadline's, which needs that name: rename it.`,
      );
    await store.command(`CREATE OR REPLACE VIEW ${kind.kind} AS ${select} COMMENT '${comment}'`);
  }
}
