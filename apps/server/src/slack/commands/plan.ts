import { mostRows } from '@sekisho/cards';
import type { VerbName } from '@sekisho/contract';
import { parseDuration, verbOfWord } from '@sekisho/words';
import { accessGroups, planAccess } from './access.ts';
import { joinGroups, planJoin } from './membership.ts';
import type { Plan } from './planned.ts';
import { helpWords, planSlo, type SloNames } from './slo.ts';
import { type Token, tokens, unescapeSlack } from './tokens.ts';
import { readWish } from './wish.ts';

/** Verbs that a command may name; the rest has richer doors. */
const said = new Set<VerbName>([
  'ops.start',
  'ops.quote',
  'ops.list',
  'ops.show',
  'ops.connect',
  'ops.forward',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'ops.stop',
  'ops.history',
  'ops.who',
  'ops.cost',
  'lease.approve',
  'lease.deny',
  'lease.withdraw',
  'lease.review',
  'lease.stop-all',
  'lease.resume',
]);

/** Verbs whose input begins with a lease. */
export const aboutLease: ReadonlySet<VerbName> = new Set<VerbName>([
  'lease.show',
  'ops.connect',
  'ops.forward',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'ops.stop',
  'lease.approve',
  'lease.deny',
  'lease.withdraw',
  'lease.review',
  'membership.check',
  'membership.journal',
  'membership.show',
]);

/** Words before the verb that change nothing. */
const groups: ReadonlySet<string> = new Set(['ops', 'lease', ...accessGroups, ...joinGroups]);

/** A membership is left as anything is given back. */
function leaving(word: string): VerbName | null {
  return verbOfWord('membership', word) === 'membership.return' ? 'ops.stop' : null;
}

/** Reads `/ops …` or `/sekisho …` in either language, lenient on order. */
export function planCommand(
  command: string,
  raw: string,
  environments: readonly string[],
  names: SloNames = { slos: [], services: [] },
): Plan {
  const text = unescapeSlack(raw).trim();
  if (text === '') return command === '/ops' ? startForm({}) : { do: 'help' };
  const all = tokens(text);
  const first = all[0]?.text.toLowerCase() ?? '';
  const rest = text.slice(all[0]?.end ?? 0);
  if (first === 'slo') return planSlo(rest, names);
  const access = accessGroups.has(first) ? planAccess(rest) : null;
  if (access !== null) return access;
  const join = joinGroups.has(first) ? planJoin(rest) : null;
  if (join !== null) return join;
  const group = groups.has(first) ? 1 : 0;
  const word = all[group];
  if (word === undefined) return startForm({});
  if (helpWords.has(word.text.toLowerCase())) return { do: 'help' };
  const verb = verbOfWord('ops', word.text) ?? verbOfWord('lease', word.text) ?? leaving(word.text);
  if (verb !== null && said.has(verb)) return planVerb(verb, text.slice(word.end), environments);
  const wish = readWish(text, environments);
  if (wish.environment !== undefined && environments.includes(wish.environment)) {
    return planVerb('ops.start', text, environments);
  }
  return { do: 'unknown', word: word.text };
}

function startForm(initial: Readonly<Record<string, string>>): Plan {
  return { do: 'form', verb: 'ops.start', initial };
}

function planVerb(verb: VerbName, rest: string, environments: readonly string[]): Plan {
  if (verb === 'ops.start' || verb === 'ops.quote') {
    const { breakGlass, ...words } = readWish(rest, environments);
    const needed = verb === 'ops.start' ? words.environment && words.reason : words.environment;
    if (!needed) return startForm({ ...words, ...(breakGlass ? { breakGlass: 'yes' } : {}) });
    return { do: 'verb', verb, input: { ...words, ...(breakGlass ? { breakGlass } : {}) } };
  }
  const { id, words } = takeLease(withoutFlags(rest));
  const input = { ...(id === null ? {} : { id }), ...inputOf(verb, words, environments) };
  if (verb === 'lease.deny' && id !== null && !('reason' in input)) {
    return { do: 'form', verb, initial: { id } };
  }
  return { do: 'verb', verb: ofEveryKind(verb), input };
}

/** What one sees is of every kind. */
function ofEveryKind(verb: VerbName): VerbName {
  if (verb === 'ops.show') return 'lease.show';
  if (verb === 'ops.history') return 'lease.history';
  return verb === 'ops.list' ? 'lease.list' : verb;
}

/** `--by 30m` and `--reason "…"` mean the same as the words alone. */
function withoutFlags(rest: string): string {
  return rest
    .replace(/(^|\s)(?:--|—|–)(?:by|for|to|reason|text|search|weeks|environment)\s+/gu, '$1')
    .replace(/["“”]/gu, '')
    .trim();
}

/** An id has a digit or the prefix of its kind: `re-indexing` is a word. */
const leasePattern = /^(?:(?:ops|acc|ci|mem)-[0-9a-z]{6,20}|(?=.*\d)[a-z]{2,4}-[0-9a-z]{6,20})$/;

/** Takes the lease's id out of the words, wherever it stands. */
function takeLease(rest: string): { id: string | null; words: string } {
  const all = tokens(rest);
  const at = all.findIndex(({ text }) => leasePattern.test(text.toLowerCase()));
  const token = all[at];
  if (token === undefined) return { id: null, words: rest.trim() };
  const before = rest.slice(0, token.end - token.text.length);
  return {
    id: token.text.toLowerCase(),
    words: `${before.trim()} ${rest.slice(token.end).trim()}`.trim(),
  };
}

function inputOf(
  verb: VerbName,
  words: string,
  environments: readonly string[],
): Readonly<Record<string, unknown>> {
  const all = tokens(words);
  const named = all.find(({ text }) => environments.includes(text.toLowerCase()))?.text;
  switch (verb) {
    case 'ops.extend':
      return optional('by', spanIn(all).span ?? '');
    case 'ops.hold':
      return { for: spanIn(all).span ?? '1h', ...optional('reason', spanIn(all).rest) };
    case 'ops.handover':
      return { to: words.replace(/^to\s+/, '').replace(/^<?@?([^>]*)>?$/, '$1') };
    case 'ops.forward':
      return { to: all.at(-1)?.text ?? '' };
    case 'ops.list':
      // One more than the card shows tells that there are more.
      return { ...optional('environment', named?.toLowerCase() ?? ''), limit: mostRows + 1 };
    case 'ops.who':
      return optional('environment', named?.toLowerCase() ?? '');
    case 'ops.history':
      return { ...optional('search', words), limit: 15 };
    case 'ops.cost':
      return optional('weeks', words.replace(/\D/g, ''));
    case 'lease.review':
      return optional('text', words);
    case 'ops.stop':
    case 'lease.deny':
    case 'lease.stop-all':
    case 'lease.resume':
      return optional('reason', words);
    default:
      return {};
  }
}

function optional(name: string, value: string): Readonly<Record<string, string>> {
  return value === '' ? {} : { [name]: value };
}

/** The first span among the words, and the words without it. */
function spanIn(all: readonly Token[]): { span: string | null; rest: string } {
  for (const words of [2, 1]) {
    for (let index = 0; index + words <= all.length; index += 1) {
      const span = all
        .slice(index, index + words)
        .map(({ text }) => text)
        .join(' ');
      if (parseDuration(span) === null) continue;
      const rest = [...all.slice(0, index), ...all.slice(index + words)];
      return { span, rest: rest.map(({ text }) => text).join(' ') };
    }
  }
  return { span: null, rest: all.map(({ text }) => text).join(' ') };
}
