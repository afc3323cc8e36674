import * as v from 'valibot';
import { type PersonAttribute, personAttributes } from '../person_attributes.js';
import { format } from '../rules.js';
import type { Flaw } from './kind.js';

/** What every site knows of people. */
export const standardAttributes = [
  'email',
  'name',
  'phone',
  'customer',
  'company',
  ...personAttributes,
] as const;

export const attributeTypes = ['text', 'number', 'date', 'boolean', 'choice'] as const;

export type AttributeType = (typeof attributeTypes)[number];

const STANDARD = new Set(standardAttributes.map((name) => name.toLowerCase()));

const option = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

const attribute = v.strictObject({
  /** As events and queries have it. */
  name: v.pipe(
    v.string(),
    v.trim(),
    format(
      'attribute',
      v.regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'must be a small letter, then letters and digits'),
    ),
    format(
      'free_attribute',
      v.check(
        (name: string) => !STANDARD.has(name.toLowerCase()),
        'is one that every site has: choose another name',
      ),
    ),
  ),
  /** As people read it. */
  label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  type: v.picklist(attributeTypes),
  /** Of a choice. */
  options: v.optional(v.pipe(v.array(option), v.maxLength(100))),
});

export type SiteAttribute = v.InferOutput<typeof attribute>;

/** What a site knows of people beside the usual. */
export const siteAttributes = v.pipe(v.array(attribute), v.maxLength(50));

/** Of what everybody's attributes hold, what is no text. */
const STANDARD_TYPES: { [Name in PersonAttribute]?: AttributeType } = { birthYear: 'number' };

/** What each attribute holds that people of a site may have beside who they are, by its name. */
export const attributeTypesOf = (
  own: readonly Pick<SiteAttribute, 'name' | 'type'>[] = [],
): ReadonlyMap<string, AttributeType> =>
  new Map([
    ...personAttributes.map((name) => [name, STANDARD_TYPES[name] ?? 'text'] as const),
    ...own.map(({ name, type }) => [name, type] as const),
  ]);

/** What no attribute by itself can tell to be wrong: a name that another has, a choice of nothing. */
export function flawOf(attributes: readonly SiteAttribute[] = []): Flaw | undefined {
  const wrong = attributes.flatMap(({ name, type, options = [] }, index) => {
    const path = `attributes.${index}`;
    const isTaken = attributes.slice(0, index).some((other) => isAlike(other.name, name));
    const isTwice = options.some((one, at) => options.slice(0, at).some((other) => isAlike(one, other)));
    return [
      ...(isTaken ? [{ path: `${path}.name`, rule: 'format', limit: 'unique' } as const] : []),
      ...(type === 'choice' && options.length === 0
        ? [{ path: `${path}.options`, rule: 'missing' } as const]
        : []),
      ...(type !== 'choice' && options.length > 0
        ? [{ path: `${path}.options`, rule: 'unknown' } as const]
        : []),
      ...(isTwice ? [{ path: `${path}.options`, rule: 'format', limit: 'unique' } as const] : []),
    ];
  });
  return wrong.length === 0
    ? undefined
    : {
        message: 'Each attribute needs a name of its own, and a choice needs options, each once',
        details: wrong,
      };
}

const isAlike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
