import type { Language, SloPage } from '@sekisho/contract';
import { formatMoment } from '../time/index.ts';
import { whyFired } from './why-fired.ts';

interface Options {
  readonly language: Language;
  readonly timeZone: string;
  /** What the picture covers. */
  readonly from: Date;
  readonly to: Date;
}

/** The picture of a page in words: what a screen reader says in its place. */
export function pictureText(page: SloPage, { language, timeZone, from, to }: Options): string {
  const at = (moment: Date) => formatMoment(moment, { language, timeZone, now: to });
  const name = page.displayName ?? page.slo;
  const changes = page.changed.length;
  const why = whyFired(page.why, language);
  const fired = at(new Date(page.firedAt));
  const over = page.resolvedAt === null ? null : at(new Date(page.resolvedAt));
  if (language === 'ja') {
    const end = over === null ? '' : `${over} に収束しました。`;
    const what = `失敗と成功、バーンレートと、その下に貸出と変更 ${changes} 件のレーン。`;
    return `${name}、${at(from)} から ${at(to)} まで。${what}${fired} に発報しました。${end}${why.join('')}`;
  }
  const end = over === null ? '' : ` and resolved at ${over}`;
  const lanes = `${changes} ${changes === 1 ? 'change' : 'changes'}`;
  return `${name} from ${at(from)} to ${at(to)}: what failed, its burn, and under it the lanes with leases and ${lanes}. It fired at ${fired}${end}. ${why.join(' ')}`;
}

/** Above the picture: how to read it. */
export function pictureTitle(language: Language): string {
  return language === 'ja'
    ? '上から: 失敗（✕）と成功（✓）、バーンレート（burn）、レーン。番号は上の変更、破線は発報'
    : 'From the top: bad and good, burn, lanes. Numbers are the changes above; the dashed line is when it fired';
}

/** Beside the rows of the picture, which has Latin letters and signs only. */
export function pictureLabels(language: Language) {
  return language === 'ja'
    ? { good: '✓', bad: '✕', burn: 'burn' }
    : { good: '✓ good', bad: '✕ bad', burn: 'burn' };
}
