// `npm run check [-- --report FILE] [NAME …]`: every check, every problem, then a summary.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checks } from './checks.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { capture } from './house.mjs';

const { values, positionals } = readArguments();
const unknown = positionals.find((wanted) => !checks.some(({ name }) => name === wanted));
if (unknown !== undefined) refuse(`There is no check “${unknown}”.`);
const chosen = checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

await ensureInstalled();
const results = await runAll(chosen, availableParallelism());
for (const { name, output } of results.filter(({ passed }) => !passed)) {
  console.log(`── ${name} ──\n${output.trim()}\n`);
}
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'pass' : 'FAIL'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = results.filter(({ passed }) => !passed).length;
const counts = { passed: results.length - failed, failed, skipped: 0 };
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(counts));
process.exitCode = failed > 0 ? 1 : 0;

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { report: { type: 'string' } } });
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(why) {
  console.error(`${why} The checks are: ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

/** Keeps `width` checks running; answers in the order of the list, whatever order they end in. */
async function runAll(list, width) {
  const waiting = [...list.entries()];
  const done = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      done[next[0]] = await runOne(next[1]);
  };
  await Promise.all(Array.from({ length: width }, work));
  return done;
}

async function runOne({ name, program, args }) {
  const begun = performance.now();
  const { code, output } = await capture(program, args);
  return { name, passed: code === 0, output, seconds: (performance.now() - begun) / 1000 };
}
