import type { SloWindow } from '@sekisho/contract';
import type { Say } from '../shared/say.ts';

/** Figures of SLOs as people read them. */
export interface Figures {
  /** `99.95%`: as many digits as the promise needs. */
  readonly target: (share: number) => string;
  /** `99.9312%`, cut and never rounded up: what missed its target must not look as if it met it. */
  readonly sli: (share: number | null) => string;
  /** `-12.5%`. */
  readonly share: (share: number | null) => string;
  readonly count: (count: number) => string;
  /** `14.4×`. */
  readonly burn: (burn: number | null) => string;
  readonly minutes: (minutes: number) => string;
  readonly window: (window: SloWindow) => string;
}

export function figuresOf({ t, language, span }: Say): Figures {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  const percent = format({ style: 'percent', maximumFractionDigits: 6 });
  const cut = format({
    style: 'percent',
    maximumFractionDigits: 4,
    roundingMode: 'floor',
  } as never);
  const share = format({ style: 'percent', maximumFractionDigits: 1 });
  const whole = format({ maximumFractionDigits: 0 });
  const rate = format({ maximumSignificantDigits: 3 });
  const some = (value: number | null, text: (value: number) => string) =>
    value === null ? '–' : text(value);
  return {
    target: (value) => percent.format(value),
    sli: (value) => some(value, (each) => cut.format(each)),
    share: (value) => some(value, (each) => share.format(each)),
    count: (value) => whole.format(value),
    burn: (value) => some(value, (each) => `${rate.format(each)}×`),
    minutes: (value) => span(value * 60),
    window: ({ kind, minutes, unit, count }) =>
      kind === 'rolling' || unit === null
        ? t.slo.windowRolling(span((minutes ?? 0) * 60))
        : t.slo.windowUnits[unit](count),
  };
}
