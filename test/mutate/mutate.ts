// `npm run mutate [-- NAME …]`: breaks each promise on purpose, and shows which test notices.
import { copyTree, removeTree } from './copy-tree.ts';
import type { Verdict } from './judge.ts';
import { createJudge } from './judge.ts';
import type { NamedPatch } from './patch.ts';
import { loadPatches } from './patch.ts';

const workers = 2;

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
  const rows = verdicts.map(({ patch, killed, words }) => {
    return `| ${patch.name} | ${patch.promise} | ${killed ? words : `**${words}**`} |`;
  });
  return ['| patch | promise it breaks | killed by |', '|---|---|---|', ...rows].join('\n');
}

const wanted = process.argv.slice(2);
const patches = await loadPatches();
const unknown = wanted.filter((name) => !patches.some((patch) => patch.name === name));
if (unknown.length > 0 || patches.length === 0) {
  console.error(`No such patch: ${unknown.join(', ') || 'test/mutate/patches is empty'}`);
  process.exit(2);
}
const waiting = patches.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const verdicts: Verdict[] = [];
function report(verdict: Verdict): void {
  verdicts.push(verdict);
  console.error(`${verdict.killed ? 'killed  ' : 'SURVIVED'} ${verdict.patch.name}`);
}
// Taken by both workers, one patch at a time; a worker without one would copy the tree for nothing.
await Promise.all(
  Array.from({ length: Math.min(workers, waiting.length) }, () => work(waiting, report)),
);
verdicts.sort((a, b) => (a.patch.name < b.patch.name ? -1 : 1));
console.log(table(verdicts));
const survivors = verdicts.filter(({ killed }) => !killed).length;
console.log(`\n${verdicts.length - survivors} killed, ${survivors} not`);
process.exitCode = survivors > 0 ? 1 : 0;
