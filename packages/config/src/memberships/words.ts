import type { ProblemWordsOf } from '../problems/words-of.ts';

/** What can be wrong with `memberships`. */
export const membershipWords: ProblemWordsOf<
  'membership-without-center' | 'user-group-without-slack' | 'user-group-taken'
> = {
  'membership-without-center': {
    en: () => ({
      why: 'Permission sets are lent by IAM Identity Center, and nothing says from which account it is administered.',
      fix: 'Add "identityCenter" with its "account", or remove "permissionSets" here.',
    }),
    ja: () => ({
      why: '許可セットは IAM Identity Center で貸し出しますが、管理元のアカウントが書かれていません。',
      fix: 'identityCenter に account を書くか、ここの permissionSets を消してください。',
    }),
  },
  'user-group-without-slack': {
    en: () => ({
      why: 'There is no Slack in this configuration whose user groups somebody could join.',
      fix: 'Add "slack", or remove "slackUserGroups" here.',
    }),
    ja: () => ({
      why: 'Slack の設定がないため、ユーザーグループに追加できません。',
      fix: 'slack を設定するか、ここの slackUserGroups を消してください。',
    }),
  },
  'user-group-taken': {
    en: (f) => ({
      why: `The user group ${f.value} is also that of "${f.other}": leaving one team would take somebody out of it who is still in the other.`,
      fix: 'Give each team a user group of its own.',
    }),
    ja: (f) => ({
      why: `ユーザーグループ ${f.value} は「${f.other}」でも使われています。片方のチームを抜けると、もう片方にいる人までグループから外れます。`,
      fix: 'チームごとに別のユーザーグループにしてください。',
    }),
  },
};
