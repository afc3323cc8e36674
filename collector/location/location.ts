/** Where an address is, as far as that can be told. */
export interface Location {
  /** ISO 3166-1 alpha-2 code. */
  country: string;
  /** State or province, in English. */
  region: string;
  /** Number of the network (autonomous system); 0 where it is not known. */
  asn: number;
  /** Who runs the network. */
  network: string;
}

/** Of servers, of private networks, and of what no list has. */
export const NOWHERE: Location = Object.freeze({ country: '', region: '', asn: 0, network: '' });
