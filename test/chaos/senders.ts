import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from './random.js';

/** What the collector acknowledged; all of it must be stored, once. */
export class Ledger {
  /** The value in minor units of each acknowledged event; a form's is 0. */
  readonly acked = new Map<string, number>();
  /** Sent, and perhaps stored, but never acknowledged. */
  readonly unsure = new Set<string>();
  /** How often an answer other than an acknowledgement came, by its code. */
  readonly refusals = new Map<string, number>();
  ackedAt = 0;
  /** Makes the events large: for what fills a disk. */
  isFat = false;

  refused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  refusalsOf(code: string): number {
    return this.refusals.get(code) ?? 0;
  }
}

/** Senders that wait for each answer. */
const SENDERS = 8;
const PAUSE_MS = 15;
/** Longer than anything but a hang takes. */
const PATIENCE_MS = 5_000;
const FAT = 'x'.repeat(60_000);

/**
 * Sends batches of forms and conversions as browsers do, until `stopping`: again with the same ids as long as there is
 * no acknowledgement, and now and then once more although there was one. Some give up, as people do.
 */
export async function send(
  url: () => string,
  ledger: Ledger,
  random: Random,
  stopping: AbortSignal,
): Promise<void> {
  let ids = 0;
  const run = random.seed.toString(36);
  const sender = async (name: number) => {
    while (!stopping.aborted) {
      const count = 1 + Math.floor(random.between(0, 4));
      const events = Array.from({ length: count }, () => eventOf(`${run}-${ids++}`, random, ledger.isFat));
      await deliver(events, name);
      await delay(PAUSE_MS);
    }
  };

  async function deliver(events: ChaosEvent[], name: number): Promise<void> {
    for (const { id } of events) ledger.unsure.add(id);
    const givesUpAfter = random.next() < 0.02 ? 1 : Number.POSITIVE_INFINITY;
    const again = random.next() < 0.1;
    for (let attempt = 0; attempt < givesUpAfter; attempt++) {
      if (await post(events, name)) {
        for (const { id, value } of events) {
          ledger.unsure.delete(id);
          ledger.acked.set(id, Math.round(Number(value ?? 0) * 100));
        }
        ledger.ackedAt = performance.now();
        if (again) await post(events, name);
        return;
      }
      // What nobody acknowledged by now may wait for a collector that does not come back.
      if (stopping.aborted) return;
      await delay(random.between(20, 200));
    }
  }

  async function post(events: ChaosEvent[], name: number): Promise<boolean> {
    const sent = Date.now();
    try {
      const response = await fetch(`${url()}/v1/events`, {
        method: 'POST',
        headers: { Origin: url() },
        body: JSON.stringify({ site: 'demo', visitor: `visitor-${name}`, sent, events }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = (await response.json()) as { accepted?: number; error?: { code: string } };
      if (response.status === 202 && answer.accepted === events.length) return true;
      ledger.refused(answer.error?.code ?? `${response.status} ${JSON.stringify(answer)}`);
    } catch {
      ledger.refused('no answer');
    }
    return false;
  }

  await Promise.all(Array.from({ length: SENDERS }, (_, name) => sender(name)));
}

type ChaosEvent = ReturnType<typeof eventOf>;

function eventOf(id: string, random: Random, isFat: boolean) {
  const base = { id, ts: Date.now() };
  if (isFat) return { ...base, type: 'form_submit', value: undefined, form: formOf(id, FAT) };
  if (random.next() < 0.5)
    return { ...base, type: 'form_submit', value: undefined, form: formOf(id, 'Hello') };
  const value = random.between(1, 500).toFixed(2);
  return { ...base, type: 'conversion', orderId: `order-${id}`, currency: 'EUR', value };
}

const formOf = (id: string, message: string) => ({
  id: 'contact',
  fields: { email: `${id}@chaos.test`, message },
});
