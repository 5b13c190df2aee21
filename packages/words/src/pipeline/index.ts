import type { Language } from '@sekisho/contract';

/** Words of practice's pipeline; apart from the console's others, to be loaded late. */
const en = {
  place: 'Pipeline',
  title: 'Pipeline on practice GitHub',
  lead: 'Taro Suzuki changes acme/infra: a job plans it, asks Sekisho for the role that applies it, and gives it back.',
  run: 'Run the pipeline',
  again: 'Run again',
  merge: 'Merge',
  change: 'Another network for the release',
  stages: {
    pull: 'Pull request',
    'pull-plan': 'Its plan',
    merge: 'Merge into main',
    plan: 'Plan of main',
    approval: 'Approval of that plan',
    apply: 'Apply',
    end: 'Role given back',
  },
  states: { waiting: 'waiting', making: 'under way', done: 'done', failed: 'failed' },
  checks: 'Statuses of its commit',
  pull: (number: number) => `Pull request ${number}`,
  attempt: (number: number) => `attempt ${number}`,
  log: (lines: number) => `Log (${lines} ${lines === 1 ? 'line' : 'lines'})`,
  open: 'See the plan and the lease',
  approve:
    'An SRE must agree: choose such a hat at the top right, open the lease, and look at the risks first.',
  failed: 'This run has failed. The log of the failed stage says why. Then run it again.',
  denied:
    'The lease was not granted or was cut short, and nothing more is applied. The lease says why; then run it again.',
  refused: (why: string) => `Practice GitHub refused: ${why}`,
  refusedFix: 'See how far the stages are, and wait until they end before running again.',
};

const ja = {
  place: 'パイプライン',
  title: '練習用 GitHub のパイプライン',
  lead: '鈴木 太郎さんが acme/infra を変更します。ジョブが plan を作り、apply 用のロールを Sekisho から借りて、使い終えると返します。',
  run: 'パイプラインを実行',
  again: '再実行',
  merge: 'マージ',
  change: 'リリースのネットワークを変更',
  stages: {
    pull: 'プルリクエスト',
    'pull-plan': 'その plan',
    merge: 'main へのマージ',
    plan: 'main の plan',
    approval: 'plan の承認',
    apply: 'apply',
    end: 'ロールの返却',
  },
  states: { waiting: '待機中', making: '進行中', done: '完了', failed: '失敗' },
  checks: 'コミットのステータス',
  pull: (number: number) => `プルリクエスト ${number}`,
  attempt: (number: number) => `${number} 回目`,
  log: (lines: number) => `ログ (${lines} 行)`,
  open: 'plan と貸出を見る',
  approve: 'SRE の承認が必要です。右上で SRE に切り替え、貸出を開き、リスクから確認してください。',
  failed: '失敗しました。失敗した段階のログで理由を確かめてから、再実行してください。',
  denied:
    '貸出が認められなかったか、途中で終わったため、これ以上は適用されません。理由を貸出で確かめてから、再実行してください。',
  refused: (why: string) => `練習用 GitHub が受け付けませんでした: ${why}`,
  refusedFix: '各段階の進み具合を確かめ、終わってから再実行してください。',
} satisfies typeof en;

const words = { en, ja };

/** Labels of practice's pipeline, in a language. */
export function pipelineWords(language: Language): typeof en {
  return words[language];
}
