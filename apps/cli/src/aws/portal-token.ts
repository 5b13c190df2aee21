import type { DeviceRequest, PortalToken, Registration } from '@sekisho/aws/sign-in';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import type { Errand } from './errand.ts';
import { openInBrowser } from './open-in-browser.ts';
import { keptFolder } from './open-vault.ts';
import { holdLock } from './vault/hold-lock.ts';

/** A token that ends sooner is taken for ended: it must last for the calls that need it. */
const margin = 60_000;

/**
 * The portal's token of this person: the one that is kept, a prolonged one, or that of a new sign-in,
 * which the person agrees to in a browser of theirs.
 * @param isRefused the token that is kept was just refused
 * Errors: `Failure` when the person refuses or does not answer, `CloudError`
 */
export async function portalToken(errand: Errand, isRefused: boolean): Promise<string> {
  const { host, memory } = errand;
  const before = await memory.token.read();
  if (before !== null && !isRefused && lasts(host, before)) return before.accessToken;
  // Two profiles of one portal share one sign-in: nobody is asked twice.
  return holdLock(
    host,
    `${keptFolder(host)}/sign-in.lock`,
    () => anew(errand, before, isRefused),
    async () => host.stderr.write(`${say(host, 'aws-other-signs-in')}\n`),
  );
}

async function anew(
  errand: Errand,
  before: PortalToken | null,
  isRefused: boolean,
): Promise<string> {
  const { host, memory } = errand;
  const kept = await memory.token.read();
  const isNew = kept !== null && kept.accessToken !== before?.accessToken;
  if (kept !== null && lasts(host, kept) && (isNew || !isRefused)) return kept.accessToken;
  const registration = await registered(errand);
  const old = isRefused ? null : (kept?.refreshToken ?? null);
  const prolonged = old === null ? null : await errand.signIn.refresh(registration, old);
  const token = prolonged ?? (await signedIn(errand, registration));
  await memory.token.write(token);
  return token.accessToken;
}

function lasts(host: Host, { expiresAt }: { readonly expiresAt: number }): boolean {
  return expiresAt - margin > host.now();
}

async function registered({ host, memory, signIn }: Errand): Promise<Registration> {
  const kept = await memory.registration.read();
  if (kept !== null && lasts(host, kept)) return kept;
  const registration = await signIn.register();
  await memory.registration.write(registration);
  return registration;
}

async function signedIn(errand: Errand, registration: Registration): Promise<PortalToken> {
  const { host, options, signIn } = errand;
  const device = await signIn.startDevice(registration);
  const facts = { url: device.completeUrl, code: device.userCode };
  await host.stderr.write(`${cleanLine(say(host, 'aws-sign-in', facts))}\n`);
  if (options['browser'] === true) await openInBrowser(host, device.completeUrl);
  return agreed(errand, registration, device);
}

/** Asks again and again, never faster than the portal allows (RFC 8628, section 3.5). */
async function agreed(
  { host, signIn }: Errand,
  registration: Registration,
  device: DeviceRequest,
): Promise<PortalToken> {
  let { interval } = device;
  while (host.now() < device.expiresAt) {
    await host.sleep(interval);
    const answer = await signIn.askDevice(registration, device);
    if (answer.kind === 'agreed') return answer.token;
    if (answer.kind === 'too-fast') interval += 5000;
    if (answer.kind === 'refused') throw new Failure('refused', say(host, 'aws-sign-in-refused'));
    if (answer.kind === 'expired') break;
  }
  throw new Failure('unavailable', say(host, 'aws-sign-in-late'));
}
