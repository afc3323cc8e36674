import type { TimelineEvent } from '../../api.js';
import type { KnownAttribute } from '../../people/attributes.js';
import type { Texts } from './about/texts.en.js';
import type { Typed } from './typed.js';

type Titles = Pick<Texts, 'name' | 'emails' | 'phones' | 'company' | 'customers'>;

/** These only say whom a change is about. */
const NAMES_WHOM = ['email', 'customer'];

/**
 * What an event says of the person, as fields are told: who they are, then what is known of them, in the reader's words.
 * Without values where it was cleared.
 */
export function saidFacts(
  { type, said }: Pick<TimelineEvent, 'type' | 'said'>,
  attributes: readonly KnownAttribute[],
  titles: Titles,
): Typed['fields'] {
  const who = {
    name: titles.name,
    email: titles.emails,
    phone: titles.phones,
    company: titles.company,
    customer: titles.customers,
  };
  const known = new Map<string, Pick<KnownAttribute, 'title' | 'say'>>([
    ...Object.entries(who).map(([name, title]) => [name, { title, say: (value: string) => value }] as const),
    ...attributes.map((attribute) => [attribute.name, attribute] as const),
  ]);
  // A site may have declared once what it declares no more.
  const names = new Set([...known.keys(), ...Object.keys(said).sort()]);
  return [...names]
    .filter((name) => Object.hasOwn(said, name))
    .filter((name) => type !== 'person_changed' || !NAMES_WHOM.includes(name))
    .map((name) => {
      const { title = name, say } = known.get(name) ?? {};
      const value = said[name] ?? '';
      return [title, value === '' ? [] : [say ? say(value) : value]];
    });
}
