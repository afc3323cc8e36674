import type { Access } from '../access.js';
import { formatTag, messages } from '../i18n/locale.js';
import { sayAccess } from '../i18n/say_access.js';
import { useSite } from './site.js';
import { UserText } from './Text.js';

/** What somebody may do, in sentences. */
export function AccessList({ access }: { access: readonly Access[] }) {
  const { sites } = useSite();
  return <AccessOf access={access} nameOf={(id) => sites.find((site) => site.id === id)?.name ?? id} />;
}

interface AccessOfProps {
  access: readonly Access[];
  /** A site's name by its key. */
  nameOf: (site: string) => string;
}

/** Where the sites cannot be asked for. */
export function AccessOf({ access, nameOf }: AccessOfProps) {
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
