// Fills a running Leadline with half a year of Halfturn, the espresso workshop of the demo site. Running it again adds
// nothing: every id comes out the same.
//
//   npm run seed [-- <address>] [-- --visitors 5000] [-- --site demo]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { calendarOf } from './calendar.mjs';
import { campaigns, linksTo } from './links.mjs';
import { ordersOn } from './orders.mjs';
import { products } from './products.mjs';
import { notesOn } from './reps.mjs';
import { consentTexts, rules, scoreRules } from './rules.mjs';
import { check, keepRecord, SeedError, senderTo } from './send.mjs';
import { visitorOf } from './visitors.mjs';

/** Requests under way at once: enough to share the collector's disk writes, few enough to leave others room. */
const SENDERS = 16;
const VISITORS_MAX = 1_000_000;

async function main() {
  const options = read();
  await check(options);
  const links = linksTo(options.url);
  for (const [kind, records] of Object.entries({
    products,
    campaigns,
    links,
    rules,
    scoreRules,
    consentTexts,
  }))
    for (const record of records) await keepRecord(options, kind, record);
  const now = Date.now();
  const calendar = calendarOf(now);
  const send = senderTo(options);
  const totals = { batches: 0, events: 0, orders: 0, revenue: 0, notes: 0, people: new Set() };
  const started = Date.now();
  const progress = progressOf(options.visitors);

  const add = ({ events }, accepted) => {
    totals.batches += 1;
    totals.events += accepted;
    for (const { type, value, form, email } of events) {
      if (type === 'conversion') {
        totals.orders += 1;
        totals.revenue += value;
      }
      const address = form?.fields.email ?? email;
      if (address) totals.people.add(address);
    }
  };

  const tell = async (number, options) => {
    for (const batch of visitorOf(number, calendar)) {
      const notes = notesOn(batch, now);
      if (notes?.events.length > 0) totals.notes += await send(notes);
      for (const told of ordersOn(batch, now)) await send(told);
      add(batch, await send(batch, options));
    }
  };

  // The first visitor goes last: once queries see it, they see everything sent before.
  let next = 1;
  const work = async () => {
    while (next < options.visitors) {
      const number = next++;
      await tell(number);
      progress(number);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  await tell(0, { stored: true });
  progress(options.visitors, true);

  const { batches, events, orders, revenue, notes, people } = totals;
  const count = (number) => number.toLocaleString('en');
  console.log(
    `${count(batches)} browsers with ${count(events)} events: ${count(people.size)} people left a name, ` +
      `${count(orders)} orders worth €${count(revenue)}, and reps wrote ${count(notes)} notes, in ${((Date.now() - started) / 1000).toFixed(1)} s.\n` +
      `See them at ${options.url}/`,
  );
}

/** From the command line and Leadline's own variables. */
function read() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { visitors: { type: 'string', default: '5000' }, site: { type: 'string', default: 'demo' } },
  });
  const { LEADLINE_URL, LEADLINE_PORT, LEADLINE_ADMIN_KEY, LEADLINE_DATA } = process.env;
  const address = positionals[0] || LEADLINE_URL || `http://127.0.0.1:${LEADLINE_PORT || 8080}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new SeedError(`"${address}" is no address: give one such as http://127.0.0.1:8080`);
  }
  const visitors = Number(values.visitors);
  if (!Number.isInteger(visitors) || visitors < 2 || visitors > VISITORS_MAX) {
    throw new SeedError(`--visitors is "${values.visitors}": give a number from 2 to ${VISITORS_MAX}.`);
  }
  const key = LEADLINE_ADMIN_KEY || keptKey(join(LEADLINE_DATA || './data', 'admin-key'));
  return { url: address.replace(/\/+$/, ''), key, site: values.site, visitors };
}

function keptKey(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch ({ code }) {
    throw new SeedError(
      `There is no key in ${path} (${code}): set LEADLINE_ADMIN_KEY, or LEADLINE_DATA to the instance's data folder.`,
    );
  }
}

/** A line that moves on a terminal; a few lines elsewhere. */
function progressOf(total) {
  let shown = 0;
  return (done, isLast = false) => {
    const percent = Math.floor((100 * done) / total);
    if (!isLast && percent < shown + (process.stdout.isTTY ? 1 : 25)) return;
    shown = percent;
    const text = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} visitors`;
    process.stdout.write(
      process.stdout.isTTY && !isLast ? `\r${text}` : `${process.stdout.isTTY ? '\r' : ''}${text}\n`,
    );
  };
}

main().catch((error) => {
  const isExpected = error instanceof SeedError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isExpected ? `seed: ${error.message}` : error);
  process.exitCode = 1;
});
