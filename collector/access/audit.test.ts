import { describe, expect, it } from 'vitest';
import type { TableRows } from '../../schemas/gen/tables.js';
import { LeadlineError } from '../errors.js';
import type { Row } from '../store/row.js';
import { type Act, Audit } from './audit.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOON = Date.UTC(2026, 9, 14, 12);

function setUp() {
  const state = { now: NOON, isFull: false, written: [] as Row[], appends: 0 };
  const queue = {
    async append(rows: Row[]) {
      if (state.isFull) throw new LeadlineError('queue_full', 'No room.');
      state.appends++;
      state.written.push(...rows);
    },
  };
  const audit = new Audit(queue, 'secret', () => state.now);
  const rowsOf = <Table extends keyof TableRows>(table: Table) =>
    state.written
      .filter((row) => row.table === table)
      .map(({ json }) => JSON.parse(json) as TableRows[Table]);
  return { audit, state, rows: () => rowsOf('audit'), values: () => rowsOf('audit_values') };
}

const change: Act = {
  by: 'user:ada',
  action: 'changed',
  site: 'shop',
  target: 'products',
  subject: 'p-1',
  version: 3,
};
const view: Act = { by: 'user:ada', action: 'viewed', site: 'shop', target: 'leads', sessionId: 's1' };
const refused: Act = {
  by: '',
  action: 'refused',
  site: '',
  target: 'users',
  code: 'sign_in_required',
  address: '203.0.113.7',
};
const total = (rows: TableRows['audit'][]) => rows.reduce((sum, { count }) => sum + count, 0);

describe('an act', () => {
  it('is a row without anybody’s data, and its values are another', async () => {
    const { audit, rows, values } = setUp();
    await audit.note({
      ...change,
      sessionId: 's1',
      address: '203.0.113.7',
      country: 'ES',
      persons: ['p1'],
      values: { before: { name: 'Ada', price: 1 }, after: { name: 'Eve', price: 1 } },
    });
    expect(rows()).toEqual([
      {
        site: 'shop',
        audit_id: expect.stringMatching(/^[\da-z]{9}-[\w-]{12}$/),
        at: '2026-10-14 12:00:00.000',
        action: 'changed',
        by: 'user:ada',
        sites: [],
        target: 'products',
        subject: 'p-1',
        version: 3,
        fields: ['name'],
        code: '',
        count: 1,
        session_id: 's1',
        origin_hash: audit.originOf('203.0.113.7'),
        country: 'ES',
      },
    ]);
    const [row] = rows();
    expect(values()).toEqual([
      {
        site: 'shop',
        audit_id: row?.audit_id,
        target: 'products',
        subject: 'p-1',
        persons: ['p1'],
        data: JSON.stringify({ before: { name: 'Ada', price: 1 }, after: { name: 'Eve', price: 1 } }),
      },
    ]);
    expect(JSON.stringify(rows())).not.toMatch(/Ada|Eve|203\.0/);
  });

  it('keeps what was asked apart from the log', async () => {
    const { audit, rows, values } = setUp();
    await audit.note({ ...view, values: { asked: { search: 'ada@example.com' } } });
    expect(JSON.stringify(rows())).not.toContain('ada@');
    expect(values()).toMatchObject([{ data: '{"asked":{"search":"ada@example.com"}}' }]);
  });

  it('has no second row where there are no values', async () => {
    const { audit, values } = setUp();
    await audit.note({ ...change, values: { before: {}, after: { password: 'x' } } });
    expect(values()).toEqual([]);
  });

  it('is noted each time, of what changes something', async () => {
    const { audit, rows } = setUp();
    for (const action of ['created', 'changed', 'deleted', 'exported', 'signed_in', 'signed_out'] as const)
      for (let times = 0; times < 3; times++) await audit.note({ ...change, action });
    expect(rows()).toHaveLength(18);
    expect(new Set(rows().map(({ audit_id }) => audit_id)).size).toBe(18);
  });

  it('is cut where strangers name something endless', async () => {
    const { audit, rows } = setUp();
    await audit.note({ ...refused, subject: 'x'.repeat(10_000), target: '🙂'.repeat(1_000) });
    expect(rows()[0]?.subject).toHaveLength(256);
    expect(rows()[0]?.target).toHaveLength(256);
  });
});

