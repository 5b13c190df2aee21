// `npm run build`: everything that is built, whether it is stale or not.
import { buildConsole } from './console.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();
await buildConsole();
