// The GitHub Action as one file that a runner can start, in apps/action/dist or in the file that is named.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = join(root, 'apps', 'action');
const file = process.argv[2] ?? join(home, 'dist', 'index.mjs');

const words = ['--file', file, '--format', 'esm', '--platform', 'node', '--inline-dynamic-imports'];
execFileSync(
  join(root, 'node_modules', '.bin', 'rolldown'),
  [join(home, 'src', 'index.ts'), ...words],
  {
    ...{ cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  },
);
