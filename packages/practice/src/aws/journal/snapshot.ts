import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { World } from '../world/world.ts';
import type { Kept, Line } from './line.ts';

/** Writes the whole world as one line, and only then lets it take the old file's place. */
export function writeSnapshot(path: string, world: World, kept: Kept): void {
  const rows = Object.entries(world.tables()).flatMap(([name, table]) =>
    [...table.entries()].map(([key, row]) => [name, key, row] as const),
  );
  const line: Line = { ...kept, rows };
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w');
  try {
    writeFileSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}

/**
 * Fills an empty world from a journal.
 *
 * @returns what was kept last, or null when there is no journal. Errors: when a line other than the last is damaged
 */
export function readJournal(path: string, world: World): Kept | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const lines = text.split('\n');
  // What follows the last line break was cut off while being written: nobody was told of it.
  lines.pop();
  let kept: Kept | null = null;
  const tables = world.tables();
  for (const [index, line] of lines.entries()) {
    const { rows, ...rest } = parse(line, path, index + 1);
    kept = rest;
    for (const [name, key, row] of rows) {
      if (row === null) tables[name]?.drop(key);
      else tables[name]?.put(key, row);
    }
  }
  if (kept !== null) {
    world.clock = kept.clock;
    world.faults = kept.faults;
  }
  return kept;
}

function parse(line: string, path: string, number: number): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    throw new Error(`${path}, line ${number} is damaged; remove the file to start afresh`, {
      cause,
    });
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
