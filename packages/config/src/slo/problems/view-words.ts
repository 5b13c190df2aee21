import { listOf } from '@sekisho/words';
import type { ProblemWordsOf } from '../../problems/words-of.ts';
import type { ViewProblemFacts } from './view-facts.ts';

export const viewWords: ProblemWordsOf<keyof ViewProblemFacts> = {
  'view-twice': {
    en: (f) => ({
      why: `${f.first} is the view "${f.view}" of ${f.service} already.`,
      fix: 'Keep the annotation sekisho.dev/view on the SLO that asks the same question as the other views.',
    }),
    ja: (f) => ({
      why: `${f.service} の視点「${f.view}」はすでに ${f.first} が担っています。`,
      fix: '注釈 sekisho.dev/view は、ほかの視点と同じことを測る SLO だけに付けてください。',
    }),
  },
  'stands-without-view': {
    en: () => ({
      why: 'An SLO that stands for a view must say which view it is itself.',
      fix: 'Add the annotation sekisho.dev/view: beacon, probe, load-balancer or server.',
    }),
    ja: () => ({
      why: '別の視点の代わりをする SLO は、自分がどの視点かを示す必要があります。',
      fix: '注釈 sekisho.dev/view に beacon、probe、load-balancer、server のいずれかを付けてください。',
    }),
  },
  'stands-for-farther': {
    en: (f) => ({
      why: `"${f.view}" is no farther from users than "${f.other}": nothing is stood for.`,
      fix: `${f.view} can stand for: ${listOf(f.nearer, 'en') || '(none, nothing is nearer)'}.`,
    }),
    ja: (f) => ({
      why: `「${f.view}」は「${f.other}」より利用者から遠くないため、代わりになりません。`,
      fix: `${f.view} が代わりになれる視点: ${listOf(f.nearer, 'ja') || '(なし。これより近い視点はありません)'}`,
    }),
  },
  'shown-never': {
    en: (f) => ({
      why: `${f.value} is no day of the calendar.`,
      fix: 'Write the day on which the comparison was made, like: beacon, shown 2026-11-20.',
    }),
    ja: (f) => ({
      why: `${f.value} という日付はありません。`,
      fix: '比較した日を beacon, shown 2026-11-20 のように書いてください。',
    }),
  },
  'stand-in-unshown': {
    en: (f) => ({
      why: `Nothing shows that "${f.view}" can stand for "${f.other}" of ${f.service}: two views that are fine most of the time agree on nothing.`,
      fix: f.compared
        ? `Run sekisho slo views ${f.service}; when it says that it stands in, write: ${f.other}, shown and the day.`
        : `Measure "${f.other}" for a while by an SLO with sekisho.dev/view: ${f.other}, and compare them with sekisho slo views ${f.service}.`,
    }),
    ja: (f) => ({
      why: `${f.service} の「${f.view}」が「${f.other}」の代わりになることは示されていません。普段どちらも正常なだけでは、一致しているとは言えません。`,
      fix: f.compared
        ? `sekisho slo views ${f.service} を実行し、代わりになると出たら「${f.other}, shown 日付」と書いてください。`
        : `sekisho.dev/view: ${f.other} を付けた SLO でしばらく「${f.other}」を計測し、sekisho slo views ${f.service} で比べてください。`,
    }),
  },
};
