import { badInput, type Role, roles, type Verb } from '@sekisho/contract';
import { AppError } from './app-error.ts';
import { type Context, countingRecords, type House, transact } from './context.ts';
import { claimAnswer, claimKey, readAnswer, storeAnswer } from './idempotency.ts';
import { lockSubject } from './lock-subject.ts';
import { refuseUnlessPerson } from './person-at-door.ts';
import type { RefusalLimit } from './refusal-limit.ts';
import { scopeCovers } from './scope.ts';
import { scrubInput } from './scrub.ts';
import type { AnyImplementation } from './verb.ts';

/** What `execute` needs besides the house. */
export interface Executor<Ports> {
  readonly house: House;
  readonly ports: Ports;
  /** Role of the principal now; null when the roster does not know it. */
  readonly roleOf: (context: Context) => Role | null;
  readonly refusals: RefusalLimit;
}

/**
 * Does a verb: parse → `prepare` → one transaction (lock the subject, judge, write, record)
 * → commit. A refusal is recorded in a transaction of its own.
 * Errors: `AppError` for everything expected; anything else is a bug.
 */
export async function execute<Ports>(
  executor: Executor<Ports>,
  implementation: AnyImplementation<Ports>,
  context: Context,
  raw: unknown,
): Promise<unknown> {
  const { verb } = implementation;
  try {
    admit(verb, context, executor.roleOf(context));
    const input = parseInput(verb, raw);
    return await perform(executor, implementation, context, input);
  } catch (error) {
    if (error instanceof AppError && error.class === 'refused' && verb.effect !== 'read') {
      await recordRefusal(executor, verb, context, raw, error);
    }
    throw error;
  }
}

async function perform<Ports>(
  executor: Executor<Ports>,
  { verb, subject, prepare, decide, recordsBefore }: AnyImplementation<Ports>,
  context: Context,
  input: never,
): Promise<unknown> {
  const { house, ports } = executor;
  const claim = claimKey(verb, context, input);
  const earlier = claim && (await readAnswer(house.database.kysely, verb, claim));
  if (earlier) return earlier.answer;
  const prepared = (await prepare({ house, ports, context }, input)) as never;
  return transact(house, context.principal, async (outer) => {
    const { tx, recorded } = countingRecords(outer);
    if (subject) await lockSubject(tx, subject(input, context));
    const replay = claim && (await claimAnswer(tx, verb, claim));
    if (replay) return replay.answer;
    const answer = await decide(tx, input, prepared, context);
    if (verb.effect !== 'read' && recordsBefore !== true && recorded() === 0) {
      throw new Error(`${verb.name} wrote without an entry`);
    }
    if (claim) await storeAnswer(tx, verb, claim, answer);
    return answer;
  });
}

/** Judges what needs no look at the subject: token scope, kind of principal, role. */
function admit(verb: Verb, context: Context, role: Role | null): void {
  const who = context.principal.id;
  if (context.scopes && !context.scopes.some((scope) => scopeCovers(scope, verb.name))) {
    throw new AppError('token-scope', { verb: verb.name });
  }
  if (role === null) throw new AppError('not-in-roster', { who });
  if (role === 'read-only' && verb.effect !== 'read') throw new AppError('read-only', { who });
  if (verb.personOnly) refuseUnlessPerson(context);
  if (roles.indexOf(role) < roles.indexOf(verb.role)) {
    throw new AppError('role-too-weak', { who, needed: verb.role });
  }
}

/** Errors: `bad-input` for the first thing that is wrong. */
function parseInput(verb: Verb, raw: unknown): never {
  const parsed = verb.input.strict().safeParse(raw);
  const isSecret = (field: string) => verb.input.shape[field]?.meta()?.['format'] === 'secret';
  if (parsed.success) return scrubInput(parsed.data, isSecret) as never;
  const [issue] = parsed.error.issues;
  const facts = badInput(issue, raw, Object.keys(verb.input.shape));
  throw new AppError('bad-input', facts, parsed.error);
}

async function recordRefusal(
  { house, refusals }: Pick<Executor<unknown>, 'house' | 'refusals'>,
  verb: Verb,
  context: Context,
  raw: unknown,
  error: AppError,
): Promise<void> {
  if (!refusals.admit(context.principal.id, verb.name)) return;
  const subject = namedBy(raw);
  const environment = environmentNamedBy(raw, house);
  await transact(house, context.principal, async (tx) => {
    tx.record({
      action: verb.name,
      outcome: 'refused',
      subject,
      lease: isAboutLease(verb) ? subject : null,
      environment,
      data: { code: error.code },
    });
  });
}

/** The environment that a call names, if there is one of that name. */
function environmentNamedBy(raw: unknown, { config }: House): string | null {
  if (typeof raw !== 'object' || raw === null || !('environment' in raw)) return null;
  const { environment } = raw;
  return typeof environment === 'string' && Object.hasOwn(config().environments, environment)
    ? environment
    : null;
}

/** A proposal, a page or an SLO may be called like a lease, and is none. */
function isAboutLease({ input }: Verb): boolean {
  return input.shape['id']?.meta()?.['format'] === 'lease';
}

/** What a call was about, as far as its unread input can be believed. */
function namedBy(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  const { id } = raw;
  return typeof id === 'string' && /^[a-z]{2,4}-[0-9a-z]{6,20}$/.test(id) ? id : null;
}
