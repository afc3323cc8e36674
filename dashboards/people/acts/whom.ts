/** How somebody is in contact with somebody. */
export type Channel = 'call' | 'visit' | 'meeting' | 'note';

/** Of whom something is written: the id, and what they are called. */
export interface Whom {
  id: string;
  name: string;
}
