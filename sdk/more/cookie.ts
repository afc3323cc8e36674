import type { Internals } from './internals.js';
import { storedVisitor } from './visitor.js';

/** Chrome keeps none for longer; Safari keeps what a script sets for 7 days, which each visit begins anew. */
const AGE_S = 400 * 86_400;

/**
 * One visitor on all subdomains of a site: beside localStorage, the id is in a cookie of the registrable domain, from
 * when on it may be kept.
 */
export const shareCookie = ([commands, options, , adopt]: Internals): void => {
  const name = `leadline_${options.site}=`;

  /** A browser refuses a cookie for `com` or `co.uk`, so the shortest domain that it takes is the registrable one. */
  const write = (value: string) => {
    location.hostname.split('.').reduceRight((tail, label) => {
      const domain = label + tail;
      if (document.cookie.includes(name + value) !== !!value)
        document.cookie = `${name}${value};domain=${domain};path=/;max-age=${value && AGE_S};secure;samesite=lax`;
      return `.${domain}`;
    }, '');
  };
  const share = () => {
    const here = storedVisitor(options);
    if (!here) return;
    const [, there = here] = RegExp(`${name}(\\w{21})`).exec(document.cookie) || [];
    if (there !== here) adopt(there);
    // The time tells a cookie that was taken now from the one that was there.
    write(`${there}.${Date.now()}`);
  };
  const { consent, reset } = commands;
  commands.consent = (choice) => {
    consent(choice);
    if (choice === 'granted') share();
    else write('');
  };
  commands.reset = () => {
    reset();
    write('');
  };
  share();
};
