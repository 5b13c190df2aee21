import { cpus, loadavg, totalmem } from 'node:os';

/** What a run was made on: figures without it mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
  /** ISO 8601. */
  readonly date: string;
  /** Average number of runnable processes in the minute before the run: more than the cores means that it was disturbed. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    date: new Date().toISOString(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** The machine in one line. */
export function machineLine(machine: Machine): string {
  const { cpu, cores, memoryGiB, node, platform, date, load } = machine;
  const day = `${date.slice(0, 16).replace('T', ' ')} UTC`;
  return `${day}; ${cpu}, ${cores} cores, ${memoryGiB} GiB; Node ${node}, ${platform}; load before the run ${load}`;
}
