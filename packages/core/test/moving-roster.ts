import type { Config } from '@sekisho/config';

/** A configuration out of whose roster somebody may be taken for a while. */
export interface MovingRoster {
  readonly config: Config;
  /** Does `work` while nobody is called `who`. */
  without<T>(who: string, work: () => Promise<T>): Promise<T>;
}

/** Makes it of a configuration that stays as it is. */
export function movingRoster(fixed: Config): MovingRoster {
  let { people } = fixed;
  const config = { ...fixed };
  Object.defineProperty(config, 'people', { get: () => people, enumerable: true });
  return {
    config,
    async without(who, work) {
      const all = people;
      people = all.filter(({ id }) => id !== who);
      try {
        return await work();
      } finally {
        people = all;
      }
    },
  };
}
