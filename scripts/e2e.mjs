// `npm run e2e [-- path …]`: the whole product in Chromium, with the console as its sources say.
import { ensureConsoleBuilt } from './console.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { become } from './house.mjs';

await ensureInstalled();
await ensureConsoleBuilt();
become('vitest', ['run', '--config', 'test/e2e/vitest.config.ts', ...process.argv.slice(2)]);
