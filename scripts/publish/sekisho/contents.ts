/** What Node starts by a file's path, by the name that the file gets: commands, threads, processes. */
export const entries: Readonly<Record<string, string>> = {
  cli: 'apps/cli/src/main.ts',
  server: 'apps/server/src/main.ts',
  action: 'apps/action/src/index.ts',
  'count-worker': 'packages/counting/src/files/count-worker.ts',
  'log-worker': 'apps/server/src/practice/logs/log-worker.ts',
  'pglite-worker': 'packages/core/src/platform/database/pglite-worker.ts',
};

/** Folders that are read while it runs, and where they lie in the package. */
export const folders: Readonly<Record<string, string>> = {
  'apps/console/dist': 'console',
  'packages/practice/seed': 'seed',
};

/** Where the bundled sources lie in the package. */
export const library = 'lib';
