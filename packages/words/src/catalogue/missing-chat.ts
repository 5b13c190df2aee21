import type { MissingPiece } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import type { WhyAndFix } from './why-and-fix.ts';

type ChatPiece = Extract<MissingPiece, `user-group-${string}` | `chat-${string}`>;

/** What keeps somebody from joining or leaving a user group of Slack. */
export const chatPieces: Readonly<Record<ChatPiece, Pair<WhyAndFix>>> = {
  'user-group-gone': {
    en: {
      why: 'Slack knows no such user group.',
      fix: 'Mend its id under slackUserGroups in sekisho.yaml; Slack shows it under “Copy group ID”.',
    },
    ja: {
      why: 'Slack にそのユーザーグループがありません。',
      fix: 'sekisho.yaml の slackUserGroups の ID を直してください。ID は Slack の「グループ ID をコピー」で確認できます。',
    },
  },
  'user-group-denied': {
    en: {
      why: 'Slack does not let Sekisho change its user groups.',
      fix: 'Slack’s own code is below. missing_scope: install the app again with usergroups:read and usergroups:write. permission_denied: let everyone change user groups in the workspace’s settings. plan_upgrade_required: user groups need a paid plan.',
    },
    ja: {
      why: 'Slack のユーザーグループの変更を拒否されました。',
      fix: '下の Slack のコードを確認してください。missing_scope はアプリに usergroups:read と usergroups:write を付けて再インストール、permission_denied はワークスペース設定で全員にユーザーグループの変更を許可、plan_upgrade_required は有料プランが必要です。',
    },
  },
  'user-group-refused': {
    en: {
      why: 'Slack does not take this person into a user group.',
      fix: 'Guests, bots, people who left and people of another workspace cannot be in one: mend their Slack id in sekisho.yaml.',
    },
    ja: {
      why: 'この人を Slack のユーザーグループに入れられません。',
      fix: 'ゲスト、ボット、退職者、別のワークスペースの人は入れません。sekisho.yaml の Slack ID を直してください。',
    },
  },
  'user-group-disabled': {
    en: {
      why: 'Somebody disabled this user group in Slack, and other people are still on its list.',
      fix: 'Enable it in Slack, or take it out of slackUserGroups in sekisho.yaml. Sekisho enables only groups that it emptied itself.',
    },
    ja: {
      why: 'このユーザーグループは Slack で無効にされていて、ほかの人が残っています。',
      fix: 'Slack で有効に戻すか、sekisho.yaml の slackUserGroups から外してください。Sekisho が有効に戻すのは、自分で空にしたグループだけです。',
    },
  },
  'user-group-left': {
    en: {
      why: 'Slack is no longer set up, so that nobody took them out of its user groups.',
      fix: 'Take them out in Slack by hand; the groups are named here.',
    },
    ja: {
      why: 'Slack の設定がなくなったため、ユーザーグループから外していません。',
      fix: 'ここに示したグループから、Slack で手動で外してください。',
    },
  },
  'chat-throttled': {
    en: {
      why: 'Slack asks for fewer calls at the moment.',
      fix: 'Nothing to do: it goes on by itself, only later.',
    },
    ja: {
      why: 'いま Slack から呼び出しを減らすよう求められています。',
      fix: '操作は要りません。少し遅れて自動で続きます。',
    },
  },
  'chat-unreachable': {
    en: {
      why: 'Slack does not answer.',
      fix: 'It is tried again by itself; check the network of the Sekisho server and status.slack.com.',
    },
    ja: {
      why: 'Slack から応答がありません。',
      fix: '自動で再試行します。Sekisho サーバーのネットワークと status.slack.com を確認してください。',
    },
  },
};
