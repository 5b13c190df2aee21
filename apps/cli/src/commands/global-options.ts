import type { Language } from '@sekisho/contract';
import { type Command, Option } from 'commander';
import type { ServerOptions } from '../server/server-options.ts';

/** Options that every command understands, before or after the verb. */
export interface GlobalOptions extends ServerOptions {
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly lang?: Language;
  readonly idempotencyKey?: string;
}

export const helpText = { en: 'show help', ja: 'ヘルプを表示' } as const;

const languages: readonly Language[] = ['en', 'ja'];

const texts = {
  heading: { en: 'Everywhere:', ja: '共通:' },
  json: { en: 'answer as JSON, for programs', ja: 'プログラム向けに JSON で出力' },
  plain: { en: 'no colour, no glyphs', ja: '色と記号を使わない' },
  as: { en: 'whose hat to wear in practice', ja: '練習環境で誰として操作するか' },
  url: { en: 'address of the server', ja: 'サーバーのアドレス' },
  lang: { en: 'language: en or ja', ja: '言語: ja または en' },
  key: {
    en: 'repeating a write with the same key answers the same',
    ja: '同じキーの再実行は最初と同じ結果を返す',
  },
  help: helpText,
} as const satisfies Record<string, Record<Language, string>>;

/** Adds the options that every command understands. */
export function addGlobalOptions(command: Command, language: Language): Command {
  const option = (flags: string, text: keyof typeof texts) =>
    new Option(flags, texts[text][language]).helpGroup(texts.heading[language]);
  for (const each of [
    option('--json', 'json'),
    option('--plain', 'plain'),
    option('--as <hat>', 'as'),
    option('--url <url>', 'url'),
    option('--lang <language>', 'lang').choices(languages),
    option('--idempotency-key <key>', 'key'),
    option('-h, --help', 'help'),
  ]) {
    if (each.long === '--help') command.addHelpOption(each);
    else command.addOption(each);
  }
  return command;
}
