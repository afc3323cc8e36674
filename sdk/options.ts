// What users of the script see. These types repeat no validation library's types, so that the published
// declarations stand alone; `client.ts` checks that they fit the wire types of `schemas/`.

/** How to start capturing on a page. */
export interface Options {
  /** The site's public key. */
  site: string;
  /** Origin of the collector, such as `https://t.example.com`. */
  host: string;
  /** `'required'`: store and send nothing until `consent('granted')`. */
  consent?: 'required' | undefined;
}

/** What the visitor decided about being tracked. */
export type ConsentChoice = 'granted' | 'denied';

/** Facts of the owner's own, kept beside an event: anything that JSON can hold. */
export type Props = Record<string, unknown>;

/** Who the visitor is. The first of `email`, `phone` and `customer` that is there decides which person it is. */
export interface Person {
  email?: string | undefined;
  phone?: string | undefined;
  /** The owner's own customer id. */
  customer?: string | undefined;
  name?: string | undefined;
  company?: string | undefined;
  /** Whatever else you know, under names of your own. */
  props?: Props | undefined;
  [property: string]: unknown;
}

/** One line of an order. */
export interface OrderLine {
  /** The owner's own product id. */
  product: string;
  name?: string | undefined;
  /** 1 when left out. */
  quantity?: number | undefined;
  /** Of one piece, in major units: 12.5 or '12.50'. */
  price?: number | string | undefined;
  [property: string]: unknown;
}

/** A goal reached; with an `orderId` it is an order, and sending it twice counts once. */
export interface Order {
  /** Name of the goal, such as `demo_booked`. */
  name?: string | undefined;
  orderId?: string | undefined;
  /** In major units: 12.5 or '12.50'. */
  value?: number | string | undefined;
  /** ISO 4217; the site's currency when left out. */
  currency?: string | undefined;
  coupon?: string | undefined;
  lines?: OrderLine[] | undefined;
  /** Whatever else you know, under names of your own. */
  props?: Props | undefined;
  [property: string]: unknown;
}

/** What a page can tell Leadline, as `leadline(command, …)` or as functions of the ES module. */
export interface Commands {
  track(name: string, props?: Props): void;
  identify(person: Person): void;
  conversion(order: Order): void;
  consent(choice: ConsentChoice): void;
  reset(): void;
}
