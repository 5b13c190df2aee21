// `npm test [-- path …]`: the fast tests, on PGlite, or with SEKISHO_TEST_DATABASE=postgres on PostgreSQL.
import { ensureInstalled } from './ensure-installed.mjs';
import { become } from './house.mjs';

await ensureInstalled();
become('vitest', ['run', ...process.argv.slice(2)]);
