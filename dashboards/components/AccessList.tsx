import type { Access } from '../access.js';
import { formatTag, messages } from '../i18n/locale.js';
import { sayAccess } from '../i18n/say_access.js';
import { useSite } from './site.js';
import { UserText } from './Text.js';

/** What somebody may do, in sentences. */
export function AccessList({ access }: { access: readonly Access[] }) {
  const { sites } = useSite();
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  const sentences = sayAccess(access, nameOf, messages.value, formatTag.value);
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <UserText>{sentence}</UserText>
        </li>
      ))}
    </ul>
  );
}
