// Over every kind of record, every query and every route: each role, with all people and with their own, each scope of an
// API key, at a site that is theirs and at one that is not. What is added is part of it by its declaration.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyQuery } from '../../schemas/define_query.js';
import type { Kind } from '../../schemas/entities/kind.js';
import { entityKinds } from '../../schemas/entities.js';
import { namedQueries } from '../../schemas/gen/api/named_queries.js';
import { type Grant, peopleSeen, roles, scopes } from '../../schemas/roles.js';
import { type RouteAccess, routes } from '../../schemas/routes.js';
import type { Verb } from '../access/asking.js';
import { OWN, startApp, type TestApp } from './testing.js';
import { type Ask, keyOf, userOf } from './testing_users.js';

interface Somebody {
  name: string;
  grants: readonly Grant[];
  isUser: boolean;
  ask: Ask;
}

let running: TestApp;
const everybody: Somebody[] = [];
const owned = new Map<string, string>();

const MINE = 'mine@people.example';
const OTHERS = 'others@people.example';

const kinds = Object.values<Kind>(entityKinds);
const queries = Object.entries(namedQueries) as unknown as [string, AnyQuery][];

beforeAll(async () => {
  running = await startApp();
  for (const role of roles)
    for (const people of peopleSeen) {
      const name = `${role}-${people}`;
      const { ask, id } = await userOf(running, name, [{ site: 'shop', roles: [role], people }]);
      everybody.push({ name, grants: [role], isUser: true, ask });
      if (people === 'own' && role !== 'owner') owned.set(name, id);
    }
  for (const role of roles) {
    const ask = await keyOf(running, { role, sites: ['shop'] });
    everybody.push({ name: `key as ${role}`, grants: [role], isUser: false, ask });
  }
  for (const scope of scopes) {
    const ask = await keyOf(running, { scopes: [scope], sites: ['shop'] });
    everybody.push({ name: `key for ${scope}`, grants: [scope], isUser: false, ask });
  }
  // Each of those who see their own people has charge of the same one, one after the other.
  for (const email of [MINE, OTHERS]) {
    const lead = event('lead_entered', { email });
    entered.set(email, lead.id);
    await running.send({ site: 'shop', person: { email }, events: [lead] });
  }
});
afterAll(() => running.stop());

let count = 0;
const entered = new Map<string, string>();
const event = (type: string, fields: object) => ({ id: `a${++count}`, ts: Date.now(), type, ...fields });

const lets = (declared: readonly Grant[], { grants }: Somebody) =>
  grants.some((grant) => declared.includes(grant));

const outcome = async (response: Response) => {
  if (response.ok) return 'let in';
  const { error } = (await response.json()) as { error: { code: string } };
  if (/^(role|scope)_missing$/.test(error.code)) return 'refused';
  return response.status === 404 && error.code === 'site_unknown' ? 'no such site' : 'let in';
};

/** Nothing that anybody would have, so that nothing happens: whoever is let in is told what is wrong with it. */
const requests: Record<Verb, (path: string) => [path: string, init?: RequestInit]> = {
  read: (path) => [path],
  create: (path) => [path, { method: 'POST', body: '[]' }],
  write: (path) => [path.replace(/\?|$/, '/nothing$&'), { method: 'PUT', body: '[]' }],
  delete: (path) => [path.replace(/\?|$/, '/nothing$&'), { method: 'DELETE', headers: { 'If-Match': '*' } }],
};
const verbs = Object.keys(requests) as Verb[];

describe('records', () => {
  it.each(kinds.flatMap((kind) => verbs.map((verb) => [`${kind.kind}: ${verb}`, kind, verb] as const)))(
    '%s',
    async (_, { kind, scope, access }, verb) => {
      for (const who of everybody) {
        const site = scope === 'site' ? '?site=shop' : '';
        const isOwn = who.isUser && (access.own?.may as readonly Verb[] | undefined)?.includes(verb);
        // A list of what is about oneself is there where a field says who it is about.
        const isListed = verb !== 'read' || access.own?.field !== 'id';
        const isLet = lets(access[verb], who) || (isOwn && isListed);
        const [path, init] = requests[verb](`/v1/entities/${kind}${site}`);
        expect([who.name, await outcome(await who.ask(path, init))]).toEqual([
          who.name,
          isLet ? 'let in' : 'refused',
        ]);
      }
    },
  );

  it.each(kinds.filter(({ scope }) => scope === 'site').map(({ kind }) => [kind]))(
    '%s of a site that is not theirs are as those of none',
    async (kind) => {
      for (const who of everybody)
        for (const verb of verbs) {
          const answers = ['demo', 'nowhere'].map(async (site) => {
            const response = await who.ask(...requests[verb](`/v1/entities/${kind}?site=${site}`));
            return [response.status, (await response.text()).replaceAll(site, '…')];
          });
          const [theirs, none] = await Promise.all(answers);
          expect(theirs).toEqual(none);
          expect(theirs?.[0]).toBe(404);
        }
    },
  );
});

