import { startChromium } from './chromium.js';
import type { Engine } from './engine.js';
import { startFirefox } from './firefox.js';
import { engines } from './installed.mjs';
import { startWebKit } from './webkit.js';

export type EngineName = keyof typeof engines;

const starts: Record<EngineName, () => Promise<Engine>> = {
  Chromium: startChromium,
  Firefox: startFirefox,
  WebKit: startWebKit,
};

/** The engines that are on this machine, and how to start each. */
export const enginesHere = (): { name: EngineName; start: () => Promise<Engine> }[] =>
  (Object.keys(engines) as EngineName[])
    .filter((name) => engines[name].find())
    .map((name) => ({ name, start: starts[name] }));
