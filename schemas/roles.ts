/**
 * Who may do what is declared where the thing itself is declared: each kind of record, each query and each route names
 * those whom it lets in. Whoever is in none of its lists is refused; `docs/roles.md` shows all of it.
 */

/** What a person is at a site. */
export const roles = ['owner', 'marketer', 'rep', 'service', 'viewer'] as const;

export type Role = (typeof roles)[number];

/** What an API key may be limited to, in place of a role. `owner` is what the role is. */
export const scopes = ['events:write', 'queries:read', 'entities:read', 'entities:write', 'owner'] as const;

export type Scope = (typeof scopes)[number];

/** A role or a scope: what a declaration lets in. */
export type Grant = Role | Scope;

/** Of which people somebody sees something: of all, or of those alone whose owner they are. */
export const peopleSeen = ['all', 'own'] as const;

export type PeopleSeen = (typeof peopleSeen)[number];

/** In place of a site's key: all of them, those to come too. */
export const EVERY_SITE = '*';
