import type { Pair } from '@sekisho/words/language';

/** About dashboards. */
export const dashboardSentences = {
  'dashboard-no-file': {
    en: 'Which SLOs? Name a file: sekisho slo dashboard slos.yml > dashboard.json',
    ja: 'SLO のファイルを指定してください。例: sekisho slo dashboard slos.yml > dashboard.json',
  },
  'dashboard-bad': {
    en: '{file} has {count problem}, listed above. Mend them and run it again; no dashboard was written.',
    ja: '{file} に {count} 件の問題があります。修正してもう一度実行してください。ダッシュボードは出力していません。',
  },
  'dashboard-several': {
    en: 'These are {count} dashboards in a list, and Grafana imports one at a time: --slo NAME prints one, --out FOLDER writes a file for each.',
    ja: 'ダッシュボード {count} 件のリストです。Grafana は 1 件ずつ取り込みます。--slo 名前 で 1 件を出力、--out フォルダー で 1 件ずつファイルに書き出せます。',
  },
  'dashboard-written': { en: 'Written: {file}', ja: '出力: {file}' },
  'dashboard-unwritable': {
    en: '{file} cannot be written ({detail}). Choose another folder for --out.',
    ja: '{file} に書き込めません ({detail})。--out に別のフォルダーを指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
