import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineKind, type KindDeclaration } from './entities/kind.js';
import { collisionsOf, viewOf } from './entities/view.js';
import { entityKinds } from './entities.js';
import { migrations } from './gen/migrations.js';

const kinds = Object.values(entityKinds);
const access = { read: ['owner', 'entities:read'], write: ['owner', 'entities:write'] } as const;
const define = (rest: Partial<KindDeclaration<v.ObjectEntries>>) =>
  defineKind({ kind: 'things', scope: 'site', access, fields: { name: v.string() }, ...rest });

describe('the kinds of records', () => {
  it('are called what their views can be called', () => {
    const made = migrations
      .flatMap(({ statements }) => [...statements])
      .flatMap((sql) => [...sql.matchAll(/^CREATE (?:[A-Z]+ )+([a-z]\w*)/gm)].map(([, name = '']) => name));
    expect(made).toEqual(expect.arrayContaining(['events', 'records', 'visitor_spans']));
    expect(collisionsOf(kinds, made)).toEqual([]);
    expect(collisionsOf([define({}), define({}), define({ kind: 'Events'.toLowerCase() })], made)).toEqual([
      'things',
      'events',
    ]);
  });

  it.each(Object.entries(entityKinds))('%s fit together', (name, kind) => {
    expect(kind.kind).toBe(name);
    const fields = Object.keys(kind.fields);
    for (const field of [...kind.search, ...Object.keys(kind.references), ...Object.keys(kind.columns)])
      expect(fields).toContain(field);
    for (const { kind: other, mayDangle } of Object.values(kind.references))
      if (!mayDangle) expect(Object.keys(entityKinds)).toContain(other);
    for (const hidden of Object.keys(kind.hidden)) {
      expect(fields).not.toContain(hidden);
      expect(viewOf(kind)).not.toContain(hidden);
    }
    // A kind of a site has too many records to be held in memory.
    if (kind.live) expect(kind.scope).toBe('instance');
  });

  it('have names of their own', () => {
    for (const kind of ['Things', 'x', 'some things', 'things;', '__proto__'])
      expect(() => define({ kind })).toThrow(/no name for a kind/);
    for (const field of ['id', 'version', 'by', 'at', 'updated_at'])
      expect(() => define({ fields: { [field]: v.string() } })).toThrow(`cannot be called "${field}"`);
    expect(() =>
      define({ fields: { search: v.string() }, references: { search: { kind: 'products' } } }),
    ).toThrow('a reference cannot be called "search"');
  });
});

describe('a view', () => {
  const amount = v.union([v.number(), v.string()]);
  it.each([
    [v.string(), "JSONExtractString(data, 'name')"],
    [v.optional(v.picklist(['a', 'b'])), "JSONExtractString(data, 'name')"],
    [v.pipe(v.number(), v.minValue(0)), "JSONExtract(data, 'name', 'Float64')"],
    [v.optional(v.number()), "JSONExtract(data, 'name', 'Nullable(Float64)')"],
    [v.optional(v.boolean(), false), "JSONExtract(data, 'name', 'Bool')"],
    [v.optional(v.array(v.string())), "JSONExtract(data, 'name', 'Array(String)')"],
    [v.array(v.object({ a: v.string() })), "JSONExtractRaw(data, 'name')"],
    [
      v.optional(
        v.pipe(
          amount,
          v.check(() => true),
        ),
      ),
      'toDecimal128OrNull(',
    ],
  ])('has a column by its schema: %#', (schema, expression) => {
    expect(viewOf(define({ fields: { name: schema } }))).toContain(expression);
  });

  it('has another column where the kind says so', () => {
    expect(viewOf(define({ columns: { name: 'JSON' } }))).toContain("JSONExtractRaw(data, 'name') AS `name`");
  });
});
