import { describe, expect, it } from 'vitest';
import type { SystemState } from '../../../schemas/system.js';
import { isGrave, troublesOf } from './find_troubles.js';

const NOW = Date.UTC(2026, 9, 14, 12);
const GIB = 2 ** 30;
const well: SystemState = {
  version: '1.0.0',
  platform: 'node',
  startedAt: NOW - 1_000,
  clickhouse: { isUp: true, isEmbedded: true, version: '26.7', restarts: 0 },
  queue: { backlogBytes: 0, bytesMax: 4 * GIB, lagMs: 0, isFull: false, damaged: [] },
  writer: { insertedRows: 7, failedInserts: 2, poisonRows: 0 },
  disk: { freeBytes: 50 * GIB, totalBytes: 100 * GIB },
  tables: [{ table: 'events', rows: 1, bytes: 1, parts: 12 }],
  damagedParts: [],
  lists: [],
};
const kindsOf = (change: (state: SystemState) => void) => {
  const state = structuredClone(well);
  change(state);
  return troublesOf(state, NOW).map(({ kind }) => kind);
};

describe('troublesOf', () => {
  it('finds none where all is well, also where less is known', () => {
    expect(troublesOf(well, NOW)).toEqual([]);
    expect(troublesOf({ ...well, platform: 'workers', writer: undefined, disk: undefined }, NOW)).toEqual([]);
  });

  it.each<[string[], (state: SystemState) => void]>([
    [['queueFull'], ({ queue }) => (queue.isFull = true)],
    [
      ['storeDown'],
      ({ clickhouse, writer }) => {
        clickhouse.isUp = false;
        // That nothing is stored then needs no sentence of its own.
        if (writer) writer.retryingSinceMs = 90_000;
      },
    ],
    [
      ['notStored'],
      ({ writer, queue }) => {
        queue.lagMs = 90_000;
        if (writer) Object.assign(writer, { retryingSinceMs: 90_000, lastError: 'query_failed' });
      },
    ],
    [['lag'], ({ queue }) => (queue.lagMs = 61_000)],
    [[], ({ queue }) => (queue.lagMs = 5_000)],
    [['diskFull'], (state) => (state.disk = { freeBytes: 5 * GIB, totalBytes: 100 * GIB })],
    // A tenth of a large disk is plenty.
    [[], (state) => (state.disk = { freeBytes: 50 * GIB, totalBytes: 4_000 * GIB })],
    [
      ['damagedParts'],
      ({ damagedParts }) => damagedParts.push({ table: 'events', name: 'x', reason: 'broken' }),
    ],
    [['damagedFiles'], ({ queue }) => queue.damaged.push({ name: 'x.log', bytes: 3, at: NOW })],
    [['poison'], ({ writer }) => Object.assign(writer ?? {}, { poisonRows: 2 })],
    [
      ['restarts'],
      ({ clickhouse }) => Object.assign(clickhouse, { restarts: 3, lastRestartAt: NOW - 60_000 }),
    ],
    [[], ({ clickhouse }) => Object.assign(clickhouse, { restarts: 1, lastRestartAt: NOW - 60_000 })],
    [[], ({ clickhouse }) => Object.assign(clickhouse, { restarts: 5, lastRestartAt: NOW - 7_200_000 })],
    [['parts'], ({ tables }) => tables.push({ table: 'personal_data', rows: 1, bytes: 1, parts: 301 })],
  ])('finds %j', (kinds, change) => expect(kindsOf(change)).toEqual(kinds));

  it('tells the gravest first', () => {
    const troubles = troublesOf(
      {
        ...well,
        clickhouse: { isUp: false, isEmbedded: false },
        queue: { ...well.queue, isFull: true, damaged: [{ name: 'x', bytes: 1, at: 1 }] },
      },
      NOW,
    );
    expect(troubles.map(isGrave)).toEqual([true, true, false]);
  });
});
