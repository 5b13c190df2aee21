import { type DoctorCode, type Finding, found, type OwnOutcome } from '@sekisho/contract';
import { judgeImageAge } from '../ops/index.ts';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { TemplateSight } from './cloud.ts';
import { type AccountExam, letsIn, unread } from './exam.ts';
import { examineNetwork } from './examine-network.ts';

/** Checks of a launch template and of what it names. */
export const templateCodes: readonly DoctorCode[] = [
  'launch-template',
  'template-imdsv2',
  'template-metadata-tags',
  'template-shutdown',
  'template-public-address',
  'template-profile',
  'image-age',
  'instance-role',
  'server-network',
];

/** Looks at an environment's launch template, its image and its role. Errors: those that are no `CloudError`. */
export async function examineTemplate(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope, subject, environment } = exam;
  const template = environment.opsServer.launchTemplate;
  const seen = await orCloudError(cloud.template(scope, template));
  if (seen instanceof CloudError) {
    const own =
      seen.failure === 'not-found'
        ? found('launch-template', 'missing', subject, { template })
        : unread('launch-template', subject, seen);
    const by = 'launch-template';
    const rest = templateCodes.slice(1).map((code) => found(code, 'blocked', subject, { by }));
    return [own, ...rest];
  }
  return [
    itself(exam, template, seen),
    ...settings(exam, template, seen),
    imageAge(exam, seen),
    ...(await Promise.all([instanceRole(exam, seen), examineNetwork(exam, seen)])).flat(),
  ];
}

function itself({ subject }: AccountExam, template: string, seen: TemplateSight): Finding {
  const { imageId, version } = seen;
  const named = imageId !== null && /^(ami-|resolve:ssm:)/.test(imageId);
  if (named) return found('launch-template', 'good', subject, { template, version });
  return found('launch-template', 'unpinned', subject, { template, image: imageId ?? '-' });
}

function settings({ subject }: AccountExam, template: string, seen: TemplateSight): Finding[] {
  const { profile } = seen;
  const judge = <Code extends 'template-imdsv2' | 'template-metadata-tags' | 'template-shutdown'>(
    code: Code,
    outcome: OwnOutcome<Code>,
  ) => found(code, outcome as never, subject, { template } as never);
  return [
    judge('template-imdsv2', seen.requiresImdsV2 ? 'good' : 'optional'),
    judge('template-metadata-tags', seen.metadataTags ? 'good' : 'off'),
    judge('template-shutdown', seen.terminatesOnShutdown ? 'good' : 'stop'),
    profile === null
      ? found('template-profile', 'none', subject, { template })
      : found('template-profile', 'good', subject, { template, profile }),
  ];
}

/** An image without a limit in its environment is told of, and never too old. */
function imageAge({ subject, environment, now }: AccountExam, seen: TemplateSight): Finding {
  const { imageId: image, imageCreatedAt } = seen;
  if (image === null) return found('image-age', 'blocked', subject, { by: 'launch-template' });
  if (imageCreatedAt === null) return found('image-age', 'gone', subject, { image });
  const { imageAge: limit } = environment.opsServer;
  const { days, old, tooOld } = judgeImageAge(limit, imageCreatedAt, now());
  const told = { image, days: days ?? 0 };
  if (limit === null || !old) return found('image-age', 'good', subject, told);
  const inDays = (seconds: number) => Math.round(seconds / 8640) / 10;
  return tooOld
    ? found('image-age', 'too-old', subject, { ...told, bound: inDays(limit.refuseAfterSeconds) })
    : found('image-age', 'old', subject, { ...told, bound: inDays(limit.warnAfterSeconds) });
}

async function instanceRole(exam: AccountExam, { profile }: TemplateSight): Promise<Finding> {
  const { cloud, scope, subject } = exam;
  const blocked = found('instance-role', 'blocked', subject, { by: 'template-profile' });
  if (profile === null) return blocked;
  const roles = await orCloudError(cloud.profileRoles(scope, profile));
  if (roles instanceof CloudError) return unread('instance-role', subject, roles);
  const [role] = roles ?? [];
  if (role === undefined) return found('instance-role', 'missing', subject, { role: profile });
  const seen = await orCloudError(cloud.role(scope, role));
  if (seen instanceof CloudError) return unread('instance-role', subject, seen);
  if (seen === null) return found('instance-role', 'missing', subject, { role });
  const trusted = letsIn(seen, 'ec2');
  return found('instance-role', trusted ? 'good' : 'untrusted', subject, { role });
}
