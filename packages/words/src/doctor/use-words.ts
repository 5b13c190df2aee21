import type { Pair } from '../language.ts';
import type { CheckWords, WordsOfChecks } from './check-words.ts';

type UseCode = 'access-permission' | 'ci-permission' | 'recording-permission' | 'source-permission';

/**
 * How the permissions of a use are told of: those of its generated policy.
 * @param looking name of the policy by which the role may ask IAM
 */
function byPolicy(why: Pair, looking: 'doctor' | 'doctor-access'): CheckWords<UseCode> {
  return {
    why,
    outcomes: {
      granted: {
        seen: {
          en: 'IAM’s simulation lets {role} do all of {policy}',
          ja: 'IAM のシミュレーションでは {role} に {policy} の操作がすべて許可されています',
        },
      },
      denied: {
        seen: {
          en: '{role} may not do {actions}: {detail}',
          ja: '{role} に {actions} の権限がありません: {detail}',
        },
        fix: {
          en: 'Give that role docs/iam/{policy}.json with your names in it (deploy/terraform/member does), and look for a deny of an SCP or a boundary.',
          ja: 'そのロールに docs/iam/{policy}.json を自分の名前に直して付け(deploy/terraform/member が行います)、SCP や境界による拒否がないか確かめてください。',
        },
      },
      unsure: {
        seen: {
          en: 'IAM’s simulation does not let {role} do {actions}, without knowing {keys}',
          ja: 'IAM のシミュレーションでは {role} に {actions} が許可されません({keys} が不明です)',
        },
        fix: {
          en: 'Compare that role’s policies, and those of what it reads or takes (ResourcePolicy), with docs/iam/{policy}.json.',
          ja: 'そのロールのポリシーと、読み取り先や引き受け先のポリシー(ResourcePolicy)を docs/iam/{policy}.json と比べてください。',
        },
      },
      untried: {
        seen: {
          en: 'what {role} may do of {policy} was not tried: the role may not ask IAM',
          ja: '{policy} について {role} の権限は未確認です(IAM に問い合わせる権限がありません)',
        },
        fix: {
          en: `Give Sekisho’s role there docs/iam/${looking}.json besides.`,
          ja: `そこの Sekisho のロールに docs/iam/${looking}.json も付けてください。`,
        },
      },
      own: {
        seen: {
          en: 'not tried: Sekisho’s own identity does it, and without roleArn nobody knows whose policies count',
          ja: '未確認です(Sekisho 自身の ID で行い、roleArn がないため、どのポリシーが効くか分かりません)',
        },
      },
    },
  };
}

/** What is lent and read in AWS besides ops servers. */
export const useWords: WordsOfChecks<UseCode | 'removal-role' | 'recording-place'> = {
  'access-permission': byPolicy(
    {
      en: 'Whatever is denied fails when permission sets are lent, or when they are to be taken back.',
      ja: '拒否される操作は、許可セットの貸出や回収のときに失敗します。',
    },
    'doctor-access',
  ),
  'removal-role': {
    why: {
      en: 'Schedules take access back with it although Sekisho is dead.',
      ja: 'Sekisho が止まっていても、スケジュールがこのロールでアクセスを回収します。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{role} is there, and EventBridge Scheduler may take it',
          ja: '{role} があり、EventBridge Scheduler が引き受けられます',
        },
      },
      missing: {
        seen: { en: 'there is no role {role}', ja: 'ロール {role} がありません' },
        fix: {
          en: 'Make it with docs/iam/access-removal.json (deploy/terraform/member does), or name yours with SEKISHO_SCHEDULER_ROLE.',
          ja: 'docs/iam/access-removal.json で作る(deploy/terraform/member が行います)か、SEKISHO_SCHEDULER_ROLE で指定してください。',
        },
      },
      untrusted: {
        seen: {
          en: 'EventBridge Scheduler may not take {role}',
          ja: 'EventBridge Scheduler が {role} を引き受けられません',
        },
        fix: {
          en: 'Let its trust policy name the service scheduler.amazonaws.com.',
          ja: '信頼ポリシーに scheduler.amazonaws.com を書いてください。',
        },
      },
    },
  },
  'ci-permission': byPolicy(
    {
      en: 'Whatever is denied fails when a job is lent its role, or when that is to be cut.',
      ja: '拒否される操作は、CI ジョブへのロールの貸出や打ち切りのときに失敗します。',
    },
    'doctor',
  ),
  'recording-permission': byPolicy(
    {
      en: 'What cannot be read is in no history: commands and screens of sessions.',
      ja: '読めないセッションのコマンドや画面は、履歴に残りません。',
    },
    'doctor',
  ),
  'recording-place': {
    why: {
      en: 'Where it is not there, or not as Session Manager wants it, nothing is recorded or nobody gets in.',
      ja: '記録先がないか、Session Manager の設定と合わないと、記録が残らないか接続できません。',
    },
    outcomes: {
      good: {
        seen: {
          en: '{place} is there, encrypted ({encryption}), and has no retention of its own',
          ja: '{place} があり、暗号化され({encryption})、保持期間の設定はありません',
        },
      },
      bounded: {
        seen: {
          en: '{place} is there, encrypted ({encryption}), and keeps for {days} days',
          ja: '{place} があり、暗号化され({encryption})、{days} 日間保持します',
        },
      },
      bare: {
        seen: { en: '{place} is not encrypted', ja: '{place} が暗号化されていません' },
        fix: {
          en: 'Switch default encryption of the bucket on.',
          ja: 'バケットのデフォルト暗号化を有効にしてください。',
        },
      },
      missing: {
        seen: { en: 'there is no {place}', ja: '{place} がありません' },
        fix: {
          en: 'Make it (deploy/terraform/member makes the log groups), or correct recording of sekisho.yaml; see docs/recording.md.',
          ja: '作成する(ロググループは deploy/terraform/member が作ります)か、sekisho.yaml の recording を直してください(docs/recording.md)。',
        },
      },
      keyless: {
        seen: {
          en: '{place} has no key of KMS, and SSM-SessionManagerRunShell lets no session begin without',
          ja: '{place} に KMS の鍵がなく、SSM-SessionManagerRunShell の設定ではセッションを開始できません',
        },
        fix: {
          en: 'Give the log group a key of KMS (deploy/terraform/member does), or set cloudWatchEncryptionEnabled to false.',
          ja: 'ロググループに KMS の鍵を設定する(deploy/terraform/member が行います)か、cloudWatchEncryptionEnabled を false にしてください。',
        },
      },
    },
  },
  'source-permission': byPolicy(
    {
      en: 'What cannot be read is not measured: the SLOs of this source stand still.',
      ja: '読めないソースは計測されず、その SLO は更新されません。',
    },
    'doctor',
  ),
};
