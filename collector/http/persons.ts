import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { routes } from '../../schemas/routes.js';
import { LeadlineError } from '../errors.js';
import { detailsOf, explain } from '../explain.js';
import type { Services } from '../services.js';
import { nosniff } from './answer.js';
import { askedOfSite } from './asked_of_site.js';
import { readJson } from './body.js';
import { wrong } from './parameters.js';

const BODY_BYTES_MAX = 4 * 1024;

const body = v.strictObject({ other: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128)) });

/**
 * What is decided of persons by hand; ids may be any that a person ever had.
 *
 * - `POST /v1/persons/<id>/join?site=` `{other}`: both are one person from now on. 200 `{person}`, the id that they go by
 * - `POST /v1/persons/<id>/separate?site=` `{other}`: they are two, and stay so whatever says otherwise. 200
 *   `{person, other}`, the ids that each goes by now
 * - `GET /v1/persons/<id>/separate?site=&other=`: what both would be then, as the query `person` has them; null for one of
 *   whom nothing is told. Nothing is changed
 * - `POST /v1/persons/<id>/undecide?site=` `{other}`: what was decided last between exactly these two ids is taken back:
 *   they are what claims and words say, as if nobody had decided. Also 200 where nothing was; answers like `separate`
 *
 * Join and separate undo each other, for ever; no event is changed by them.
 *
 * Errors: 400 parameter_invalid, entity_invalid, body_not_json, body_not_readable; 401 sign_in_required, key_invalid;
 * 403 role_missing, scope_missing; 404 person_unknown, site_unknown; 409 decided_otherwise (with the ids that both go by
 * now as `{person, other}`); 413 body_too_large; 429 too_many_attempts; 503 not_stored_yet, queue_full, store_down.
 */
export function personRoutes(services: Services): Hono {
  const { byHand } = services;
  const app = new Hono();

  app.use('/v1/persons/*', nosniff, (c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });

  app.post('/v1/persons/:id/join', async (c) => {
    const { site, ids, decider, note } = await asked(c, 'POST /v1/persons/:id/join');
    const person = await byHand.join(site, ids, decider);
    await note('persons/join', person);
    return c.json({ person });
  });

  app.post('/v1/persons/:id/separate', async (c) => {
    const { site, ids, decider, note } = await asked(c, 'POST /v1/persons/:id/separate');
    const [person, other] = await byHand.separate(site, ids, decider);
    await note('persons/separate', person);
    return c.json({ person, other });
  });

  app.get('/v1/persons/:id/separate', async (c) => {
    const asker = await askedBy(c, 'GET /v1/persons/:id/separate', ['other']);
    const { site, parameters, decider } = asker;
    const other = parameters.get('other');
    if (other === undefined) throw wrong('other', 'missing', 'other is missing: from whom?');
    const ids = [c.req.param('id') ?? '', other] as const;
    const [person, another] = await byHand.apart(site, ids, decider);
    await asker.note({ action: 'viewed', target: 'persons/separate', subject: ids[0], persons: ids });
    return c.json({ person: shown(person), other: shown(another) });
  });

  app.post('/v1/persons/:id/undecide', async (c) => {
    const { site, ids, decider, note } = await asked(c, 'POST /v1/persons/:id/undecide');
    const [person, other] = await byHand.undecide(site, ids, decider);
    await note('persons/undecide', person);
    return c.json({ person, other });
  });

  async function asked(c: Context, route: Route) {
    const { site, decider, note } = await askedBy(c, route);
    const input = v.safeParse(body, await readJson(c, BODY_BYTES_MAX));
    if (!input.success)
      throw new LeadlineError('entity_invalid', `The body is not valid: ${explain(input.issues)}.`, {
        details: detailsOf(input.issues),
      });
    const ids = [c.req.param('id') ?? '', input.output.other] as const;
    const after = { person: ids[0], other: ids[1] };
    return {
      site,
      ids,
      decider,
      note: (target: string, subject: string) =>
        note({ action: 'changed', target, subject, values: { after }, persons: ids }),
    };
  }

  async function askedBy(c: Context, route: Route, more: readonly string[] = []) {
    const { who, owners, ...asked } = await askedOfSite(c, route, services, more);
    return { ...asked, decider: { by: who.by, owners } };
  }

  return app;
}

type Route = keyof typeof routes & `${'GET' | 'POST'} /v1/persons/${string}`;
type Row = Awaited<ReturnType<Services['byHand']['apart']>>[number];

/** As the query `person` has them. */
function shown(row: Row) {
  if (!row) return null;
  const { site: _, version, is_deleted, owners, search, ...rest } = row;
  return { ...rest, company_is_derived: row.company !== '' && row.company === row.email_domain };
}
