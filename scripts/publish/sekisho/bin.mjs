#!/usr/bin/env node
// The `sekisho` command. Plain JavaScript that an old Node can read, so that it can say what is missing.
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

// Since then Node has SQLite and zstd; 23 had not all of it from its beginning, and is over.
if (major < 22 || major === 23 || (major === 22 && minor < 15)) {
  console.error(
    `Sekisho needs Node 22.15 or newer but not 23, and this is Node ${process.versions.node}: see https://nodejs.org.`,
  );
  process.exitCode = 5;
} else {
  // Beside the package and not in the shared /tmp, where another user could plant code for us to run.
  const here = dirname(dirname(fileURLToPath(import.meta.url)));
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE || join(here, '.cache'));
  await import(new URL('../lib/cli.js', import.meta.url).href);
}
