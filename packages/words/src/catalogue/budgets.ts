import type { Language } from '../language.ts';

/** An error budget of which too little is left for a rule. Shares: 1 is all of it, below 0 overspent. */
export interface ShortBudgetFacts {
  readonly rule: string;
  readonly budget: string;
  readonly left: number;
  readonly asked: number | null;
}

/** Says why a rule did not lend: `12% of the error budget of "checkout" is left, and policy "calm" asks for 25%.` */
export function shortBudgetText(facts: ShortBudgetFacts, language: Language): string {
  const { rule, budget, left, asked } = facts;
  const share = shareIn(language);
  if (language === 'ja') {
    const rest =
      left < 0
        ? `「${budget}」のエラーバジェットは ${share(-left)} 超過しており`
        : `「${budget}」のエラーバジェットの残りは ${share(left)} で`;
    return asked === null
      ? `${rest}、ポリシー「${rule}」の条件を満たしません。`
      : `${rest}、ポリシー「${rule}」は ${share(asked)} を求めています。`;
  }
  const rest =
    left < 0
      ? `The error budget of "${budget}" is overspent by ${share(-left)}`
      : `${share(left)} of the error budget of "${budget}" is left`;
  return asked === null
    ? `${rest}, too little for policy "${rule}".`
    : `${rest}, and policy "${rule}" asks for ${share(asked)}.`;
}

/** Cut and never rounded up: what is short of a share must not look as if it had it. */
function shareIn(language: Language): (share: number) => string {
  const percent = { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' } as const;
  const format = new Intl.NumberFormat(language, percent as Intl.NumberFormatOptions);
  return (share) => format.format(share);
}
