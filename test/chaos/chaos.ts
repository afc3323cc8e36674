import { setTimeout as delay } from 'node:timers/promises';
import { faults, kill } from './monkey.js';
import { Random } from './random.js';
import { send } from './senders.js';
import { World } from './world.js';

export interface ChaosOptions {
  /** The same seed gives the same faults in the same order; what they meet depends on the moment. */
  seed: number;
  seconds: number;
  /** How often the collector is killed (`kill -9`). */
  kills: number;
  say?: (text: string) => void;
}

export interface Report {
  /** How often each kind of fault was tried, and the longest time until events were acknowledged again, in ms. */
  faults: Map<string, { times: number; recoveryMs: number }>;
  acked: number;
  /** Of the acknowledged events those that ClickHouse has. */
  stored: number;
  lost: string[];
  doubled: string[];
  /** Of conversions, in minor units: what was acknowledged, and what a query finds. */
  ackedMinor: number;
  storedMinor: number;
  /** Forms without exactly one row of what was typed. */
  wrongForms: string[];
  /** Rows that ClickHouse was said to be unable to store. */
  poison: number;
  /** Answers other than an acknowledgement. */
  refusals: Map<string, number>;
  seconds: number;
}

const DRAIN_MS = 90_000;

/** A collector under load, to which things happen; in the end its ClickHouse is compared with what it acknowledged. */
export async function chaos({ seed, seconds, kills, say = () => undefined }: ChaosOptions): Promise<Report> {
  const random = new Random(seed);
  const startedAt = performance.now();
  const world = await World.open();
  const stopping = new AbortController();
  try {
    const sending = send(() => world.url, world.ledger, random, stopping.signal);
    const done = await release(world, plan(random, kills), random, seconds, say);
    stopping.abort();
    await sending;
    say('waiting for the queue to be empty');
    await drained(world);
    return { ...(await compare(world)), faults: done, seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    stopping.abort();
    await world.close();
  }
}

/** For two kills about one other fault, and each kind of those at least once, in any order. */
function plan(random: Random, kills: number): string[] {
  const others = Object.keys(faults);
  const rounds = Math.max(1, Math.round(kills / 2 / others.length));
  return random.shuffle([
    ...Array(kills).fill('kill -9'),
    ...Array.from({ length: rounds }, () => others).flat(),
  ]);
}

async function release(
  world: World,
  names: string[],
  random: Random,
  seconds: number,
  say: (text: string) => void,
): Promise<Report['faults']> {
  const done: Report['faults'] = new Map();
  const endsAt = performance.now() + seconds * 1_000;
  for (const [index, name] of names.entries()) {
    // What is left of the time, spread over what is left to do.
    const pauseMs = Math.max(0, endsAt - performance.now()) / (names.length - index) / 2;
    await delay(random.between(0.2, 1.8) * Math.min(pauseMs, 5_000));
    say(name);
    const fault = Object.entries(faults).find(([kind]) => kind === name)?.[1] ?? kill;
    const begunAt = performance.now();
    await fault(world, random);
    const recoveryMs = (await ackedAfter(world, performance.now())) - begunAt;
    const { times = 0, recoveryMs: longest = 0 } = done.get(name) ?? {};
    done.set(name, { times: times + 1, recoveryMs: Math.max(longest, recoveryMs) });
  }
  return done;
}

/** When the first event after a moment was acknowledged. */
async function ackedAfter({ ledger, output }: World, moment: number): Promise<number> {
  while (ledger.ackedAt < moment) {
    if (performance.now() > moment + DRAIN_MS)
      throw new Error(`nothing is acknowledged any more:\n${output()}`);
    await delay(5);
  }
  return ledger.ackedAt;
}

async function drained(world: World): Promise<void> {
  const giveUpAt = performance.now() + DRAIN_MS;
  while ((await world.backlogBytes()) !== 0) {
    if (performance.now() > giveUpAt) throw new Error(`the queue does not empty:\n${world.output()}`);
    await delay(50);
  }
}

async function compare(world: World): Promise<Omit<Report, 'faults' | 'seconds'>> {
  const { acked, unsure, refusals } = world.ledger;
  const events = await world.select<{
    event_id: string;
    copies: string;
    value_minor: string;
    is_form: number;
  }>(
    `SELECT event_id, count() AS copies, sum(value_minor) AS value_minor, any(type = 'form_submit') AS is_form
     FROM events FINAL GROUP BY event_id`,
  );
  const typed = await world.select<{ event_id: string; copies: string; email: string }>(
    'SELECT event_id, count() AS copies, any(email) AS email FROM personal_data FINAL GROUP BY event_id',
  );
  const [poison] = await world.select<{ count: string }>(
    "SELECT count() AS count FROM rejected_events FINAL WHERE reason = 'not_storable'",
  );
  const stored = new Map(events.map((event) => [event.event_id, event]));
  const forms = new Map(typed.map((form) => [form.event_id, form]));
  const unknown = [...stored.keys()].filter((id) => !acked.has(id) && !unsure.has(id));
  if (unknown.length > 0) throw new Error(`events that nobody sent: ${unknown.slice(0, 5).join(', ')}`);
  const ids = [...acked.keys()];
  return {
    acked: acked.size,
    stored: ids.filter((id) => stored.has(id)).length,
    lost: ids.filter((id) => !stored.has(id)),
    doubled: events.filter(({ copies }) => Number(copies) !== 1).map(({ event_id }) => event_id),
    ackedMinor: [...acked.values()].reduce((sum, value) => sum + value, 0),
    storedMinor: ids.reduce((sum, id) => sum + Number(stored.get(id)?.value_minor ?? 0), 0),
    wrongForms: ids.filter((id) => {
      const form = forms.get(id);
      const isForm = Boolean(stored.get(id)?.is_form);
      return isForm && (Number(form?.copies) !== 1 || form?.email !== `${id}@chaos.test`);
    }),
    poison: Number(poison?.count),
    refusals,
  };
}

/** Whether nothing acknowledged was lost, counted twice or changed. */
export const isSound = ({ lost, doubled, wrongForms, poison, ackedMinor, storedMinor }: Report): boolean =>
  lost.length + doubled.length + wrongForms.length + poison === 0 && ackedMinor === storedMinor;
