import { expect, it } from 'vitest';
import { cloudflareLocation } from './cloudflare.js';

const locationOf = (cf?: object) =>
  cloudflareLocation(Object.assign(new Request('https://t.example.com/'), cf && { cf }));

it.each([
  [
    { country: 'ES', region: 'Madrid', asn: 3352, asOrganization: 'Telefonica', city: 'Madrid' },
    { country: 'ES', region: 'Madrid', asn: 3352, network: 'Telefonica' },
  ],
  [
    { country: 'TR', asn: 9121 },
    { country: 'TR', region: '', asn: 9121, network: '' },
  ],
  // Tor, and what Cloudflare does not know
  [{ country: 'T1' }, { country: '', region: '', asn: 0, network: '' }],
  [{ country: 'XX' }, { country: '', region: '', asn: 0, network: '' }],
  [undefined, { country: '', region: '', asn: 0, network: '' }],
])('reads %j', (cf, location) => expect(locationOf(cf)).toEqual(location));
