import { partitionOf, portalLink } from '@sekisho/accounts';
import { federatedLink } from '@sekisho/aws/sign-in';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { askedProfile } from './asked-profile.ts';
import { borrow } from './borrow.ts';
import { obtain } from './obtain.ts';
import { openInBrowser } from './open-in-browser.ts';
import { openScreen } from './screen.ts';

const aws =
  /^https:\/\/([a-z0-9-]+\.)*(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)(\/|$)/;

/**
 * Prints a link that opens an account's console with a profile's permission set. The portal's own link
 * holds no secret and is the default; `--federated` makes one that signs anybody in who opens it.
 */
export async function console(host: Host, { words, options }: Asked): Promise<number> {
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho aws console' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const to = destinationOf(host, options);
  const url =
    options['federated'] === true
      ? await federated(host, options, to)
      : await ofPortal(host, options, to);
  await host.stdout.write(options.json === true ? `${JSON.stringify({ url })}\n` : `${url}\n`);
  if (options['open'] === true) await openInBrowser(host, url);
  return 0;
}

/** A link may sign somebody in and then lead anywhere: it leads to AWS. */
function destinationOf(host: Host, options: Asked['options']): string | undefined {
  const to = options['destination'] as string | undefined;
  if (to === undefined || aws.test(to)) return to;
  throw new Failure('bad-input', say(host, 'aws-destination', { value: to }));
}

async function ofPortal(host: Host, options: Asked['options'], to?: string): Promise<string> {
  const profile = await askedProfile(host, options);
  const screen = openScreen(host);
  try {
    await borrow({ host: screen.host, screen, options, profile });
  } finally {
    screen.close();
  }
  return portalLink(profile.identityCenter, profile, to);
}

async function federated(host: Host, options: Asked['options'], to?: string): Promise<string> {
  const { profile, credentials } = await obtain(host, options);
  const region = profile.region ?? profile.identityCenter.region;
  try {
    return await federatedLink(credentials, {
      fetch: host.fetch,
      partition: partitionOf(region),
      endpoint: host.env['AWS_ENDPOINT_URL_SIGNIN'] ?? host.env['AWS_ENDPOINT_URL'],
      destination: to,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure('unavailable', say(host, 'aws-no-link', { detail }));
  }
}
