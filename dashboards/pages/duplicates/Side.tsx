import type { QueryRow } from '../../../schemas/api.js';
import { Stage } from '../../components/person.js';
import { useSite } from '../../components/site.js';
import { Ago, UserText } from '../../components/Text.js';
import { messages } from '../../i18n/locale.js';
import { personUrl } from '../../urls.js';
import { texts } from './texts.js';

export type Pair = QueryRow<'duplicates'>;

/** What is told of either of a pair. */
export interface One {
  id: string;
  name: string;
  email: string;
  phone: string;
  company: string;
  stage: string;
  orders: number;
  lastSeen: number;
}

export const sidesOf = (pair: Pair): readonly [One, One] => [
  {
    id: pair.person_id,
    name: pair.name,
    email: pair.email,
    phone: pair.phone,
    company: pair.company,
    stage: pair.stage,
    orders: pair.orders,
    lastSeen: pair.last_seen,
  },
  {
    id: pair.other_id,
    name: pair.other_name,
    email: pair.other_email,
    phone: pair.other_phone,
    company: pair.other_company,
    stage: pair.other_stage,
    orders: pair.other_orders,
    lastSeen: pair.other_last_seen,
  },
];

/** Longer names, and whatever else was sent as one, are read on the person's page. */
const SHOWN = 120;

const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

export const calledOf = ({ name, email, phone }: One): string =>
  cut(name || email || phone || messages.value.unnamed);

/** One of two people who may be one. */
export function Side({ one }: { one: One }) {
  const m = texts.value;
  const { site } = useSite();
  const called = calledOf(one);
  const told = [one.email, one.phone, one.company].map(cut).filter((text) => text && text !== called);
  return (
    <div class="pair-side">
      <a class="pair-name" href={personUrl(site.id, one.id)}>
        <UserText>{called}</UserText>
      </a>{' '}
      <Stage stage={one.stage} />
      <span class="data-beside">
        {told.map((text, index) => (
          <span key={text}>
            {index > 0 && ' · '}
            <UserText>{text}</UserText>
          </span>
        ))}
      </span>
      <span class="data-beside">
        {one.orders > 0 && `${m.orders(one.orders)} · `}
        {one.lastSeen > 0 && (
          <>
            {m.seen} <Ago ts={one.lastSeen} />
          </>
        )}
      </span>
    </div>
  );
}
