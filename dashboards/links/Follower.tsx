import type { QueryRow } from '../../schemas/api.js';
import { useSite } from '../components/site.js';
import { UserText } from '../components/Text.js';
import { messages } from '../i18n/locale.js';
import { personUrl } from '../urls.js';

/** Who followed a link, with the way to them where they are somebody of the lists. */
export function Follower({
  of,
}: {
  of: Pick<QueryRow<'clicks'>, 'person_id' | 'is_known' | 'name' | 'email'>;
}) {
  const { site } = useSite();
  if (!of.is_known) return <UserText>{of.email}</UserText>;
  return (
    <a href={personUrl(site.id, of.person_id)}>
      <UserText>{of.name || of.email || messages.value.unnamed}</UserText>
    </a>
  );
}
