import {
  type AttributeType,
  attributeTypesOf,
  type SiteAttribute,
} from '../../schemas/entities/attributes.js';
import { type PersonAttribute, personAttributes } from '../../schemas/person_attributes.js';
import type { Option } from '../components/filter_kinds.js';
import type { Format } from '../i18n/format.js';
import type { Texts } from './texts.en.js';

/** What is known of people beside who they are: under which name, and how it is told. */
export interface KnownAttribute {
  /** As events and queries have it. */
  name: string;
  title: string;
  type: AttributeType;
  /** A value as it is kept, in the reader's words. */
  say: (value: string) => string;
  /** The values that there are, where they are few, and what they are called. */
  options?: readonly Option[];
}

type Say = (value: string, format: Format, m: Texts) => string;

const WORDS: { [Name in PersonAttribute]?: Say } = {
  country: (value, format) => format.countryName(value),
  language: (value, format) => format.languageName(value),
  gender: (value, _, m) => m.genders[value] ?? value,
};

const BY_TYPE: { [Type in SiteAttribute['type']]?: Say } = {
  boolean: (value, _, m) => (value === 'true' ? m.yes : value === 'false' ? m.no : value),
  number: (value, format) => (Number.isFinite(Number(value)) ? format.number(Number(value)) : value),
  date: (value, format) => (/^\d{4}-\d\d-\d\d$/.test(value) ? format.shortDay(value) : value),
};

/** Those that every site has, then the site's own. */
export function knownAttributes(
  own: readonly SiteAttribute[] | undefined,
  format: Format,
  m: Texts,
): KnownAttribute[] {
  const told = (say: Say | undefined) => (value: string) => (value && say ? say(value, format, m) : value);
  const types = attributeTypesOf();
  return [
    ...personAttributes.map((name) => ({
      name,
      type: types.get(name) ?? ('text' as const),
      title: m.attributes[name],
      say: told(WORDS[name]),
      ...(name === 'gender' && { options: Object.entries(m.genders) }),
    })),
    ...(own ?? []).map(({ name, label, type, options }) => ({
      name,
      type,
      title: label,
      say: told(BY_TYPE[type]),
      ...(type === 'choice' && { options: (options ?? []).map((one): Option => [one, one]) }),
      ...(type === 'boolean' && { options: [['true', m.yes] as const, ['false', m.no] as const] }),
    })),
  ];
}
