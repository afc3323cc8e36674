import { Hono } from 'hono';
import { clickhouseState } from '../../schemas/gen/queries/clickhouse_state.js';
import { damagedParts } from '../../schemas/gen/queries/damaged_parts.js';
import { tableSizes } from '../../schemas/gen/queries/table_sizes.js';
import { version } from '../../schemas/gen/version.js';
import { routes } from '../../schemas/routes.js';
import type { SystemState } from '../../schemas/system.js';
import { requireEverywhere } from '../access/caller.js';
import type { WriterStats } from '../queue/writer.js';
import type { Services } from '../services.js';
import type { Store } from '../store/store.js';
import { nosniff } from './answer.js';
import { parametersOf } from './parameters.js';

/**
 * `GET /v1/system`: how this Leadline does (`schemas/system.ts`), for the owners of every site. Where ClickHouse is away it
 * tells what is known without it. A Worker tells what its isolate knows.
 *
 * Errors: 400 parameter_invalid; 401 sign_in_required, key_invalid; 403 role_missing, scope_missing;
 * 429 too_many_attempts.
 */
export function systemRoutes({ auth, store, queue, writer, machine, startedAt }: Services): Hono {
  const app = new Hono();

  app.get('/v1/system', nosniff, async (c) => {
    parametersOf(c, []);
    requireEverywhere(await auth.caller(c), routes['GET /v1/system'].access);
    const [stored, disk, damaged, lists] = await Promise.all([
      storedIn(store),
      machine.disk(),
      machine.damaged(),
      machine.lists(),
    ]);
    const { platform, node, queueBytesMax, engine } = machine;
    const restarts = engine?.restarts;
    const state: SystemState = {
      version,
      ...(node !== undefined && { node }),
      platform,
      startedAt,
      clickhouse: {
        ...stored.clickhouse,
        isEmbedded: engine !== undefined,
        ...(restarts && { restarts: restarts.count }),
        ...(restarts?.lastAt !== undefined && { lastRestartAt: restarts.lastAt }),
      },
      queue: {
        ...queue.status(),
        ...(queueBytesMax !== undefined && { bytesMax: queueBytesMax }),
        damaged,
      },
      ...(writer && { writer: told(writer.stats()) }),
      ...(disk && { disk }),
      tables: stored.tables,
      damagedParts: stored.damagedParts,
      lists,
    };
    return c.json(state, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

type Stored = Pick<SystemState, 'tables' | 'damagedParts'> & {
  clickhouse: Pick<SystemState['clickhouse'], 'isUp' | 'version' | 'uptimeS'>;
};

const AWAY: Stored = { clickhouse: { isUp: false }, tables: [], damagedParts: [] };

async function storedIn(store: Store): Promise<Stored> {
  // Asked first: a query would be tried again and again before it gives up.
  if (!(await store.isUp())) return AWAY;
  try {
    const [[state], tables, parts] = await Promise.all([
      store.query(clickhouseState, {}),
      store.query(tableSizes, {}),
      store.query(damagedParts, {}),
    ]);
    const known = state && { version: state.version, uptimeS: state.uptime_s };
    return { clickhouse: { isUp: true, ...known }, tables, damagedParts: parts };
  } catch {
    return AWAY;
  }
}

function told({
  insertedRows,
  lastInsertAt,
  failedInserts,
  poisonRows,
  retryingSince,
  lastError,
}: WriterStats) {
  return {
    insertedRows,
    ...(lastInsertAt !== undefined && { lastInsertAt }),
    failedInserts,
    poisonRows,
    ...(retryingSince !== undefined && { retryingSinceMs: Math.max(0, Date.now() - retryingSince) }),
    ...(lastError !== undefined && { lastError }),
  };
}
