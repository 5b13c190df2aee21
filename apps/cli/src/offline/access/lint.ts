import { lintTrust, readTrustPolicy, trustFindingText } from '@sekisho/github-oidc';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson, cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { bytesOf } from '../slo/rule-files.ts';

/**
 * Prints what is wrong with a trust policy for GitHub Actions; exit code 2 when anything is.
 * Errors: `Failure` (2) for a command line that cannot be understood; 4 when the file cannot be read or
 * holds no policy, so that programs can tell that from findings.
 */
export async function lint(host: Host, { words, options }: Asked): Promise<number> {
  const [what, file, extra] = words;
  if (what !== 'trust-policy' || file === undefined)
    throw new Failure('bad-input', say(host, 'access-lint-what'));
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho access lint' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const statements = readTrustPolicy(await textOf(host, file));
  if (statements === null) throw new Failure('not-found', say(host, 'access-no-policy', { file }));
  const audience = options['audience'] as string | undefined;
  const findings = lintTrust(statements, audience).map((finding) => ({
    code: finding.code,
    ...trustFindingText(finding, host.language),
  }));
  if (options.json === true) {
    await host.stdout.write(`${cleanJson(findings)}\n`);
    return findings.length === 0 ? 0 : 2;
  }
  for (const { code, message, fix } of findings)
    await host.stdout.write(`${cleanLine(`${message} (${code})`)}\n  ${cleanLine(fix)}\n`);
  const isForGithub = statements.some(({ providers }) => providers.length > 0);
  const sound = isForGithub ? 'access-lint-sound' : 'access-lint-not-github';
  if (findings.length === 0) await host.stdout.write(`${say(host, sound, { file })}\n`);
  else
    await host.stderr.write(
      `${say(host, 'access-lint-found', { file, count: findings.length })}\n`,
    );
  return findings.length === 0 ? 0 : 2;
}

async function textOf(host: Host, file: string): Promise<string> {
  const bytes = await bytesOf(host, file).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure('not-found', error.message) : error;
  });
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
