import type { SiteAttribute } from '../../schemas/entities/attributes.js';
import type { Site } from '../../schemas/entities/sites.js';
import { plain } from '../identity/plain.js';

/** What a site has declared of people, by name and by label. */
export interface OwnAttributes {
  named: ReadonlyMap<string, SiteAttribute>;
  labelled: ReadonlyMap<string, SiteAttribute>;
}

const NONE: OwnAttributes = { named: new Map(), labelled: new Map() };
const read = new WeakMap<readonly SiteAttribute[], OwnAttributes>();

/** Of a site, as it stands: another version of it is another object. */
export function ownAttributes({ attributes }: Pick<Site, 'attributes'>): OwnAttributes {
  if (!attributes?.length) return NONE;
  let own = read.get(attributes);
  if (!own) {
    own = {
      named: new Map(attributes.map((one) => [plain(one.name), one])),
      // A label without letters would be the label of every such field.
      labelled: new Map(attributes.map((one) => [plain(one.label), one] as const).filter(([label]) => label)),
    };
    read.set(attributes, own);
  }
  return own;
}
