import type { WordsOf } from './finding-words.ts';

/** About logs, GraphQL, and how much traffic there is. */
export const eventWords: WordsOf<
  | 'unparsed-lines'
  | 'logs-without-latency'
  | 'coarse-latency'
  | 'sampled-logs'
  | 'only-failures-logged'
  | 'clients-left'
  | 'health-checks'
  | 'too-little-traffic'
  | 'fails-too-often'
  | 'too-slow'
  | 'mostly-failing'
  | 'mostly-slow'
> = {
  'unparsed-lines': {
    title: { en: 'lines that cannot be counted', ja: '集計できない行' },
    seen: {
      en: '{count} of {lines} lines ({share}) cannot be counted: {reasons}.',
      ja: '{lines} 行中 {count} 行 ({share}) を集計できません: {reasons}',
    },
    why: {
      en: 'What is not counted may be what failed: the SLI is of the rest only.',
      ja: '集計できない行に失敗が含まれている可能性があり、SLI は残りの行だけのものになります。',
    },
    act: {
      en: 'See samples with slo count; name the format (--format) and where fields stand (--field).',
      ja: 'slo count で行の例を確認し、--format と --field を指定してください。',
    },
  },
  'logs-without-latency': {
    title: { en: 'no time taken', ja: '所要時間の記録なし' },
    seen: {
      en: '{timed} of {events} requests tell how long they took.',
      ja: '{events} 件中、所要時間が記録されているのは {timed} 件です。',
    },
    why: {
      en: 'Without the time of each request no share of fast ones can be counted.',
      ja: '1 件ごとの所要時間がないと、速かったリクエストの割合を数えられません。',
    },
    act: {
      en: 'Log the time that each request took, in seconds with milliseconds.',
      ja: 'リクエストごとの所要時間を、ミリ秒までの秒で記録してください。',
    },
  },
  'coarse-latency': {
    title: { en: 'whole seconds only', ja: '秒単位の所要時間' },
    seen: {
      en: 'All {timed} times are whole seconds.',
      ja: '所要時間 {timed} 件がすべて 1 秒単位です。',
    },
    why: {
      en: 'Below a second everything is 0: fast and slow look the same.',
      ja: '1 秒未満はすべて 0 になり、速い・遅いを区別できません。',
    },
    act: {
      en: 'Log milliseconds or finer: nginx $request_time; Apache %D in LTSV or JSON, read with --field latency=NAME:us.',
      ja: 'ミリ秒以下の精度で記録してください。nginx は $request_time、Apache は LTSV か JSON に %D を書き、--field latency=NAME:us で読みます。',
    },
  },
  'sampled-logs': {
    title: { en: 'sampled', ja: 'サンプリング' },
    seen: {
      en: 'A field says that {sampled} of the events are kept ({events} here).',
      ja: '{sampled} だけを記録していることを示す項目があります (ここでは {events} 件)。',
    },
    why: {
      en: 'Rare failures may be in none of the lines kept, or counted as many times too few; where failures are kept more often, the share is wrong.',
      ja: 'まれな失敗が記録に残らないことがあり、失敗だけを多く残している場合は割合も誤ります。',
    },
    act: {
      en: 'Log every request, if only its status and time; sample what is long instead.',
      ja: 'ステータスと所要時間だけでも全件を記録し、サンプリングは詳細な項目に限ってください。',
    },
  },
  'only-failures-logged': {
    title: { en: 'only failures are logged', ja: '失敗だけを記録' },
    seen: {
      en: 'All {events} requests have status {lowest} or above.',
      ja: '{events} 件すべてのステータスが {lowest} 以上です。',
    },
    why: {
      en: 'Requests that went well are not logged: without a total there is no share.',
      ja: '成功したリクエストが記録されておらず、全体に対する割合を求められません。',
    },
    act: {
      en: 'Log every request (nginx: access_log without if=).',
      ja: 'すべてのリクエストを記録してください (nginx では access_log の if= を外す)。',
    },
  },
  'clients-left': {
    title: { en: 'clients that left', ja: '途中で離れた利用者' },
    seen: {
      en: '{left} requests ({share}) ended because the client left (499, 460).',
      ja: '{left} 件 ({share}) は利用者が途中で離れています (499・460)。',
    },
    why: {
      en: 'They count as good here; some leave because the answer is slow.',
      ja: 'ここでは良として数えますが、応答が遅くて離れた可能性もあります。',
    },
    act: {
      en: 'Exclude them (--exclude-status 499,460), and watch latency beside.',
      ja: '--exclude-status 499,460 で除外し、所要時間も合わせて見てください。',
    },
  },
  'health-checks': {
    title: { en: 'mostly health checks', ja: '大半がヘルスチェック' },
    seen: {
      en: '{share} of {events} requests are health checks ({routes}).',
      ja: '{events} 件の {share} がヘルスチェックです ({routes})。',
    },
    why: {
      en: 'They always answer and nobody waits for them: users may all fail while most requests are good.',
      ja: '常に成功し利用者もいないため、利用者が全員失敗していても大半が成功に見えます。',
    },
    act: {
      en: 'Leave them out. The drafted SLI does ({label}).',
      ja: 'SLI から除外してください。下書きでは除外済みです ({label})。',
    },
  },
  'too-little-traffic': {
    title: { en: 'too little traffic', ja: '件数が少なすぎる' },
    seen: {
      en: '{events} events in {seconds}: about {inWindow} in {windowMinutes}, of which {allowed} may fail at {target}.',
      ja: '{seconds}で {events} 件。{windowMinutes}で約 {inWindow} 件、目標 {target} で許される失敗は {allowed} 件です。',
    },
    why: {
      en: 'One bad minute, or one request, spends the budget of the whole window: pages would be noise.',
      ja: '1 分の障害や 1 件の失敗で期間全体のバジェットを使い切り、通知が雑音になります。',
    },
    act: {
      en: 'Promise at most {keeps}, take a longer window, count several services as one, or add a probe.',
      ja: '目標を {keeps} 以下にする、期間を延ばす、複数サービスをまとめる、監視リクエストを足す、のいずれかにしてください。',
    },
  },
  'fails-too-often': {
    title: { en: 'fails too often for the target', ja: '目標に対して失敗が多い' },
    seen: {
      en: '{seen} of {events} requests were good. At {target} such a service spends the budget of {windowMinutes} in {lastsMinutes}.',
      ja: '{events} 件のうち良は {seen} です。目標 {target} では、{windowMinutes}のバジェットを {lastsMinutes}で使い切ります。',
    },
    why: {
      en: 'A budget that is spent all the time pages all the time, and tells nothing new.',
      ja: '常に使い切っているバジェットは通知が続き、新しい異常を知らせません。',
    },
    act: {
      en: 'History kept {keeps}: agree on that for now, mend what fails, and raise it.',
      ja: '実績で守れていたのは {keeps} です。まずこれで合意し、失敗の原因を直してから引き上げてください。',
    },
  },
  'too-slow': {
    title: { en: 'too slow for the target', ja: '目標に対して遅い' },
    seen: {
      en: '{seen} of {events} requests were answered well within {within} s. At {target} such a service spends the budget of {windowMinutes} in {lastsMinutes}.',
      ja: '{events} 件のうち {within} 秒以内に正常に応答したのは {seen} です。目標 {target} では、{windowMinutes}のバジェットを {lastsMinutes}で使い切ります。',
    },
    why: {
      en: 'A budget that is spent all the time pages all the time, and tells nothing new.',
      ja: '常に使い切っているバジェットは通知が続き、新しい異常を知らせません。',
    },
    act: {
      en: 'History kept {keeps}: agree on that for now, or say what users feel as slow (--slow-after 2s).',
      ja: '実績で守れていたのは {keeps} です。まずこれで合意するか、利用者が遅いと感じる時間を --slow-after 2s のように指定してください。',
    },
  },
  'mostly-failing': {
    title: { en: 'most fails', ja: '大半が失敗' },
    seen: {
      en: 'Only {seen} of {events} requests were good.',
      ja: '{events} 件のうち良は {seen} だけです。',
    },
    why: {
      en: 'No target that promises anything was kept: without --target none is drafted.',
      ja: '意味のある目標はどれも守れていないため、--target の指定がなければ下書きしません。',
    },
    act: {
      en: 'See what fails (slo count), mend it, and ask again.',
      ja: '失敗しているものを slo count で確認し、直してからもう一度実行してください。',
    },
  },
  'mostly-slow': {
    title: { en: 'most is slower than that', ja: '大半がこの時間より遅い' },
    seen: {
      en: 'Only {seen} of {events} requests were answered well within {within} s.',
      ja: '{events} 件のうち {within} 秒以内に正常に応答したのは {seen} だけです。',
    },
    why: {
      en: 'No target that promises anything was kept: without --target none is drafted.',
      ja: '意味のある目標はどれも守れていないため、--target の指定がなければ下書きしません。',
    },
    act: {
      en: 'Say what users of this service feel as slow: --slow-after 2s.',
      ja: 'このサービスの利用者が遅いと感じる時間を指定してください。例: --slow-after 2s',
    },
  },
};
