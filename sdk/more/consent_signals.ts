import { commands, guard } from './internals.js';

interface TcData {
  eventStatus?: string;
  gdprApplies?: boolean;
  purpose: { consents: Record<number, boolean> };
}
type Tcf = (command: string, version: number, callback: (data: TcData) => void) => void;
type Entry = ArrayLike<unknown>;

/** Where consent is required, the answer may come from the page's consent platform as well. */
export const captureConsentSignals = (): void => {
  const { __tcfapi, dataLayer } = window as never as { __tcfapi?: Tcf; dataLayer?: Entry[] };

  /** IAB TCF 2: purpose 1 is to store on a device, 8 to measure how content does. */
  if (__tcfapi)
    __tcfapi('addEventListener', 2, ({ eventStatus, gdprApplies, purpose }) => {
      if (/^(tcl|user)/.test(`${eventStatus}`) || gdprApplies === false)
        commands.consent(
          gdprApplies === false || (purpose.consents[1] && purpose.consents[8]) ? 'granted' : 'denied',
        );
    });

  /** Google Consent Mode: `gtag('consent', 'default' or 'update', { analytics_storage: 'granted' })`. */
  const read = guard((entry: Entry) => {
    if (entry[0] !== 'consent') return;
    const { analytics_storage: storage } = entry[2] as Record<string, string>;
    // A default of "denied" is no answer yet.
    if (storage === 'granted' || (storage && entry[1] === 'update')) commands.consent(storage as 'granted');
  });
  if (!dataLayer) return;
  dataLayer.forEach(read);
  const { push } = dataLayer;
  dataLayer.push = (...entries) => {
    entries.forEach(read);
    return push.apply(dataLayer, entries);
  };
};
