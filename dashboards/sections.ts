import { type Access, type Role, roles, rolesAt } from './access.js';
import type { IconName } from './components/Icon.js';
import type { Messages } from './i18n/messages.js';
import { accountUrl, auditUrl, installUrl, keysUrl, leadsUrl, usersUrl } from './urls.js';

/** A page of the menu: where it is, and who may open it. */
export interface Section {
  name: string;
  icon: IconName;
  title: (m: Messages) => string;
  url: (site?: string) => string;
  /** The addresses that are its. */
  paths: RegExp;
  /** Whose role at the chosen site opens it. The collector has the last word: this says what it lets in. */
  roles: readonly Role[];
}

/** In the order of the menu. */
export const sections: readonly Section[] = [
  {
    name: 'leads',
    icon: 'leads',
    title: (m) => m.leads.title,
    url: leadsUrl,
    paths: /^\/(leads|persons\/.*)?$/,
    roles,
  },
  {
    name: 'install',
    icon: 'install',
    title: (m) => m.install.title,
    url: installUrl,
    paths: /^\/install$/,
    roles: ['owner', 'marketer'],
  },
  {
    name: 'users',
    icon: 'person',
    title: (m) => m.titles.users,
    url: usersUrl,
    paths: /^\/users$/,
    roles: ['owner'],
  },
  {
    name: 'keys',
    icon: 'key',
    title: (m) => m.titles.keys,
    url: keysUrl,
    paths: /^\/keys$/,
    roles: ['owner'],
  },
  {
    name: 'audit',
    icon: 'audit',
    title: (m) => m.titles.audit,
    url: auditUrl,
    paths: /^\/audit$/,
    roles: ['owner'],
  },
  {
    name: 'account',
    icon: 'note',
    title: (m) => m.titles.account,
    url: accountUrl,
    paths: /^\/account$/,
    roles,
  },
];

export const sectionAt = (path: string) => sections.find(({ paths }) => paths.test(path));

export const mayOpen = (section: Section, access: readonly Access[], site: string) =>
  rolesAt(access, site).some((role) => section.roles.includes(role));
