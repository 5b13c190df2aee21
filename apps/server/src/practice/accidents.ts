import type { Logger } from 'pino';

/** What is to go wrong next, once. */
export interface Accident {
  /** Step at which this process ends as by a power cut. */
  readonly dieAt: string | null;
  /** Step at which it stops as a suspended machine does. */
  readonly stopAt: string | null;
}

/**
 * Tells each step that the engine has done to the log, and has an accident at the named one.
 * A parent process may name another by a message, and is answered once it is in force.
 */
export function accidents(first: Accident, logger: Pick<Logger, 'trace'>): (step: string) => void {
  let next = first;
  process.on('message', (message) => {
    if (!isAccident(message)) return;
    next = message;
    process.send?.('aimed');
  });
  return (step) => {
    logger.trace({ step }, 'a step was done');
    if (step === next.dieAt) process.kill(process.pid, 'SIGKILL');
    if (step !== next.stopAt) return;
    next = { dieAt: null, stopAt: null };
    logger.trace({ stopped: step }, 'and stops here');
    process.kill(process.pid, 'SIGSTOP');
  };
}

function isAccident(message: unknown): message is Accident {
  return typeof message === 'object' && message !== null && 'dieAt' in message;
}

/** Tells a probe before and after each call to the cloud: `before:launch`, `after:launch`, … */
export function probed<Cloud extends object>(cloud: Cloud, probe: (step: string) => void): Cloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        probe(`before:${String(name)}`);
        const answer: unknown = await Reflect.apply(member, target, given);
        probe(`after:${String(name)}`);
        return answer;
      };
    },
  });
}