/** What entered them. */
const eventOf = ({ parameters = {} }: AnyQuery, email: string) =>
  Object.hasOwn(parameters, 'event') ? `&event=${entered.get(email)}` : '';

const parametersOf = ({ parameters = {} }: AnyQuery) =>
  Object.entries(parameters)
    .filter(([, { type }]) => type !== 'optional')
    .map(([name]) => `&${name}=p_0123456789012345678901`)
    .join('');

describe('queries', () => {
  it.each(queries)('%s', async (name, query) => {
    const ask = async (who: Somebody) => {
      const response = await who.ask(`/v1/query/${name}?site=shop${parametersOf(query)}`);
      expect([who.name, response.status]).toEqual([who.name, lets(query.access, who) ? 200 : 403]);
      const answers = ['demo', 'nowhere'].map(async (site) => {
        const response = await who.ask(`/v1/query/${name}?site=${site}${parametersOf(query)}`);
        return [response.status, (await response.text()).replaceAll(site, '…')];
      });
      const [theirs, none] = await Promise.all(answers);
      expect(theirs).toEqual(none);
      expect(theirs?.[0]).toBe(404);
    };
    await Promise.all(everybody.map(ask));
  });

  it.each(queries.filter(([, { statement }]) => Object.hasOwn(statement.params, 'owners')))(
    '%s tells of their own people alone whoever sees no others',
    async (name, query) => {
      const leads = (await (await running.owner('/v1/query/leads?site=shop')).json()) as {
        rows: { person_id: string; email: string }[];
      };
      const idOf = (email: string) => leads.rows.find((row) => row.email === email)?.person_id ?? '';
      for (const who of everybody.filter((one) => owned.has(one.name) && lets(query.access, one))) {
        const owner = owned.get(who.name) as string;
        await running.send({
          site: 'shop',
          person: { email: MINE },
          events: [event('owner_assigned', { owner })],
        });
        const { columns = [], sort } = query.list ?? {};
        const sorted = columns.includes('email') ? 'email' : sort;
        const asked = Object.hasOwn(query.parameters ?? {}, 'person')
          ? [OTHERS, MINE].map((email) => `&person=${idOf(email)}${eventOf(query, email)}`)
          : ['', '&search=people.example', `&limit=1&sort=${sorted}&order=desc`];
        let seen = '';
        for (const rest of asked)
          for (const Accept of ['application/json', 'text/csv']) {
            const response = await who.ask(`/v1/query/${name}?site=shop${rest}`, { headers: { Accept } });
            expect([who.name, response.status]).toEqual([who.name, 200]);
            seen += await response.text();
          }
        expect(seen).not.toContain(OTHERS);
        expect(seen).not.toContain('"total":2');
        // Somebody sees something, or the test would not tell.
        if (name === 'leads') expect(seen).toContain(MINE);
      }
    },
  );
});

describe('routes', () => {
  const declared = Object.entries(routes) as [string, { access: RouteAccess; everySite?: true }][];

  it.each(declared)('%s', async (route, { access, everySite }) => {
    const [method = '', address = ''] = route.split(' ');
    const path = address.replace(':site', 'shop');
    const headers = { 'Content-Type': 'application/json' };
    const init = method === 'GET' ? { method } : { method, body: '{}', headers };
    const nobody = await running.app.request(OWN + path, init);
    if (access === 'signed_in') expect(nobody.status).toBe(401);
    if (typeof access === 'string') return;
    expect(nobody.ok).toBe(false);
    for (const who of everybody)
      expect([who.name, await outcome(await who.ask(path, init))]).toEqual([
        who.name,
        lets(access, who) && !everySite ? 'let in' : 'refused',
      ]);
  });

  it.each(declared.filter(([route]) => route.includes(':site')))(
    '%s of a site that is not theirs is as that of none',
    async (route) => {
      const [method = '', address = ''] = route.split(' ');
      const init = method === 'GET' ? { method } : { method, body: '{}' };
      for (const who of everybody) {
        const answers = ['demo', 'nowhere'].map(async (site) => {
          const response = await who.ask(address.replace(':site', site), init);
          return [response.status, (await response.text()).replaceAll(site, '…')];
        });
        const [theirs, none] = await Promise.all(answers);
        expect(theirs).toEqual(none);
        expect(theirs?.[0]).toBe(404);
      }
    },
  );

  it('are all declared', () => {
    const isDeclared = (method: string, path: string) =>
      Object.hasOwn(routes, `${method} ${path}`) || /^\/v1\/(entities|query)\/:/.test(path);
    const undeclared = running.app.routes.filter(
      ({ method, path }) =>
        /^(GET|POST|PUT|DELETE|PATCH)$/.test(method) && /^\/v1\//.test(path) && !isDeclared(method, path),
    );
    expect(undeclared).toEqual([]);
  });
});
