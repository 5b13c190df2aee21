// `npm run generate [-- --check]`: writes the generated files, or says which are stale.
import { ensureInstalled } from './ensure-installed.mjs';
import { generators } from './generators.mjs';
import { capture } from './house.mjs';

await ensureInstalled();
for (const generator of generators) {
  const { code, output } = await capture(generator, process.argv.slice(2));
  if (code === 0) continue;
  console.error(output.trim() || `${generator} failed without a word`);
  process.exitCode = 1;
}
