import type { QueryRow } from '../../schemas/api.js';
import { useSite } from '../components/site.js';
import { UserText } from '../components/Text.js';
import { messages } from '../i18n/locale.js';
import { personUrl } from '../urls.js';
import { texts } from './texts.js';

/** Who bought, with the way to them. */
export function Buyer({ of }: { of: Pick<QueryRow<'purchases'>, 'person_id' | 'name' | 'email'> }) {
  const { site } = useSite();
  if (!of.person_id) return <span class="muted">{texts.value.unknownBuyer}</span>;
  return (
    <a href={personUrl(site.id, of.person_id)}>
      <UserText>{of.name || of.email || messages.value.unnamed}</UserText>
    </a>
  );
}
