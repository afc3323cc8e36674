import { adopt, commands, guard, options } from './internals.js';
import { storedVisitor } from './visitor.js';

/** Chrome keeps none for longer; Safari keeps what a script sets for 7 days, which each visit begins anew. */
const AGE_S = 400 * 86_400;
/** A new visitor gets an id with the page view, which waits for its title. */
const VISITOR_MS = 99;

/**
 * One visitor on all subdomains of a site: beside localStorage, the id is in a cookie of the registrable domain, from
 * when on it may be kept.
 */
export const shareCookie = (): void => {
  const name = `leadline_${options.site}=`;

  /** A browser refuses a cookie for `com` or `co.uk`, so the shortest domain that it takes is the registrable one. */
  const write = (value: string) => {
    location.hostname.split('.').reduceRight((tail, label) => {
      const domain = label + tail;
      if (document.cookie.includes(name + value) !== !!value)
        document.cookie = `${name}${value};domain=${domain};path=/;max-age=${value ? AGE_S : 0};secure;samesite=lax`;
      return `.${domain}`;
    }, '');
  };
  const share = guard(() => {
    const [, there] = RegExp(`${name}(\\w{21})`).exec(document.cookie) || [];
    if (there) adopt(there);
    const here = storedVisitor();
    // The time tells a cookie that was taken now from the one that was there.
    if (here) write(`${here}.${Date.now()}`);
  });
  const { consent } = commands;
  commands.consent = (choice) => {
    consent(choice);
    if (choice === 'granted') share();
    else write('');
  };
  for (const name of ['forget', 'reset'] as const) {
    const run = commands[name];
    commands[name] = () => {
      run();
      write('');
    };
  }
  share();
  setTimeout(share, VISITOR_MS);
};
