import { hooks } from './internals.js';

/** What the collector refuses, it says to whoever sets the page up: once, in its own words. */
export const sayAnswers = (): void => {
  const said = new Set<string>();
  hooks.answered = (message) => {
    if (!said.has(message)) console.warn(`[leadline] ${message}`);
    said.add(message);
  };
};
