// `npm start`: a working Sekisho with practice AWS and Slack, from nothing.
import { ensureConsoleBuilt } from './console.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { become } from './house.mjs';

await ensureInstalled();
await ensureConsoleBuilt();
become('apps/server/src/main.ts', ['practice', ...process.argv.slice(2)]);
