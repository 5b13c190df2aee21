import type { VerbName } from '@sekisho/contract';
import { verbOfWord } from '@sekisho/words';
import { planAccess } from './access.ts';
import { inputOf } from './input-of.ts';
import { accessGroups, groupOf, joinGroups, type Kind } from './kinds.ts';
import { isLeaseId } from './lease-id.ts';
import { planJoin } from './membership.ts';
import type { Plan } from './planned.ts';
import { planSessions } from './sessions.ts';
import { helpWords, planSlo, type SloNames } from './slo.ts';
import { tokens, unescapeSlack } from './tokens.ts';
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
  'ops.replace',
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

/** The verb that a word means, and of which kind of lease; a membership is left as anything is given back. */
function verbMeant(word: string, kind: Kind | null): { verb: VerbName | null; kind: Kind | null } {
  const verb = verbOfWord('ops', word) ?? verbOfWord('lease', word);
  if (verb !== null) return { verb, kind };
  const leaves = verbOfWord('membership', word) === 'membership.return';
  return leaves ? { verb: 'ops.stop', kind: kind ?? 'membership' } : { verb, kind };
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
  const group = groupOf(first);
  const word = all[group === null ? 0 : 1];
  if (word === undefined) return startForm({});
  if (helpWords.has(word.text.toLowerCase())) return { do: 'help' };
  const { verb, kind } = verbMeant(word.text, group?.kind ?? null);
  if (verb === 'ops.sessions') return planSessions(text.slice(word.end), environments);
  if (verb !== null && said.has(verb)) {
    return ofKind(planVerb(verb, text.slice(word.end), environments), kind);
  }
  const wish = readWish(text, environments);
  if (wish.environment !== undefined && environments.includes(wish.environment)) {
    return planVerb('ops.start', text, environments);
  }
  return { do: 'unknown', word: word.text };
}

/** An id says itself of which kind its lease is. */
function ofKind(plan: Plan, kind: Kind | null): Plan {
  return plan.do !== 'verb' || kind === null || 'id' in plan.input ? plan : { ...plan, kind };
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

/** Takes the lease's id out of the words, wherever it stands. */
function takeLease(rest: string): { id: string | null; words: string } {
  const all = tokens(rest);
  const at = all.findIndex(({ text }) => isLeaseId(text.toLowerCase()));
  const token = all[at];
  if (token === undefined) return { id: null, words: rest.trim() };
  const before = rest.slice(0, token.end - token.text.length);
  return {
    id: token.text.toLowerCase(),
    words: `${before.trim()} ${rest.slice(token.end).trim()}`.trim(),
  };
}
