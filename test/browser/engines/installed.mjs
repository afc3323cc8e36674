// Where the browsers are that the script is tested in. `npm test` asks before anything is built: no TypeScript here.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findChromium } from '../find_chromium.mjs';

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** The Firefox of `FIREFOX_PATH`, else an installed one. */
function findFirefox() {
  const { FIREFOX_PATH } = process.env;
  return (FIREFOX_PATH ? [FIREFOX_PATH] : FIREFOX).find((path) => existsSync(path));
}

/** WebKitGTK's driver, which finds its browser, and the display that this needs. */
function findWebKit() {
  return existsSync(DRIVER) && existsSync(XVFB) ? { driver: DRIVER, xvfb: XVFB } : undefined;
}

/** By engine: Debian's packages, and what is here of it. */
export const engines = {
  Chromium: { packages: ['chromium'], find: findChromium },
  Firefox: { packages: ['firefox-esr'], find: findFirefox },
  WebKit: { packages: ['webkit2gtk-driver', 'xvfb'], find: findWebKit },
};

/** Names of the engines that this machine lacks. */
export function missingEngines() {
  return Object.entries(engines).flatMap(([name, { find }]) => (find() ? [] : [name]));
}
