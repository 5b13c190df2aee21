import type { LogFormat } from '../../formats/log-format.ts';
import { cloudfrontPlan } from './cloudfront.ts';
import { combinedPlan } from './combined.ts';
import { elbPlan } from './elb.ts';
import { ltsvPlan } from './ltsv.ts';
import type { FormatPlan } from './plan.ts';

/** No SQL counts this format exactly as the scanner does. */
export class UnsupportedFormat extends Error {
  readonly format: string;

  constructor(format: string) {
    super(`no SQL reads ${format} exactly as the scanner does`);
    this.name = 'UnsupportedFormat';
    this.format = format;
  }
}

const fixedPlans: Readonly<Record<string, FormatPlan>> = {
  alb: elbPlan({ typed: true }),
  clb: elbPlan({ typed: false }),
  cloudfront: cloudfrontPlan,
  combined: combinedPlan,
};

/** The formats that SQL can read. JSON is not among them: engines differ in what they take for JSON. */
export const sqlFormats = [...Object.keys(fixedPlans), 'ltsv'] as const;

/** How lines of a format are read. Errors: throws `UnsupportedFormat`. */
export function planOf({ name, fields }: LogFormat): FormatPlan {
  const plan =
    fields === undefined ? fixedPlans[name] : name === 'ltsv' ? ltsvPlan(fields) : undefined;
  if (plan === undefined) throw new UnsupportedFormat(name);
  return plan;
}
