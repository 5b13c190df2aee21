import { CloudError, type LaunchOrder, type OpsCloud, type OpsInstance } from '@sekisho/core/cloud';
import type { TagItem } from '../ec2/input.ts';
import type { InstanceItem } from '../ec2/instance-item.ts';
import type { RunInstancesInput } from '../ec2/run-instances-input.ts';
import { namedImage } from './named-image.ts';
import type { Send } from './send.ts';

type InstanceVerbs = Pick<
  OpsCloud,
  'resolveTemplate' | 'launch' | 'instancesByTag' | 'terminate' | 'stop' | 'reboot' | 'tag'
>;

/** The port's verbs about instances. */
export function instanceVerbs(send: Send): InstanceVerbs {
  return {
    resolveTemplate: async (scope, template) => {
      const { launchTemplateVersionSet } = send(scope, 'DescribeLaunchTemplateVersions', {
        ...(/^lt-[0-9a-f]{8,17}$/.test(template.name)
          ? { LaunchTemplateId: template.name }
          : { LaunchTemplateName: template.name }),
        LaunchTemplateVersion: [template.version ?? '$Default'],
      });
      const [version] = launchTemplateVersionSet;
      if (version === undefined) throw missing('launch template version');
      const image = namedImage(send, scope, version.launchTemplateData.imageId);
      return {
        launchTemplateId: version.launchTemplateId,
        version: String(version.versionNumber),
        ...image,
        imageCreatedAt: imageCreatedAt(send, scope, image.imageId),
        instanceType: template.instanceType,
      };
    },
    launch: async (scope, order) => {
      if (!/^\d+$/.test(order.version)) {
        const detail = `launch template version ${order.version} is not a number`;
        throw new CloudError('invalid', 'UnpinnedTemplate', detail);
      }
      const { instancesSet } = send(scope, 'RunInstances', launchInput(order));
      const [instance] = instancesSet;
      if (instance === undefined) throw missing('instance');
      return toOpsInstance(instance);
    },
    instancesByTag: async (scope, tag, values) => {
      if (values.length === 0) return [];
      const Filter = [{ Name: `tag:${tag}`, Value: values.map(literal) }];
      const { reservationSet } = send(scope, 'DescribeInstances', { Filter });
      return reservationSet.flatMap(({ instancesSet }) => instancesSet.map(toOpsInstance));
    },
    terminate: async (scope, instanceId) =>
      unlessGone(() => send(scope, 'TerminateInstances', { InstanceId: [instanceId] })),
    stop: async (scope, instanceId) => {
      send(scope, 'StopInstances', { InstanceId: [instanceId] });
    },
    reboot: async (scope, instanceId) => {
      send(scope, 'RebootInstances', { InstanceId: [instanceId] });
    },
    tag: async (scope, instanceId, tags) => {
      send(scope, 'CreateTags', { ResourceId: [instanceId], Tag: tagItems(tags) });
    },
  };
}

/** Runs a removal; what is gone already is as good. */
export function unlessGone(remove: () => unknown): void {
  try {
    remove();
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}

/** Filter values read `*` and `?` as wildcards unless escaped. */
function literal(value: string): string {
  return value.replace(/[\\*?]/g, '\\$&');
}

function imageCreatedAt(send: Send, scope: Parameters<Send>[0], imageId: string): string | null {
  try {
    const { imagesSet } = send(scope, 'DescribeImages', { ImageId: [imageId] });
    return imagesSet[0]?.creationDate.toISOString() ?? null;
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}

function launchInput(order: LaunchOrder): RunInstancesInput {
  return {
    ClientToken: order.clientToken,
    MinCount: 1,
    MaxCount: 1,
    LaunchTemplate: { LaunchTemplateId: order.launchTemplateId, Version: order.version },
    ...(order.imageId === undefined ? {} : { ImageId: order.imageId }),
    InstanceType: order.instanceType,
    InstanceInitiatedShutdownBehavior: 'terminate',
    MetadataOptions: {
      HttpTokens: 'required',
      InstanceMetadataTags: 'enabled',
    },
    TagSpecification: ['instance', 'volume', 'network-interface'].map((ResourceType) => ({
      ResourceType,
      Tag: tagItems(order.tags),
    })),
  };
}

function tagItems(tags: Readonly<Record<string, string>>): TagItem[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function toOpsInstance(item: InstanceItem): OpsInstance {
  return {
    instanceId: item.instanceId,
    state: item.instanceState.name,
    clientToken: item.clientToken === '' ? null : item.clientToken,
    instanceType: item.instanceType,
    imageId: item.imageId,
    launchedAt: item.launchTime.toISOString(),
    hasInstanceProfile: item.iamInstanceProfile !== null,
    privateIp: item.privateIpAddress,
    tags: Object.fromEntries(item.tagSet.map(({ key, value }) => [key, value])),
  };
}

function missing(what: string): CloudError {
  return new CloudError('not-found', 'NotFound', `AWS answered without a ${what}.`);
}
