import { existsSync } from 'node:fs';

/** A Node of ours, and the oldest that the package names, where SEKISHO_NODE_22 names its program. */
export const nodes: readonly { readonly name: string; readonly path: string | null }[] = [
  { name: process.versions.node, path: process.execPath },
  { name: '22.15', path: oldest(process.env.SEKISHO_NODE_22) },
];

function oldest(path: string | undefined): string | null {
  if (path !== undefined && existsSync(path)) return path;
  if (process.env.SEKISHO_REQUIRE_NODE_22)
    throw new Error('SEKISHO_NODE_22 does not name a program, and it must.');
  console.warn('Node 22 is not tried: name its program in SEKISHO_NODE_22.');
  return null;
}
