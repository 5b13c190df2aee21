import type { DoctorCode } from '@sekisho/contract';

/** What was asked for, checked. */
export interface DoctorWish {
  readonly only: readonly DoctorCode[] | undefined;
  readonly account: string | undefined;
}
