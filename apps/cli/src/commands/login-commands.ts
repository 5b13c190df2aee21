import type { LocalCommand } from './local-command.ts';

/** Signing this machine in at a server, and out. */
export const loginCommands: readonly LocalCommand[] = [
  {
    words: ['login'],
    examples: ['login --url https://sekisho.example.com'],
    help: {
      en: 'sign this machine in; the browser shows who asks',
      ja: 'ブラウザで確認してこのマシンをログインさせる',
    },
    work: async (host, asked) => (await import('../login/login.ts')).login(host, asked),
  },
  {
    words: ['logout'],
    examples: ['logout'],
    help: { en: 'sign this machine out', ja: 'このマシンをログアウトさせる' },
    work: async (host, asked) => (await import('../login/logout.ts')).logout(host, asked),
  },
];
