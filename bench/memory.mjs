import { readFileSync } from 'node:fs';
import { mb, ratio } from './figures.mjs';
import { load, median } from './load.mjs';
import { eventRequests } from './requests.mjs';
import { besideBare } from './servers.mjs';

const REQUESTS = 30_000;
const SAMPLE_MS = 500;
/** The heap finds its size first. */
const WARM_UP = 0.2;

/** Resident memory of a process in MB; undefined where the system does not tell it so. */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return undefined;
  }
}

/** Whether the collector's memory grows at full load: the last fifth of the time beside the fifth after the warm-up. */
export async function bench({ minutes }) {
  const { earlyMb, lateMb } = await besideBare((collector) => memoryAtFullLoad(collector, minutes));
  const title = `memory after ${minutes} min at full load`;
  return { rows: [[title, mb(lateMb), `${mb(earlyMb)} early on`, ratio(lateMb, earlyMb), '0.9 to 1.1']] };
}

async function memoryAtFullLoad(collector, minutes) {
  const requests = eventRequests(collector.url, REQUESTS);
  const samples = [];
  const timer = setInterval(() => samples.push(memoryOf(collector.pid) ?? Number.NaN), SAMPLE_MS);
  await load(collector.url, requests, { seconds: minutes * 60 });
  clearInterval(timer);
  const part = (from, to) => median(samples.slice(samples.length * from, samples.length * to));
  return { earlyMb: part(WARM_UP, 2 * WARM_UP), lateMb: part(1 - WARM_UP, 1) };
}
