import { isTimeZone, parseDuration } from '@sekisho/words';
import { z } from 'zod';

/* Fields that several parts of sekisho.yaml have; see schema.ts. */

export const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'name');
export const span = z.string().refine((text) => parseDuration(text) !== null, 'duration');
export const timeZone = z.string().refine(isTimeZone, 'time-zone');
export const selector = z
  .string()
  .regex(
    /^(everyone|on-call|group:[a-z][a-z0-9-]*|person:[a-z][a-z0-9-]*|role:(read-only|member|sre|admin))$/,
    'selector',
  );
export const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'region')
  .describe('AWS region.');
