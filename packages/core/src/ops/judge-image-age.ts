import type { EnvironmentConfig } from '@sekisho/config';

/** How old a machine image is, as its environment judges it. */
export interface ImageAge {
  /** Whole days; null when nobody can tell. */
  readonly days: number | null;
  /** Past the age from which the environment warns. */
  readonly old: boolean;
  /** Past the age from which the environment refuses. */
  readonly tooOld: boolean;
}

const daySeconds = 24 * 3600;

/** Judges an image by its birth. Where a limit is set, an image whose age nobody can tell is too old. */
export function judgeImageAge(
  limit: EnvironmentConfig['opsServer']['imageAge'],
  createdAt: string | null,
  now: Date,
): ImageAge {
  const limited = limit !== null;
  if (createdAt === null) return { days: null, old: limited, tooOld: limited };
  const seconds = Math.max(0, (now.getTime() - new Date(createdAt).getTime()) / 1000);
  return {
    days: Math.floor(seconds / daySeconds),
    old: limited && seconds > limit.warnAfterSeconds,
    tooOld: limited && seconds > limit.refuseAfterSeconds,
  };
}
