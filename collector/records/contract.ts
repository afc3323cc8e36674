// For tests: what records promise, through whichever collectors they are read and changed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A request as the owner. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface OpenRecords {
  /** Collectors over one ClickHouse, which has the site `demo`. */
  collectors: readonly Ask[];
  close(): Promise<void>;
}

interface Answer {
  id: string;
  version: number;
  name: string;
  rows: Answer[];
  meta: { cursor?: string };
  record: Answer | null;
  by: string;
  at: number;
  deleted?: true;
  error: { code: string; message: string; details?: object[] };
}

const WRITERS = 8;

/** @param rounds how often writers race */
export function recordsContract(name: string, rounds: number, open: () => Promise<OpenRecords>): void {
  describe(name, () => {
    let opened: OpenRecords;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    let turn = 0;
    /** One collector after the other. */
    const ask: Ask = (path, init) =>
      (opened.collectors[turn++ % opened.collectors.length] as Ask)(`/v1/entities/${path}`, init);
    const put = (path: string, body: unknown, ifMatch?: string) =>
      ask(path, {
        method: 'PUT',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
      });
    const remove = (path: string, ifMatch?: string) =>
      ask(path, { method: 'DELETE', headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch } });
    const json = async (response: Response | Promise<Response>) => (await (await response).json()) as Answer;
    const code = async (response: Promise<Response>) => {
      const answer = await response;
      return answer.ok ? `${answer.status}` : `${answer.status} ${(await json(answer)).error.code}`;
    };
    let count = 0;
    const next = () => `products/p-${++count}?site=demo`;
    const history = (path: string) => json(ask(path.replace('?', '/history?')));
    const mug = { name: 'Mug', category: 'Kitchen', price: '12.50', currency: 'EUR' };

    it('are made under an id of their own, read, and not sent twice', async () => {
      const made = await ask('products?site=demo', { method: 'POST', body: JSON.stringify(mug) });
      expect([made.status, made.headers.get('ETag')]).toEqual([201, '"1"']);
      const record = await json(made);
      expect(record).toEqual({ ...mug, id: expect.stringMatching(/^[A-Za-z0-9]{16}$/), version: 1 });
      expect(made.headers.get('Location')).toBe(`/v1/entities/products/${record.id}?site=demo`);
      const path = `products/${record.id}?site=demo`;
      const read = await ask(path);
      expect([await json(read), read.headers.get('ETag')]).toEqual([record, '"1"']);
      const known = await ask(path, { headers: { 'If-None-Match': '"0", W/"1"' } });
      expect([known.status, known.headers.get('ETag'), await known.text()]).toEqual([304, '"1"', '']);
      const head = await ask(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, '"1"', '']);
    });

    it('are replaced whole by who has seen them, and as they were answered', async () => {
      const path = next();
      expect((await put(path, mug)).status).toBe(200);
      const { category: _, ...edited } = (await json(ask(path))) as Answer & typeof mug;
      const changed = await put(path, { ...edited, name: 'Cup' }, '"1"');
      expect([changed.status, changed.headers.get('ETag')]).toEqual([200, '"2"']);
      expect(await json(ask(path))).toEqual({ ...edited, name: 'Cup', version: 2 });
      expect(await code(put(path, { ...mug, id: 'other' }, '"2"'))).toBe('400 entity_invalid');
    });

    it('are not changed by who has not', async () => {
      const path = next();
      expect(await code(put(path, mug, '"1"'))).toBe('412 version_conflict');
      expect((await json(put(path, mug, '"1"'))).record).toBeNull();
      expect(await code(put(path, mug))).toBe('200');
      for (const refused of [put(path, mug), remove(path)])
        expect(await code(refused)).toBe('428 precondition_required');
      expect(await code(put(path, { ...mug, name: 'Two' }, '"1"'))).toBe('200');
      for (const stale of [put(path, mug, '"1"'), put(path, mug, '"3"'), remove(path, '"1"')]) {
        const response = await stale;
        expect([response.status, response.headers.get('ETag')]).toEqual([412, '"2"']);
        expect(await json(response)).toMatchObject({
          error: { code: 'version_conflict' },
          record: { ...mug, name: 'Two', version: 2 },
        });
      }
      for (const tag of [
        'W/"2"',
        '"1", "2"',
        '2',
        '"two"',
        '"1",',
        '"0"',
        '"-1"',
        '"1e9"',
        `"${'9'.repeat(30)}"`,
      ])
        expect([tag, await code(put(path, mug, tag))]).toEqual([tag, '400 precondition_invalid']);
      expect(await code(put(path, mug, '*'))).toBe('200');
      expect(await code(put(next(), mug, '*'))).toBe('200');
    });

    it('have one winner among writers at once, and the others see whose', async () => {
      const path = next();
      const first = await Promise.all(
        Array.from({ length: WRITERS }, (_, writer) => put(path, { name: `first-${writer}` })),
      );
      expect(first.filter(({ ok }) => ok)).toHaveLength(1);
      for (const { status } of first) expect([200, 412, 428]).toContain(status);
      for (let round = 1; round <= rounds; round++) {
        const answers = await Promise.all(
          Array.from({ length: WRITERS }, (_, writer) =>
            writer === 0
              ? remove(path, `"${2 * round - 1}"`)
              : put(path, { name: `w-${writer}` }, `"${2 * round - 1}"`),
          ),
        );
        const won = answers.filter(({ ok }) => ok);
        expect(won).toHaveLength(1);
        const stands = won[0]?.status === 204 ? null : await json(won[0] as Response);
        for (const lost of answers.filter(({ ok }) => !ok))
          expect([lost.status, (await json(lost)).record]).toEqual([412, stands]);
        expect(await code(put(path, { name: 'next' }, '*'))).toBe('200');
      }
      const { rows } = await history(path);
      expect(rows.map(({ version }) => version)).toEqual(
        Array.from({ length: 2 * rounds + 1 }, (_, at) => 2 * rounds + 1 - at),
      );
    });

    it('take changes of whatever stands there one after the other', async () => {
      const path = next();
      const answers = await Promise.all(
        Array.from({ length: WRITERS }, (_, writer) => put(path, { name: `w-${writer}` }, '*')),
      );
      const versions = await Promise.all(answers.map(async (answer) => (await json(answer)).version));
      expect(versions.sort()).toEqual(Array.from({ length: WRITERS }, (_, at) => at + 1));
    });

    it('are deleted softly: their history goes on, also when they are made again', async () => {
      const path = next();
      const before = Date.now();
      await put(path, mug);
      expect(await code(remove(path, '"1"'))).toBe('204');
      const { error } = await json(ask(path));
      expect(error).toMatchObject({
        code: 'entity_unknown',
        message: expect.stringMatching(/deleted.*history/),
      });
      expect(await code(remove(path, '*'))).toBe('404 entity_unknown');
      expect(await code(remove(path, '"1"'))).toBe('412 version_conflict');
      expect((await json(ask('products?site=demo&limit=1000'))).rows.map(({ id }) => id)).not.toContain(
        path.slice(9, path.indexOf('?')),
      );
      expect((await json(put(path, { name: 'Again' }))).version).toBe(3);
      const { rows } = await history(path);
      expect(rows).toMatchObject([
        { name: 'Again', version: 3, by: 'owner' },
        { version: 2, by: 'owner', deleted: true },
        { ...mug, version: 1, by: 'owner' },
      ]);
      for (const { at } of rows) expect(at).toBeGreaterThanOrEqual(before);
      expect(rows.filter(({ deleted }) => deleted)).toHaveLength(1);
      const page = await json(ask(path.replace('?', '/history?limit=2&')));
      const rest = await json(ask(path.replace('?', `/history?cursor=${page.meta.cursor}&`)));
      expect([...page.rows, ...rest.rows]).toEqual(rows);
    });

    it('are listed by id, page by page, and found without case and accents', async () => {
      const ids = Array.from({ length: 5 }, (_, at) => `list-${at}`);
      for (const id of ids)
        await put(`products/${id}?site=demo`, { name: `Café ${id}`, description: 'IŞIK İstanbul' });
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await json(
          ask(`products?site=demo&search=${encodeURIComponent('ıstanbul cafe')}&limit=2&cursor=${cursor}`),
        );
        found.push(...page.rows.map(({ id }) => id));
        cursor = page.meta.cursor ?? '';
      } while (cursor);
      expect(found).toEqual(ids);
      const search = async (text: string) =>
        (await json(ask(`products?site=demo&search=${encodeURIComponent(text)}`))).rows.map(({ id }) => id);
      expect(await search('LIST-3')).toEqual(['list-3']);
      for (const text of ['%', '_____', "' OR 1", 'cafe tea', '\\']) expect(await search(text)).toEqual([]);
    });

    it.each([
      ['products', '400 parameter_invalid'],
      ['products?site=', '400 parameter_invalid'],
      ['products?site=nowhere', '404 site_unknown'],
      ['products?site=demo&colour=red', '400 parameter_invalid'],
      ['products?site=demo&site=demo', '400 parameter_invalid'],
      ['products?site=demo&limit=0', '400 parameter_invalid'],
      ['products?site=demo&limit=1001', '400 parameter_invalid'],
      ['products?site=demo&limit=1e2', '400 parameter_invalid'],
      ['products?site=demo&cursor=nonsense', '400 parameter_invalid'],
      [`products?site=demo&search=${'x'.repeat(201)}`, '400 parameter_invalid'],
      ['products/nobody?site=demo', '404 entity_unknown'],
      ['products/nobody/history?site=demo', '404 entity_unknown'],
      ['products/constructor?site=demo', '404 entity_unknown'],
      ['products/__proto__?site=demo', '404 entity_unknown'],
      ['products/...?site=demo', '400 entity_invalid'],
      ['products/a%20b?site=demo', '400 entity_invalid'],
      [`products/${'x'.repeat(65)}?site=demo`, '400 entity_invalid'],
      ['planets', '404 entity_unknown'],
      ['constructor', '404 entity_unknown'],
      ['__proto__/x', '404 entity_unknown'],
    ])('answer %s with %s', async (path, expected) => expect(await code(ask(path))).toBe(expected));

    it.each([
      [{}, 'name', 'missing'],
      [{ name: ' ' }, 'name', 'too_short'],
      [{ name: 'x', colour: 'red' }, 'colour', 'unknown'],
      [{ name: 'x', constructor: 'red' }, 'constructor', 'unknown'],
      [JSON.parse('{"name":"x","__proto__":{"a":1}}'), '__proto__', 'unknown'],
      [{ name: 'x', price: '12,50' }, 'price', 'format'],
      [{ name: 'x', price: -1 }, 'price', 'format'],
      [{ name: 'x', price: 1e300 }, 'price', 'format'],
      [{ name: 'x', currency: 'euro' }, 'currency', 'format'],
      [{ name: 'x', url: 'javascript:alert(1)' }, 'url', 'format'],
      [[], '', 'type'],
      [null, '', 'type'],
    ])('refuse %j', async (body, path, rule) => {
      const { error } = await json(put(next(), JSON.stringify(body)));
      expect(error).toMatchObject({ code: 'entity_invalid', details: [{ path, rule }] });
    });

    it('may have 256 KiB, and no more', async () => {
      const path = next();
      const padded = (bytes: number) => {
        const body = JSON.stringify({ name: 'x', description: 'ü'.repeat(20_000) });
        return body + ' '.repeat(bytes - Buffer.byteLength(body));
      };
      expect(await code(put(path, padded(256 * 1024)))).toBe('200');
      expect(await code(put(path, padded(256 * 1024 + 1), '*'))).toBe('413 body_too_large');
    });
  });
}
