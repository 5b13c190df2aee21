import type { Language, VerbName } from '@sekisho/contract';
import { fieldHelp, type Pair, verbHelp, verbOfWord, verbWords } from '@sekisho/words';
import type { Field } from './commands/manifest.ts';

const groups: Readonly<Record<string, Pair>> = {
  sekisho: {
    en: 'Strong powers are asked for, lent for a while, and taken back on time.',
    ja: '強い権限を、頼んで、しばらく借りて、時間どおりに返す。',
  },
  ops: {
    en: 'ops servers: start, connect, extend, return',
    ja: '作業サーバーの開始・接続・延長・返却',
  },
  lease: { en: 'leases: approve, deny, withdraw', ja: '貸出の承認・却下・取り下げ' },
  timeline: { en: 'who did what, and proof of it', ja: '誰が何をしたかの記録と検証' },
  people: { en: 'the roster, and who you are to it', ja: '名簿と自分の情報' },
  policy: { en: 'who could get what, and why', ja: '誰が何を借りられるか' },
  token: { en: 'API tokens', ja: 'API トークン' },
  slack: { en: 'the Slack app', ja: 'Slack アプリ' },
  practice: { en: 'practice: a world without consequences', ja: '練習環境' },
};

/** One line of help about a group of commands. */
export function groupSummary(language: Language, name: string): string {
  return groups[name]?.[language] ?? '';
}

/** One line of help about a verb. */
export function verbSummary(language: Language, name: VerbName): string {
  return verbHelp(name, language);
}

/** The Japanese word for a verb's command, or null where it is the English one. */
export function japaneseWord(name: VerbName): string | null {
  const { en, ja } = verbWords[name].command;
  return en === ja ? null : ja;
}

/** How an option of a field shows its value, and its line of help. */
export function fieldTexts(language: Language, verb: VerbName, field: Field) {
  const placeholder = field.format === 'text' ? 'text' : (field.format ?? field.name);
  const choices = field.choices === undefined ? '' : ` (${field.choices.join(', ')})`;
  return { placeholder, help: fieldHelp(verb, field.name, language) + choices };
}

/** The same words with a verb's other names replaced by its own: `ops 停止 …` → `ops stop …`. */
export function withOwnWords(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((word) => Object.hasOwn(groups, word));
  const [group, word] = argv.slice(at, at + 2);
  if (at < 0 || group === undefined || word === undefined) return argv;
  const verb = verbOfWord(group, word);
  return verb === null ? argv : argv.with(at + 1, verb.slice(group.length + 1));
}
