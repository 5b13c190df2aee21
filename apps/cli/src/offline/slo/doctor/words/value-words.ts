import type { WordsOf } from './finding-words.ts';

/** About values of metrics that are not what they seem. */
export const valueWords: WordsOf<
  | 'no-bucket'
  | 'beyond-buckets'
  | 'no-inf-bucket'
  | 'buckets-fall'
  | 'gauge-as-counter'
  | 'percentage'
  | 'no-total-suffix'
  | 'counter-falls'
  | 'not-a-number'
> = {
  'no-bucket': {
    title: { en: 'no bucket at the threshold', ja: 'しきい値のバケットがない' },
    seen: {
      en: '{buckets} buckets, none at {slow}; the nearest are {below} and {above}.',
      ja: 'バケットは {buckets} 個ありますが {slow} がありません。近いのは {below} と {above} です。',
    },
    why: {
      en: 'How many requests were within the threshold can only be guessed between two buckets.',
      ja: 'しきい値以内の件数は、前後のバケットからの推定になり正確に分かりません。',
    },
    act: {
      en: 'Add a bucket at {slow}, or promise what a bucket can tell ({below} or {above}).',
      ja: '{slow} のバケットを加えるか、既存のバケット ({below} か {above}) を約束の値にしてください。',
    },
  },
  'beyond-buckets': {
    title: { en: 'slower than every bucket', ja: 'すべてのバケットを超過' },
    seen: {
      en: '{beyond} of {events} events are above the last bucket ({top}); their mean is {mean}.',
      ja: '{events} 件中 {beyond} 件が最後のバケット ({top}) を超えています (平均 {mean})。',
    },
    why: {
      en: 'Most likely milliseconds are observed where the buckets are seconds: every request looks slow.',
      ja: '秒のバケットにミリ秒を記録している可能性が高く、すべて遅く見えます。',
    },
    act: {
      en: 'Observe seconds (divide by 1000), or give buckets in the unit that is observed.',
      ja: '秒で記録する (1000 で割る) か、記録する単位に合ったバケットにしてください。',
    },
  },
  'no-inf-bucket': {
    title: { en: 'no +Inf bucket', ja: '+Inf バケットがない' },
    seen: {
      en: '{buckets} buckets in {series} series, and the last ends at {last} instead of +Inf.',
      ja: 'バケット {buckets} 個 (系列 {series}) の最後が {last} で、+Inf がありません。',
    },
    why: {
      en: 'Requests slower than that are in no bucket: the slowest vanish from the total.',
      ja: 'それより遅いリクエストがどのバケットにも入らず、最も遅いものが全体から消えます。',
    },
    act: {
      en: 'Write the bucket le="+Inf" with the same value as _count; client libraries do it by themselves.',
      ja: '_count と同じ値の le="+Inf" を出力してください (クライアントライブラリーなら自動です)。',
    },
  },
  'buckets-fall': {
    title: { en: 'buckets are not cumulative', ja: 'バケットが累積でない' },
    seen: {
      en: 'The bucket {lower} holds {below} events, the larger bucket {higher} only {above}.',
      ja: 'バケット {lower} は {below} 件、より大きい {higher} は {above} 件です。',
    },
    why: {
      en: 'A bucket counts everything up to its bound, so it can never hold less than a smaller one: its figures cannot be trusted.',
      ja: 'バケットは上限までの累計なので、小さいバケットより減ることはありません。値を信頼できません。',
    },
    act: {
      en: 'Write cumulative counts, or let a client library write them.',
      ja: '累計を出力するか、クライアントライブラリーに任せてください。',
    },
  },
  'gauge-as-counter': {
    title: { en: 'a gauge that counts', ja: '件数をゲージで記録' },
    seen: {
      en: 'The type is gauge, and it says {value} in {series} series.',
      ja: '型が gauge で、値は {value} です (系列 {series})。',
    },
    why: {
      en: 'A gauge may fall for reasons of its own, so a restart cannot be told from a drop and no rate is certain.',
      ja: 'ゲージは減ることもあるため、再起動による減少と区別できず、増分を確かに求められません。',
    },
    act: {
      en: 'Make it a counter that only rises, and that nobody sets back.',
      ja: '増えるだけで、途中で戻さないカウンターにしてください。',
    },
  },
  percentage: {
    title: { en: 'a percentage', ja: '割合だけの指標' },
    seen: {
      en: 'A gauge that says {value} now, in {series} series.',
      ja: '現在値 {value} のゲージです (系列 {series})。',
    },
    why: {
      en: 'A share without its number of requests weighs a quiet night like the busiest hour, and shares cannot be added up.',
      ja: '件数のない割合では、静かな夜もピーク時も同じ重みになり、合算もできません。',
    },
    act: {
      en: 'Show the two counters that it is made of.',
      ja: '割合の元になる 2 つのカウンターを出力してください。',
    },
  },
  'no-total-suffix': {
    title: { en: 'counter without _total', ja: '_total のないカウンター' },
    seen: {
      en: 'A counter in {series} series whose name does not end in _total.',
      ja: '名前が _total で終わらないカウンターです (系列 {series})。',
    },
    why: {
      en: 'OpenMetrics adds the ending: the name changes with the format of the scrape, and rules find nothing.',
      ja: 'OpenMetrics では末尾に _total が付くため、取得形式によって名前が変わりルールが一致しなくなります。',
    },
    act: {
      en: 'Name it {subject}_total.',
      ja: '{subject}_total という名前にしてください。',
    },
  },
  'counter-falls': {
    title: { en: 'counter that falls', ja: '減るカウンター' },
    seen: {
      en: '{falls} of {series} series fell since the look before, though the process did not restart.',
      ja: 'プロセスは再起動していないのに、{series} 系列中 {falls} 系列が前回より減りました。',
    },
    why: {
      en: 'Each fall counts as a restart, and what was counted before it is counted again.',
      ja: '減少のたびに再起動とみなされ、件数が重複して数えられます。',
    },
    act: {
      en: 'Never set a counter back while the process lives; do not clear it after a scrape.',
      ja: 'プロセスの動作中や取得のあとに、カウンターを 0 に戻さないでください。',
    },
  },
  'not-a-number': {
    title: { en: 'values that are no numbers', ja: '数でない値' },
    seen: {
      en: '{wrong} of {series} series of a counter say {value}.',
      ja: 'カウンターの {series} 系列中 {wrong} 系列の値が {value} です。',
    },
    why: {
      en: 'One NaN makes every sum over it NaN, and a burned budget cannot be told from an unknown one.',
      ja: 'NaN が 1 つあるだけで合計も NaN になり、バジェットが分からなくなります。',
    },
    act: {
      en: 'Find what is divided by zero or never set; a counter begins at 0 and only rises.',
      ja: 'ゼロ除算や未設定の箇所を直してください。カウンターは 0 から始まり増えるだけです。',
    },
  },
};
