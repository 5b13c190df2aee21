// `npm run bench -- broker | counting | evaluate | graphql | leases | slack | start | all`: figures, never a test. See docs/performance.md.
import { parseArgs } from 'node:util';
import { broker } from './broker/broker.ts';
import { counting } from './counting/counting.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { graphql } from './graphql/graphql.ts';
import { leases } from './leases/leases.ts';
import type { Bench, FlagHelp, Flags } from './shared/bench.ts';
import { describeMachine } from './shared/machine.ts';
import { asMarkdown, asText } from './shared/table.ts';
import { writeFigures } from './shared/write-figures.ts';
import { slack } from './slack/slack.ts';
import { start } from './start/start.ts';

const benches: readonly Bench[] = [counting, leases, slack, start, evaluate, graphql, broker];

const common: Readonly<Record<string, FlagHelp>> = {
  json: { type: 'boolean', help: 'print JSON instead of tables' },
  write: { type: 'boolean', help: 'put the figures into docs/performance.md' },
  small: { type: 'boolean', help: 'tiny numbers, to see that it works' },
  help: { type: 'boolean', help: 'print this' },
};

async function main(argv: readonly string[]): Promise<void> {
  const [wanted = '', ...rest] = argv;
  const chosen = benches.filter(({ name }) => wanted === name || wanted === 'all');
  if (chosen.length === 0) return help();
  const flags = readFlags(chosen, rest);
  if (flags['help'] === true) return help();
  const found = [];
  for (const bench of chosen) {
    const machine = describeMachine();
    const report = await bench.run(flags, (progress) =>
      console.error(`${bench.name}: ${progress}`),
    );
    found.push({ machine, ...report });
    if (flags['json'] !== true) console.log(asText(report, machine));
    if (flags['write'] === true) writeFigures(bench.name, asMarkdown(report, machine));
  }
  if (flags['json'] === true) console.log(JSON.stringify(found, null, 2));
}

function readFlags(chosen: readonly Bench[], argv: string[]): Flags {
  const known = Object.assign({}, common, ...chosen.map(({ flags }) => flags)) as typeof common;
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type }]) => [name, { type }]),
  );
  return parseArgs({ args: argv, options, strict: true }).values as Flags;
}

function help(): void {
  const lines = (flags: Readonly<Record<string, FlagHelp>>) =>
    Object.entries(flags).map(([name, { help: text }]) => `    --${name.padEnd(14)} ${text}`);
  console.log('npm run bench -- NAME [flags], where NAME is one of these, or all:');
  for (const { name, flags } of benches) console.log([`  ${name}`, ...lines(flags)].join('\n'));
  console.log(['  every one', ...lines(common)].join('\n'));
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
