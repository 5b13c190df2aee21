import type { Config, EnvironmentConfig } from '@sekisho/config';
import { type DoctorCode, type Finding, found, subjectOf } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { CloudScope } from '../platform/cloud-scope.ts';
import { judgeClock } from './clock.ts';
import type { DoctorEngines } from './engines.ts';
import { unread } from './exam.ts';
import type { Examination } from './ports.ts';

const inside = ['clock-engine', 'container-image', 'container-network'] as const;

/** Everything that is looked at at a container engine. */
export const engineCodes: readonly DoctorCode[] = ['container-engine', ...inside];

interface Looking {
  readonly engines: DoctorEngines;
  /** Milliseconds that the house's time is ahead of this machine's. */
  readonly houseAheadMs: () => Promise<number>;
}

/** What is looked at at every environment's container engine. */
export function engineExaminations(
  { environments }: Pick<Config, 'environments'>,
  looking: Looking,
): readonly Examination[] {
  return Object.values(environments).flatMap((environment) => {
    const { name, engine } = environment;
    if (engine === null) return [];
    const scope = { environment: name, account: '', region: '', engine };
    const examine = () => examineEngine(looking, environment, scope);
    return [{ codes: engineCodes, subject: subjectOf('docker', name), examine }];
  });
}

async function examineEngine(
  { engines, houseAheadMs }: Looking,
  { opsServer: { launchTemplate: image } }: EnvironmentConfig,
  scope: CloudScope & Pick<Required<CloudScope>, 'engine'>,
): Promise<readonly Finding[]> {
  const { endpoint, network } = scope.engine;
  const subject = subjectOf('docker', scope.environment);
  const sight = await orCloudError(engines.engine(scope));
  if (sight instanceof CloudError) {
    const { detail } = sight;
    const refused = found('container-engine', outcomeOf(sight), subject, { endpoint, detail });
    const by = 'container-engine';
    return [refused, ...inside.map((code) => found(code, 'blocked', subject, { by }))];
  }
  const { version, aheadMs } = sight;
  const [hasImage, hasNetwork, house] = await Promise.all([
    orCloudError(engines.hasImage(scope, image)),
    orCloudError(engines.hasNetwork(scope)),
    houseAheadMs(),
  ]);
  const clock =
    aheadMs === null
      ? found('clock-engine', 'unread', subject, { detail: 'the engine told no time' })
      : judgeClock('clock-engine', subject, aheadMs - house);
  const joined =
    hasNetwork instanceof CloudError
      ? unread('container-network', subject, hasNetwork)
      : found('container-network', hasNetwork ? 'good' : 'missing', subject, { network });
  const good = found('container-engine', 'good', subject, { endpoint, version });
  return [good, clock, imageOf(hasImage, image, scope), joined];
}

function outcomeOf({ failure, vendorCode }: CloudError) {
  if (vendorCode === 'NoCertificates') return 'no-certificates';
  return failure === 'denied' ? 'denied' : 'unreachable';
}

function imageOf(seen: boolean | CloudError, image: string, { environment }: CloudScope): Finding {
  const subject = subjectOf('docker', environment);
  if (!(seen instanceof CloudError))
    return found('container-image', seen ? 'good' : 'missing', subject, { image });
  const { failure, detail } = seen;
  if (failure !== 'invalid') return unread('container-image', subject, seen);
  return found('container-image', 'refused', subject, { image, detail });
}
