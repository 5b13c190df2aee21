// `npm run build`: everything that is built, whether it is stale or not.
import { buildConsole } from './console.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { capture } from './house.mjs';

/** Programs that write what a published package is made of into its dist/. */
const published = [
  'scripts/publish/graphql-sli.ts',
  'scripts/publish/beacon.ts',
  'scripts/publish/action.ts',
  'scripts/publish/sekisho.ts',
];

await ensureInstalled();
await buildConsole();
for (const build of published) {
  const { code, output } = await capture(build, []);
  if (code === 0) continue;
  console.error(output.trim() || `${build} failed without a word`);
  process.exitCode = 1;
}
