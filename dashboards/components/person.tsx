import type { Lead } from '../api.js';
import { messages } from '../i18n/locale.js';
import { personUrl } from '../urls.js';
import { useSite } from './site.js';
import { UserText } from './Text.js';

type Named = Pick<Lead, 'name' | 'email' | 'phone' | 'customers'>;

/** What to call somebody: the best that is known of them. */
export function nameOf({ name, email, phone, customers }: Named): string {
  return name || email || phone || customers[0] || messages.value.unnamed;
}

/** A code of the collector in words; one that these words do not know yet is shown as it is. */
const inWords = (words: Record<string, string>, code: string) => words[code] ?? code;

export function Stage({ stage }: { stage: string }) {
  return <span class={`tag tag-${stage}`}>{inWords(messages.value.stages, stage)}</span>;
}

/** Sources are names of others, but for the collector's own word for "none". */
export const sourceText = (source: string) => (source === 'direct' ? messages.value.direct : source);

export const deviceText = (device: string) => inWords(messages.value.devices, device);

export const statusText = (status: string) => inWords(messages.value.statuses, status);

export function PersonLink({ lead }: { lead: Lead }) {
  const { site } = useSite();
  return (
    <a class="person-link" href={personUrl(site.id, lead.person_id)}>
      <UserText>{nameOf(lead)}</UserText>
    </a>
  );
}
