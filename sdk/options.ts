// What users of the script see, and what the one of this page chose. These types repeat no validation library's types, so that the published
// declarations stand alone; `client.ts` checks that they fit the wire types of `schemas/`.

/** How to start capturing on a page. */
export interface Options {
  /** The site's public key. */
  site: string;
  /** Origin of the collector, such as `https://t.example.com`. */
  host: string;
  /** `'required'`: store and send nothing until `consent('granted')`. */
  consent?: 'required' | undefined;
  /** Keep nothing on the visitor's device: each page load is a new visitor. */
  cookieless?: boolean | undefined;
  /** The site routes by the address's hash (`#/prices`): each one is a page of its own. */
  hashRoutes?: boolean | undefined;
  /** Names of affiliates' parameters beside the usual ones (`via`, `ref`, `aff`, …), separated by spaces. */
  affiliate?: string | undefined;
  /** Take campaigns' and affiliates' parameters out of the address bar once they are noted. */
  cleanUrl?: boolean | undefined;
  /** Domains of yours that a visitor's id is carried to on links, separated by spaces. */
  linker?: string | undefined;
  /** Share the visitor's id with the other subdomains of the site by a cookie. */
  cookie?: boolean | undefined;
  /** Log each event, and each field left out and why, to the console. */
  debug?: boolean | undefined;
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
  /** Job title. */
  title?: string | undefined;
  address?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  /** ISO 3166 code, or the name in English, Spanish or Turkish. */
  country?: string | undefined;
  /** BCP 47 tag, or the name in English, Spanish or Turkish. */
  language?: string | undefined;
  birthYear?: number | string | undefined;
  gender?: string | undefined;
  industry?: string | undefined;
  companySize?: number | string | undefined;
  /** Your server's, so that it counts as its word (docs/identity.md): never make it in a page. */
  signature?: string | undefined;
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
  /** Empties what this browser holds of the visitor. */
  forget(): void;
  /** Takes a form, or any element with fields in it, for submitted. */
  form(element: Element): void;
}

/** Of the site that this page belongs to: one copy of the script captures for one site. */
export let options: Options;

export const setOptions = (given: Options): void => {
  options = given;
};

/** What the page may call, and `sdk/more` besides; each feature adds its own. */
export const commands = {} as Commands & {
  /** Is told of each event, where somebody debugs. */
  log?: (event: object) => void;
};
