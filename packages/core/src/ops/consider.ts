import type { Config, EnvironmentConfig, PersonConfig } from '@sekisho/config';
import type { InputOf } from '@sekisho/contract';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { readDuration, readMoment } from '../platform/read-input.ts';
import {
  type Judgement,
  judge,
  type Moment,
  needEnvironment,
  withinWorkingHours,
} from '../policy/index.ts';
import type { ResolvedTemplate } from './cloud.ts';

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

/** How far ahead a start may be asked for: policy and people change. */
const longestLeadSeconds = 30 * 24 * 3600;

/**
 * When a lease is to start: now unless another moment was asked for.
 * Errors: `bad-moment` for one that has passed or is more than thirty days ahead.
 */
export function startOf(
  tx: Pick<Tx, 'now' | 'principal' | 'config'>,
  { at }: Pick<StartInput, 'at'>,
): Date {
  const startsAt = readMoment(tx, 'at', at, 'future');
  if (at === undefined || startsAt === undefined) return tx.now;
  if (startsAt < tx.now || startsAt > addSeconds(tx.now, longestLeadSeconds)) {
    throw new AppError('bad-moment', { field: 'at', value: at });
  }
  return startsAt;
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
      ...{ person, environment, seconds },
      kind: 'ops-server',
      reason: input.reason ?? '',
      ticket: input.ticket ?? null,
      size: instanceType,
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

/** Errors: `image-too-old` when the image is past the age that the environment allows. */
export function refuseOldImage(wish: Wish, template: ResolvedTemplate, now: Date): void {
  const limit = wish.environment.opsServer.imageAge;
  if (limit === null) return;
  // An image whose age nobody can tell is not young enough.
  const createdAt = template.imageCreatedAt ?? new Date(0).toISOString();
  const day = 24 * 3600;
  const ageSeconds = (now.getTime() - new Date(createdAt).getTime()) / 1000;
  if (ageSeconds <= limit.refuseAfterSeconds) return;
  const ageDays = Math.floor(ageSeconds / day);
  const maximumDays = Math.floor(limit.refuseAfterSeconds / day);
  throw new AppError('image-too-old', { ageDays, maximumDays });
}
