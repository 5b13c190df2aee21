import { exact, type NoticeWordsOf } from './words.ts';

const log = {
  anchors: {
    en: 'See "sekisho doctor --only anchor" and the server\'s log for “anchors”; its own identity needs docs/iam/keeping.json. Until it works, a rewriting of what happened since is found by nothing.',
    ja: '「sekisho doctor --only anchor」とサーバーのログの anchors を確認してください。Sekisho 自身のロールには docs/iam/keeping.json が必要です。再開するまで、その後の記録の書き換えは検出できません。',
  },
  backups: {
    en: 'Look at what takes them: its last exit code and its log, then take one: "sekisho backup" (docs/backup.md).',
    ja: '取得している処理の最後の終了コードとログを確認し、「sekisho backup」で取得してください(docs/backup.md)。',
  },
} as const;
const unseen = {
  en: 'Sekisho cannot look there: see "sekisho doctor --only backup"; its own identity needs docs/iam/keeping.json. Then look whether backups come.',
  ja: '保管先を確認できません。「sekisho doctor --only backup」を実行し、Sekisho 自身のロールに docs/iam/keeping.json を付けてから、届いているか確認してください。',
} as const;

/** What is said of checkpoints and backups that are kept outside. */
export const keepingNotices: NoticeWordsOf<
  | 'timeline-contradicted'
  | 'checkpoint-strange'
  | 'checkpoint-removed'
  | 'keeping-stopped'
  | 'keeping-resumed'
> = {
  'timeline-contradicted': {
    en: (f) => ({
      what: `The timeline is not the one that was signed: entry ${f.number} differs from its kept checkpoint ${f.key}.`,
      next: 'Treat the database as rewritten or cut: sekisho timeline verify --anchor FILE, with the kept checkpoints. No new one is kept there; docs/backup.md says how to go on once it is explained.',
    }),
    ja: (f) => ({
      what: `タイムラインの項目 ${f.number} が、署名して保管したチェックポイント ${f.key} と一致しません。`,
      next: 'データベースの書き換えか欠落を疑い、保管したチェックポイントで sekisho timeline verify --anchor FILE を実行してください。そこには新しいチェックポイントを保管しません。原因が分かった後の手順は docs/backup.md にあります。',
    }),
  },
  'checkpoint-strange': {
    en: (f) => ({
      what: `The newest object among the kept checkpoints is none of this Sekisho's: ${f.key}.`,
      next: 'Find out who put it there, then remove it: until it is gone nothing is compared and no new checkpoint is kept.',
    }),
    ja: (f) => ({
      what: `保管したチェックポイントのうち最新の ${f.key} は、この Sekisho のものではありません。`,
      next: '誰が置いたかを調べてから削除してください。それまでは照合できず、新しいチェックポイントも保管しません。',
    }),
  },
  'checkpoint-removed': {
    en: (f) => ({
      what: `A kept checkpoint of the timeline was removed or written over: ${f.key}. It was read all the same, and the timeline fits it.`,
      next: "Find out who did it (CloudTrail, the bucket's access log), and take the right to away from them: what is hidden for good shows no rewriting.",
    }),
    ja: (f) => ({
      what: `保管したチェックポイント ${f.key} が削除または上書きされました。以前の版を読み取り、タイムラインと一致することは確認しました。`,
      next: '誰が行ったか(CloudTrail、バケットのアクセスログ)を調べ、その権限を外してください。完全に消されると書き換えを検出できません。',
    }),
  },
  'keeping-stopped': {
    en: (f, r) => ({
      what: `${f.kind === 'anchors' ? 'Checkpoints of the timeline are not kept' : 'No new backup was seen'} in ${f.place} since ${exact(f.since, r)}${f.because === null ? '' : ` (${f.because})`}.`,
      next: f.kind === 'backups' && f.because !== null ? unseen.en : log[f.kind].en,
    }),
    ja: (f, r) => ({
      what: `${exact(f.since, r)} から、${f.place} に${f.kind === 'anchors' ? 'タイムラインのチェックポイントを保管できていません' : '新しいバックアップが確認できません'}${f.because === null ? '' : `(${f.because})`}。`,
      next: f.kind === 'backups' && f.because !== null ? unseen.ja : log[f.kind].ja,
    }),
  },
  'keeping-resumed': {
    en: (f) => ({
      what: `${f.kind === 'anchors' ? 'Checkpoints of the timeline are kept again' : 'A new backup was seen'} in ${f.place}.`,
      next: 'Nothing has to be done.',
    }),
    ja: (f) => ({
      what: `${f.place} で${f.kind === 'anchors' ? 'チェックポイントの保管が再開しました' : '新しいバックアップを確認しました'}。`,
      next: '対応は不要です。',
    }),
  },
};
