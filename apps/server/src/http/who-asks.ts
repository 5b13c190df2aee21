import { AppError, type Context, personOf } from '@sekisho/core';
import type { Context as Call } from 'hono';
import {
  bearerOf,
  type Caller,
  callerOfDevice,
  callerOfSession,
  callerOfToken,
} from '../caller.ts';
import { readerUnderHat } from '../reader.ts';
import { wrongHeader } from '../refusals.ts';
import { sameSecret } from '../same-secret.ts';
import type { SignInLimit } from '../sign-in-limit.ts';
import { demandOwnPage } from './hosts.ts';
import { loginBase, sessionOf } from './login/session-of.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import { signedInAt } from './practice/cookie.ts';

/** Finds out who makes a call, and remembers how to tell them what fails. */
export type WhoAsks = (c: Call<DoorEnv>) => Promise<Context>;

/** Makes it. Errors of the call: `not-signed-in`, `rate-limited`, `DoorRefusal` for a hat or origin. */
export function createWhoAsks(options: HttpDoorOptions, limit: SignInLimit): WhoAsks {
  return async (c) => {
    const bearer = bearerOf(c.req.header('authorization') ?? null);
    const caller =
      bearer === null
        ? await callerOfCookie(c, options)
        : await callerOfBearer(c, bearer, options, limit);
    if (caller === null) throw notSignedIn(options);
    c.set('reader', caller.reader);
    return {
      principal: caller.principal,
      scopes: caller.scopes,
      ...(caller.session === undefined ? {} : { session: caller.session }),
      language: caller.reader.language,
      requestId: c.get('requestId'),
    };
  };
}

async function callerOfBearer(
  c: Call<DoorEnv>,
  bearer: string,
  options: HttpDoorOptions,
  limit: SignInLimit,
): Promise<Caller | null> {
  const { core, practice, metrics } = options;
  const caller = await limit.attempt(addressOf(c), bearer, async () => {
    if (practice !== null && sameSecret(bearer, practice.secret)) return 'practice' as const;
    const language = c.req.header('accept-language') ?? null;
    return (await callerOfDevice(core, bearer, language)) ?? callerOfToken(core, bearer, language);
  });
  if (caller === null) metrics.countSignInFailure();
  return caller === 'practice' ? callerUnderHat(c, options, core.house.clock.now()) : caller;
}

async function callerOfCookie(c: Call<DoorEnv>, options: HttpDoorOptions): Promise<Caller | null> {
  const { practice, core } = options;
  if (practice === null) {
    const signedIn = await sessionOf(c, core.house);
    return (
      signedIn && callerOfSession(core, signedIn.session, c.req.header('accept-language') ?? null)
    );
  }
  const at = signedInAt(c, practice.secret, core.house.clock.now());
  if (at === null) return null;
  demandOwnPage(c.req.raw);
  return callerUnderHat(c, options, at);
}

/** Where logins are set up, it says where. */
function notSignedIn({ core, practice }: HttpDoorOptions): AppError {
  const there = practice === null && loginBase(core.house) !== null;
  return new AppError('not-signed-in', there ? { login: '/login' } : {});
}

/** A person of the roster that the holder of practice's secret chose to be. */
function callerUnderHat(c: Call<DoorEnv>, { core }: HttpDoorOptions, at: Date): Caller {
  const config = core.house.config();
  const hat = c.req.header('sekisho-hat') ?? (personOf(config, 'engineer') ?? config.people[0])?.id;
  const person = personOf(config, hat ?? '');
  if (person === undefined) {
    const hats = config.people.map(({ id }) => id).join(', ');
    throw wrongHeader('Sekisho-Hat', hat ?? '', `one of: ${hats}`, `次のいずれか(${hats})`);
  }
  return {
    principal: {
      id: person.id,
      kind: 'person',
      assurance: 'practice',
      authenticatedAt: at.toISOString(),
    },
    scopes: null,
    reader: readerUnderHat(person, c.req.header('accept-language') ?? null),
  };
}

/** The address that a call comes from, by which failures are counted. */
export function addressOf(c: Call<DoorEnv>): string {
  return c.get('address');
}
