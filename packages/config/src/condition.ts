import { Environment } from '@marcbachmann/cel-js';
import type { ConditionFacts } from './config.ts';

export interface CompiledCondition {
  /** Errors: throws when the condition cannot be evaluated on these facts, or is not a boolean. */
  readonly evaluate: (facts: ConditionFacts) => boolean;
  readonly problem: { readonly kind: 'syntax' | 'type' | 'slow'; readonly text: string } | null;
}

const environment = new Environment({
  limits: {
    maxAstNodes: 2000,
    maxDepth: 60,
    maxListElements: 200,
    maxMapEntries: 200,
    maxCallArguments: 16,
  },
})
  .registerVariable({
    name: 'request',
    schema: { seconds: 'int', reason: 'string', ticket: 'string', size: 'string' },
  })
  .registerVariable({
    name: 'person',
    schema: { id: 'string', role: 'string', groups: 'list<string>', onCall: 'bool' },
  })
  .registerVariable({ name: 'environment', schema: { name: 'string', production: 'bool' } })
  .registerVariable('now', 'google.protobuf.Timestamp');

/** Compiles a CEL condition and says what is wrong with it, if anything is. */
export function compileCondition(text: string): CompiledCondition {
  const problem = problemOf(text);
  if (problem !== null) {
    const evaluate = () => {
      throw new Error(problem.text);
    };
    return { evaluate, problem };
  }
  const parsed = environment.parse(text);
  return { evaluate: (facts) => asBoolean(parsed(celFacts(facts))), problem: null };
}

function problemOf(text: string): CompiledCondition['problem'] {
  // Patterns run on the requester's words in a backtracking engine: a repeated repetition can take for ever.
  if (/matches\s*\(/.test(text) && /\([^)]*[+*}][^)]*\)\s*[+*{]/.test(text)) {
    return { kind: 'slow', text: 'a repetition inside a repeated group' };
  }
  const checked = environment.check(text);
  if (!checked.valid) return { kind: 'syntax', text: firstLine(checked.error) };
  const type = String(checked.type);
  return type === 'bool' || type === 'dyn' ? null : { kind: 'type', text: type };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}

/** CEL's integers are 64 bits wide. */
function celFacts(facts: ConditionFacts) {
  const request = { ...facts.request, seconds: BigInt(Math.round(facts.request.seconds)) };
  return { ...facts, request, person: { ...facts.person, groups: [...facts.person.groups] } };
}

function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('the condition is neither true nor false');
  return value;
}
