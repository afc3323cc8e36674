import type { ComponentChildren } from 'preact';
import type { Person } from '../api.js';
import { Stage } from '../components/person.js';
import { Ago } from '../components/Text.js';
import type { Format } from '../i18n/format.js';
import { Company } from './Company.js';
import { LongText } from './LongText.js';
import { Several } from './Several.js';
import type { Texts } from './texts.en.js';

interface Line {
  title: string;
  cell: (person: Person) => ComponentChildren;
}

const several = (items: readonly string[]) =>
  items.length > 0 && (
    <Several items={items} keyOf={(item) => item}>
      {(item) => <LongText>{item}</LongText>}
    </Several>
  );

/** What tells whether two people are one, in the order in which one looks. */
export function linesOf(m: Texts['join'], format: Format, ownerName: (owner: string) => string): Line[] {
  return [
    { title: m.email, cell: ({ emails }) => several(emails) },
    { title: m.phone, cell: ({ phones }) => several(phones) },
    { title: m.customer, cell: ({ customers }) => several(customers) },
    { title: m.company, cell: (person) => person.company && <Company of={person} isWhole /> },
    { title: m.stage, cell: ({ stage }) => <Stage stage={stage} /> },
    { title: m.owner, cell: ({ owner }) => owner && <LongText>{ownerName(owner)}</LongText> },
    { title: m.orders, cell: ({ orders }) => orders > 0 && format.number(orders) },
    {
      title: m.value,
      cell: ({ value_minor }) =>
        Object.entries(value_minor)
          .map(([currency, minor]) => format.money(minor, currency))
          .join(' + '),
    },
    { title: m.lastSeen, cell: ({ last_seen }) => last_seen > 0 && <Ago ts={last_seen} /> },
    { title: m.firstSeen, cell: ({ first_seen }) => first_seen > 0 && <Ago ts={first_seen} /> },
    { title: m.events, cell: ({ events }) => format.number(events) },
  ];
}
