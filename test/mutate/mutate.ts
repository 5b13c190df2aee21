// `npm run mutate [-- --only NAME …] [--workers N]`: breaks each promise on purpose, and shows which test notices.
import { readFlags } from '../support/read-flags.ts';
import { copyTree, removeTree } from './copy-tree.ts';
import type { Verdict } from './judge.ts';
import { createJudge } from './judge.ts';
import type { NamedPatch } from './patch.ts';
import { loadPatches } from './patch.ts';

async function work(waiting: NamedPatch[], report: (verdict: Verdict) => void): Promise<void> {
  const root = await copyTree();
  try {
    const judge = createJudge(root);
    for (let patch = waiting.shift(); patch; patch = waiting.shift()) report(await judge(patch));
  } finally {
    await removeTree(root);
  }
}

function table(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ patch, killed, words, seconds }) => {
    return `| ${patch.name} | ${patch.promise} | ${killed ? words : `**${words}**`} | ${seconds} |`;
  });
  const heading = ['| patch | promise it breaks | killed by | seconds |', '|---|---|---|---:|'];
  return [...heading, ...rows].join('\n');
}

const usage = `npm run mutate [-- flags]: breaks each promise on purpose, and shows which test notices.
  --only NAME …   these patches of test/mutate/patches (default: every one)
  --workers N     at once, each in a copy of the tree (default 2)`;
const { values, positionals } = readFlags(
  usage,
  { only: { type: 'string', multiple: true }, workers: { type: 'string', default: '2' } },
  true,
);
// `--only a b c` names three: the first is the option's own, the others stand behind it.
const wanted = [...(values.only ?? []), ...positionals];
const patches = await loadPatches();
const unknown = wanted.filter((name) => !patches.some((patch) => patch.name === name));
if (unknown.length > 0 || patches.length === 0) {
  console.error(`No such patch: ${unknown.join(', ') || 'test/mutate/patches is empty'}`);
  process.exit(2);
}
const waiting = patches.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const verdicts: Verdict[] = [];
const began = Date.now();
function report(verdict: Verdict): void {
  verdicts.push(verdict);
  const { killed, patch, seconds } = verdict;
  console.error(`${killed ? 'killed  ' : 'SURVIVED'} ${patch.name} (${seconds} s)`);
}
// Taken by all workers, one patch at a time; a worker without one would copy the tree for nothing.
await Promise.all(
  Array.from({ length: Math.min(Number(values.workers) || 1, waiting.length) }, () =>
    work(waiting, report),
  ),
);
verdicts.sort((a, b) => (a.patch.name < b.patch.name ? -1 : 1));
console.log(table(verdicts));
const survivors = verdicts.filter(({ killed }) => !killed).length;
const minutes = ((Date.now() - began) / 60_000).toFixed(1);
console.log(`\n${verdicts.length - survivors} killed, ${survivors} not, in ${minutes} minutes`);
process.exitCode = survivors > 0 ? 1 : 0;
