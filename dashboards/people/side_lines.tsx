import type { ComponentChildren } from 'preact';
import type { Person } from '../api.js';
import { Stage } from '../components/person.js';
import { Ago } from '../components/Text.js';
import type { Format } from '../i18n/format.js';
import { Claimed } from './Claimed.js';
import { Company } from './Company.js';
import { isClaimed, type Said } from './claims.js';
import { LongText } from './LongText.js';
import { Several } from './Several.js';
import type { Texts } from './texts.en.js';

/** One of two people, with all that was said of them. */
export interface OneSide {
  person: Person;
  said: readonly Said[];
}

interface Line {
  title: string;
  cell: (side: OneSide) => ComponentChildren;
}

const identifiers = (attribute: string, values: readonly string[], said: readonly Said[]) =>
  values.length > 0 && (
    <Several items={values} keyOf={(value) => value}>
      {(value) => (
        <>
          <LongText>{value}</LongText> {isClaimed(said, attribute, value) && <Claimed />}
        </>
      )}
    </Several>
  );

/** What they are called. */
export const nameLine = (m: Texts['join']): Line => ({
  title: m.name,
  cell: ({ person: { name } }) => name && <LongText>{name}</LongText>,
});

/** What tells whether two people are one, in the order in which one looks. */
export function linesOf(m: Texts['join'], format: Format, ownerName: (owner: string) => string): Line[] {
  return [
    { title: m.email, cell: ({ person, said }) => identifiers('email', person.emails, said) },
    { title: m.phone, cell: ({ person, said }) => identifiers('phone', person.phones, said) },
    { title: m.customer, cell: ({ person, said }) => identifiers('customer', person.customers, said) },
    {
      title: m.company,
      cell: ({ person, said }) =>
        person.company && (
          <>
            <Company of={person} isWhole /> {isClaimed(said, 'company', person.company) && <Claimed />}
          </>
        ),
    },
    { title: m.stage, cell: ({ person }) => <Stage stage={person.stage} /> },
    {
      title: m.owner,
      cell: ({ person: { owner } }) => owner && <LongText>{ownerName(owner)}</LongText>,
    },
    { title: m.orders, cell: ({ person: { orders } }) => orders > 0 && format.number(orders) },
    {
      title: m.value,
      cell: ({ person }) =>
        Object.entries(person.value_minor)
          .map(([currency, minor]) => format.money(minor, currency))
          .join(' + '),
    },
    { title: m.lastSeen, cell: ({ person }) => person.last_seen > 0 && <Ago ts={person.last_seen} /> },
    { title: m.firstSeen, cell: ({ person }) => person.first_seen > 0 && <Ago ts={person.first_seen} /> },
    { title: m.events, cell: ({ person }) => format.number(person.events) },
  ];
}
