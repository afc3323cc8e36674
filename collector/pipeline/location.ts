import { step } from './step.js';

/** Country, region and network of a browser. */
export const location = step('location', ({ row }, { location: { country, region, asn, network } }) => {
  row.country = country;
  row.region = region;
  row.asn = asn;
  row.network = network;
  return undefined;
});
