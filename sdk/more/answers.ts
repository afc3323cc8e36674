import { hooks, on, options } from './internals.js';

/** A time that never comes. */
const NEVER_MS = 9e99;

/** What the collector refuses, it says to whoever sets the page up: once, in its own words. */
export const sayAnswers = (): void => {
  const said = new Set<string>();
  hooks.answered = ({ message }) => {
    if (said.size < said.add(message).size) console.warn(`[leadline] ${message}`);
  };
  // A page whose policy blocks us says so in its console; that shall be all.
  on('securitypolicyviolation', ({ blockedURI }: SecurityPolicyViolationEvent) => {
    if (blockedURI.startsWith(options.host)) hooks.until = NEVER_MS;
  });
};
