import { describe, expect, it } from 'vitest';
import type { Access, Role } from './access.js';
import { mayOpen, sectionAt, sections } from './sections.js';
import { appPaths } from './urls.js';

const at = (site: string, ...roles: Role[]): Access[] => [{ site, roles, people: 'all' }];
const open = (access: Access[], site: string) =>
  sections.filter((section) => mayOpen(section, access, site)).map(({ name }) => name);

describe('sections', () => {
  it('shows each role what it may open', () => {
    expect(open(at('*', 'owner'), 'shop')).toEqual(sections.map(({ name }) => name));
    expect(open(at('shop', 'rep'), 'shop')).toEqual(['leads', 'account']);
    expect(open(at('shop', 'marketer'), 'shop')).toEqual(['leads', 'install', 'account']);
    expect(open(at('shop', 'owner'), 'blog')).toEqual([]);
  });

  it('knows whose an address is', () => {
    expect(sectionAt('/')?.name).toBe('leads');
    expect(sectionAt('/persons/p%201')?.name).toBe('leads');
    expect(sectionAt('/audit')?.name).toBe('audit');
    expect(sectionAt('/nowhere')).toBeUndefined();
  });

  it.each(sections)('has an address for $name that the router takes', ({ url, name }) => {
    expect(url('shop')).toMatch(appPaths);
    expect(sectionAt(url('shop').split('?')[0] ?? '')?.name).toBe(name);
  });
});
