import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find_chromium.mjs';

/** Nothing that needs a display, a sandbox of the kernel's (containers have none) or the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one, or set CHROMIUM_PATH to where it is.');
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}
