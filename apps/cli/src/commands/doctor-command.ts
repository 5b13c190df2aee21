import type { LocalCommand } from './local-command.ts';

/** `sekisho doctor`: whether this installation can keep its promises. (`sekisho slo doctor` is about a service's SLIs.) */
export const doctorCommand: LocalCommand = {
  words: ['doctor'],
  verb: 'doctor.examine',
  help: {
    en: 'say whether this installation can keep its promises, and what to do',
    ja: 'この環境が約束を守れる状態かを調べ、対処を示す',
  },
  examples: ['doctor', 'doctor --only slack-scopes --json', 'doctor --account 222222222222 --all'],
  options: [
    {
      flags: '--only <code>',
      help: { en: 'only this check; may be repeated', ja: 'この項目だけを調べる。繰り返し可' },
      many: true,
    },
    {
      flags: '--account <id>',
      help: { en: 'only this AWS account', ja: 'この AWS アカウントだけを調べる' },
    },
    {
      flags: '--all',
      help: { en: 'show also what is well', ja: '問題のない項目も表示' },
    },
  ],
  work: async (host, asked) => {
    const { doctor } = await import('../doctor/doctor.ts');
    const code = await doctor(host, asked);
    // What was given up may still run: a program of AWS's credentials, a look-up of a name.
    host.endSoon(code);
    return code;
  },
};
