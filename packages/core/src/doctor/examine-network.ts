import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { NetworkSight, TemplateSight } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';

/** Without these no server is ever ready. */
const needed = ['ssm', 'ssmmessages'];

/**
 * Looks at where a template's servers are: what they reach from there, and whether they get a public
 * address, which a template that says nothing leaves to the subnet.
 */
export async function examineNetwork(
  exam: AccountExam,
  template: TemplateSight,
): Promise<readonly Finding[]> {
  const { cloud, scope, subject, environment } = exam;
  const name = environment.opsServer.launchTemplate;
  const seen = await orCloudError(cloud.network(scope, template));
  const address = addressOf(template, seen instanceof CloudError ? null : seen);
  const own = found('template-public-address', address, subject, { template: name });
  return [own, network(exam, name, seen)];
}

function addressOf({ publicAddress }: TemplateSight, seen: readonly NetworkSight[] | null) {
  if (publicAddress !== null) return publicAddress ? 'public' : 'good';
  if (seen === null || seen.length === 0) return 'unsaid';
  return seen.some(({ publicByDefault }) => publicByDefault) ? 'public' : 'good';
}

function network(
  { subject, recording }: AccountExam,
  template: string,
  seen: readonly NetworkSight[] | CloudError,
): Finding {
  const code = 'server-network';
  if (seen instanceof CloudError && seen.failure !== 'not-found')
    return unread(code, subject, seen);
  const [first] = seen instanceof CloudError ? [] : seen;
  if (seen instanceof CloudError || first === undefined)
    return found(code, 'no-subnet', subject, { template });
  // Where sessions and journals are kept, and the tag by which a server says that work goes on.
  const keeping = recording !== null && recording.s3 === null ? ['logs'] : ['logs', 's3'];
  const all = [...needed, ...keeping, 'ec2'];
  const missing = (one: NetworkSight) =>
    one.way === null ? all.filter((service) => !one.endpoints.includes(service)) : [];
  const lacking = (wanted: readonly string[]) =>
    // A launch may come into any of them.
    seen.find((one) => missing(one).some((service) => wanted.includes(service)));
  for (const [outcome, wanted] of [
    ['missing', needed],
    ['unkept', keeping],
    ['unheld', ['ec2']],
  ] as const) {
    const one = lacking(wanted);
    if (one === undefined) continue;
    const facts = { subnet: one.subnet, services: missing(one).join(', ') };
    return found(code, one.elsewhere ? 'unproven' : outcome, subject, facts);
  }
  const { subnet, way } = first;
  if (way !== null) return found(code, 'good', subject, { subnet, way });
  return found(code, 'private', subject, { subnet, services: all.join(', ') });
}
