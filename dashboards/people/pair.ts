import type { QueryRow } from '../../schemas/api.js';
import { messages } from '../i18n/locale.js';
import { texts } from './texts.js';

export type Pair = QueryRow<'duplicates'>;

/** What is told of either of a pair. */
export interface One {
  id: string;
  name: string;
  email: string;
  phone: string;
  company: string;
  customer: string;
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
    customer: pair.customer,
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
    customer: pair.other_customer,
    stage: pair.other_stage,
    orders: pair.other_orders,
    lastSeen: pair.other_last_seen,
  },
];

/** Longer names, and whatever else was sent as one, are read on the person's page. */
const SHOWN = 120;

export const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

export const calledOf = ({ name, email, phone, customer }: One): string =>
  cut(name || email || phone || customer || messages.value.unnamed);

/** Why two people may be one, in the reader's words. */
export const reasonsText = (reasons: readonly string[]): string =>
  reasons.map((reason) => texts.value.reasons[reason] ?? reason).join(' ');
