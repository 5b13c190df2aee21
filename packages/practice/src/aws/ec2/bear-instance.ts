import { nextAgentAt } from '../machine/agent.ts';
import type { Moment } from '../operation.ts';
import { reachesSsm } from '../places/reaches-ssm.ts';
import { resolveImage } from '../ssm/find-parameter.ts';
import type { Instance, Phase, Tags } from '../world/records.ts';
import { drawDelay, hex } from '../world/rng.ts';
import type { ResolvedVersion } from './find-template.ts';
import type { RunInstancesInput } from './run-instances-input.ts';
import { judgeMetadataTags, withTags } from './tags.ts';
import { usualSettings } from './template-settings.ts';

/** Makes one instance, with the course it will take unless somebody interferes. */
export function bearInstance(
  moment: Moment,
  asked: RunInstancesInput,
  template: ResolvedVersion,
  position: { readonly reservationId: string; readonly launchIndex: number },
): Instance {
  const { rng, now, account, region } = moment;
  const tags = tagsFor(asked, 'instance');
  if (asked.MetadataOptions?.InstanceMetadataTags === 'enabled') judgeMetadataTags(tags);
  const course = drawCourse(moment);
  const { version } = template;
  const settings = version.settings ?? usualSettings;
  const routeToSsm = reachesSsm(moment, version);
  const traits = { account, region, profileArn: profileOf(moment, asked, template) };
  const agentAt =
    course.runningAt === null
      ? null
      : nextAgentAt(moment.world, rng, { ...traits, routeToSsm }, course.runningAt, 'RunInstances');
  return {
    ...traits,
    ...position,
    id: `i-0${hex(rng, 16)}`,
    clientToken: asked.ClientToken ?? null,
    templateId: template.templateId,
    templateVersion: String(version.number),
    imageId: resolveImage(moment, asked.ImageId ?? version.imageId),
    instanceType: asked.InstanceType ?? version.instanceType,
    subnetId: asked.SubnetId ?? version.subnetId,
    availabilityZone: `${region}a`,
    privateIp: `10.0.${Math.floor(rng() * 256)}.${4 + Math.floor(rng() * 250)}`,
    launchedAt: now,
    routeToSsm,
    shutdownBehavior: asked.InstanceInitiatedShutdownBehavior ?? settings.shutdown,
    metadata: {
      httpTokens: asked.MetadataOptions?.HttpTokens ?? settings.httpTokens,
      hopLimit: asked.MetadataOptions?.HttpPutResponseHopLimit ?? 2,
      instanceTags: asked.MetadataOptions?.InstanceMetadataTags ?? 'disabled',
    },
    tags,
    volumeId: `vol-0${hex(rng, 16)}`,
    volumeTags: tagsFor(asked, 'volume'),
    interfaceId: `eni-0${hex(rng, 16)}`,
    interfaceTags: tagsFor(asked, 'network-interface'),
    phases: course.phases,
    agentAt,
    registeredAt: agentAt,
    visibleAt: course.visibleAt,
    lingerMs: 0,
    stateReason: course.runningAt === null ? failure : null,
    machine: { heldSince: null, timersStopped: false },
  };
}

const failure = {
  code: 'Server.InternalError',
  message: 'Server.InternalError: Internal error on launch',
};

interface Course {
  readonly phases: readonly Phase[];
  /** Null: the launch comes to nothing. */
  readonly runningAt: number | null;
  readonly visibleAt: number;
}

function drawCourse({ world, rng, now, account, region }: Moment): Course {
  const attempt = { account, region, operation: 'RunInstances' };
  const { visibleMs, pendingMs, jitter } = world.timing;
  const hidden = world.strike(attempt, ['invisible'], rng);
  const visibleAt = now + (hidden?.delayMs ?? drawDelay(rng, visibleMs, jitter));
  const slow = world.strike(attempt, ['slow-pending'], rng);
  const next = now + drawDelay(rng, pendingMs, jitter) + (slow?.delayMs ?? 0);
  const fails = world.strike(attempt, ['launch-fails'], rng) !== undefined;
  return {
    phases: [
      { at: now, state: 'pending' },
      { at: next, state: fails ? 'terminated' : 'running' },
    ],
    runningAt: fails ? null : next,
    visibleAt,
  };
}

function profileOf(
  moment: Moment,
  asked: RunInstancesInput,
  template: ResolvedVersion,
): string | null {
  const { Arn, Name } = asked.IamInstanceProfile ?? {};
  if (Arn !== undefined) return Arn;
  if (Name !== undefined) return `arn:aws:iam::${moment.account}:instance-profile/${Name}`;
  return template.version.profileArn;
}

function tagsFor(asked: RunInstancesInput, resourceType: string): Tags {
  const specifications = asked.TagSpecification ?? [];
  return withTags(
    {},
    specifications.flatMap((each) => (each.ResourceType === resourceType ? (each.Tag ?? []) : [])),
  );
}
