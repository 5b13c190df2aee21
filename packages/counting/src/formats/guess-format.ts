import { createScanner } from '../scan/scanner.ts';
import { defaultSli } from '../sli/declaration.ts';
import { formats } from './formats.ts';
import type { LogFormat } from './log-format.ts';

/**
 * The only format in which every line of a log's beginning can be counted; null when there is
 * none or more than one: a wrong guess would give wrong figures.
 * @param beginning the first bytes of a log, decompressed; its last line may be cut
 */
export function guessFormat(beginning: Buffer): LogFormat | null {
  const end = beginning.lastIndexOf(10) + 1;
  const whole = end === 0 ? beginning : beginning.subarray(0, end);
  const fitting = Object.values(formats).filter((format) => {
    const scanner = createScanner({ format, sli: defaultSli });
    scanner.push(whole);
    const { lines, unparsed } = scanner.end();
    return lines > 0 && unparsed.length === 0;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
