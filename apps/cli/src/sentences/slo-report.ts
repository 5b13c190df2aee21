import type { Pair } from '@sekisho/words/language';

/** About reports, replays and suggestions from logs. */
export const reportSentences = {
  'report-no-logs': {
    en: 'Which logs? Name files, folders or patterns: sekisho slo {command} --logs logs/*.gz',
    ja: 'ログを指定してください (ファイル・フォルダー・パターン)。例: sekisho slo {command} --logs logs/*.gz',
  },
  'preview-which': {
    en: 'Which definition? Name a file, or an SLO of the server: sekisho slo preview services/shop.yaml, sekisho slo preview --id shop-availability',
    ja: '定義を指定してください (ファイル、またはサーバーの SLO)。例: sekisho slo preview services/shop.yaml、sekisho slo preview --id shop-availability',
  },
  'report-no-events': {
    en: 'The logs hold no event that "{slo}" is about ({lines} lines read). Check --logs, --format and the filter of its SLI.',
    ja: 'ログに「{slo}」の対象となるイベントがありません ({lines} 行)。--logs、--format、SLI の filter を確かめてください。',
  },
  'report-bad': {
    en: '{count problem}, listed above. Mend them and run it again; nothing was counted.',
    ja: '上記の問題が {count} 件あります。修正してもう一度実行してください。集計はしていません。',
  },
  'report-no-slo': {
    en: '{file} holds no SLO. Name a file of OpenSLO documents or Sloth specs, or leave it out to use 99.9 % over 30 days.',
    ja: '{file} に SLO がありません。OpenSLO か Sloth のファイルを指定するか、省略してください (30 日で 99.9%)。',
  },
  'report-no-objective': {
    en: 'The SLO "{slo}" says no target or window that a budget can be kept for. Give it one timeWindow and a target, or use --target and --window.',
    ja: 'SLO「{slo}」にはエラーバジェットを計算できる目標値か期間がありません。timeWindow と target を 1 つずつ書くか、--target と --window を指定してください。',
  },
  'report-bad-objective': {
    en: 'No budget can be kept for "{slo}" ({detail}). Check its target and its window.',
    ja: '「{slo}」のエラーバジェットを計算できません ({detail})。目標値と期間を確かめてください。',
  },
  'report-bad-missing': {
    en: '{place}: sekisho.dev/missing of "{slo}" is none of good, bad, exclude and freeze. Write one of them, or leave it out.',
    ja: '{place}: 「{slo}」の sekisho.dev/missing は good、bad、exclude、freeze のいずれかにするか、削除してください。',
  },
  'report-other-metric': {
    en: 'The metric of "{slo}" is not of logs: without options such as --bad-status, status 500 and above is bad. A metricSource of type logs says otherwise.',
    ja: '「{slo}」の指標はログではないため、--bad-status などの指定がなければステータス 500 以上を不良として数えます。変えるには metricSource に type: logs を書いてください。',
  },
  'report-assumed': {
    en: 'No SLO file was named: {target} over {window}; without options for more, status 500 and above is bad. To change it: --target 99.5 --window 28d, or name a file.',
    ja: 'SLO のファイルが指定されていないため、目標 {target}・期間 {window}とし、指定がなければステータス 500 以上を不良とします。変えるには --target 99.5 --window 28d、またはファイルを指定してください。',
  },
  'replay-assumed': {
    en: 'No SLO file was named: the window is {window}; without options for more, status 500 and above is bad.',
    ja: 'SLO のファイルが指定されていないため、期間は {window}とし、指定がなければステータス 500 以上を不良とします。',
  },
  'report-not-a-target': {
    en: '{option} takes percent above 0 and below 100, such as 99.9, not "{value}".',
    ja: '{option} には 99.9 のような 0 より大きく 100 より小さいパーセントを指定してください (「{value}」は使えません)。',
  },
  'report-not-a-window': {
    en: '--window takes whole minutes or longer, such as 28d or 7d, at most five years, not "{value}".',
    ja: '--window には 28d や 7d のような期間を指定してください (最長 5 年。「{value}」は使えません)。',
  },
  'report-once-only': {
    en: 'Standard input can be read only once, and these SLOs count it in several ways. Put the logs into a file, or name one SLO: --slo {choices}',
    ja: '標準入力は一度しか読めませんが、SLO ごとに数え方が違います。ログをファイルに保存するか、--slo で 1 つ選んでください: {choices}',
  },
  'report-once-for-parts': {
    en: 'Standard input can be read only once, and each part of "{slo}" counts it anew. Put the logs into a file.',
    ja: '標準入力は一度しか読めませんが、「{slo}」は部分ごとに数えます。ログをファイルに保存してください。',
  },
  'report-part-not-logs': {
    en: '{place}: the part "{part}" of "{slo}" is not measured by logs, so logs cannot stand for the whole. Give it a metricSource of type logs, or ask the server that measures it: sekisho slo show {slo}',
    ja: '{place}: 「{slo}」の部分「{part}」はログで計測していないため、ログだけでは全体を評価できません。metricSource に type: logs を書くか、計測しているサーバーに問い合わせてください: sekisho slo show {slo}',
  },
  'report-part-without-logs': {
    en: 'No logs are named for all that "{slo}" counts. Add them: {example}',
    ja: '「{slo}」の一部にログの指定がありません。次のように指定してください: {example}',
  },
  'report-whose-logs': {
    en: 'The parts of "{slo}" are measured by several data sources: {parts}. Say whose logs are whose: {example}',
    ja: '「{slo}」の各部分はデータソースが異なります: {parts}。どのログがどの部分のものか指定してください: {example}',
  },
  'report-no-events-of-part': {
    en: 'The logs hold no event that the part "{part}" of "{slo}" is about ({lines} lines read). Check --logs, --format and the filter of its SLI; logs of its own: {example}',
    ja: 'ログに「{slo}」の部分「{part}」の対象となるイベントがありません ({lines} 行)。--logs、--format、SLI の filter を確かめてください。別のログにある場合: {example}',
  },
  'report-bare-part': {
    en: '{place}: the objective "{part}" of "{slo}" has no indicator of its own, though it is a part of a composite. Give it indicator or indicatorRef.',
    ja: '{place}: 「{slo}」は複合 SLO ですが、objective「{part}」に指標がありません。indicator か indicatorRef を書いてください。',
  },
  'report-same-part': {
    en: '{place}: two parts of "{slo}" are called "{part}". Give one another displayName.',
    ja: '{place}: 「{slo}」に「{part}」という部分が 2 つあります。displayName を変えてください。',
  },
  'report-other-slices': {
    en: '{place}: the part "{part}" of "{slo}" counts by other slices of time than the first. Give all parts the same timeSliceWindow and timeSliceTarget.',
    ja: '{place}: 「{slo}」の部分「{part}」はスライスが最初の部分と異なります。timeSliceWindow と timeSliceTarget をそろえてください。',
  },
  'report-no-such-slo': {
    en: 'There is no SLO "{value}" here. Choose from: {choices}',
    ja: '「{value}」という SLO はありません。次から選んでください: {choices}',
  },
  'replay-too-many': {
    en: '--targets takes at most {most} targets.',
    ja: '--targets に指定できる目標値は {most} 個までです。',
  },
  'report-html-unwritable': {
    en: '{file} cannot be written ({detail}). Choose another path for --html.',
    ja: '{file} に書き込めません ({detail})。--html に別のパスを指定してください。',
  },
  'report-html-written': {
    en: 'The report is in {file}.',
    ja: 'レポートを {file} に書きました。',
  },
  'report-too-long': {
    en: 'The logs span more than {days} days, from {from} to {to}: some time stamps must be wrong. Name the files that are meant.',
    ja: 'ログの期間が {days} 日を超えています ({from} から {to})。時刻の誤りがありそうです。対象のファイルだけを指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
