import type { ProblemWordsOf } from './words-of.ts';

export const loginWords: ProblemWordsOf<'login-without-url' | 'login-insecure'> = {
  'login-without-url': {
    en: () => ({
      why: 'The provider has to send people back, and nothing says to which address.',
      fix: 'Add "url", the address at which people open the console.',
    }),
    ja: () => ({
      why: 'ログイン後に戻るアドレスがわかりません。',
      fix: 'コンソールのアドレスを url に書いてください。',
    }),
  },
  'login-insecure': {
    en: (f) => ({
      why: `Whoever is on the way to ${f.value} could take over a login.`,
      fix: 'Use an address that begins with https:// (http is for this machine only).',
    }),
    ja: (f) => ({
      why: `${f.value} では、途中でログインを盗まれるおそれがあります。`,
      fix: 'https:// で始まるアドレスにしてください(http は同じマシンのみ)。',
    }),
  },
};
