import { type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { NetworkSight, TemplateSight } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';

/** Without these no server is ever ready; without those its sessions and its journal are kept nowhere. */
const services = { needed: ['ssm', 'ssmmessages'], keeping: ['logs', 's3'] } as const;

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
  { subject }: AccountExam,
  template: string,
  seen: readonly NetworkSight[] | CloudError,
): Finding {
  const code = 'server-network';
  if (seen instanceof CloudError && seen.failure !== 'not-found')
    return unread(code, subject, seen);
  const [first] = seen instanceof CloudError ? [] : seen;
  if (seen instanceof CloudError || first === undefined)
    return found(code, 'no-subnet', subject, { template });
  const lacks = (wanted: readonly string[]) => (one: NetworkSight) =>
    one.way === null && wanted.some((service) => !one.endpoints.includes(service));
  // A launch may come into any of them.
  const cutOff = seen.find(lacks(services.needed));
  const unkept = seen.find(lacks(services.keeping));
  const all = [...services.needed, ...services.keeping];
  if (cutOff !== undefined) {
    const missing = all.filter((service) => !cutOff.endpoints.includes(service)).join(', ');
    return found(code, 'missing', subject, { subnet: cutOff.subnet, services: missing });
  }
  if (unkept !== undefined) {
    const missing = all.filter((service) => !unkept.endpoints.includes(service)).join(', ');
    return found(code, 'unkept', subject, { subnet: unkept.subnet, services: missing });
  }
  const { subnet, way } = first;
  if (way !== null) return found(code, 'good', subject, { subnet, way });
  return found(code, 'private', subject, { subnet, services: all.join(', ') });
}
