import type { TestProject } from 'vitest/node';
import { type Practice, startPractice } from './practice.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    practice: Omit<Practice, 'stop'>;
  }
}

/** Starts practice once, as a newcomer would, on ports and in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...practice } = await startPractice();
  project.provide('practice', practice);
  return stop;
}
