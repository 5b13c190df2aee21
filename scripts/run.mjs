// Runs a tool or a file of sources on the pinned Node: `node scripts/run.mjs vitest …`, `… bench/bench.ts …`
import { ensureInstalled } from './ensure-installed.mjs';
import { become } from './house.mjs';

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error('Which program? For example: node scripts/run.mjs biome format --write .');
  process.exit(2);
}
await ensureInstalled();
become(program, args);
