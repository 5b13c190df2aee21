import type { WordsOfChecks } from './check-words.ts';

export const fileWords: WordsOfChecks<'data-directory' | 'signing-key' | 'secret-files'> = {
  'data-directory': {
    why: {
      en: 'It holds the signing key and, without PostgreSQL, everything that Sekisho knows.',
      ja: '署名鍵のほか、PostgreSQL を使わない場合はすべての記録がここにあります。',
    },
    outcomes: {
      good: {
        seen: { en: '{path} is this user’s alone', ja: '{path} は実行ユーザーだけが使えます' },
      },
      exposed: {
        seen: {
          en: 'others on the machine may look into {path} (mode {mode})',
          ja: '{path} をほかのユーザーが見られます(モード {mode})',
        },
        fix: { en: 'chmod 700 {path}', ja: 'chmod 700 {path}' },
      },
      unwritable: {
        seen: { en: '{path} cannot be written: {detail}', ja: '{path} に書き込めません: {detail}' },
        fix: {
          en: 'Give it to the user that runs Sekisho, or name another with SEKISHO_DATA.',
          ja: 'Sekisho を動かすユーザーに権限を与えるか、SEKISHO_DATA で別の場所を指定してください。',
        },
      },
      absent: {
        seen: {
          en: '{path} is not there yet; the server makes it',
          ja: '{path} はまだありません(サーバーが作ります)',
        },
      },
    },
  },
  'signing-key': {
    why: {
      en: 'Whoever has it can sign a rewritten timeline.',
      ja: 'この鍵があれば、書き換えたタイムラインに署名できてしまいます。',
    },
    outcomes: {
      good: {
        seen: { en: '{path} is this user’s alone', ja: '{path} は実行ユーザーだけが読めます' },
      },
      exposed: {
        seen: {
          en: 'others on the machine may read {path} (mode {mode})',
          ja: '{path} をほかのユーザーが読めます(モード {mode})',
        },
        fix: {
          en: 'chmod 600 {path}; if somebody may have read it, anchor, move it away and let the server make a new one.',
          ja: 'chmod 600 {path} を実行してください。読まれたおそれがあれば、アンカーを取ってから鍵を退避し、サーバーに作り直させてください。',
        },
      },
      unreadable: {
        seen: { en: '{path} cannot be used: {detail}', ja: '{path} を使えません: {detail}' },
        fix: {
          en: 'Bring it back from where you keep it, or move it away: the server makes a new one, and old checkpoints name the old key.',
          ja: '保管先から戻すか、退避してください(新しい鍵が作られます。以前のチェックポイントは元の鍵のものです)。',
        },
      },
      absent: {
        seen: {
          en: '{path} is not there yet; the server makes it',
          ja: '{path} はまだありません(サーバーが作ります)',
        },
      },
    },
  },
  'secret-files': {
    why: {
      en: 'Everybody on the machine can use what such a file holds.',
      ja: 'ほかのユーザーに読めるファイルの秘密は、誰でも使えてしまいます。',
    },
    outcomes: {
      good: {
        seen: { en: 'only this user may read {files}', ja: '{files} はこのユーザーだけが読めます' },
      },
      exposed: {
        seen: {
          en: 'others on the machine may read {files}',
          ja: 'ほかのユーザーが {files} を読めます',
        },
        fix: {
          en: 'chmod 600 it, or mount it with mode 0400 for the user that runs Sekisho.',
          ja: 'chmod 600 を実行するか、Sekisho を動かすユーザーだけに 0400 でマウントしてください。',
        },
      },
    },
  },
};
