import { EVERY_SITE, type PeopleSeen, type Role, roles } from '../schemas/roles.js';

export { EVERY_SITE, type Role, roles };

/** What somebody may do at one site, or at all of them. */
export interface Access {
  /** A site's key, or `*`. */
  site: string;
  roles: Role[];
  /** Whose leads and customers: everybody's, or only those that they own. */
  people: PeopleSeen;
}

export interface User {
  id: string;
  name: string;
  email: string;
  /** Of the dashboards; that of the browser where nobody has said. */
  language?: string | null;
}

/** Who is signed in. Without a user it is whoever holds the admin key. */
export interface Me {
  user: User | null;
  access: Access[];
  /** Of the session that asked. */
  sessionId?: string;
}

/** @example rolesAt([{ site: '*', roles: ['viewer'], people: 'all' }], 'shop') // ['viewer'] */
export function rolesAt(access: readonly Access[], site: string): Role[] {
  const here = access.filter((one) => one.site === EVERY_SITE || one.site === site);
  return roles.filter((role) => here.some((one) => one.roles.includes(role)));
}

/** Whether somebody sees at a site those people alone that they own. */
export function seesOwnOnly(access: readonly Access[], site: string): boolean {
  const here = access.filter((one) => one.site === EVERY_SITE || one.site === site);
  return here.length > 0 && here.every(({ people, roles }) => people === 'own' && !roles.includes('owner'));
}

/** Whether somebody may write of people at a site: whoever is there to do more than look. */
export const mayWriteAt = (access: readonly Access[], site: string) =>
  rolesAt(access, site).some((role) => role !== 'viewer');

/** Whether somebody may change what a site sells and advertises. */
export const mayMarketAt = (access: readonly Access[], site: string) =>
  rolesAt(access, site).some((role) => role === 'owner' || role === 'marketer');

export const isOwnerAt = (access: readonly Access[], site: string) => rolesAt(access, site).includes('owner');

/** Whether somebody may change what is of no single site: new sites, everybody's access. */
export const ownsAll = (access: readonly Access[]) =>
  access.some(({ site, roles }) => site === EVERY_SITE && roles.includes('owner'));
