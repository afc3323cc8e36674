import type { Rich } from '../../i18n/messages.js';
import { plurals } from '../../i18n/plural.js';

const plural = plurals('en');

export interface Texts {
  intro: string;
  well: string;
  troubles: {
    queueFull: string;
    storeDown: (isEmbedded: boolean) => string;
    notStored: (since: string, error: string) => string;
    diskFull: (free: string) => string;
    lag: (age: string) => string;
    damagedParts: (count: number) => string;
    damagedFiles: (count: number) => string;
    poison: (count: number) => string;
    restarts: (count: number, last: string) => string;
    parts: (table: string, count: number) => string;
  };
  queue: string;
  backlog: string;
  backlogOf: (bytes: string, most: string) => string;
  oldest: string;
  nothingWaits: string;
  lastInsert: string;
  noInsert: string;
  rows: string;
  failed: string;
  disk: string;
  diskFree: (free: string, total: string) => string;
  diskUsed: (percent: string) => string;
  database: string;
  state: string;
  up: string;
  down: string;
  embedded: string;
  server: string;
  version: string;
  runningFor: string;
  restarts: string;
  restartsLast: (count: number, when: Rich) => Rich;
  program: string;
  isolate: string;
  started: string;
  lists: Record<string, string>;
  listOf: (day: string) => string;
  tables: string;
  tableColumns: { table: string; rows: string; bytes: string; parts: string };
  damaged: string;
  damagedColumns: { what: string; where: string; why: string };
  damagedFile: (bytes: string, when: string) => string;
}

export const texts: Texts = {
  intro: 'How this Leadline does, for all sites together.',
  well: 'All is well: events are taken and stored.',
  troubles: {
    queueFull:
      'No more events are taken: what waits for ClickHouse has reached its limit on the disk. Senders keep theirs and come again. Bring ClickHouse back, or raise LEADLINE_QUEUE_BYTES and start Leadline again.',
    storeDown: (isEmbedded) =>
      isEmbedded
        ? 'ClickHouse does not answer. Events are taken and wait on the disk; lists and reports are not to be had. It is started again by itself: if this stays, look into the collector’s log.'
        : 'ClickHouse does not answer. Events are taken and wait; lists and reports are not to be had. Look whether your server runs, and whether CLICKHOUSE_URL is right.',
    notStored: (since, error) =>
      `Nothing could be stored for ${since}${error && ` (${error})`}. Events wait on the disk and are tried again. Look into the log of ClickHouse and at its disk.`,
    diskFull: (free) =>
      `Only ${free} are free on the disk of the data folder. ClickHouse needs room to merge: free some, or move the folder to a larger disk.`,
    lag: (age) =>
      `The oldest event has waited for ${age}. Storing does not keep up: the machine may be too busy, or ClickHouse too slow.`,
    damagedParts: (count) =>
      plural(count, {
        one: 'ClickHouse has set # part aside because it could not be read: what was in it is missing. See below which, and restore it from a backup.',
        other:
          'ClickHouse has set # parts aside because they could not be read: what was in them is missing. See below which, and restore them from a backup.',
      }),
    damagedFiles: (count) =>
      plural(count, {
        one: '# file of the queue could not be read in full. What could be read is stored; the file is kept in the folder queue/damaged.',
        other:
          '# files of the queue could not be read in full. What could be read is stored; the files are kept in the folder queue/damaged.',
      }),
    poison: (count) =>
      plural(count, {
        one: 'ClickHouse refused # row for good; it is among the refused events.',
        other: 'ClickHouse refused # rows for good; they are among the refused events.',
      }),
    restarts: (count, last) =>
      `The ClickHouse engine was started again ${plural(count, { one: '# time', other: '# times' })}, last ${last}. It may be short of memory: look into the collector’s log.`,
    parts: (table, count) =>
      `The table ${table} has ${plural(count, { one: '# part', other: '# parts' })}: merging does not keep up with inserts, and reading becomes slow. The disk or the processor is too busy.`,
  },
  queue: 'From the queue to the database',
  backlog: 'Waits on the disk',
  backlogOf: (bytes, most) => `${bytes} of ${most}`,
  oldest: 'The oldest of it',
  nothingWaits: 'nothing waits',
  lastInsert: 'Stored last',
  noInsert: 'not since the start',
  rows: 'Rows stored since the start',
  failed: 'Tries that failed',
  disk: 'Disk of the data folder',
  diskFree: (free, total) => `${free} of ${total} free`,
  diskUsed: (percent) => `${percent} used`,
  database: 'ClickHouse',
  state: 'State',
  up: 'answers',
  down: 'does not answer',
  embedded: 'embedded',
  server: 'a server of yours',
  version: 'Version',
  runningFor: 'Has run for',
  restarts: 'Started again',
  restartsLast: (count, when) => [
    plural(count, { one: '# time', other: '# times' }),
    count > 0 ? [', last ', when] : '',
  ],
  program: 'Leadline',
  isolate: 'A Worker knows of its own isolate alone: others may run beside it.',
  started: 'Started',
  lists: { cities: 'List of countries and regions', networks: 'List of networks' },
  listOf: (day) => `of ${day}`,
  tables: 'Tables',
  tableColumns: { table: 'Table', rows: 'Rows', bytes: 'On the disk', parts: 'Parts' },
  damaged: 'What could not be read',
  damagedColumns: { what: 'Part or file', where: 'Of', why: 'Why' },
  damagedFile: (bytes, when) => `${bytes}, ${when}`,
};
