import { tagsAt } from '../machine/heartbeat.ts';
import { shownStateAt } from '../machine/phases.ts';
import type { Instance, InstanceState } from '../world/records.ts';
import { tagSet } from './tags.ts';

const codes: Record<InstanceState, number> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** An instance state as EC2 answers it. */
export function stateItem(state: InstanceState): { code: number; name: InstanceState } {
  return { code: codes[state], name: state };
}

/** One instance as DescribeInstances and RunInstances answer it. */
export function instanceItem(instance: Instance, now: number, heartbeatMs: number) {
  const state = shownStateAt(instance, now);
  const gone = state === 'terminated';
  const privateDns = `ip-${instance.privateIp.replaceAll('.', '-')}.${instance.region}.compute.internal`;
  return {
    instanceId: instance.id,
    imageId: instance.imageId,
    instanceState: stateItem(state),
    privateDnsName: gone ? '' : privateDns,
    dnsName: '',
    reason: instance.stateReason === null ? '' : 'User initiated',
    amiLaunchIndex: instance.launchIndex,
    productCodes: [],
    instanceType: instance.instanceType,
    launchTime: new Date(instance.launchedAt),
    placement: { availabilityZone: instance.availabilityZone, groupName: '', tenancy: 'default' },
    monitoring: { state: 'disabled' },
    subnetId: gone ? null : instance.subnetId,
    vpcId: gone ? null : vpcOf(instance.account),
    privateIpAddress: gone ? null : instance.privateIp,
    stateReason: instance.stateReason,
    architecture: 'x86_64',
    rootDeviceType: 'ebs',
    rootDeviceName: '/dev/xvda',
    blockDeviceMapping: gone ? [] : [{ deviceName: '/dev/xvda', ebs: disk(instance) }],
    virtualizationType: 'hvm',
    clientToken: instance.clientToken ?? '',
    tagSet: tagSet(tagsAt(instance, now, heartbeatMs)),
    hypervisor: 'xen',
    networkInterfaceSet: gone ? [] : [networkInterface(instance)],
    iamInstanceProfile: profileItem(instance, gone),
    ebsOptimized: false,
    enaSupport: true,
    metadataOptions: {
      state: 'applied',
      httpTokens: instance.metadata.httpTokens,
      httpPutResponseHopLimit: instance.metadata.hopLimit,
      httpEndpoint: 'enabled',
      instanceMetadataTags: instance.metadata.instanceTags,
    },
  };
}

export type InstanceItem = ReturnType<typeof instanceItem>;

/** Every account has one VPC. */
export function vpcOf(account: string): string {
  return `vpc-0${account}0000`;
}

function profileItem(instance: Instance, gone: boolean): { arn: string; id: string } | null {
  if (instance.profileArn === null || gone) return null;
  return { arn: instance.profileArn, id: `AIPA${instance.account}PRAC` };
}

function disk(instance: Instance) {
  return {
    volumeId: instance.volumeId,
    status: 'attached',
    attachTime: new Date(instance.launchedAt),
    deleteOnTermination: true,
  };
}

/** The one network interface of an instance. */
export function networkInterface(instance: Instance) {
  return {
    networkInterfaceId: instance.interfaceId,
    subnetId: instance.subnetId,
    vpcId: vpcOf(instance.account),
    ownerId: instance.account,
    status: 'in-use',
    privateIpAddress: instance.privateIp,
    sourceDestCheck: true,
    attachment: { deviceIndex: 0, status: 'attached', deleteOnTermination: true },
  };
}
