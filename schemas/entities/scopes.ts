/** What a key may do. `owner` is all of it, and making keys. */
export const scopes = ['events:write', 'queries:read', 'entities:read', 'entities:write', 'owner'] as const;

export type Scope = (typeof scopes)[number];
