import type { BrowserBatch } from '../schemas/batch.js';
import type { Conversion } from '../schemas/events/conversion.js';
import type { Custom } from '../schemas/events/custom.js';
import type { Identify } from '../schemas/events/identify.js';
import { createDelivery } from './delivery.js';
import type { Commands, Options } from './options.js';
import { mask } from './safety.js';
import { settle } from './soon.js';
import { createStorage } from './storage.js';
import { randomId } from './text.js';

type Event = BrowserBatch['events'][number];

/** What every event carries. */
export interface Stamp {
  id: string;
  ts: number;
  url: string;
  referrer: string;
  title: string;
}

/** What a feature gets to work with. */
export interface Capture {
  /** Where the visitor came from: another site, or the page shown before in a single-page app. */
  referrer: string;
  stamp(): Stamp;
  /** Takes an event; an urgent one is sent at once. */
  add(event: Event, urgent?: boolean): void;
}

/** One thing that is captured, such as page views. An entry puts together the ones that it wants. */
export type Feature = (capture: Capture) => void;

/** Not in TypeScript's DOM types yet: https://w3c.github.io/gpc/ */
type Browser = Navigator & { globalPrivacyControl?: boolean };

/** Captures for one site: visitor, consent, commands and the features. */
export function createClient({ site, host, consent: mode }: Options, features: Feature[]): Commands {
  const storage = createStorage(`leadline:${site}:`);
  /** A choice made is remembered; Global Privacy Control counts as a no until the visitor says yes. */
  let choice = storage('consent');
  const asked = mode === 'required' || (navigator as Browser).globalPrivacyControl === true;
  const consented = () => (choice ? choice === 'granted' : !asked);

  let visitor = (consented() && storage('visitor')) || randomId();
  const keepVisitor = () => consented() && storage('visitor', visitor);

  const where = () => ({
    url: mask(location.href),
    referrer: mask(capture.referrer),
    title: document.title,
  });
  const capture: Capture = {
    referrer: document.referrer,
    stamp: () => ({ id: randomId(), ts: Date.now(), ...where() }),
    // After a no nothing is even remembered; before the choice, delivery holds it in memory.
    add: (event, urgent) => choice !== 'denied' && delivery.add(event, visitor, urgent),
  };
  const delivery = createDelivery({
    endpoint: `${host}/v1/events`,
    storage,
    allowed: consented,
    envelope: (visitor) => ({
      site,
      visitor,
      sent: Date.now(),
      context: {
        ...where(),
        language: navigator.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    }),
  });
  const release = () => {
    keepVisitor();
    delivery.release();
  };
  release();
  for (const feature of features) feature(capture);

  return {
    track(name, props) {
      capture.add({ ...capture.stamp(), type: name, props } satisfies Custom);
    },
    identify(person) {
      capture.add({ ...person, ...capture.stamp(), type: 'identify' } satisfies Identify);
    },
    conversion(order) {
      capture.add({ ...order, ...capture.stamp(), type: 'conversion' } satisfies Conversion, true);
    },
    consent(answer) {
      if (answer === 'granted') {
        choice = answer;
        storage('consent', answer);
        release();
      } else if (answer === 'denied') {
        choice = answer;
        delivery.clear();
        for (const key of storage.keys()) storage(key, null);
        visitor = randomId();
        // Where nothing is kept before a yes, the no needs no remembering either.
        if (!asked) storage('consent', answer);
      }
    },
    reset() {
      // What has been seen so far is the old visitor's.
      settle();
      visitor = randomId();
      keepVisitor();
    },
  };
}
