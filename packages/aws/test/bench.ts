import type { Capability, CloudJudge, Judge } from './harness.ts';

/** What every group of behaviours works with. */
export interface Bench<Kind extends CloudJudge = Judge> {
  readonly judge: () => Kind;
  readonly patienceMs: number;
  /** A test that needs a capability; where the judge lacks it, its title says so and it is skipped. */
  needs(capability: Capability, title: string, test: () => Promise<void>): void;
  /** A name that no other run has used. */
  unique(prefix: string): string;
}
