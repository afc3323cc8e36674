import { isAllowedOrigin } from '../../../schemas/entities/allowed_origin.js';
import type { Arrival, Installation } from '../../../schemas/installation.js';
import type { RejectReason } from '../../../schemas/reasons.js';

/** What stands between a page and its first event, or between a site and the rest of its events. */
export type Problem =
  /** `visitors`: in how many browsers events wait, 0 where that is not known. */
  | { kind: 'origin'; origin: string; at: number; visitors: number }
  | { kind: 'key'; key: string; origin: string; at: number; visitors: number }
  | { kind: 'silent'; origin: string; at: number }
  /** A key that may be meant for another site. */
  | { kind: 'stray'; key: string; origin: string; at: number; visitors: number }
  | { kind: 'refused'; reason: string; at: number; count: number };

export interface Step {
  name: 'script' | 'view' | 'form';
  isSeen: boolean;
  /** When and where for the last time, where it is known. */
  last?: { at: number; where: string } | undefined;
  first?: { at: number; where: string } | undefined;
}

/** A page view follows the script within a second; a slow phone takes a few more. */
const SILENT_MS = 15_000;

const DAY_MS = 86_400_000;

/** Anybody can send any key: a few say enough, and take no room from what is surely of the site. */
const STRAYS_MAX = 3;

/** The way from the script to the first lead. */
export function stepsOf({ script, firstView, lastView, firstForm, lastForm }: Installation): Step[] {
  const [newest] = script;
  return [
    {
      name: 'script',
      // It may lie in a browser's cache, or be asked for at another collector: what it sent says as much.
      isSeen: newest !== undefined || firstView !== undefined || firstForm !== undefined,
      last: newest && { at: newest.at, where: newest.origin },
    },
    { name: 'view', isSeen: lastView !== undefined, first: placed(firstView), last: placed(lastView) },
    { name: 'form', isSeen: lastForm !== undefined, first: placed(firstForm), last: placed(lastForm) },
  ];
}

const placed = (arrival: Arrival | undefined) =>
  arrival && { at: arrival.at, where: arrival.url ?? arrival.origin };

interface Around {
  site: { id: string; origins: string[] };
  /** Of this Leadline's own pages. */
  own: string;
  now: number;
}

/** What is wrong, that which can be put right with a click first. */
export function problemsOf(installation: Installation, { site, own, now }: Around): Problem[] {
  const { refused, unknownKeys } = installation;
  const ofOrigin = 'origin_not_allowed' satisfies RejectReason;
  const origins = refused
    .filter(({ reason, origin }) => reason === ofOrigin && origin && !isAllowedOrigin(origin, site, [own]))
    .map(({ origin, at, visitors = 0 }): Problem => ({ kind: 'origin', origin, at, visitors }));
  const keys = unknownKeys
    .filter((sighting) => !isMended(sighting, installation))
    .map(({ isStray, ...rest }) => ({ kind: isStray ? ('stray' as const) : ('key' as const), ...rest }));
  const strays = keys.filter(({ kind }) => kind === 'stray').slice(0, STRAYS_MAX);
  const others = new Map<string, Problem & { kind: 'refused' }>();
  for (const { reason, at, count } of refused) {
    if (reason === ofOrigin) continue;
    const known = others.get(reason);
    others.set(reason, {
      kind: 'refused',
      reason,
      at: Math.max(at, known?.at ?? 0),
      count: count + (known?.count ?? 0),
    });
  }
  return [
    ...origins,
    ...keys.filter(({ kind }) => kind === 'key'),
    ...silentOf(installation, now),
    ...others.values(),
    ...strays,
  ];
}

/** Whether a page was seen later that sends another key by now: what arrived says so, or that it was loaded since. */
function isMended(
  { origin, at }: Installation['unknownKeys'][number],
  { script, lastView, lastForm }: Installation,
): boolean {
  return [lastView, lastForm, ...script].some((later) => later && later.origin === origin && later.at > at);
}

/**
 * Pages that fetched the script and sent nothing. Where views arrive it is a visitor's choice or blocker, and no problem
 * of the tag's.
 */
function silentOf({ script, lastView, refused, unknownKeys }: Installation, now: number): Problem[] {
  if (lastView && now - lastView.at < DAY_MS) return [];
  const told = [...refused, ...unknownKeys];
  return script
    .filter(
      ({ origin, at }) => now - at > SILENT_MS && !told.some((one) => one.origin === origin && one.at >= at),
    )
    .map(({ origin, at }) => ({ kind: 'silent', origin, at }));
}
