import type { Language } from '@sekisho/contract';

/**
 * The reader's language: `--lang`, else `SEKISHO_LANG`, else what the terminal's locale says.
 * It is needed before the command line is parsed, because help is written while it is.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const said = argv.flatMap((word, index) => {
    if (word === '--lang') return [argv[index + 1] ?? ''];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en';
  const chosen = said.at(-1) ?? (env.SEKISHO_LANG || locale);
  return /^ja([_.-]|$)/i.test(chosen) ? 'ja' : 'en';
}
