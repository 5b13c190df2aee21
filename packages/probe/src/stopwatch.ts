import type { Phases } from './run.ts';

type Phase = Exclude<keyof Phases, 'whole'>;

/** Takes the time of phases that follow each other. */
export class Stopwatch {
  readonly #clock: () => number;
  readonly #begin: number;
  #last: number;
  readonly #took = new Map<Phase, number>();

  /** @param clock milliseconds that never go back */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#begin = clock();
    this.#last = this.#begin;
  }

  /** Ends a phase, which began when the last one ended. */
  mark(phase: Phase): void {
    const now = this.#clock();
    this.#took.set(phase, now - this.#last);
    this.#last = now;
  }

  /** Forgets the phases of an exchange, since another follows. The whole goes on. */
  again(): void {
    this.#took.clear();
    this.#last = this.#clock();
  }

  phases(): Phases {
    const of = (phase: Phase) => this.#took.get(phase) ?? null;
    return {
      ...{ dns: of('dns'), connect: of('connect'), tls: of('tls'), firstByte: of('firstByte') },
      whole: this.#clock() - this.#begin,
    };
  }
}
