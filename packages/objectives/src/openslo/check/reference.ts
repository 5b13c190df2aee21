import { type Path, shown } from '../../problems/index.ts';
import type { Kind } from '../model.ts';
import type { Checking } from './findings.ts';

/** Checks that a name refers to something in the files given. */
export function checkReference(
  kind: Kind,
  name: string | undefined,
  path: Path,
  { problem, known }: Checking,
): void {
  if (name === undefined) return;
  const names = known.names(kind);
  if (!names.includes(name)) {
    problem('unknown-reference', path, { kind, value: shown(name), known: names });
  }
}

/** Checks that exactly one of some keys is given. */
export function checkOneOf(
  given: Readonly<Record<string, unknown>>,
  path: Path,
  { problem }: Checking,
): void {
  const options = Object.keys(given);
  const [first, second] = options.filter((key) => given[key] !== undefined);
  if (first === undefined) problem('none-given', path, { options });
  else if (second !== undefined) problem('both-given', [...path, second], { first, second }, 'key');
}
