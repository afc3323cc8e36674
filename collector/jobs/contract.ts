// For tests: what background work promises, whoever carries it to ClickHouse.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../schemas/gen/queries/jobs.js';
import type { Log } from '../log.js';
import { silent } from '../store/testing.js';
import { INSTANCE, type Job } from './job.js';
import type { Jobs, JobsOptions } from './jobs.js';

export interface OpenJobs {
  /** Another collector over the same ClickHouse. */
  collector(options: Omit<JobsOptions, 'store'>): Jobs;
  /** As the page of a site shows them, to who owns all sites. */
  rows(site: string): Promise<Row[]>;
  /** Takes ClickHouse away, and brings it back. */
  away(isAway: boolean): void;
  /** All that was written is merged, as it is sooner or later. */
  merge(): Promise<void>;
  close(): Promise<void>;
}

const SHOP = { site: 'shop', id: '' };
const LEASE_MS = 60_000;
const TOTAL = 5;

type Counting = { at: number };

export function jobsContract(name: string, open: () => Promise<OpenJobs>): void {
  describe(name, () => {
    let opened: OpenJobs;
    let skewMs = 0;
    const now = () => Date.now() + skewMs;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    /** A job that no other test has. */
    let count = '';
    let tests = 0;
    beforeEach(() => {
      skewMs = 0;
      count = `count_${++tests}`;
    });

    /** Counts to five, and tells of each step that it does. */
    const counting = (onStep: (at: number) => Promise<void> | void, rest: Partial<Job<Counting>> = {}) =>
      ({
        begin: () => ({ at: 0 }),
        async step({ state: { at } }) {
          await onStep(at);
          const done = at + 1;
          return { state: { at: done }, progress: { done, total: TOTAL }, isDone: done === TOTAL };
        },
        ...rest,
      }) satisfies Job<Counting>;
    const collector = (job: Job, rest: Partial<JobsOptions> = {}, log: Log = silent) =>
      opened.collector({ jobs: { [count]: job }, log, now, ...rest });
    const rows = async () => (await opened.rows(SHOP.site)).filter(({ job }) => job === count);
    const row = async () => (await rows())[0];
    const never = () => new Promise<never>(() => undefined);
    /** A promise, and what resolves it. */
    const gate = () => {
      let pass = () => {};
      const passed = new Promise<void>((resolve) => (pass = resolve));
      return { pass, passed };
    };

    it('is done step by step when it is asked for, and then no more', async () => {
      const steps: number[] = [];
      const jobs = collector(counting((at) => void steps.push(at)));
      await jobs.runDue();
      expect(await row()).toBeUndefined();
      await jobs.start(count, SHOP);
      expect(await row()).toMatchObject({ job: count, scope: 'site', status: 'waiting' });
      await jobs.runDue();
      await jobs.runDue();
      expect(steps).toEqual([0, 1, 2, 3, 4]);
      expect(await row()).toMatchObject({
        status: 'done',
        done: TOTAL,
        total: TOTAL,
        due_at: 0,
        errors: [''],
      });
      await jobs.start(count, SHOP);
      await jobs.runDue();
      expect(steps).toHaveLength(10);
    });

    it('refuses what there is not', async () => {
      const jobs = collector(counting(() => undefined, { keys: () => [SHOP] }));
      for (const [job, key] of [
        ['other', SHOP],
        ['constructor', SHOP],
        [count, INSTANCE],
      ] as const)
        await expect(jobs.start(job, key)).rejects.toMatchObject({ code: 'job_unknown' });
    });

    it('begins by itself for each of its keys, and again when its time has come, from what it knows', async () => {
      const began: object[] = [];
      const job = counting(() => undefined, {
        keys: () => [INSTANCE, SHOP],
        every: 3_600_000,
        begin: (key, before) => {
          began.push([key.site, before]);
          return { at: 0 };
        },
      });
      const jobs = collector(job);
      await jobs.runDue();
      expect(began).toEqual([
        ['', {}],
        ['shop', {}],
      ]);
      skewMs += 1_800_000;
      await jobs.runDue();
      expect(began).toHaveLength(2);
      skewMs += 1_800_000;
      await jobs.runDue();
      expect(began.slice(2)).toEqual([
        ['', { at: TOTAL }],
        ['shop', { at: TOTAL }],
      ]);
    });

    it('has one collector at a time, and each step is stored once', async () => {
      const steps: number[] = [];
      const job = counting((at) => void steps.push(at));
      const collectors = Array.from({ length: 4 }, () => collector(job));
      await collectors[0]?.start(count, SHOP);
      await Promise.all(collectors.map((one) => one.runDue()));
      expect(steps).toEqual([0, 1, 2, 3, 4]);
      expect(await row()).toMatchObject({ status: 'done', errors: [''] });
    });

    it('is asked for by many at once, and done', async () => {
      let runs = 0;
      const job = counting((at) => void (at === 0 && runs++));
      const collectors = Array.from({ length: 4 }, () => collector(job));
      await Promise.all(collectors.map((one) => one.start(count, SHOP)));
      for (const one of collectors) await one.runDue();
      expect(runs).toBe(1);
    });

    it('goes on at another collector once the lease of one that died is over', async () => {
      const reached = gate();
      const first = collector(
        counting(async (at) => {
          if (at < 2) return;
          reached.pass();
          await never();
        }),
      );
      await first.start(count, SHOP);
      void first.runDue();
      await reached.passed;
      const steps: number[] = [];
      const second = collector(counting((at) => void steps.push(at)));
      await second.runDue();
      expect(steps).toEqual([]);
      expect(await row()).toMatchObject({ status: 'running', done: 2, total: TOTAL });
      skewMs += LEASE_MS + 1_000;
      await second.runDue();
      expect(steps).toEqual([2, 3, 4]);
      expect(await row()).toMatchObject({ status: 'done' });
    });

    it('goes on at once at a collector that comes back under its name', async () => {
      const reached = gate();
      const dying = counting(async (at) => {
        if (at < 3) return;
        reached.pass();
        await never();
      });
      const first = collector(dying, { holder: 'one' });
      await first.start(count, SHOP);
      void first.runDue();
      await reached.passed;
      const steps: number[] = [];
      await collector(
        counting((at) => void steps.push(at)),
        { holder: 'one' },
      ).runDue();
      expect(steps).toEqual([3, 4]);
    });

    it('takes nothing from who was overtaken', async () => {
      const [reached, goOn] = [gate(), gate()];
      const slow = counting(async (at) => {
        if (at !== 1) return;
        reached.pass();
        await goOn.passed;
      });
      const first = collector({
        ...slow,
        step: async (context) => ({ ...(await slow.step(context)), progress: { done: 99, total: 99 } }),
      } satisfies Job<Counting>);
      await first.start(count, SHOP);
      const running = first.runDue();
      await reached.passed;
      skewMs += LEASE_MS + 1_000;
      const steps: number[] = [];
      const halfway = gate();
      const finish = gate();
      const second = collector(
        counting(async (at) => {
          steps.push(at);
          if (at !== 3) return;
          halfway.pass();
          await finish.passed;
        }),
      );
      const overtaking = second.runDue();
      await halfway.passed;
      goOn.pass();
      await running;
      expect(await row()).toMatchObject({ status: 'running', done: 3, total: TOTAL });
      finish.pass();
      await overtaking;
      expect(steps).toEqual([1, 2, 3, 4]);
      expect(await row()).toMatchObject({ status: 'done', done: TOTAL, errors: [''] });
    });

    it('tries what failed again from where it was, later and later', async () => {
      let broken = true;
      const steps: number[] = [];
      const told: string[] = [];
      const job = counting((at) => {
        steps.push(at);
        if (at === 2 && broken) throw new RangeError('ada@example.com');
      });
      const jobs = collector(job, { onFailure: (name) => void told.push(name) });
      await jobs.start(count, SHOP);
      for (const [attempts, least, most] of [
        [1, 3_750, 5_000],
        [2, 7_500, 10_000],
        [3, 15_000, 20_000],
      ] as const) {
        const before = now();
        await jobs.runDue();
        const found = await row();
        expect(found).toMatchObject({ status: 'failed', attempts, error: 'RangeError', done: 2 });
        expect((found?.due_at ?? 0) - before).toBeGreaterThanOrEqual(least);
        expect((found?.due_at ?? 0) - now()).toBeLessThanOrEqual(most);
        await jobs.runDue();
        skewMs += most;
      }
      expect(steps).toEqual([0, 1, 2, 2, 2]);
      broken = false;
      await jobs.runDue();
      expect(await row()).toMatchObject({
        status: 'done',
        attempts: 0,
        error: '',
        errors: ['', 'RangeError', 'RangeError', 'RangeError'],
      });
      expect(told).toEqual([count, count, count]);
    });

    it('waits ten minutes at most, and remembers the last ten ends', async () => {
      const jobs = collector(
        counting(() => {
          throw new Error('no');
        }),
      );
      await jobs.start(count, SHOP);
      for (let time = 0; time < 12; time++) {
        await jobs.runDue();
        skewMs += 600_000;
      }
      const found = await row();
      expect(found).toMatchObject({ attempts: 12, errors: Array(10).fill('Error') });
      expect((found?.due_at ?? 0) - now()).toBeLessThanOrEqual(0);
    });

    it('is tried again at once where it is asked for', async () => {
      let broken = true;
      const jobs = collector(
        counting(() => {
          if (broken) throw new Error('no');
        }),
      );
      await jobs.start(count, SHOP);
      await jobs.runDue();
      broken = false;
      await jobs.start(count, SHOP);
      await jobs.runDue();
      expect(await row()).toMatchObject({ status: 'done', attempts: 0 });
    });

    it('is done once more where it is asked for while it is under way', async () => {
      const steps: number[] = [];
      const other = collector(counting(() => undefined));
      const jobs = collector(
        counting(async (at) => {
          steps.push(at);
          if (at === 2 && steps.length < TOTAL)
            for (let time = 0; time < 3; time++) await other.start(count, SHOP);
        }),
      );
      await jobs.start(count, SHOP);
      await jobs.runDue();
      expect(steps).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
      expect(await row()).toMatchObject({ status: 'done', errors: ['', ''] });
    });

    it('stops in the middle, and goes on there', async () => {
      const reached = gate();
      const first = collector({
        ...counting(() => undefined),
        async step({ state: { at }, signal }) {
          if (at < 3) return { state: { at: at + 1 }, isDone: false };
          reached.pass();
          await new Promise((_, reject) => signal.addEventListener('abort', reject));
          return { state: { at: 99 }, isDone: true };
        },
      } satisfies Job<Counting>);
      await first.start(count, SHOP);
      const running = first.runDue();
      await reached.passed;
      first.stop();
      await running;
      expect(await row()).toMatchObject({ status: 'running', attempts: 0, errors: [] });
      const steps: number[] = [];
      await collector(counting((at) => void steps.push(at))).runDue();
      expect(steps).toEqual([3, 4]);
    });

    it('ends in time, and gives way to what else is due', async () => {
      const steps: string[] = [];
      const slow = (name: string, rest: Partial<Job<Counting>> = {}) =>
        counting((at) => {
          steps.push(`${name}${at}`);
          skewMs += 19_000;
        }, rest);
      const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}_${count}`) as [string, string, string];
      const jobs = { [a]: slow('a'), [b]: slow('b') };
      const first = opened.collector({ jobs, log: silent, now });
      await first.start(a, SHOP);
      skewMs++;
      await first.start(b, SHOP);
      await first.runDue(75_000);
      expect(steps).toEqual(['a0', 'b0', 'a1', 'b1']);
      // One that was never begun does not wait for those that are under way.
      const all = { ...jobs, [c]: slow('c', { keys: () => [SHOP] }) };
      const second = opened.collector({ jobs: all, log: silent, now });
      await second.runDue(56_000);
      expect(steps.slice(4)).toEqual(['c0', 'a2', 'b2']);
      await second.runDue();
      expect(steps).toHaveLength(3 * TOTAL);
    });

    it('waits while ClickHouse is away, tells it once, and goes on where it was', async () => {
      const steps: number[] = [];
      const logged: string[] = [];
      const job = counting((at) => {
        steps.push(at);
        if (at === 2 && steps.length === 3) opened.away(true);
      });
      const jobs = collector(job, {}, (_, message) => void logged.push(message));
      await jobs.start(count, SHOP);
      for (let time = 0; time < 3; time++) await jobs.runDue();
      await expect(jobs.start(count, SHOP)).rejects.toMatchObject({ code: 'store_down' });
      expect(logged).toEqual(['background work waits for ClickHouse']);
      opened.away(false);
      await jobs.runDue();
      // The step whose end could not be stored is done once more.
      expect(steps).toEqual([0, 1, 2, 2, 3, 4]);
      expect(await row()).toMatchObject({ status: 'done', errors: [''] });
    });

    it('is the same once its versions are merged', async () => {
      const jobs = collector(counting(() => undefined));
      await jobs.start(count, SHOP);
      await jobs.runDue();
      const before = await rows();
      await opened.merge();
      expect(await rows()).toEqual(before);
      await jobs.start(count, SHOP);
      await jobs.runDue();
      expect(await row()).toMatchObject({ status: 'done', errors: ['', ''] });
    });
  });
}
