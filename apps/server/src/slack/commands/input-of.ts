import { mostRows } from '@sekisho/cards';
import type { VerbName } from '@sekisho/contract';
import { spanIn } from './spans.ts';
import { tokens } from './tokens.ts';

/** What the words behind a verb and its lease say, as fields of its input. */
export function inputOf(
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
    case 'ops.replace':
      return /^--?force$/.test(words.trim()) ? { force: true } : {};
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
