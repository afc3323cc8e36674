import type { Grant } from './roles.js';

/**
 * Who a route lets in: `anyone`, which may be somebody with a secret of its own (a password, an invitation, the admin
 * key); `signed_in` with whatever role; or those who have one of the grants.
 */
export type RouteAccess = 'anyone' | 'signed_in' | readonly Grant[];

/**
 * The routes that are neither of a kind of record nor a query, and whom they let in. `everySite`: what is told there is
 * of all sites together, and whoever is there for some of them is refused. With `:site` it is of one site. `ofPeople`: whoever sees their own people alone
 * sends of them alone.
 */
export const routes = {
  'POST /v1/events': { access: ['owner', 'marketer', 'rep', 'service', 'events:write'], ofPeople: true },
  'POST /v1/persons/:id/join': {
    access: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
    ofPeople: true,
  },
  'GET /v1/persons/:id/separate': {
    access: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
    ofPeople: true,
  },
  'POST /v1/persons/:id/separate': {
    access: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
    ofPeople: true,
  },
  'POST /v1/persons/:id/undecide': {
    access: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
    ofPeople: true,
  },
  'POST /v1/feedback-links': {
    access: ['owner', 'marketer', 'rep', 'service', 'entities:write'],
    ofPeople: true,
  },
  'GET /feedback/:token': { access: 'anyone' },
  'POST /feedback/:token': { access: 'anyone' },
  'POST /v1/products/preview': { access: ['owner', 'marketer', 'entities:write'] },
  'GET /l/:token': { access: 'anyone' },
  'GET /l/:token/:recipient': { access: 'anyone' },
  'POST /v1/links/html': { access: ['owner', 'marketer', 'entities:write'] },
  'POST /v1/links/recipients': { access: ['owner', 'marketer', 'entities:write'] },
  'POST /v1/imports': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'GET /v1/imports/:id': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'GET /v1/imports/:id/rows': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'GET /v1/imports/:id/failed': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'POST /v1/imports/:id/preview': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'POST /v1/imports/:id/run': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'POST /v1/imports/:id/undo': { access: ['owner', 'marketer', 'rep', 'entities:write'] },
  'GET /v1/session': { access: 'signed_in' },
  'POST /v1/session': { access: 'anyone' },
  'DELETE /v1/session': { access: 'anyone' },
  'POST /v1/setup': { access: 'anyone' },
  'POST /v1/invitation': { access: 'anyone' },
  'POST /v1/invitation/accept': { access: 'anyone' },
  'POST /v1/profile': { access: 'signed_in' },
  'GET /v1/stream': { access: 'signed_in' },
  'GET /v1/sites/:site/identity': { access: ['owner'] },
  'GET /v1/sites/:site/installation': { access: ['owner', 'marketer'] },
  'POST /v1/sites/:site/jobs': { access: ['owner'] },
  'POST /v1/jobs': { access: ['owner'], everySite: true },
  'GET /v1/system': { access: ['owner'], everySite: true },
  'GET /healthz': { access: 'anyone' },
  'GET /readyz': { access: 'anyone' },
  'GET /metrics': { access: ['owner', 'queries:read'], everySite: true },
  'GET /openapi.json': { access: 'anyone' },
} as const satisfies Record<string, { access: RouteAccess; everySite?: true; ofPeople?: true }>;

export type RouteName = keyof typeof routes;
