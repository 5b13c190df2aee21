import { CloudError } from '@sekisho/core/cloud';

/** What a container may use at most. */
export interface Limits {
  /** Billionths of a core. */
  readonly nanoCpus: number;
  readonly memoryBytes: number;
}

const written = /^(\d{1,3}(?:\.\d)?)cpu-(\d{1,5})([mg])$/;
const bytes = { m: 1024 ** 2, g: 1024 ** 3 } as const;

/** The limits that a size such as `1cpu-2g` or `0.5cpu-512m` names. Errors: `CloudError` `invalid`. */
export function limitsOf(size: string): Limits {
  const [, cpus, memory, unit] = written.exec(size) ?? [];
  if (cpus === undefined || memory === undefined || (unit !== 'm' && unit !== 'g')) {
    throw new CloudError('invalid', 'BadSize', `"${size}" is not a size such as 1cpu-2g`);
  }
  return {
    nanoCpus: Math.round(Number(cpus) * 10) * 100_000_000,
    memoryBytes: Number(memory) * bytes[unit],
  };
}
