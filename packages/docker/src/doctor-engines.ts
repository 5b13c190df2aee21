import type { DoctorEngines } from '@sekisho/core/cloud';
import { engineIn } from './answers.ts';
import type { At } from './at.ts';
import type { DockerOpsCloudOptions } from './options.ts';
import { findImage, hasNetwork } from './resolve-image.ts';
import { createWithin } from './within.ts';

/** The port `DoctorEngines`. @see DoctorEngines for what each method promises. */
export function createEngineSights(options: DockerOpsCloudOptions): DoctorEngines {
  const within = createWithin(options);
  return {
    engine: (scope) => within.do('engine', scope, engine),
    hasImage: (scope, name) =>
      within.do('hasImage', scope, async (at) => (await findImage(at, name)) !== null),
    hasNetwork: (scope) => within.do('hasNetwork', scope, hasNetwork),
  };
}

async function engine({ docker }: At) {
  const before = Date.now();
  const { ServerVersion: version = '-', SystemTime: time = '' } = engineIn(await docker.info());
  const theirs = Date.parse(time);
  const aheadMs = Number.isNaN(theirs) ? null : theirs - (before + Date.now()) / 2;
  return { version, aheadMs };
}
