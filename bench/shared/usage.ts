import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor time and memory of a group of processes. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly cpuSeconds: number;
}

/** What the descendants of this process that bear `name` have used so far; null where there is no /proc. */
export function usageOfOurs(name: string): Usage | null {
  const all = readAll();
  if (all.length === 0) return null;
  const ours = descendants(all, process.pid).filter((each) => each.name === name);
  return {
    cpuSeconds: ours.reduce((sum, each) => sum + each.cpuSeconds, 0),
    memoryMiB: ours.reduce((sum, each) => sum + memoryMiB(each.pid), 0),
  };
}

function descendants(all: readonly Stat[], root: number): Stat[] {
  const children = all.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...descendants(all, child.pid)]);
}

function readAll(): Stat[] {
  try {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((pid) => readStat(Number(pid)));
  } catch {
    return [];
  }
}

/** Source of the fields: proc_pid_stat(5). Times of children that were awaited are included. */
function readStat(pid: number): Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const close = text.lastIndexOf(')');
    const fields = text.slice(close + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const name = text.slice(text.indexOf('(') + 1, close);
    return [{ pid, name, parent: Number(fields[1]), cpuSeconds: ticks / ticksPerSecond }];
  } catch {
    return [];
  }
}

/** Proportional, so that memory which processes share counts once. */
function memoryMiB(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
