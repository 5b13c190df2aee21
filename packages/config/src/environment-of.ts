import type { EnvironmentConfig, OpsServerRules } from './config.ts';
import type { EnvironmentDocument } from './schema.ts';
import { secondsOf } from './spans.ts';
import { hoursOf } from './working-hours.ts';

/** The environment in force of a checked document. */
export function environmentOf(name: string, document: EnvironmentDocument): EnvironmentConfig {
  const { production, opsServer } = document;
  if (document.provider === 'docker') {
    const { endpoint, certificatesVariable, network, context } = document.engine;
    const certificates = certificatesVariable ?? null;
    return {
      ...{ name, production, account: '', region: '', roleArn: null, externalId: null },
      engine: { endpoint, certificates, network, context: context ?? null },
      opsServer: rulesOf(opsServer, {
        launchTemplate: document.opsServer.image,
        forwards: {},
        forwardDocument: null,
      }),
    };
  }
  const { account, region, roleArn, externalId } = document;
  const { launchTemplate, forwards, forwardDocument } = document.opsServer;
  return {
    ...{ name, production, account, region },
    roleArn: roleArn ?? null,
    externalId: externalId ?? null,
    engine: null,
    opsServer: rulesOf(opsServer, {
      launchTemplate,
      forwards,
      forwardDocument: forwardDocument ?? null,
    }),
  };
}

type Own = 'launchTemplate' | 'forwards' | 'forwardDocument';

function rulesOf(
  document: EnvironmentDocument['opsServer'],
  own: Pick<OpsServerRules, Own>,
): OpsServerRules {
  const { sizes, quota, duration, idleAfter, maximumHold, workingHours, imageAge } = document;
  return {
    ...own,
    sizes,
    quota,
    defaultSeconds: secondsOf(duration.default),
    maximumSeconds: secondsOf(duration.maximum),
    idleAfterSeconds: idleAfter === undefined ? null : secondsOf(idleAfter),
    maximumHoldSeconds: secondsOf(maximumHold),
    workingHours: workingHours ? hoursOf(workingHours) : null,
    imageAge: imageAge
      ? {
          warnAfterSeconds: secondsOf(imageAge.warnAfter),
          refuseAfterSeconds: secondsOf(imageAge.refuseAfter),
        }
      : null,
  };
}
