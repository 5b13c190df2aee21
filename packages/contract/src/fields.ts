import { z } from 'zod';

/*
 * Fields that people type. They are plain strings here; the core reads them with `words`
 * (durations and times in both languages), so that every door understands the same.
 * `format` tells doors what to offer: a date picker, a list of environments, of people.
 */

/** A span such as `90m`, `1h30m`, `2時間`. */
export const duration = z.string().trim().min(1).max(40).meta({ format: 'duration' });

/** A moment: ISO 8601, `14:30`, `tomorrow 9:00`, `明日 9:00` in the reader's zone. */
export const moment = z.string().trim().min(1).max(60).meta({ format: 'moment' });

/** A person's id in the roster; doors also accept a Slack mention or an e-mail. */
export const person = z.string().trim().min(1).max(120).meta({ format: 'person' });

export const environmentName = z.string().trim().min(1).max(60).meta({ format: 'environment' });

/** A lease's id, or what somebody took for one: an id that none bears is not found rather than bad. */
export const leaseId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/)
  .meta({ format: 'lease' });

/** An SLO's name in the files of services. */
export const sloId = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,120}$/)
  .meta({ format: 'slo' });

export const serviceName = z.string().trim().min(1).max(120).meta({ format: 'service' });

/** Free text that a person wrote; kept beside the timeline, not in it. */
export const reason = z.string().trim().min(1).max(1000).meta({ format: 'text' });

export const ticket = z.string().trim().min(1).max(200).meta({ format: 'ticket' });

/** ISO 8601 in UTC, as answers give it. */
export const timestamp = z.string().meta({ format: 'date-time' });

/** Money per hour or in all, in US dollars. */
export const dollars = z.number().nonnegative();

/** Rows an answer may hold. */
export const limit = z.coerce.number().int().min(1).max(1000);
