import type { OpsPorts } from '@sekisho/core';
import type { Logger } from 'pino';

type Cloud = OpsPorts['cloud'];

interface Accidents {
  /** Step at which this process ends as by a power cut. */
  readonly dieAt: string | null;
  /** Step at which it stops as a suspended machine does, once. */
  readonly stopAt: string | null;
}

/** Tells each step that the engine has done to the log, and has an accident at the named one. */
export function accidents(
  { dieAt, stopAt }: Accidents,
  logger: Pick<Logger, 'trace'>,
): (step: string) => void {
  let stopped = false;
  return (step) => {
    logger.trace({ step }, 'a step was done');
    if (step === dieAt) process.kill(process.pid, 'SIGKILL');
    if (step !== stopAt || stopped) return;
    stopped = true;
    process.kill(process.pid, 'SIGSTOP');
  };
}

/** Tells a probe before and after each call to the cloud: `before:launch`, `after:launch`, … */
export function probedCloud(cloud: Cloud, probe: (step: string) => void): Cloud {
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
