// `npm run bench [-- <name> …]`: each figure beside a baseline measured in the same run, on this machine, on loopback
// alone. The load tool and the engine share the machine with the collector, so the ratios of a small machine are its
// low end. Only what is asked for is loaded, and nothing is built or started before that is known.
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.mjs';

const names = benchmarks.map(({ name }) => name);
const { chosen, options } = read();

const { build, install, requireNode } = await import('../collector/machine/setup.mjs');
requireNode();
await install({ tools: true });
await build();
// The benchmarks take parts of the collector from their sources.
const { register } = await import('tsx/esm/api');
register();
const { table } = await import('./table.mjs');
// So that the children go as well.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const startedAt = performance.now();
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}.`);
const results = [];
for (const { name, about, load } of chosen) {
  console.log(`  ${name}: ${about} …`);
  const { bench } = await load();
  results.push(await bench(options));
}
const rows = results.flatMap((result) => result.rows);
if (rows.length > 0) table([['', 'Leadline', 'baseline', 'ratio', 'target'], ...rows]);
const took = `Took ${((performance.now() - startedAt) / 1_000).toFixed(0)} s.`;
console.log([...results.flatMap(({ notes = [] }) => notes), took].join('\n'));
for (const { failure } of results) if (failure) fail(failure);

/** What the command asks for; help and mistakes end here. */
function read() {
  const { values, positionals } = parse();
  if (values.help) {
    console.log(help());
    process.exit(0);
  }
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) fail(`there is no benchmark "${unknown}": choose from ${names.join(', ')}.`);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) fail(`--minutes is "${values.minutes}": give a number above 0.`);
  const [count, persons, events] = ['count', 'persons', 'events'].map((name) => whole(name, values[name]));
  const isChosen = ({ name, isLong }) => (positionals.length > 0 ? positionals.includes(name) : !isLong);
  return {
    chosen: benchmarks.filter(isChosen),
    options: { minutes, count, persons, events, data: values.data },
  };
}

function whole(name, text) {
  const number = Number(text);
  if (!(Number.isInteger(number) && number > 0)) fail(`--${name} is "${text}": give a whole number above 0.`);
  return number;
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        minutes: { type: 'string', default: '1' },
        count: { type: 'string', default: '1000' },
        persons: { type: 'string', default: '250000' },
        events: { type: 'string', default: '5000000' },
        data: { type: 'string' },
      },
    });
  } catch ({ message }) {
    return fail(`${message.split('.')[0]}; --help says what there is.`);
  }
}

function help() {
  const width = Math.max(...names.map((name) => name.length));
  const lines = benchmarks.map(
    ({ name, about, isLong }) => `  ${name.padEnd(width)}  ${about}${isLong ? ' (only by name)' : ''}`,
  );
  return [
    'npm run bench                all but those that run only by name: about ten minutes',
    'npm run bench -- <name> …    one of them, or some:',
    '',
    ...lines,
  ].join('\n');
}

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(1);
}
