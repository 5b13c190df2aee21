import type { Language, MissingPiece } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import { chatPieces } from './missing-chat.ts';
import { dockerPieces } from './missing-docker.ts';
import type { WhyAndFix } from './why-and-fix.ts';

const pieces: Readonly<Record<MissingPiece, Pair<WhyAndFix>>> = {
  ...chatPieces,
  ...dockerPieces,
  'no-route-to-ssm': {
    en: {
      why: 'The server runs, but its agent cannot reach Systems Manager.',
      fix: 'Give its subnet a NAT gateway, or VPC endpoints for ssm, ssmmessages and ec2messages.',
    },
    ja: {
      why: 'サーバーは動いていますが、エージェントが Systems Manager に届きません。',
      fix: 'サブネットに NAT ゲートウェイ、または ssm・ssmmessages・ec2messages の VPC エンドポイントを用意してください。',
    },
  },
  'no-instance-profile': {
    en: {
      why: 'The launch template gives the server no instance profile, so its agent cannot sign in.',
      fix: 'Add an instance profile with AmazonSSMManagedInstanceCore to the launch template.',
    },
    ja: {
      why: '起動テンプレートにインスタンスプロファイルがなく、エージェントが認証できません。',
      fix: '起動テンプレートに AmazonSSMManagedInstanceCore を持つインスタンスプロファイルを設定してください。',
    },
  },
  'no-capacity': {
    en: {
      why: 'AWS has no capacity for this instance type right now.',
      fix: 'It is tried again by itself; ask with another size if you cannot wait.',
    },
    ja: {
      why: 'このインスタンスタイプの空きが、いま AWS にありません。',
      fix: '自動で再試行します。急ぐときは別のサイズで依頼してください。',
    },
  },
  denied: {
    en: {
      why: 'AWS denied Sekisho a call that it needs.',
      fix: 'Compare the permissions of the role for this account with the IAM policy in the documentation.',
    },
    ja: {
      why: '必要な操作を AWS に拒否されました。',
      fix: 'このアカウント用のロールの権限を、ドキュメントの IAM ポリシーと見比べてください。',
    },
  },
  throttled: {
    en: {
      why: 'AWS asks for fewer calls at the moment.',
      fix: 'Nothing to do: it goes on by itself, only later.',
    },
    ja: {
      why: 'いま AWS から呼び出しを減らすよう求められています。',
      fix: '操作は要りません。少し遅れて自動で続きます。',
    },
  },
  'another-change': {
    en: {
      why: 'AWS is still at another change of the same account.',
      fix: 'Nothing to do: this one follows by itself.',
    },
    ja: {
      why: '同じアカウントへの別の変更を AWS が処理しています。',
      fix: '操作は要りません。終わりしだい自動で続きます。',
    },
  },
  'assignment-failed': {
    en: {
      why: 'Identity Center gave the change up.',
      fix: 'Read its own words below; often the account is suspended, or is the management account, which needs a group (viaGroup).',
    },
    ja: {
      why: 'Identity Center が変更に失敗しました。',
      fix: '下の AWS のメッセージを確認してください。停止中のアカウント、または管理アカウント(グループ経由の viaGroup が必要)であることが多いです。',
    },
  },
  'permission-set-gone': {
    en: {
      why: 'The permission set, the user or the account no longer exists.',
      fix: 'Compare the account map in sekisho.yaml with Identity Center, and ask again.',
    },
    ja: {
      why: '許可セット、ユーザー、またはアカウントがなくなっています。',
      fix: 'sekisho.yaml のアカウント表を Identity Center と見比べて、もう一度依頼してください。',
    },
  },
  'group-gone': {
    en: {
      why: 'The group by which it is lent no longer exists.',
      fix: 'Make the group in Identity Center again, or mend viaGroup in sekisho.yaml.',
    },
    ja: {
      why: '貸出に使うグループがなくなっています。',
      fix: 'Identity Center にグループを作り直すか、sekisho.yaml の viaGroup を直してください。',
    },
  },
  'role-gone': {
    en: {
      why: 'The role that is to be lent does not exist, or nothing of it can be read.',
      fix: 'Make it as docs/ci.md says, or mend "role" under "ci" in sekisho.yaml.',
    },
    ja: {
      why: '貸し出すロールが存在しません。',
      fix: 'docs/ci.md のとおりにロールを作るか、sekisho.yaml の ci の role を直してください。',
    },
  },
  'policies-full': {
    en: {
      why: 'The inline policies of the role have no room for one more.',
      fix: 'Give the role fewer policies of your own, or spread its jobs over several roles.',
    },
    ja: {
      why: 'ロールのインラインポリシーに空きがありません。',
      fix: '独自のポリシーを減らすか、ジョブごとにロールを分けてください。',
    },
  },
  'cloud-unreachable': {
    en: {
      why: 'AWS does not answer.',
      fix: 'It is tried again by itself; check the network of the Sekisho server and the AWS status page.',
    },
    ja: {
      why: 'AWS から応答がありません。',
      fix: '自動で再試行します。Sekisho サーバーのネットワークと AWS の稼働状況を確認してください。',
    },
  },
  'template-gone': {
    en: {
      why: 'The launch template or its version no longer exists.',
      fix: 'Restore it, or name another one in sekisho.yaml, and ask again.',
    },
    ja: {
      why: '起動テンプレート、またはその版がなくなっています。',
      fix: '復元するか、sekisho.yaml で別のテンプレートを指定して、もう一度依頼してください。',
    },
  },
  'terminated-at-launch': {
    en: {
      why: 'AWS ended the server right after its launch.',
      fix: 'Open the technical detail: it is often an encrypted volume whose key the role may not use.',
    },
    ja: {
      why: '起動直後に AWS がサーバーを終了しました。',
      fix: '技術的な詳細を確認してください。暗号化ボリュームの鍵を使う権限がない場合によく起きます。',
    },
  },
  'invalid-request': {
    en: {
      why: 'AWS does not accept the launch as it is configured.',
      fix: 'Compare the environment in sekisho.yaml with its launch template; the technical detail names the value.',
    },
    ja: {
      why: 'この設定での起動を AWS が受け付けません。',
      fix: 'sekisho.yaml の環境設定と起動テンプレートを見比べてください。問題の値は技術的な詳細にあります。',
    },
  },
};

const again: Pair = {
  en: 'Ask again in a while.',
  ja: 'しばらくしてから、もう一度依頼してください。',
};
const againOrSmaller: Pair = {
  en: 'Ask again in a while, or with another size.',
  ja: 'しばらくしてから、または別のサイズで、もう一度依頼してください。',
};

/** What passes by itself while a lease lives, and what to do once it has failed: only servers have a size. */
const onceFailed: Partial<Readonly<Record<MissingPiece, Pair>>> = {
  'no-capacity': againOrSmaller,
  throttled: again,
  'another-change': again,
  'cloud-unreachable': again,
  'engine-busy': again,
  'engine-unreachable': again,
  'chat-throttled': again,
  'chat-unreachable': again,
};

/**
 * What keeps a lease from becoming ready, and what to do.
 * @param over the lease has failed: nothing is tried again by itself
 */
export function missingText(
  piece: MissingPiece,
  language: Language,
  { over = false }: { readonly over?: boolean } = {},
): WhyAndFix {
  const text = pieces[piece][language];
  const fix = over ? onceFailed[piece]?.[language] : undefined;
  return fix === undefined ? text : { ...text, fix };
}

export function isMissingPiece(text: string): text is MissingPiece {
  return Object.hasOwn(pieces, text);
}
