import type { ProblemWordsOf } from '../problems/words-of.ts';

/** What can be wrong with `directory`. */
export const directoryWords: ProblemWordsOf<
  | 'directory-without-center'
  | 'person-without-email'
  | 'lent-group-in-directory'
  | 'stale-before-read'
> = {
  'directory-without-center': {
    en: () => ({
      why: 'People and groups are read from IAM Identity Center, and nothing says from which account it is administered.',
      fix: 'Add "identityCenter" with its "account", or remove "directory".',
    }),
    ja: () => ({
      why: '人とグループは IAM Identity Center から読みますが、管理元のアカウントが書かれていません。',
      fix: 'identityCenter に account を書くか、directory を消してください。',
    }),
  },
  'person-without-email': {
    en: (f) => ({
      why: `Nothing tells which user of the directory ${f.id} is: "people: add" would add them once more, and they could agree with themselves.`,
      fix: 'Add their "email", as the directory has it, or write "people: match".',
    }),
    ja: (f) => ({
      why: `${f.id} がディレクトリのどのユーザーか分かりません。people: add では同じ人がもう一人加わり、自分の申請を自分で承認できてしまいます。`,
      fix: 'ディレクトリと同じ email を書くか、people: match にしてください。',
    }),
  },
  'lent-group-in-directory': {
    en: (f) => ({
      why: `${f.set} is lent by membership of "${f.value}": whoever borrows it would be in the roster's group as if it were their own, and could approve by it.`,
      fix: 'Lend it by a group of Identity Center that nothing else is meant by, or take this one out of "groups" of "directory".',
    }),
    ja: (f) => ({
      why: `${f.set} は ${f.value} への追加で貸し出されます。借りた人が名簿のグループに自分のものとして入り、承認もできてしまいます。`,
      fix: '貸出専用の Identity Center グループを使うか、directory の groups からこのグループを外してください。',
    }),
  },
  'stale-before-read': {
    en: (f) => ({
      why: `What is read would be too old (${f.value}) before it is read again (${f.every}).`,
      fix: 'Make "staleAfter" longer than "every"; several times as long survives an outage.',
    }),
    ja: (f) => ({
      why: `次に読む(${f.every})より先に古くなります(${f.value})。`,
      fix: 'staleAfter を every より長くしてください。数倍にしておくと障害中も保てます。',
    }),
  },
};
