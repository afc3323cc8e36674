/**
 * `npm run chaos [-- minutes --seed n --kills n]`: what users were told is stored, compared with what is,
 * while a collector is killed and its world is taken apart. Ends with 1 if anything acknowledged is lost, doubled or
 * changed.
 */
import { parseArgs } from 'node:util';
import { table } from '../../bench/table.mjs';
import { chaos, isSound, type Report } from './chaos.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, kills: { type: 'string' }, verbose: { type: 'boolean' } },
});
const minutes = Number(positionals[0] ?? 3);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const kills = Number(values.kills ?? Math.max(1, Math.round((minutes / 3) * 50)));
if (!(minutes > 0) || !Number.isInteger(seed) || !(kills >= 0)) {
  console.error('chaos: npm run chaos [-- minutes] [-- --seed whole number] [-- --kills number]');
  process.exit(2);
}

console.log(`About ${minutes} minutes, ${kills} kills. Repeat these faults with --seed ${seed}.`);
const say = values.verbose ? (text: string) => console.log(`  ${text}`) : undefined;
const report = await chaos({ seed, seconds: minutes * 60, kills, ...(say && { say }) });
print(report);
if (!isSound(report)) {
  console.error(`chaos: NOT SOUND, repeat with --seed ${seed}`);
  process.exitCode = 1;
}

function print(report: Report): void {
  const ms = (number: number) => `${number.toFixed(0)} ms`;
  table([
    ['fault', 'times', 'longest until acked again'],
    ...[...report.faults]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, { times, recoveryMs }]) => [name, String(times), ms(recoveryMs)]),
  ]);
  const money = (minor: number) => (minor / 100).toFixed(2);
  table([
    ['acked', 'stored', 'lost', 'doubled', 'wrong forms', 'poison', 'money acked', 'money stored'],
    [
      ...[report.acked, report.stored, report.lost.length, report.doubled.length].map(String),
      ...[report.wrongForms.length, report.poison].map(String),
      money(report.ackedMinor),
      money(report.storedMinor),
    ],
  ]);
  const refusals = [...report.refusals].map(([code, times]) => `${code} ${times}`).join(', ');
  console.log(
    `Answers other than an acknowledgement: ${refusals || 'none'}. Took ${report.seconds.toFixed(0)} s.`,
  );
}
