import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/** Packages of an image: versions by name. */
export type PackageList = ReadonlyMap<string, string>;

/** Most characters of a parameter. Source: Parameter Store, "Managing parameter tiers". */
const mostCharacters = 8192;
const mostBytes = 1_000_000;

/** Reads `name version` lines, as `dpkg-query --show` writes them. Null when a line is something else, or there is none. */
export function readPackages(text: string): PackageList | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const pairs = lines.map((line) => line.split(/\s+/));
  if (pairs.length === 0 || pairs.some((pair) => pair.length !== 2)) return null;
  return new Map(pairs.map(([name = '', version = '']) => [name, version]));
}

function textOf(packages: PackageList): string {
  const lines = [...packages].map(([name, version]) => `${name} ${version}`);
  return `${lines.toSorted().join('\n')}\n`;
}

/** SHA-256 of the list, whatever order it came in. */
export function digestOf(packages: PackageList): string {
  return createHash('sha256').update(textOf(packages)).digest('hex');
}

/** The list as a parameter holds it; null when it has no room in one. */
export function packed(packages: PackageList): string | null {
  const value = brotliCompressSync(textOf(packages)).toString('base64');
  return value.length <= mostCharacters ? value : null;
}

/** Null for what is no list. */
export function unpacked(value: string): PackageList | null {
  try {
    const bytes = brotliDecompressSync(Buffer.from(value, 'base64'), {
      maxOutputLength: mostBytes,
    });
    return readPackages(bytes.toString());
  } catch {
    return null;
  }
}

/** What an image has that the one before had not, and the other way round. */
export function differences(before: PackageList, after: PackageList) {
  const added = [...after].filter(([name]) => !before.has(name));
  const removed = [...before].filter(([name]) => !after.has(name));
  const updated = [...after].flatMap(([name, version]) => {
    const was = before.get(name);
    return was === undefined || was === version ? [] : [`${name} ${was} → ${version}`];
  });
  const named = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([name, version]) => `${name} ${version}`).toSorted();
  return { added: named(added), removed: named(removed), updated: updated.toSorted(), more: 0 };
}
