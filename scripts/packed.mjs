// `npm run packed [-- path …]`: what is published, installed as others install it, and run.
import { ensureConsoleBuilt } from './console.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { become } from './house.mjs';

await ensureInstalled();
await ensureConsoleBuilt();
become('vitest', ['run', '--config', 'test/packed/vitest.config.ts', ...process.argv.slice(2)]);
