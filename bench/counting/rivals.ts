import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThere } from './pinned.ts';

/** Another program that counts such a log. */
export interface Rival {
  readonly name: string;
  readonly program: string;
  readonly args: (log: string) => readonly string[];
}

/** The ones that are installed (Debian: `mtail`, `goaccess`); those that are not are left out of the table. Their own files go into `folder`. */
export function rivals(folder: string): readonly Rival[] {
  const all: readonly Rival[] = [
    {
      name: 'mtail',
      program: 'mtail',
      args: (log) => ['-one_shot', '-progs', mtailProgram(folder), '-logs', log],
    },
    {
      name: 'goaccess',
      program: 'goaccess',
      args: (log) => [log, '--log-format=AWSALB', '--no-global-config', '-o', 'json'],
    },
  ];
  return all.filter(({ program }) => isThere(program));
}

/** One regular expression and two counters, as lean as it goes. */
function mtailProgram(folder: string): string {
  const path = join(folder, 'alb.mtail');
  const pattern = '^\\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ (?P<status>\\d{3}) ';
  const program = `counter total\ncounter bad\n/${pattern}/ {\n  total++\n  $status >= 500 {\n    bad++\n  }\n}\n`;
  writeFileSync(path, program);
  return path;
}
