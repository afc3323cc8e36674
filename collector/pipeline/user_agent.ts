import { UAParser } from 'ua-parser-js';
import type { Step } from './step.js';

interface Agent {
  browser: string;
  os: string;
  device: string;
}

/** A site's visitors share a few hundred browsers; parsing one costs more than the rest of the pipeline. */
const CACHE_MAX = 2_000;
const cache = new Map<string, Agent>();

/** Browser, operating system and device from the User-Agent header; empty for a server's own events. */
export const userAgent: Step = ({ row }, { userAgent: text, acceptLanguage, batch, isPublic }) => {
  row.language = (batch.context.language ?? (isPublic ? acceptLanguage.split(/[,;]/)[0] : '') ?? '')
    .trim()
    .slice(0, 35);
  if (isPublic) Object.assign(row, parse(text.slice(0, 500)));
  return undefined;
};

function parse(text: string): Agent {
  const known = cache.get(text);
  if (known) return known;
  const { browser, os, device } = new UAParser(text).getResult();
  const agent = { browser: browser.name ?? '', os: os.name ?? '', device: device.type ?? 'desktop' };
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(text, agent);
  return agent;
}
