import { setTimeout as sleep } from 'node:timers/promises';

/** The same port, each of whose calls takes a while, as over a network. */
export function delayed<Cloud extends object>(
  cloud: Cloud,
  pace: { readonly latencyMs: number },
): Cloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        if (pace.latencyMs > 0) await sleep(pace.latencyMs);
        return Reflect.apply(member, target, given);
      };
    },
  });
}
