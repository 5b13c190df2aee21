import { readSubject } from '../subject.ts';
import { type Asked, valuesIn } from './asked.ts';
import { commonText } from './common-text.ts';
import { type Claims, letsIn } from './evaluate.ts';
import type { Subject, Width } from './intruders.ts';
import { mayMeet } from './pattern.ts';
import { outlineOf, part } from './places.ts';

/** A repository that nobody means. */
const foreignId = '666002';

/** Letters and digits for what may be anything; two sets, so that a policy which excludes one is still seen through. */
const fillers = [
  ['x', '6'],
  ['q', '7'],
];

/** A subject of these that comes in by what a policy asks; null when none does, or none was found while patience lasted. */
export function comesIn(asked: Asked, { places, open }: Subject, width: Width): string | null {
  const whose = (open & part.id) !== 0 && width === 'repository' ? 'owner' : width;
  const { patience } = asked;
  const outline = { text: outlineOf(places), ignoresCase: false };
  for (const patterns of asked.subjects) {
    if (patience.left <= 0) return null;
    patience.left -= 1;
    if (!patterns.every((one) => mayMeet(one, outline))) continue;
    for (const letters of fillers) {
      const subject = commonText(patterns, places, open, letters, patience);
      if (subject === null) break;
      patience.left -= valuesIn(asked.conditions);
      const claims = claimsOf(asked, subject, whose);
      if (isMeant(asked, claims, whose)) continue;
      if (letsIn(asked.conditions, claims, asked.provider)) return subject;
    }
  }
  return null;
}

/** Whether a token is of the repository whose id was asked for: no other has it, although wildcards fit it too. */
function isMeant(asked: Asked, { repository_id: id = '' }: Claims, width: Width): boolean {
  return width !== 'repository' && asked.wanted('repository_id').includes(id);
}

/**
 * The claims of a token that comes as close to what is asked as whoever runs its job can bring it: names
 * of branches, environments and workflows are anybody's to give, the repository's id is not, anybody may
 * call a public workflow, and the actor is whoever set the job off.
 * Source of the claims: https://docs.github.com/actions/reference/openid-connect-reference
 */
function claimsOf(asked: Asked, sub: string, width: Width): Claims {
  const { repository, context = '' } = readSubject(sub) ?? {};
  const { owner = '', name = '', id = null } = repository ?? {};
  const full = `${owner}/${name}`;
  const isOwn = width === 'repository';
  const held = isOwn ? asked.fit : asked.fitOpen;
  const ref = refOf(asked, context);
  const called = (file: string) => `${full}/.github/workflows/${file}.yml@${ref}`;
  return {
    ...{ sub, ref, repository: full, aud: asked.fit('aud', ['sts.amazonaws.com']) },
    ...environmentOf(asked, context),
    workflow: asked.fit('workflow', ['any', 'other']),
    job_workflow_ref: asked.fit('job_workflow_ref', [called('any'), called('other')]),
    // A star or a comment of theirs starts a job in whatever repository waits for it.
    actor: asked.fit('actor', ['somebody', 'other']),
    actor_id: asked.fit('actor_id', ['3003', '3004']),
    repository_id: id ?? held('repository_id', [isOwn ? '2002' : foreignId]),
    // Repositories of one owner are of one enterprise.
    ...(width === 'world' ? {} : { enterprise_id: asked.fit('enterprise_id', ['4004']) }),
  };
}

/**
 * The ref of a job: of a pull request the merge that GitHub makes of it, save for `pull_request_target`,
 * which runs what is on the branch already; that counts where pull requests are asked for by name.
 */
function refOf(asked: Asked, context: string): string {
  const [, ref] = /(?:^|:)ref:([^:]*)/.exec(context) ?? [];
  if (ref !== undefined) return ref;
  if (context !== 'pull_request')
    return asked.fit('ref', ['refs/heads/main', 'refs/heads/any', 'refs/tags/any']);
  const pulls = asked.wanted('ref').filter((ref) => ref.startsWith('refs/pull/'));
  const values = ['refs/pull/1/merge', 'refs/pull/2/merge', ...pulls] as const;
  const isNamed = asked.wanted('sub').some((subject) => subject.endsWith(':pull_request'));
  return isNamed ? asked.fit('ref', values) : asked.among('ref', values);
}

/** The environment of a job, which subjects that an organization puts together itself need not tell. */
function environmentOf(asked: Asked, context: string): Claims {
  const [, environment] = /(?:^|:)environment:([^:]*)/.exec(context) ?? [];
  if (environment !== undefined) return { environment: environment.replaceAll('%3A', ':') };
  const isPlain = /^(?:pull_request|ref:[^:]*)$/.test(context);
  if (isPlain || asked.wanted('environment').length === 0) return {};
  return { environment: asked.fit('environment', ['any']) };
}
