import type { Config } from '@sekisho/config';
import { type Core, createCore, type Ports } from '@sekisho/core';
import type { InProcessCloud } from '@sekisho/practice/aws';
import { countingIds } from '../support/world.ts';
import { type Around, createMortal, type Mortal, type MortalParts } from './mortal.ts';
import { operationsOf } from './visits.ts';

/** A process that has all of Sekisho, and that may die or sleep at any step. */
export type MortalEngine = Mortal<Core>;

export interface EngineParts extends MortalParts {
  readonly config: Config;
  readonly cloud: InProcessCloud;
  readonly ports: Omit<Ports, 'cloud'>;
}

export function createMortalEngine(parts: EngineParts): MortalEngine {
  return createMortal(parts, ({ database, around, probe, onFailure }) =>
    createCore({
      ...{ database, clock: parts.clock, ids: countingIds(), probe, onFailure },
      config: () => parts.config,
      ports: { ...parts.ports, cloud: mortalCloud(parts.cloud, around) },
    }),
  );
}

function mortalCloud(cloud: InProcessCloud, around: Around): InProcessCloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !Object.hasOwn(operationsOf, name)) return member;
      return (...given: unknown[]) =>
        around(String(name), given, async () => Reflect.apply(member, target, given) as unknown);
    },
  });
}
