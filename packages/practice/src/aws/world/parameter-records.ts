import type { Place } from './records.ts';

/** A parameter of Parameter Store, with all its versions, oldest first. */
export interface Parameter extends Place {
  readonly name: string;
  readonly type: 'String';
  readonly dataType: string;
  readonly versions: readonly ParameterVersion[];
}

export interface ParameterVersion {
  readonly number: number;
  readonly value: string;
  readonly tier: 'Standard' | 'Advanced';
  /** Epoch milliseconds, and ARN of who wrote it. */
  readonly writtenAt: number;
  readonly writtenBy: string;
  /** From when it is shown (epoch milliseconds); absent: at once. */
  readonly countsAt?: number;
}
