import type { Installation } from '../../schemas/installation.js';
import type { Sites } from '../records/sites.js';
import { isNearly } from './nearly.js';
import { Recent } from './recent.js';
import { Visitors } from './visitors.js';

const HOUR_MS = 3_600_000;
const ENTRIES_MAX = 200;
/** Where what concerns no site is kept: no site has such a key. */
const STRAY = ' ';
/** As keys of sites are; what is not written so is nobody's slip, and may be anything. */
const KEY = /^[\w.-]{1,64}$/;

interface Knock {
  origin: string;
  at: number;
  visitors: Visitors;
}

/**
 * What pages did that left no event behind: that they fetched the script, and that they sent something under a key that no
 * site has, or from where they may not. It is for the owner who looks whether the tag works, so a site is told only what
 * concerns it: what its own origins did, and what came nearly under its key from an origin that is nobody else's. In this
 * process's memory alone, within bounds: anybody can send anything.
 */
export class Sightings {
  readonly #scripts = new Recent<Installation['script'][number]>({ ageMs: 24 * HOUR_MS, max: ENTRIES_MAX });
  readonly #keys = new Recent<Knock & { key: string }>({ ageMs: HOUR_MS, max: ENTRIES_MAX });
  readonly #origins = new Recent<Knock>({ ageMs: 24 * HOUR_MS, max: ENTRIES_MAX });

  constructor(
    private readonly sites: Pick<Sites, 'allowing' | 'list'>,
    private readonly ownOrigins: readonly string[],
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** A page of this origin fetched the script. */
  noteScript(origin: string): void {
    const at = this.now();
    for (const site of this.sites.allowing(origin, this.ownOrigins))
      this.#scripts.note(site, origin, { origin, at });
  }

  /** A page of this origin sent events under a key that no site has: they wait in the visitor's browser. */
  noteKey(key: string, origin: string, visitor: string): void {
    if (!KEY.test(key)) return;
    const meant = this.#meantBy(key, origin);
    for (const site of meant.length > 0 ? meant : [STRAY]) {
      const name = `${key} ${origin}`;
      this.#keys.note(site, name, { key, ...this.#knock(this.#keys.get(site, name), origin, visitor) });
    }
  }

  /** A page of this origin sent events to a site that does not list it: they wait in the visitor's browser. */
  noteOrigin(site: string, origin: string, visitor: string): void {
    this.#origins.note(site, origin, this.#knock(this.#origins.get(site, origin), origin, visitor));
  }

  /** @param seesStrays whether keys that are meant for no site are told, too */
  of(site: string, seesStrays: boolean): Pick<Installation, 'script' | 'unknownKeys'> {
    const now = this.now();
    const told = (group: string) =>
      this.#keys.of(group, now).map((knock) => ({ ...knock, visitors: knock.visitors.count }));
    const strays = seesStrays ? told(STRAY).map((one) => ({ ...one, isStray: true })) : [];
    return { script: this.#scripts.of(site, now), unknownKeys: [...told(site), ...strays] };
  }

  /** In how many browsers events wait until the origin is listed; undefined where none came to this process. */
  waitingAt(site: string, origin: string): number | undefined {
    return this.#origins.of(site, this.now()).find((one) => one.origin === origin)?.visitors.count;
  }

  #knock(before: Knock | undefined, origin: string, visitor: string): Knock {
    const visitors = before?.visitors ?? new Visitors();
    visitors.add(visitor);
    return { origin, at: this.now(), visitors };
  }

  /** Where others' pages are is no business of a site whose key is like theirs. */
  #meantBy(key: string, origin: string): readonly string[] {
    const owners = this.sites.allowing(origin, this.ownOrigins);
    if (owners.length > 0) return owners;
    return this.sites.list().flatMap(({ id }) => (isNearly(key, id) ? [id] : []));
  }
}
