import type { ContainerEngine } from '@sekisho/core/cloud';
import type Docker from 'dockerode';

/** One port call at an engine. */
export interface At {
  readonly docker: Docker;
  readonly engine: ContainerEngine;
  readonly installation: string;
  /** Aborts when the call has taken its time. */
  readonly signal: AbortSignal;
  /** Its time. */
  readonly milliseconds: number;
  readonly now: () => Date;
}
