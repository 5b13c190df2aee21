import { type Problem, textOf } from '../problems/problem.ts';
import type { ServiceFileFault } from './service-file.ts';

/** The problem that a file could not be read. */
export function faultOf({ file, fault, facts }: ServiceFileFault): Problem {
  const text = textOf({ name: fault, path: [], facts });
  return { file, line: 1, column: 1, path: '', value: '', code: fault, text };
}
