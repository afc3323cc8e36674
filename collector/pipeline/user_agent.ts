import { isbot } from 'isbot';
import { UAParser } from 'ua-parser-js';
import { memo } from '../memo.js';
import { step } from './step.js';

interface Agent {
  browser: string;
  os: string;
  device: string;
  /** It calls itself a crawler, a headless browser or an HTTP library. */
  isBot: boolean;
}

/** A site's visitors share a few hundred browsers; parsing one costs more than the rest of the pipeline. */
const CACHE_MAX = 2_000;
const LENGTH_MAX = 500;

const agents = memo(CACHE_MAX, (text): Agent => {
  if (!text) return { browser: '', os: '', device: '', isBot: false };
  const { browser, os, device } = new UAParser(text).getResult();
  const names = { browser: browser.name ?? '', os: os.name ?? '', device: device.type ?? 'desktop' };
  return { ...names, isBot: isbot(text) };
});

/** What a User-Agent header tells. */
export const agentOf = (header: string): Agent => agents(header.slice(0, LENGTH_MAX));

/** Browser, operating system and device from the User-Agent header; empty for a server's own events. */
export const userAgent = step('user_agent', ({ row }, { userAgent: header, isPublic }) => {
  if (!isPublic) return undefined;
  const { browser, os, device } = agentOf(header);
  row.browser = browser;
  row.os = os;
  row.device = device;
  return undefined;
});