describe('views', () => {
  it('of the same are one in ten minutes, however often a dashboard asks', async () => {
    const { audit, state, rows } = setUp();
    for (let second = 0; second <= 25 * 60; second += 10) {
      state.now = NOON + second * 1_000;
      await audit.note(view);
    }
    expect(rows().map(({ at }) => at.slice(11, 19))).toEqual(['12:00:00', '12:10:00', '12:20:00']);
  });

  it('of something else, by somebody else, are others', async () => {
    const { audit, rows } = setUp();
    const others: Partial<Act>[] = [
      {},
      { by: 'user:eve' },
      { sessionId: 's2' },
      { site: 'other' },
      { target: 'timeline' },
      { subject: 'p1' },
      { values: { asked: { search: 'a' } } },
      { values: { asked: { search: 'b' } } },
    ];
    for (const other of [...others, ...others]) await audit.note({ ...view, ...other });
    expect(rows()).toHaveLength(others.length);
  });

  it('are noted again once more than can be remembered came between', async () => {
    const { audit, rows } = setUp();
    for (let subject = 0; subject <= 10_000; subject++) await audit.note({ ...view, subject: `${subject}` });
    await audit.note({ ...view, subject: '10000' });
    expect(rows()).toHaveLength(10_001);
    await audit.note({ ...view, subject: '0' });
    expect(rows()).toHaveLength(10_002);
  });
});

describe('refusals', () => {
  it('alike are a row at once and one a minute, with their number', async () => {
    const { audit, state, rows } = setUp();
    for (let second = 0; second < 180; second++) {
      state.now = NOON + second * 1_000;
      await audit.note(refused);
    }
    expect(rows().map(({ count }) => count)).toEqual([1, 60, 60]);
    state.now += MINUTE;
    await audit.note(view);
    expect(total(rows().filter(({ action }) => action === 'refused'))).toBe(180);
  });

  it('are told a minute later by whatever comes next, and then forgotten', async () => {
    const { audit, state, rows } = setUp();
    await audit.note(refused);
    state.now += 10_000;
    await audit.note(refused);
    state.now += MINUTE;
    await audit.note(change);
    expect(rows().map(({ action, count }) => [action, count])).toEqual([
      ['refused', 1],
      ['changed', 1],
      ['refused', 1],
    ]);
    expect(rows()[2]).toMatchObject({ at: '2026-10-14 12:00:10.000' });
    expect(state.appends).toBe(2);
    state.now += 2 * MINUTE;
    await audit.note(change);
    await audit.note(refused);
    expect(rows()).toHaveLength(5);
  });

  it('of other addresses, accounts and codes are told apart', async () => {
    const { audit, rows } = setUp();
    const attempt: Act = { ...refused, action: 'sign_in_refused', target: 'session', subject: 'digest-1' };
    const others: Partial<Act>[] = [
      {},
      { address: '203.0.113.8' },
      { subject: 'digest-2' },
      { code: 'too_many_attempts' },
    ];
    for (const other of [...others, ...others]) await audit.note({ ...attempt, ...other });
    expect(rows()).toHaveLength(others.length);
  });

  it('of one IPv6 network are alike', async () => {
    const { audit, rows } = setUp();
    for (let host = 0; host < 20; host++)
      await audit.note({ ...refused, address: `2001:db8:1:2::${host.toString(16)}` });
    expect(rows()).toHaveLength(1);
  });

  it('of a flood are a few hundred rows a minute, and every one is counted', async () => {
    const { audit, state, rows } = setUp();
    const FLOOD = 20_000;
    let perMinute = 0;
    for (let minute = 0; minute < 3; minute++) {
      state.now = NOON + minute * MINUTE;
      const before = rows().length;
      for (let n = 0; n < FLOOD; n++) await audit.note({ ...refused, subject: `${minute} ${n}` });
      perMinute = Math.max(perMinute, rows().length - before);
    }
    expect(perMinute).toBeLessThanOrEqual(600);
    state.now += MINUTE;
    await audit.note(change);
    await audit.flush();
    const told = rows().filter(({ action }) => action === 'refused');
    expect(total(told)).toBe(3 * FLOOD);
    expect(told.filter(({ subject }) => subject === 'others').length).toBeLessThanOrEqual(4);
  });

  it('of a flood that are not told apart say nothing of what each was about', async () => {
    const { audit, rows, values } = setUp();
    for (let n = 0; n < 200; n++)
      await audit.note({ ...refused, subject: `${n}`, values: { asked: { n } }, persons: ['p1'] });
    const [others] = rows().filter(({ subject }) => subject === 'others');
    expect(others).toMatchObject({ site: '', by: '', target: '', code: '', origin_hash: '' });
    expect(values()).toHaveLength(rows().length - 1);
    expect(values().map(({ audit_id }) => audit_id)).not.toContain(others?.audit_id);
  });

  it('of a flood hide neither attempts to sign in nor those of users', async () => {
    const { audit, rows } = setUp();
    for (let n = 0; n < 1_000; n++) await audit.note({ ...refused, subject: `${n}` });
    await audit.note({ ...refused, action: 'sign_in_refused', subject: 'digest-1' });
    await audit.note({ ...refused, by: 'user:eve', code: 'role_missing', subject: 'u1' });
    expect(rows().slice(-2)).toMatchObject([{ subject: 'digest-1' }, { subject: 'u1' }]);
  });

  it('go with the last row when the process ends', async () => {
    const { audit, rows } = setUp();
    for (let times = 0; times < 5; times++) await audit.note(refused);
    await audit.flush();
    await audit.flush();
    expect(rows().map(({ count }) => count)).toEqual([1, 4]);
  });
});

