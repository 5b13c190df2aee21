import type { ProblemWordsOf } from '../problems/words-of.ts';

/** What can be wrong with `directory`. */
export const directoryWords: ProblemWordsOf<'directory-without-center' | 'stale-before-read'> = {
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
