import type { WordsOf } from './finding-words.ts';

/** About metrics that cannot tell a share of good events. */
export const metricWords: WordsOf<
  | 'bad-exposition'
  | 'nothing-about-requests'
  | 'quantiles-only'
  | 'summary'
  | 'average-only'
  | 'no-failure-label'
  | 'no-failure-seen'
  | 'no-denominator'
  | 'exploding-label'
> = {
  'bad-exposition': {
    title: { en: 'lines that cannot be read', ja: '読めない行' },
    seen: {
      en: '{bad line} cannot be read, the first is line {line} ({reason}): {text}',
      ja: '読めない行が {bad} 行あります。最初は {line} 行目 ({reason}): {text}',
    },
    why: {
      en: 'Prometheus refuses the whole scrape for one bad line, so every metric here is missing.',
      ja: '1 行でも読めないと Prometheus は取得全体を破棄するため、すべての指標が欠けます。',
    },
    act: {
      en: 'Mend the line where it is written; promtool check metrics tells the same.',
      ja: 'その行を出力している箇所を直してください。promtool check metrics でも確認できます。',
    },
  },
  'nothing-about-requests': {
    title: { en: 'nothing about requests', ja: 'リクエストの指標なし' },
    seen: {
      en: '{metrics} metrics with {series} series, none of which counts or times what users ask for.',
      ja: '指標は {metrics} 個 (系列 {series}) ありますが、利用者のリクエストを数えるものがありません。',
    },
    why: {
      en: 'Memory and CPU tell how the process feels, not what users get.',
      ja: 'メモリーや CPU の値からは、利用者への影響は分かりません。',
    },
    act: {
      en: 'Count every response by its status in one histogram: it gives both SLIs.',
      ja: 'すべての応答をステータス別に 1 つのヒストグラムで計測すると、両方の SLI が得られます。',
    },
  },
  'quantiles-only': {
    title: { en: 'quantiles without a count', ja: '件数のない分位数' },
    seen: {
      en: '{series} series of quantiles ({quantiles}), and no {subject}_count.',
      ja: '分位数 ({quantiles}) の系列が {series} 個あり、{subject}_count がありません。',
    },
    why: {
      en: 'Quantiles cannot be added up over time or instances, and without a count nobody knows how many requests stand behind them: no share of good requests follows.',
      ja: '分位数は時間やインスタンスをまたいで合算できず、件数がないため母数も分かりません。良いリクエストの割合を求められません。',
    },
    act: {
      en: 'Make it a histogram with a bucket at the latency that is promised.',
      ja: '約束する所要時間をバケットに持つヒストグラムに変えてください。',
    },
  },
  summary: {
    title: { en: 'summary, not histogram', ja: 'サマリー型' },
    seen: {
      en: 'A summary: {series} series of quantiles ({quantiles}) over {events} events.',
      ja: 'サマリー型です。{events} 件に対する分位数 ({quantiles}) の系列が {series} 個あります。',
    },
    why: {
      en: 'A quantile tells how slow some share was; an SLI asks what share was slower than a limit. The one does not give the other, and quantiles cannot be added up.',
      ja: '分位数が示すのは「ある割合の遅さ」で、SLI に必要な「しきい値より遅い割合」は求められません。合算もできません。',
    },
    act: {
      en: 'Make it a histogram with a bucket at the latency that is promised; the code that observes stays as it is.',
      ja: '約束する所要時間をバケットに持つヒストグラムに変えてください。計測する側のコードはそのまま使えます。',
    },
  },
  'average-only': {
    title: { en: 'an average or a quantile', ja: '平均値・分位数のみ' },
    seen: {
      en: 'A gauge that says {value} now, in {series} series.',
      ja: '現在値 {value} のゲージです (系列 {series})。',
    },
    why: {
      en: 'An average hides the slow ones: half of the requests may be ten times slower and nobody sees which.',
      ja: '平均値には遅いリクエストが隠れ、何件が遅かったか分かりません。',
    },
    act: {
      en: 'Measure every request in a histogram; averages and quantiles can be had from it too.',
      ja: 'すべてのリクエストをヒストグラムで計測してください。平均値も分位数もそこから得られます。',
    },
  },
  'no-failure-label': {
    title: { en: 'failures are not told apart', ja: '失敗を区別できない' },
    seen: {
      en: '{events} events in {series} series; labels: {labels}. None says how a request ended.',
      ja: '{events} 件 (系列 {series})。ラベルは {labels} で、結果を示すものがありません。',
    },
    why: {
      en: 'The total is known and the failures are not: every request looks good.',
      ja: '全体の件数は分かりますが失敗が分からず、すべて成功に見えます。',
    },
    act: {
      en: 'Give it the label code, and count when the response is finished: before that its status is not known.',
      ja: 'ラベル code を加え、応答が終わった時点で数えてください (それ以前はステータスが確定しません)。',
    },
  },
  'no-failure-seen': {
    title: { en: 'no failure seen yet', ja: '失敗がまだない' },
    seen: { en: '{events} events, and none failed.', ja: '{events} 件のうち失敗は 0 件です。' },
    why: {
      en: 'A series of failures that does not exist yet makes PromQL answer nothing rather than 100 %.',
      ja: '失敗の系列がまだ存在しないと、PromQL の結果は 100% ではなく「値なし」になります。',
    },
    act: {
      en: 'Use rules that bear it (slo rules --dialect exact), or start the series at 0.',
      ja: '値なしに耐えるルール (slo rules --dialect exact) を使うか、系列を 0 で初期化してください。',
    },
  },
  'no-denominator': {
    title: { en: 'failures without a total', ja: '失敗だけで全体がない' },
    seen: {
      en: '{errors} failures; counted beside it: {beside} ({total}).',
      ja: '失敗 {errors} 件。対になる全体の指標: {beside} ({total} 件)。',
    },
    why: {
      en: 'Ten failures are a disaster among twenty requests and nothing among a million: without the total there is no share.',
      ja: '同じ 10 件の失敗でも、全 20 件と全 100 万件では意味が違います。全体の件数がないと割合を求められません。',
    },
    act: {
      en: 'Count every request, good or bad, at the same place and with the same labels.',
      ja: '成功も失敗も、同じ場所・同じラベルですべて数えてください。',
    },
  },
  'exploding-label': {
    title: { en: 'a label without end', ja: '値が増え続けるラベル' },
    seen: {
      en: 'The label {label} has {values} values in {series} series, such as {example}.',
      ja: 'ラベル {label} の値が {values} 種類あります (系列 {series})。例: {example}',
    },
    why: {
      en: 'A series begins with its first event, which increase() and rate() do not see: with a series for each id most events are never counted. And Prometheus keeps them all.',
      ja: '系列は最初のイベントとともに現れ、increase() や rate() はその 1 件を数えません。ID ごとに系列があると大半のイベントが数えられず、Prometheus の負担にもなります。',
    },
    act: {
      en: 'Drop the label, or write the route template in it (/orders/:id).',
      ja: 'ラベルを外すか、経路のひな形 (/orders/:id) を書いてください。',
    },
  },
};
