import type { Parts } from '../parts.ts';
import type { Path, Report } from '../problems/problem.ts';
import { formatPath } from '../problems/problem.ts';
import { secondsOf } from '../spans.ts';
import { keyOfOurs, lentLength, lentPolicySchema } from './policy.ts';
import { issuersOf, trimmed } from './resolve-ci.ts';
import type { CiDocument, CiPurposeDocument } from './schema.ts';

interface Purpose {
  readonly path: Path;
  readonly value: CiPurposeDocument;
}

/** What jobs may have is told apart from what they may have without being asked, and names what exists. */
export function checkCi(
  { ci, url, accounts }: Pick<Parts, 'ci' | 'url' | 'accounts'>,
  report: Report,
  warn: Report,
): void {
  if (ci === null) return;
  const { audience } = ci.value;
  if (url === null && audience === undefined) report('ci-without-url', ci.path, {});
  else if (url === null && !isReserved(audience)) warn('ci-without-links', ci.path, {});
  checkInsecure(ci.value, report);
  checkRepositories(ci.value, report);
  checkIssuer(ci.value, report);
  const purposes = purposesOf(ci.value);
  for (const purpose of purposes) {
    checkAccount(purpose, accounts, report);
    checkSpans(purpose, report);
    checkEvents(purpose, report);
    checkEnvironment(purpose, warn);
    checkPolicy(purpose, report);
  }
  checkRoles(purposes, report);
}

/** Names that never exist (RFC 2606): a console of such a house is wherever somebody tries it out. */
function isReserved(audience = ''): boolean {
  return URL.parse(audience)?.hostname.endsWith('.invalid') === true;
}

function purposesOf({ repositories }: CiDocument): Purpose[] {
  return Object.entries(repositories).flatMap(([repository, { purposes }]) =>
    Object.entries(purposes).map(([name, value]) => ({
      path: ['ci', 'repositories', repository, 'purposes', name],
      value,
    })),
  );
}

/** Keys that anybody on the way could change would let in anybody; on this machine there is nobody on the way. */
function checkInsecure({ issuers }: CiDocument, report: Report): void {
  for (const [index, issuer] of issuers.entries()) {
    for (const key of ['url', 'jwks'] as const) {
      const value = issuer[key];
      if (
        value === undefined ||
        /^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/.test(value)
      )
        continue;
      report('ci-insecure', ['ci', 'issuers', index, key], { value });
    }
  }
}

function checkRepositories({ repositories }: CiDocument, report: Report): void {
  const first = new Map<string, string>();
  for (const [name, { id }] of Object.entries(repositories)) {
    const path = ['ci', 'repositories', name, 'id'];
    const other = first.get(id);
    if (other === undefined) first.set(id, formatPath(path));
    else report('duplicate-id', path, { value: id, first: other });
  }
}

/** Ids are numbered by each GitHub: whoever administers one could make the repository of another. */
function checkIssuer(ci: CiDocument, report: Report): void {
  const known = issuersOf(ci);
  for (const [name, { issuer }] of Object.entries(ci.repositories)) {
    const path = ['ci', 'repositories', name];
    if (issuer === undefined && known.length > 1) report('ci-without-issuer', path, { known });
    else if (issuer !== undefined && !known.includes(trimmed(issuer)))
      report('unknown-issuer', [...path, 'issuer'], { value: issuer, known });
  }
}

function checkAccount({ path, value }: Purpose, accounts: Parts['accounts'], report: Report): void {
  const known = [...accounts.keys()];
  const account = accounts.get(value.account);
  if (account === undefined) {
    report('unknown-account', [...path, 'account'], { value: value.account, known });
  } else if (account !== null && value.role.split(':')[4] !== account) {
    report('role-of-other-account', [...path, 'role'], { value: value.role, account });
  }
}

function checkSpans({ path, value }: Purpose, report: Report): void {
  const { session, duration, maximum, drain } = value;
  const seconds = secondsOf(session);
  if (seconds < 900 || seconds > 3600)
    report('ci-session', [...path, 'session'], { value: session });
  if (secondsOf(maximum) > 12 * 3600)
    report('ci-too-long', [...path, 'maximum'], { value: maximum });
  if (secondsOf(duration) > secondsOf(maximum))
    report('default-over-maximum', [...path, 'duration'], { value: duration, maximum });
  if (drain !== undefined && secondsOf(drain) > 3600)
    report('ci-drain', [...path, 'drain'], { value: drain });
}

/**
 * AWS takes no longer session policy (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html);
 * two windows leave a thousand of a role's 10,240 characters to denials.
 */
const longestPolicy = { broker: 2048, window: 4600 };

function checkPolicy({ path, value: { policy, approach } }: Purpose, report: Report): void {
  // A policy of another shape was told already.
  const read = lentPolicySchema.safeParse(policy);
  if (!read.success) return;
  const at = [...path, 'policy'];
  const [length, most] = [lentLength(read.data, approach), longestPolicy[approach]];
  if (length > most) report('ci-policy-too-long', at, { length, most });
  const key = keyOfOurs(read.data);
  if (key !== null) report('ci-policy-key', at, { value: key });
}

/** A token does not say which repository the code of a pull request is from. */
function checkEvents({ path, value }: Purpose, report: Report): void {
  if (value.forks || value.plan === 'none') return;
  for (const [index, event] of value.events.entries()) {
    if (event.startsWith('pull_request'))
      report('ci-forks', [...path, 'events', index], { value: event });
  }
}

/** The job that plans runs what is planned, and has tokens of the same workflow: only the environment tells it apart. */
function checkEnvironment({ path, value }: Purpose, warn: Report): void {
  if (value.plan === 'required' && value.environment === undefined)
    warn('ci-without-environment', path, {});
}

/** Whoever may have a role without being asked must not thereby have what others are asked for. */
function checkRoles(purposes: readonly Purpose[], report: Report): void {
  for (const [index, { path, value }] of purposes.entries()) {
    const earlier = purposes.slice(0, index).find((other) => clash(other.value, value));
    if (earlier === undefined) continue;
    report('ci-shared-role', [...path, 'role'], {
      value: value.role,
      first: formatPath(earlier.path),
    });
  }
}

function clash(one: CiPurposeDocument, other: CiPurposeDocument): boolean {
  if (one.role !== other.role) return false;
  return one.plan !== other.plan || one.approach === 'window' || other.approach === 'window';
}
