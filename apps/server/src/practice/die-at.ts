import type { OpsPorts } from '@sekisho/core';

type Cloud = OpsPorts['cloud'];

/** Ends this process as a power cut would when the engine has done the named step. */
export function dieAt(step: string | null): (done: string) => void {
  return (done) => {
    if (done === step) process.kill(process.pid, 'SIGKILL');
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
