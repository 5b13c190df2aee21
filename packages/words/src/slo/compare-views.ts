import type { Language, SloViewName, SloViewPair, SloViewSeen } from '@sekisho/contract';
import type { Pair } from '../language.ts';

/** From where a service is looked at. */
export const viewNames = {
  beacon: { en: 'users (beacon)', ja: '利用者(ビーコン)' },
  probe: { en: 'probe', ja: 'プローブ' },
  'load-balancer': { en: 'load balancer', ja: 'ロードバランサー' },
  server: { en: 'server', ja: 'サーバー' },
} as const satisfies Readonly<Record<SloViewName, Pair>>;

export const viewVerdictWords = {
  'stands-in': { en: 'stands in', ja: '代わりになる' },
  'does-not': { en: 'does not', ja: '代わりにならない' },
  'not-enough': { en: 'not enough bad hours to tell', ja: '悪い時間が足りず判断できない' },
} as const satisfies Readonly<Record<SloViewPair['verdict'], Pair>>;

type Reason = SloViewPair['because'][number];
type Say = (pair: SloViewPair, near: string, far: string) => string;

/** A share in points of a hundred, with its sign: `+0.4`. */
export function pointsText(share: number): string {
  const points = Number((share * 100).toPrecision(2));
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points)}`;
}

const percent = (share: number | null) =>
  share === null ? '–' : `${Number((share * 100).toPrecision(2))}%`;
const two = (value: number | null) => (value === null ? '–' : value.toFixed(2));

const reasons: Readonly<Record<Reason, Readonly<Record<Language, Say>>>> = {
  misses: {
    en: ({ seen }, near, far) =>
      `Of ${clear(seen)} troubles of ${near}, ${seen.shown} showed at ${far}: at most ${percent(seen.high)} do, with 95% confidence, and 80% are needed.`,
    ja: ({ seen }, near, far) =>
      `${near}の障害 ${clear(seen)} 件のうち、${far}に現れたのは ${seen.shown} 件です。95% の信頼度で多くても ${percent(seen.high)} で、必要な 80% に届きません。`,
  },
  'own-troubles': {
    en: ({ meant }, near, far) =>
      `Of ${clear(meant)} troubles of ${far}, ${near} had ${meant.shown}: at most ${percent(meant.high)} mean something to them, with 95% confidence, and 80% are needed.`,
    ja: ({ meant }, near, far) =>
      `${far}の障害 ${clear(meant)} 件のうち、${near}にもあったのは ${meant.shown} 件です。95% の信頼度で多くても ${percent(meant.high)} で、必要な 80% に届きません。`,
  },
  'out-of-step': {
    en: ({ rank }) =>
      `Their bad hours do not rank alike: rank correlation ${two(rank.value)}, at most ${two(rank.high)}, and 0.5 is needed.`,
    ja: ({ rank }) =>
      `悪い時間の順位が揃っていません。順位相関は ${two(rank.value)}(高くても ${two(rank.high)})で、0.5 が必要です。`,
  },
  understates: {
    en: ({ strength }, near, far) =>
      `${far} shows the hours, but only ${percent(strength)} of what failed for ${near}: half is needed.`,
    ja: ({ strength }, near, far) =>
      `${far}は同じ時間に悪化しますが、${near}で失敗した分の ${percent(strength)} しか現れません。半分は必要です。`,
  },
  'never-together': {
    en: () => 'They were never measured in the same hour.',
    ja: () => '同じ時間に両方が計測されたことがありません。',
  },
  'too-few-troubles': {
    en: ({ seen }, near) =>
      `${near} had ${seen.episodes} of the 5 troubles that are needed: two views that are fine together agree on nothing.`,
    ja: ({ seen }, near) =>
      `${near}の障害は ${seen.episodes} 件で、必要な 5 件に足りません。どちらも正常なだけでは、一致しているとは言えません。`,
  },
  'unmeasured-troubles': {
    en: ({ seen }, near, far) =>
      `${far} was not measured in ${seen.unclear} of the ${seen.episodes} troubles of ${near}.`,
    ja: ({ seen }, near, far) =>
      `${near}の障害 ${seen.episodes} 件のうち ${seen.unclear} 件で、${far}が計測されていません。`,
  },
  unclear: {
    en: ({ seen, meant, rank }) =>
      `${seen.shown} of ${clear(seen)} troubles showed (at least ${percent(seen.low)}), ${meant.shown} of ${clear(meant)} were meant (at least ${percent(meant.low)}), rank correlation at least ${two(rank.low)}: 80%, more than 50% for sure, and 0.5 are needed.`,
    ja: ({ seen, meant, rank }) =>
      `現れた障害は ${clear(seen)} 件中 ${seen.shown} 件(少なくとも ${percent(seen.low)})、利用者側にもあったものは ${clear(meant)} 件中 ${meant.shown} 件(少なくとも ${percent(meant.low)})、順位相関は少なくとも ${two(rank.low)} です。80%(確実に 50% 超)と 0.5 が必要です。`,
  },
};

function clear({ episodes, unclear }: SloViewPair['seen']): number {
  return episodes - unclear;
}

/** Whether the farther view may stand in for the nearer, in words, with the numbers that say so. */
export function verdictText(pair: SloViewPair, language: Language): string {
  const [near, far] = [viewNames[pair.near][language], viewNames[pair.far][language]];
  if (pair.because.length > 0) {
    const sentences = pair.because.map((reason) => reasons[reason][language](pair, near, far));
    return sentences.join(language === 'ja' ? '' : ' ');
  }
  const { seen, meant, rank, strength } = pair;
  return language === 'ja'
    ? `${near}の障害 ${clear(seen)} 件のうち ${seen.shown} 件が${far}に現れ(少なくとも ${percent(seen.low)})、${far}の障害 ${clear(meant)} 件のうち ${meant.shown} 件は${near}にもありました。順位相関は ${two(rank.value)}(少なくとも ${two(rank.low)})、失敗の ${percent(strength)} が現れます。`
    : `${seen.shown} of ${clear(seen)} troubles of ${near} showed at ${far} (at least ${percent(seen.low)}), ${meant.shown} of ${clear(meant)} of its own were theirs too; rank correlation ${two(rank.value)} (at least ${two(rank.low)}); ${percent(strength)} of what failed shows.`;
}

/** How much worse the nearer view is than the farther, and what that means. */
export function gapText({ near, far, gap, hours }: SloViewPair, language: Language): string {
  const [a, b] = [viewNames[near][language], viewNames[far][language]];
  const say = (en: string, ja: string) => (language === 'ja' ? ja : en);
  const { value, low, high } = gap;
  if (value === null)
    return say(
      `${a} and ${b} have no traffic in a common hour.`,
      `${a}と${b}の両方にリクエストがあった時間がありません。`,
    );
  const bounds = low === null || high === null ? '' : ` (${pointsText(low)} … ${pointsText(high)})`;
  const over = say(` over ${hours} hours`, `(${hours} 時間)`);
  if (low !== null && high !== null && low <= 0 && high >= 0)
    return say(
      `No sure gap between ${a} and ${b}: ${pointsText(value)} points${bounds}${over}.`,
      `${a}と${b}に確かな差はありません: ${pointsText(value)} ポイント${bounds}${over}`,
    );
  const size = pointsText(Math.abs(value)).replace('+', '');
  return value >= 0
    ? say(
        `${a}: ${size} points worse than ${b}${bounds}${over}. ${lostBetween(near, far, 'en')}`,
        `${a}は${b}より ${size} ポイント悪い${bounds}${over}。${lostBetween(near, far, 'ja')}`,
      )
    : say(
        `${a}: ${size} points better than ${b}${bounds}${over}. Failures at ${b} do not reach ${a}: they are tried again, hidden, or not reported.`,
        `${a}は${b}より ${size} ポイント良い${bounds}${over}。${b}の失敗が${a}に届いていません(再試行、隠蔽、または未報告)。`,
      );
}

/** Where failures are made that only the nearer view meets. */
function lostBetween(near: SloViewName, far: SloViewName, language: Language): string {
  const edge = far === 'load-balancer' || far === 'server';
  const texts =
    near === 'load-balancer'
      ? {
          en: 'They are lost between the balancer and the server.',
          ja: 'ロードバランサーとサーバーの間で失われています。',
        }
      : near === 'beacon' && far === 'probe'
        ? {
            en: 'The probe asks for less, or from better places, than users do.',
            ja: 'プローブは利用者より狭い範囲か、良い場所から見ています。',
          }
        : edge
          ? {
              en: 'They are lost at the edge, on the way or in the client.',
              ja: 'エッジ、経路、またはクライアントで失われています。',
            }
          : { en: '', ja: '' };
  return texts[language];
}

/** What a claim to stand for another view comes to; null where the SLO makes none. */
export function claimText(
  { view, standsFor }: Pick<SloViewSeen, 'view' | 'standsFor'>,
  language: Language,
): string | null {
  if (standsFor === null) return null;
  const [own, other] = [viewNames[view][language], viewNames[standsFor.view][language]];
  const { verdict, shown } = standsFor;
  const say = (en: string, ja: string) => (language === 'ja' ? ja : en);
  const claim = say(
    `${own} is declared to stand in for ${other}${shown === null ? '' : `, shown ${shown}`}`,
    `${own}は${other}の代わりとされています${shown === null ? '' : `(${shown} に確認)`}`,
  );
  if (verdict === null)
    return say(
      `${claim}; nothing measures ${other} now, so it cannot be shown again.`,
      `${claim}。いまは${other}が計測されていないため、改めて確かめられません。`,
    );
  return `${claim}${say('; now: ', '。現在の判定: ')}${viewVerdictWords[verdict][language]}${say('.', '')}`;
}
