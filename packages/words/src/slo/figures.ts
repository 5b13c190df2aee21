import type { Language, SloWindow } from '@sekisho/contract';
import { formatSpan } from '../time/index.ts';

/** Figures of SLOs as people read them; a dash stands for what is not known. */
export interface Figures {
  /** `99.95%`: as many digits as the promise needs. */
  readonly target: (share: number) => string;
  /** `99.9312%`, cut and never rounded up: what missed its target must not look as if it met it. */
  readonly sli: (share: number | null) => string;
  /** `-12.5%`. */
  readonly share: (share: number | null) => string;
  /** Of a small share two digits that say something: `0.0031%`. */
  readonly chance: (share: number | null) => string;
  readonly count: (count: number) => string;
  /** `14.4`: so many times as fast as the budget lasts. */
  readonly burn: (burn: number | null) => string;
  readonly minutes: (minutes: number) => string;
  readonly window: (window: SloWindow) => string;
}

const units = {
  day: { en: 'day', ja: '日' },
  week: { en: 'week', ja: '週' },
  month: { en: 'month', ja: 'か月' },
  quarter: { en: 'quarter', ja: '四半期' },
  year: { en: 'year', ja: '年' },
} as const;

export function figuresIn(language: Language): Figures {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  const percent = { style: 'percent' } as const;
  const target = format({ ...percent, maximumFractionDigits: 6 });
  const sli = format({ ...percent, maximumFractionDigits: 4, roundingMode: 'floor' } as never);
  const share = format({ ...percent, maximumFractionDigits: 1 });
  const chance = format({ ...percent, maximumSignificantDigits: 2 });
  const whole = format({ maximumFractionDigits: 0 });
  const rate = format({ maximumSignificantDigits: 3 });
  const some = (value: number | null, { format: text }: Intl.NumberFormat) =>
    value === null ? '–' : text(value);
  const minutes = (value: number) => formatSpan(value * 60, language);
  return {
    target: (value) => target.format(value),
    sli: (value) => some(value, sli),
    share: (value) => some(value, share),
    chance: (value) => some(value, chance),
    count: (value) => whole.format(value),
    burn: (value) => some(value, rate),
    minutes,
    window: ({ kind, minutes: length, unit, count }) => {
      if (kind === 'rolling' || unit === null) {
        const span = minutes(length ?? 0);
        return language === 'ja' ? `直近 ${span}` : `${span}, rolling`;
      }
      const { en, ja } = units[unit];
      return language === 'ja'
        ? `暦の ${count} ${ja}`
        : `${count === 1 ? '' : `${count} `}calendar ${en}${count === 1 ? '' : 's'}`;
    },
  };
}
