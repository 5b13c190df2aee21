import type { Ports } from '@sekisho/core';
import type { LifeRow } from './life-row.ts';
import type { Mortal } from './mortal.ts';
import type { ActName } from './plan.ts';
import type { Pair } from './visits.ts';

/** What is lent in a world, where it lives, what may befall it and what must hold of it. */
export interface Scene {
  /** What the verbs need of the outside. */
  readonly ports: Ports;
  /** What can go wrong with each call. */
  readonly faults: ReadonlyMap<string, readonly Pair[]>;
  /** What can befall an engine at each of its steps. */
  readonly mishaps: ReadonlyMap<string, readonly Pair[]>;
  /** Longest that a call may be on its way before it takes effect (seconds). */
  readonly longestDelay: number;
  newEngine(): Mortal;
  /** Somebody has just asked for a lease. */
  onAsked(id: string): Promise<void>;
  /** Somebody does something inside what was lent, or publishes what it is to be replaced by. */
  actInside(id: string, act: ActName): void;
  /** What goes wrong from now on; `down`: nothing answers. */
  setFaults(aims: readonly Pair[], down: boolean): void;
  /** What must hold at every moment, whatever is broken. */
  check(): string[];
  /** The same, of every lease. */
  checkLives(rows: readonly LifeRow[]): string[];
  /** What must hold once Sekisho has worked undisturbed for longer than it promises. */
  checkLateness(rows: readonly LifeRow[]): string[];
  /** What must hold when everything is over. */
  checkEnd(): string[];
  /** Lets the outside go on without Sekisho. Answers whether nothing is lent any more. */
  goOn(): boolean;
}
