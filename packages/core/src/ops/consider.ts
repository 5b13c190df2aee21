import type { Config, EnvironmentConfig, PersonConfig } from '@sekisho/config';
import type { InputOf } from '@sekisho/contract';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { readDuration } from '../platform/read-input.ts';
import {
  type Judgement,
  judge,
  type Moment,
  needEnvironment,
  placeOfEnvironment,
  withinWorkingHours,
} from '../policy/index.ts';
import type { ResolvedTemplate } from './cloud.ts';
import { judgeImageAge } from './judge-image-age.ts';

export type StartInput = InputOf<'ops.quote'>;

/** What was asked for, with every default filled in. */
export interface Wish {
  readonly person: PersonConfig;
  readonly environment: EnvironmentConfig;
  readonly instanceType: string;
  readonly seconds: number;
  readonly breakGlass: boolean;
}

/** Reads what was asked for. Errors: `unknown-environment`, `unknown-size`, `bad-duration`. */
export function readWish(config: Config, personId: string, input: StartInput): Wish {
  const environment = needEnvironment(config, input.environment);
  const { sizes, defaultSeconds } = environment.opsServer;
  const instanceType = input.size ?? sizes[0] ?? '';
  if (!sizes.includes(instanceType)) {
    throw new AppError('unknown-size', { value: instanceType, known: sizes });
  }
  return {
    person: needPersonOf(config, personId),
    environment,
    instanceType,
    seconds: input.for === undefined ? defaultSeconds : readDuration('for', input.for),
    breakGlass: input.breakGlass === true,
  };
}

/** Judges a wish by policy. What it answers may still be refused by `refuseWish`. */
export function judgeWish(
  config: Config,
  wish: Wish,
  input: StartInput,
  moment: Moment,
): Judgement {
  const { person, environment, seconds, instanceType } = wish;
  return judge(
    config,
    {
      ...{ person, seconds },
      place: placeOfEnvironment(environment),
      kind: 'ops-server',
      reason: input.reason ?? '',
      ticket: input.ticket ?? null,
      size: instanceType,
      permissionSet: '',
    },
    moment,
  );
}

/** Errors: the first reason why this wish cannot be granted at `startsAt`. */
export function refuseWish(wish: Wish, judged: Judgement, startsAt: Date): void {
  if (judged.refusal !== null) throw judged.refusal;
  const { environment, seconds, breakGlass } = wish;
  if (seconds > judged.maximumSeconds) {
    const { maximumSeconds } = judged;
    const facts = { environment: environment.name, askedSeconds: seconds, maximumSeconds };
    throw new AppError('too-long', facts);
  }
  if (breakGlass && !judged.mayBreakGlass) throw new AppError('break-glass-not-allowed', {});
  const hours = environment.opsServer.workingHours;
  if (hours !== null && !breakGlass && !withinWorkingHours(hours, startsAt)) {
    throw new AppError('outside-working-hours', {
      environment: environment.name,
      hours: hours.text,
    });
  }
}

/**
 * Errors: `image-too-old` when the image is past the age that the environment allows, or nobody can tell how old
 * it is. A broken glass passes: who puts out a fire is warned, and not kept waiting for an image.
 */
export function refuseOldImage(
  { environment, breakGlass }: Pick<Wish, 'environment' | 'breakGlass'>,
  { imageCreatedAt }: Pick<ResolvedTemplate, 'imageCreatedAt'>,
  now: Date,
): void {
  const limit = environment.opsServer.imageAge;
  if (limit === null || breakGlass) return;
  const { days, tooOld } = judgeImageAge(limit, imageCreatedAt, now);
  if (!tooOld) return;
  const maximumDays = Math.floor(limit.refuseAfterSeconds / (24 * 3600));
  throw new AppError('image-too-old', { ageDays: days, maximumDays });
}
