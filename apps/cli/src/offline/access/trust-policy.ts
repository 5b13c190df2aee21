import { audiencesIn, trustPolicyFor } from '@sekisho/github-oidc';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { type SentenceName, say } from '../../sentences/say.ts';

const shapes = {
  account: /^\d{12}$/,
  repository: /^[\w-]+@\d+\/[\w.-]+@\d+$/,
  // `${` begins a variable of IAM's.
  environment: /^(?!.*\$\{)[^*?]+$/s,
  ref: /^(?!.*\$\{)refs\/[^*?\s]+$/,
  workflow: /^[^/*?\s]+\/[^/*?\s]+\/\.github\/workflows\/[^*?\s@]+@[^*?\s]+$/,
  audience: /^[^*?\s]+$/,
} as const;

/** Prints a trust policy that `access lint` finds nothing in. Errors: `Failure` (2) for what is missing or has another shape. */
export async function trustPolicy(host: Host, { words, options }: Asked): Promise<number> {
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho access trust-policy' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const given = (name: keyof typeof shapes) => takeOption(host, options, name);
  const account = given('account');
  const repository = given('repository');
  const [environment, ref] = [given('environment'), given('ref')];
  if (account === null || repository === null)
    throw new Failure('bad-input', say(host, 'trust-policy-missing'));
  if ((environment === null) === (ref === null))
    throw new Failure('bad-input', say(host, 'trust-policy-from'));
  const [, owner = '', ownerId = '', name = '', id = ''] =
    /^(.*)@(\d+)\/(.*)@(\d+)$/.exec(repository) ?? [];
  const partition = String(options['partition'] ?? 'aws');
  const policy = trustPolicyFor({
    ...{ account, partition },
    repository: { owner, ownerId, name, id },
    from: environment === null ? { ref: ref ?? '' } : { environment },
    workflow: given('workflow'),
    audience: given('audience') ?? audiencesIn(partition)[0],
  });
  await host.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);
  return 0;
}

function takeOption(
  host: Host,
  options: Asked['options'],
  name: keyof typeof shapes,
): string | null {
  const value = options[name];
  if (typeof value !== 'string') return null;
  if (shapes[name].test(value)) return value;
  throw new Failure(
    'bad-input',
    say(host, `trust-policy-${name}` satisfies SentenceName, { value }),
  );
}
