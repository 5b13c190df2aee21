import { listOf } from '@sekisho/words';
import type { ProblemWordsOf } from '../../problems/words-of.ts';
import type { IndicatorProblemFacts, SourceProblemFacts } from './facts.ts';

export const sourceWords: ProblemWordsOf<keyof SourceProblemFacts | keyof IndicatorProblemFacts> = {
  'source-kind': {
    en: (f) => ({
      why: `Sekisho reads no data source of type ${f.value}.`,
      fix: `Choose one of: ${f.known.join(', ')}.`,
    }),
    ja: (f) => ({
      why: `種類 ${f.value} のデータソースは読めません。`,
      fix: `次から選んでください: ${f.known.join('、')}`,
    }),
  },
  'fields-of-fixed-format': {
    en: (f) => ({
      why: `The fields of "${f.format}" have names and units of their own.`,
      fix: `Leave this out; it is for ${listOf(f.free, 'en')}.`,
    }),
    ja: (f) => ({
      why: `「${f.format}」の項目名と単位は決まっています。`,
      fix: `省いてください。これは ${listOf(f.free, 'ja')} のためのものです。`,
    }),
  },
  'source-unsaid': {
    en: (f) => ({
      why: `A type (${f.type}) names no data source unless exactly one has it.`,
      fix: `Add "metricSourceRef" with one of: ${listOf(f.known, 'en') || '(there is none: add a DataSource)'}.`,
    }),
    ja: (f) => ({
      why: `種類(${f.type})だけでは、データソースが 1 つに決まりません。`,
      fix: `metricSourceRef に次のどれかを書いてください: ${listOf(f.known, 'ja') || '(なし。DataSource を追加してください)'}`,
    }),
  },
  'source-inline': {
    en: () => ({
      why: 'A data source that is written out here has no name to keep its minutes under.',
      fix: 'Make it a DataSource document, and refer to it.',
    }),
    ja: () => ({
      why: 'ここに書かれたデータソースには、記録を残すための名前がありません。',
      fix: 'DataSource の文書にして、名前で参照してください。',
    }),
  },
  'other-type': {
    en: (f) => ({
      why: `The data source "${f.source}" is of type ${f.kind}, not ${f.type}.`,
      fix: 'Leave the type out: the name says enough.',
    }),
    ja: (f) => ({
      why: `データソース「${f.source}」の種類は ${f.kind} で、${f.type} ではありません。`,
      fix: '名前だけで足りるので、type を省いてください。',
    }),
  },
  'several-sources': {
    en: (f) => ({
      why: `Good and total come from two sources, "${f.first}" and "${f.second}", whose minutes need not fit together.`,
      fix: 'Take both from one source.',
    }),
    ja: (f) => ({
      why: `good と total が「${f.first}」と「${f.second}」という別のデータソースから来ており、同じ分として突き合わせられません。`,
      fix: '同じデータソースから取ってください。',
    }),
  },
  'logs-need-ratio': {
    en: () => ({
      why: 'Events of logs are good or bad; they are no value to compare with a threshold.',
      fix: 'Write a ratioMetric with raw and "goodWhen", such as { not: { slowerThan: 300ms } }.',
    }),
    ja: () => ({
      why: 'ログのイベントは良いか悪いかで数えるもので、しきい値と比べる値ではありません。',
      fix: 'ratioMetric の raw に goodWhen を書いてください。例: { not: { slowerThan: 300ms } }',
    }),
  },
  'query-unfit': {
    en: (f) => ({
      why: `This is no query that a source of type ${f.kind} can be asked.`,
      fix: `Write ${f.forms.join(', or ')}.`,
    }),
    ja: (f) => ({
      why: `種類 ${f.kind} のデータソースに問い合わせられる形ではありません。`,
      fix: `次のどれかの形で書いてください: ${f.forms.join(' / ')}`,
    }),
  },
  'raw-type': {
    en: (f) => ({
      why: `What this query finds is ${f.right} already, so that another rawType would say the opposite.`,
      fix: `Write rawType: ${f.right}.`,
    }),
    ja: (f) => ({
      why: `この問い合わせの結果はもともと ${f.right} を表すため、別の rawType では逆の意味になります。`,
      fix: `rawType: ${f.right} にしてください。`,
    }),
  },
  'wrong-half': {
    en: (f) => ({
      why: `"${f.key}" has no place in "${f.part}".`,
      fix:
        f.key === 'clientErrors'
          ? 'Put it into total: it counts some of all events.'
          : 'Put goodWhen into good, badWhen into bad, and neither into total.',
    }),
    ja: (f) => ({
      why: `「${f.key}」は「${f.part}」には書けません。`,
      fix:
        f.key === 'clientErrors'
          ? 'total に書いてください。すべてのイベントのうちの一部を数えるものです。'
          : 'goodWhen は good に、badWhen は bad に書き、total にはどちらも書かないでください。',
    }),
  },
  'not-a-counter': {
    en: () => ({
      why: 'Sekisho counts events or the growth of counters; counter: false says that these are neither.',
      fix: 'Name counters, or write the gauge as a raw metric.',
    }),
    ja: () => ({
      why: 'Sekisho はイベントかカウンターの増分を数えますが、counter: false はそのどちらでもないという意味です。',
      fix: 'カウンターを指定するか、ゲージを raw に書いてください。',
    }),
  },
  'part-without-indicator': {
    en: () => ({
      why: 'A composite SLO weighs parts that each have an indicator; this one has none of its own.',
      fix: 'Give every objective its "indicator" or "indicatorRef" and the SLO none, or remove "compositeWeight".',
    }),
    ja: () => ({
      why: '複合 SLO は、それぞれ指標を持つ部分に重みを付けるものですが、この部分には指標がありません。',
      fix: 'すべての objective に indicator か indicatorRef を書いて SLO 本体からは外すか、compositeWeight を消してください。',
    }),
  },
  'parts-count-differently': {
    en: () => ({
      why: 'The parts of a composite must count alike, and this one has other slices than the first.',
      fix: 'Give all parts the same "timeSliceWindow" and "timeSliceTarget".',
    }),
    ja: () => ({
      why: '複合 SLO の部分は同じ数え方でなければなりませんが、この部分のスライスは最初の部分と異なります。',
      fix: 'すべての部分の timeSliceWindow と timeSliceTarget をそろえてください。',
    }),
  },
  'same-part': {
    en: (f) => ({
      why: `Two parts of this composite are called "${f.name}".`,
      fix: 'Give one of them another "displayName".',
    }),
    ja: (f) => ({
      why: `この複合 SLO には「${f.name}」という部分が 2 つあります。`,
      fix: '片方の displayName を変えてください。',
    }),
  },
  'unsuitable-window': {
    en: (f) => ({
      why: `No budget can be kept over ${f.value}.`,
      fix: 'Roll over 1 minute to 5 years, or use whole days, weeks, months, quarters or years of a calendar.',
    }),
    ja: (f) => ({
      why: `${f.value} の期間では予算を計算できません。`,
      fix: 'ローリングなら 1 分から 5 年、カレンダーなら日・週・月・四半期・年の単位にしてください。',
    }),
  },
  'unsuitable-slice': {
    en: (f) => ({
      why: `Slices of ${f.value} minutes cannot be judged.`,
      fix: 'Write whole minutes, from 1m to 1d.',
    }),
    ja: (f) => ({
      why: `${f.value} 分のスライスでは判定できません。`,
      fix: '1m から 1d までの分単位で書いてください。',
    }),
  },
  'unusable-objective': {
    en: () => ({
      why: 'Nothing can be measured by this objective as it is written.',
      fix: 'Compare it with examples/slo; tell us if it should work.',
    }),
    ja: () => ({
      why: 'この書き方の目標は測れません。',
      fix: 'examples/slo と見比べてください。動くはずのものでしたらお知らせください。',
    }),
  },
  'same-slo': {
    en: (f) => ({
      why: `The SLO "${f.id}" is there already (${f.first}); several objectives of one document are numbered.`,
      fix: 'Rename one of them.',
    }),
    ja: (f) => ({
      why: `SLO「${f.id}」はすでにあります(${f.first})。1 つの文書に複数の目標があると番号が付きます。`,
      fix: 'どちらかの名前を変えてください。',
    }),
  },
};
