import type { JumpFinding, ShareJump } from './share-jump.ts';

type Said = Readonly<Record<'en' | 'ja', string>>;

/** Says a finding about clients' own errors with its arithmetic, for a page or a report. */
export function explainJump(jump: ShareJump): Said {
  const { now, past } = jump;
  const minutes = now.span.to - now.span.from;
  const weeks = past.map(({ share, requests, clientErrors }) =>
    share === null ? '–' : `${percent(share)} (${clientErrors}/${requests})`,
  );
  const verdict = verdicts[jump.finding](jump);
  return {
    en: `In the last ${minutes} minutes ${now.clientErrors} of ${now.requests} requests${of(now.share)} were clients' own errors. The same hours of past weeks: ${weeks.join(', ')}. ${verdict.en}`,
    ja: `直近 ${minutes} 分のリクエスト ${now.requests} 件のうち ${now.clientErrors} 件${of(now.share)}がクライアント側のエラーです。過去の同じ時間帯: ${weeks.join('、')}。${verdict.ja}`,
  };
}

const verdicts: Readonly<Record<JumpFinding, (jump: ShareJump) => Said>> = {
  jumped: ({ expected, reference, probability }) => ({
    en: `Usual would have been ${round(expected)}. At ${percent(reference)}, which past weeks reach as well, so many come by chance once in ${odds(probability)}: this is a jump.`,
    ja: `通常なら ${round(expected)} 件です。過去の週にもある割合 ${percent(reference)} でこの件数になるのは ${odds(probability)} 回に 1 回で、急増と判断しました。`,
  }),
  'no-traffic': () => ({
    en: 'There was no traffic to judge.',
    ja: 'リクエストがなく、判定できません。',
  }),
  'no-past': ({ rules }) => ({
    en: `No past week had ${rules.minimumPastRequests} requests then, so there is nothing to compare with.`,
    ja: `過去の週に ${rules.minimumPastRequests} 件以上の時間帯がなく、比べられません。`,
  }),
  'not-more': ({ reference }) => ({
    en: `That is no more than ${percent(reference)}, which past weeks have seen: ordinary.`,
    ja: `過去の週にもある割合 (${percent(reference)}) 以下で、通常の範囲です。`,
  }),
  'too-few': ({ now, expected, rules }) => ({
    en: `That is ${round(now.clientErrors - (expected ?? 0))} more than usual; fewer than ${rules.minimumExcess} more page nobody.`,
    ja: `通常より ${round(now.clientErrors - (expected ?? 0))} 件多いだけです (${rules.minimumExcess} 件未満では知らせません)。`,
  }),
  'rise-too-small': ({ now, usual, rules }) => ({
    en: `The share rose by ${points(now.share, usual)} points; less than ${points(rules.minimumRise, 0)} page nobody.`,
    ja: `割合の上昇は ${points(now.share, usual)} ポイントです (${points(rules.minimumRise, 0)} ポイント未満では知らせません)。`,
  }),
  'may-be-chance': ({ reference, probability }) => ({
    en: `At ${percent(reference)} so many come by chance once in ${odds(probability)}: not significant.`,
    ja: `割合 ${percent(reference)} でもこの件数は ${odds(probability)} 回に 1 回起こり、有意ではありません。`,
  }),
};

function of(share: number | null): string {
  return share === null ? '' : ` (${percent(share)})`;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Number((share * 100).toPrecision(2))} %`;
}

function points(share: number | null, usual: number | null): number {
  return Number((((share ?? 0) - (usual ?? 0)) * 100).toPrecision(2));
}

function round(count: number | null): number {
  return Number((count ?? 0).toFixed(1));
}

/** One in how many; beyond a billion only that. */
function odds(probability: number | null): string {
  const times = 1 / (probability ?? 1);
  return times > 1e9 ? '10⁹+' : String(Number(times.toPrecision(2)));
}
