import { SourceError } from '@sekisho/core/sources';
import type { SourceOptions } from './options.ts';

/** The secret that a definition names. Errors: `SourceError` when the variable is not set. */
export function secretOf({ secret }: Pick<SourceOptions, 'secret'>, variable: unknown): string {
  const name = String(variable);
  const value = secret(name);
  if (value === undefined) throw new SourceError('denied', `${name} is not set`);
  return value;
}
