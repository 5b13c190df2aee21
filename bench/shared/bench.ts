import type { ParseArgsConfig } from 'node:util';
import type { Report } from './figure.ts';

/** The flags that were given, as `parseArgs` reads them. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** One benchmark: `npm run bench -- NAME`. */
export interface Bench {
  readonly name: string;
  /** Its flags, with what they mean. */
  readonly flags: Readonly<Record<string, FlagHelp>>;
  run(flags: Flags, say: (progress: string) => void): Promise<Report>;
}

export interface FlagHelp {
  readonly type: 'string' | 'boolean';
  readonly help: string;
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>;

/** A flag's whole or broken number, or `fallback`. Errors: throws what is wrong with it. */
export function numberOf(flags: Flags, name: string, fallback: number): number {
  const given = flags[name];
  if (given === undefined) return fallback;
  const number = Number(given);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new Error(`--${name} is "${String(given)}"; give a number.`);
}

/** A flag's list, parted by commas, or `fallback`. */
export function listOf(flags: Flags, name: string, fallback: readonly string[]): readonly string[] {
  const given = flags[name];
  return typeof given === 'string' ? given.split(',').filter(Boolean) : fallback;
}
