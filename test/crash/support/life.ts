import type { Installation } from './installation.ts';
import { type Job, live, newJobs, type Phase as OrdinaryPhase } from './job.ts';
import { judge } from './judge.ts';

/** A part of a life that ends when the world is as its commands say. */
export interface Phase {
  readonly name: string;
  /** Steps of the engine that it cannot do without. */
  readonly steps: readonly string[];
  /** Seconds that pass while no server runs, before the one that does this phase starts. */
  readonly after?: number;
  /** Gives its commands, each until it is answered, and waits until all is done. */
  live(house: Installation): Promise<void>;
  /** Errors: when something was lost, done twice or left behind. */
  judge(house: Installation): Promise<void>;
}

/** Phases that are lived one after another, anew each time. */
export interface Life {
  readonly name: string;
  begin(): readonly Phase[];
}

const around = (...calls: string[]) => calls.flatMap((call) => [`before:${call}`, `after:${call}`]);

const look = ['claimed', 'observed', ...around('instancesByTag')];

const steps: Readonly<Record<OrdinaryPhase, readonly string[]>> = {
  launch: [
    ...around('resolveTemplate'),
    'committed:granting',
    ...look,
    ...around('arm', 'launch', 'agents'),
    'committed:active',
    ...around('tag'),
  ],
  adjust: [...look, ...around('tag', 'sessions', 'endSession')],
  end: [...look, ...around('terminate'), 'committed:ended', ...around('disarm')],
  expire: ['committed:revoking', ...around('terminate'), 'committed:ended', ...around('disarm')],
};

/** Three leases: one that nobody need approve, one that somebody must, one that ends at its deadline. */
export const ordinary: Life = {
  name: 'ordinary',
  begin() {
    const jobs = newJobs();
    return [
      phase('launch', jobs),
      phase('adjust', jobs),
      phase('end', jobs),
      phase('expire', jobs),
    ];
  },
};

function phase(name: OrdinaryPhase, jobs: readonly Job[]): Phase {
  return {
    ...{ name, steps: steps[name] },
    live: (house) => live(house, name, jobs),
    judge: (house) => judge(house, name, jobs),
  };
}
