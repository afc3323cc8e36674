import { describe, expect, it } from 'vitest';
import { type Access, isOwnerAt, ownsAll, rolesAt } from './access.js';

const access: Access[] = [
  { site: 'shop', roles: ['rep', 'owner'], people: 'own' },
  { site: '*', roles: ['viewer'], people: 'all' },
];

describe('access', () => {
  it('at a site is that of the site and that of all sites', () => {
    expect(rolesAt(access, 'shop')).toEqual(['owner', 'rep', 'viewer']);
    expect(rolesAt(access, 'blog')).toEqual(['viewer']);
    expect(rolesAt([], 'shop')).toEqual([]);
  });

  it('knows the owners of a site from those of all', () => {
    expect(isOwnerAt(access, 'shop')).toBe(true);
    expect(isOwnerAt(access, 'blog')).toBe(false);
    expect(ownsAll(access)).toBe(false);
    expect(ownsAll([{ site: '*', roles: ['owner'], people: 'all' }])).toBe(true);
  });
});
