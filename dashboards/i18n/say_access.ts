import { type Access, EVERY_SITE, type Role } from '../access.js';

interface AccessWords {
  roles: Record<Role, string>;
  access: (roles: string, site: string, own: boolean) => string;
  everySite: string;
}

/**
 * What somebody may do, a sentence for each site.
 *
 * @param nameOf a site's name by its key
 * @example ['Sales rep of Shop, own people only']
 */
export function sayAccess(
  access: readonly Access[],
  nameOf: (site: string) => string,
  words: AccessWords,
  tag: string,
): string[] {
  return access.map(({ site, roles, people }) => {
    const names = roles.map((role, index) =>
      index === 0 ? words.roles[role] : words.roles[role].toLocaleLowerCase(tag),
    );
    const where = site === EVERY_SITE ? words.everySite : nameOf(site);
    return words.access(new Intl.ListFormat(tag).format(names), where, people === 'own');
  });
}
