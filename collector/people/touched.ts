import type { TableRows } from '../../schemas/gen/tables.js';
import type { Line } from '../store/store.js';

/** What rows of a site are about, as far as it may change who its people are or what they did. */
export interface Touched {
  /** Browsers, and persons that an event names without one. */
  subjects: Set<string>;
  /** Browsers that are somebody's from now on. */
  visitors: Set<string>;
  orders: Set<string>;
  /** Ids that were seen together with another, or of whom what said so may be no more. */
  paired: Set<string>;
}

type Lines = ReadonlyMap<keyof TableRows, readonly Line[]>;

/** Of rows that were just stored, by site. Read from the front of each line: most are page views, by the thousand. */
export function touchedBy(stored: readonly Lines[]): Map<string, Touched> {
  const bySite = new Map<string, Touched>();
  const of = (site: string) => {
    const touched = bySite.get(site) ?? {
      subjects: new Set(),
      visitors: new Set(),
      orders: new Set(),
      paired: new Set(),
    };
    bySite.set(site, touched);
    return touched;
  };
  const linesOf = (table: keyof TableRows) => stored.flatMap((tables) => tables.get(table) ?? []);
  for (const line of linesOf('events')) {
    const [site, subject] = frontOf(line);
    of(site).subjects.add(subject);
  }
  for (const table of ['sales', 'order_subjects', 'order_words'] as const) {
    for (const line of linesOf(table)) {
      const { site, order_id } = read(line) as TableRows['order_words'];
      of(site).orders.add(order_id);
    }
  }
  for (const line of linesOf('visitor_persons')) {
    const { site, visitor_id } = read(line) as TableRows['visitor_persons'];
    of(site).visitors.add(visitor_id);
  }
  for (const line of linesOf('retractions')) {
    const { site, person_id } = read(line) as TableRows['retractions'];
    if (person_id) of(site).paired.add(person_id);
  }
  for (const table of ['identity_pairs', 'person_links'] as const) {
    for (const line of linesOf(table)) {
      const { site, person_id, other_id } = read(line) as TableRows['person_links'];
      of(site).paired.add(person_id).add(other_id);
    }
  }
  return bySite;
}

const read = (line: Line): unknown => JSON.parse(String(line));

const SITE = '{"site":"';
const SUBJECT = '","subject_id":"';
/** Site keys and ids are short, and nothing in them is escaped. */
const FRONT_MAX = 400;

function frontOf(line: Line): [site: string, subject: string] {
  const text = typeof line === 'string' ? line.slice(0, FRONT_MAX) : line.toString('latin1', 0, FRONT_MAX);
  const middle = text.indexOf('"', SITE.length);
  const begin = middle + SUBJECT.length;
  const end = text.indexOf('"', begin);
  if (
    text.startsWith(SITE) &&
    text.startsWith(SUBJECT, middle) &&
    end > 0 &&
    !text.slice(0, end).includes('\\')
  )
    return [text.slice(SITE.length, middle), text.slice(begin, end)];
  const { site, subject_id } = read(line) as TableRows['events'];
  return [site, subject_id];
}
