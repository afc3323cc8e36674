import * as v from 'valibot';

/** UTC milliseconds. */
const at = v.pipe(v.number(), v.integer());

const arrival = v.object({
  at,
  /** Without what follows a `?` or `#`. */
  url: v.optional(v.string()),
  /** Empty where the event names no page. */
  origin: v.string(),
});

/** As many are told apart. */
export const VISITORS_MAX = 100;

/** In how many browsers something waits, as far as this collector has seen since it started, up to {@link VISITORS_MAX}. */
const visitors = v.pipe(v.number(), v.integer());

/**
 * What of a site's pages has reached the collector, as `GET /v1/sites/<id>/installation` tells: whether the tag works. What
 * is no event (the script fetched, a key that no site has) is remembered by each collector for itself, in memory.
 */
export const installation = v.object({
  /** Of a site with more than 100,000 of them, one of these. */
  firstView: v.optional(arrival),
  lastView: v.optional(arrival),
  firstForm: v.optional(arrival),
  lastForm: v.optional(arrival),
  /** Pages of the site's own origins that fetched the script within a day, newest first. */
  script: v.array(v.object({ origin: v.string(), at })),
  /** Within a day, newest first. */
  refused: v.array(
    v.object({
      reason: v.string(),
      origin: v.string(),
      at,
      /** How often; what waits in a browser is refused again and again. */
      count: v.pipe(v.number(), v.integer()),
      /** Of an origin that is not allowed. */
      visitors: v.optional(visitors),
    }),
  ),
  /**
   * What was sent within an hour under a key that no site has: by the site's own pages, or nearly under its key. Owners of
   * the whole instance see beside it what nobody's pages sent under a key that is like none: then `isStray`.
   */
  unknownKeys: v.array(
    v.object({ key: v.string(), origin: v.string(), at, visitors, isStray: v.optional(v.boolean()) }),
  ),
});

export type Installation = v.InferOutput<typeof installation>;
export type Arrival = v.InferOutput<typeof arrival>;
