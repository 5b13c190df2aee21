import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { World } from '../world/world.ts';
import type { Kept, Line } from './line.ts';
import { writeSnapshot } from './snapshot.ts';

/** Where changes are written before anybody is told of them. */
export interface Journal {
  /** Writes what changed since the last time, if anything did. */
  keep(kept: Kept): void;
  /** Writes even when no row changed. */
  force(): void;
  close(): void;
}

const usualCompactAfterBytes = 16 * 1024 * 1024;

/**
 * Appends every change of the world to a file, one line each, and rewrites the file when it has grown.
 * A line is handed to the operating system before this returns: it survives the death of the
 * process (`kill -9`), though not of the machine, which practice does not need.
 *
 * @param path a file whose content the world already holds
 * @param compactAfterBytes how much may be appended before the file is rewritten
 */
export function openJournal(
  path: string,
  world: World,
  first: Kept,
  compactAfterBytes = usualCompactAfterBytes,
): Journal {
  const changed = new Map<string, readonly [table: string, key: string]>();
  for (const [name, table] of Object.entries(world.tables())) {
    table.watch((key) => changed.set(`${name}/${key}`, [name, key]));
  }
  let last = first;
  writeSnapshot(path, world, first);
  let file = openSync(path, 'a');
  let written = 0;

  function append(): void {
    const tables = world.tables();
    const rows = [...changed.values()].map(
      ([name, key]) => [name, key, tables[name]?.get(key) ?? null] as const,
    );
    const line: Line = { ...last, rows };
    const text = Buffer.from(`${JSON.stringify(line)}\n`);
    appendWhole(file, text);
    changed.clear();
    written += text.length;
    if (written > compactAfterBytes) compact();
  }

  function compact(): void {
    writeSnapshot(path, world, last);
    closeSync(file);
    file = openSync(path, 'a');
    written = 0;
  }

  return {
    keep: (kept) => {
      const faultsChanged = kept.faults !== last.faults;
      last = kept;
      if (changed.size > 0 || faultsChanged) append();
    },
    force: append,
    close: () => closeSync(file),
  };
}

// All of the line or, when the disk is full, none: half a line would spoil those after it.
function appendWhole(file: number, bytes: Buffer): void {
  const { size } = fstatSync(file);
  try {
    let from = 0;
    while (from < bytes.length) from += writeSync(file, bytes, from);
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  }
}
