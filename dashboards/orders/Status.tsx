import { texts } from './texts.js';

const TONES: Partial<Record<string, string>> = { placed: 'tag-customer', cancelled: 'tag-bad' };

/** How an order stands, in words; a status that these do not know yet is shown as it is. */
export function Status({ status }: { status: string }) {
  const { statuses } = texts.value;
  return (
    <span class={`tag ${TONES[status] ?? ''}`}>{(statuses as Record<string, string>)[status] ?? status}</span>
  );
}

export const statusOptions = () => Object.entries(texts.value.statuses);
