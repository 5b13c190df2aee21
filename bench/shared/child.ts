import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Caller, type Doings, speak } from './calls.ts';

/** A process of the benchmark's own. */
export interface Child extends Caller {
  readonly pid: number;
  /** Ends it: it is asked, and killed by its pid when it has not gone after ten seconds. */
  end(): Promise<void>;
}

const graceMs = 10_000;

/** Starts a file of ours as a process that can be called, and that can call `doings`. */
export function startChild(file: URL, doings: Doings, flags: readonly string[] = []): Child {
  const child = fork(file, { execArgv: [...flags], serialization: 'advanced' });
  const gone = once(child, 'exit');
  let ending = false;
  const lost = gone.then(([code]) => {
    if (!ending) throw new Error(`a process of the benchmark ended by itself (${String(code)})`);
    return undefined as never;
  });
  lost.catch(() => undefined);
  const spoken = speak(child, doings);
  return {
    pid: child.pid ?? 0,
    call: <Answer>(name: string, ...given: readonly unknown[]) =>
      Promise.race([spoken.call<Answer>(name, ...given), lost]),
    async end() {
      ending = true;
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await gone;
      clearTimeout(late);
    },
  };
}
