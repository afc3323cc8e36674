import { describe, expect, it } from 'vitest';
import { type Access, isOwnerAt, ownsAll, rolesAt, seesOwnOnly } from './access.js';

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

  it('shows all people where one part of it does, or to an owner', () => {
    const rep: Access = { site: 'shop', roles: ['rep'], people: 'own' };
    expect(seesOwnOnly([rep], 'shop')).toBe(true);
    expect(seesOwnOnly([rep], 'blog')).toBe(false);
    expect(seesOwnOnly([rep, { site: '*', roles: ['viewer'], people: 'all' }], 'shop')).toBe(false);
    expect(seesOwnOnly([{ ...rep, roles: ['owner', 'rep'] }], 'shop')).toBe(false);
  });

  it('knows the owners of a site from those of all', () => {
    expect(isOwnerAt(access, 'shop')).toBe(true);
    expect(isOwnerAt(access, 'blog')).toBe(false);
    expect(ownsAll(access)).toBe(false);
    expect(ownsAll([{ site: '*', roles: ['owner'], people: 'all' }])).toBe(true);
  });
});
