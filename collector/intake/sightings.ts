import type { Installation } from '../../schemas/installation.js';
import type { Sites } from '../records/sites.js';
import { isNearly } from './nearly.js';
import { Recent } from './recent.js';

const HOUR_MS = 3_600_000;
const ENTRIES_MAX = 200;
/** As keys of sites are; what is not written so is nobody's slip, and may be anything. */
const KEY = /^[\w.-]{1,64}$/;

/**
 * What pages did that left no event behind: that they fetched the script, and that they sent something under a key that no
 * site has. It is for the owner who looks whether the tag works, so only what concerns a site is kept: what its own origins
 * did, and what came nearly under its key from an origin that is nobody else's. In this process's memory alone, within
 * bounds: anybody can send anything.
 */
export class Sightings {
  readonly #scripts = new Recent<Installation['script'][number]>({ ageMs: 24 * HOUR_MS, max: ENTRIES_MAX });
  readonly #keys = new Recent<Installation['unknownKeys'][number]>({ ageMs: HOUR_MS, max: ENTRIES_MAX });

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

  /** A page of this origin sent events under a key that no site has. */
  noteKey(key: string, origin: string): void {
    if (!KEY.test(key)) return;
    const at = this.now();
    for (const site of this.#meantBy(key, origin))
      this.#keys.note(site, `${key} ${origin}`, { key, origin, at });
  }

  of(site: string): Pick<Installation, 'script' | 'unknownKeys'> {
    const now = this.now();
    return { script: this.#scripts.of(site, now), unknownKeys: this.#keys.of(site, now) };
  }

  /** Where others' pages are is no business of a site whose key is like theirs. */
  #meantBy(key: string, origin: string): readonly string[] {
    const owners = this.sites.allowing(origin, this.ownOrigins);
    if (owners.length > 0) return owners;
    return this.sites.list().flatMap(({ id }) => (isNearly(key, id) ? [id] : []));
  }
}