describe('a clock', () => {
  it.each([-3 * DAY, -10 * MINUTE, 3 * DAY])(
    'that jumps by %i ms neither stops notes nor loses any',
    async (jump) => {
      const { audit, state, rows } = setUp();
      for (let times = 0; times < 3; times++) await audit.note(refused);
      await audit.note(view);
      state.now += jump;
      await audit.note(view);
      await audit.note(refused);
      expect(rows().filter(({ action }) => action === 'viewed')).toHaveLength(2);
      for (let minute = 0; minute < 5; minute++) {
        await audit.note(refused);
        state.now += MINUTE;
      }
      await audit.note(change);
      expect(total(rows().filter(({ action }) => action === 'refused'))).toBe(9);
    },
  );

  it('that jumps to and fro lets no flood through and loses none', async () => {
    const { audit, state, rows } = setUp();
    for (let n = 0; n < 5_000; n++) {
      if (n % 1_000 === 0) state.now += n % 2_000 === 0 ? DAY : -DAY;
      await audit.note({ ...refused, subject: `${n}` });
    }
    expect(rows().length).toBeLessThan(5 * 200);
    await audit.flush();
    expect(total(rows())).toBe(5_000);
  });
});

describe('a queue without room', () => {
  it.each(['created', 'changed', 'deleted', 'exported', 'signed_in'] as const)(
    'lets nothing be %s unseen',
    async (action) => {
      const { audit, state, rows } = setUp();
      state.isFull = true;
      await expect(audit.note({ ...change, action })).rejects.toMatchObject({ code: 'queue_full' });
      state.isFull = false;
      await audit.note({ ...change, action });
      state.now += 2 * MINUTE;
      await audit.note(view);
      // It did not happen: there is nothing to be told later.
      expect(rows().map((row) => row.action)).toEqual([action, 'viewed']);
    },
  );

  it.each(['viewed', 'refused', 'sign_in_refused', 'signed_out'] as const)(
    'stops nobody whose act is %s, which is told later',
    async (action) => {
      const { audit, state, rows } = setUp();
      state.isFull = true;
      const act = { ...view, action, values: { asked: { search: 'x' } } };
      await audit.note(act);
      state.now += 2 * MINUTE;
      // Still none: it is carried once more.
      await expect(audit.note(change)).rejects.toThrow();
      state.isFull = false;
      state.now += 2 * MINUTE;
      await audit.note(change);
      expect(rows().map((row) => [row.action, row.count])).toEqual([
        ['changed', 1],
        [action, 1],
      ]);
    },
  );

  it('loses no number, and holds no more than it has room for', async () => {
    const { audit, state, rows } = setUp();
    state.isFull = true;
    for (let n = 0; n < 12_000; n++) await audit.note({ ...view, subject: `${n}` });
    state.isFull = false;
    for (let minute = 0; minute < 30; minute++) {
      state.now += MINUTE;
      await audit.note({ ...change, action: 'signed_in' });
    }
    const viewed = rows().filter(({ action }) => action === 'viewed');
    expect(viewed).toHaveLength(10_001);
    expect(total(viewed)).toBe(12_000);
  });
});

describe('the hash of an address', () => {
  it('is one a day, of an IPv6 network, and another with each secret', () => {
    const { audit, state } = setUp();
    const hash = audit.originOf('203.0.113.7');
    expect(hash).toMatch(/^[\w-]{22}$/);
    expect(audit.originOf('203.0.113.8')).not.toBe(hash);
    expect(
      new Audit({ append: async () => undefined }, 'other', () => NOON).originOf('203.0.113.7'),
    ).not.toBe(hash);
    expect(audit.originOf('2001:db8:1:2::1')).toBe(audit.originOf('2001:db8:1:2:ffff::1'));
    expect(audit.originOf('2001:db8:1:2::1')).not.toBe(audit.originOf('2001:db8:1:3::1'));
    expect(audit.originOf('10.0.0.1')).not.toBe(audit.originOf('10.0.0.2'));
    state.now += 11 * 3_600_000;
    expect(audit.originOf('203.0.113.7')).toBe(hash);
    state.now += 2 * 3_600_000;
    expect(audit.originOf('203.0.113.7')).not.toBe(hash);
  });
});
