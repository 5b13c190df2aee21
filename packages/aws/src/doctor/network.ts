import {
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
} from '@aws-sdk/client-ec2';
import type { NetworkSight, TemplateSight } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from '../ec2/failures.ts';

export const actions = [
  'ec2:DescribeRouteTables',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcEndpoints',
] as const;

const subnet = z.object({
  SubnetId: z.string(),
  VpcId: z.string(),
  OwnerId: z.string().optional(),
  MapPublicIpOnLaunch: z.boolean().default(false),
});
const id = z.string().optional();
const route = z.object({
  ...{ DestinationCidrBlock: id, State: id, GatewayId: id, NatGatewayId: id },
  ...{ TransitGatewayId: id, NetworkInterfaceId: id, VpcPeeringConnectionId: id, InstanceId: id },
  ...{ CoreNetworkArn: id, LocalGatewayId: id, CarrierGatewayId: id },
});
const table = z.object({ RouteTableId: z.string(), Routes: z.array(route).default([]) });
const endpoint = z.object({
  ServiceName: z.string(),
  VpcEndpointType: z.string(),
  State: z.string(),
  PrivateDnsEnabled: z.boolean().default(false),
  RouteTableIds: z.array(z.string()).default([]),
});
type Subnet = z.infer<typeof subnet>;
type Table = z.infer<typeof table>;

const subnetsAnswer = z.object({ Subnets: z.array(subnet).default([]) });
const tablesAnswer = z.object({ RouteTables: z.array(table).default([]) });
const endpointsAnswer = z.object({ VpcEndpoints: z.array(endpoint).default([]) });

/** More subnets, tables or endpoints than one page of EC2's an ops server's VPC does not have. */
const pageSize = 100;

/**
 * The subnet that a template names, or the account's default ones, each with what leads out of it.
 * Errors: `not-found` when there is no such subnet.
 */
export async function network(
  at: Connection,
  { subnet: named, publicAddress }: TemplateSight,
): Promise<readonly NetworkSight[]> {
  const { clients, scope, signal } = at;
  const command = new DescribeSubnetsCommand(
    named === null
      ? { Filters: [{ Name: 'default-for-az', Values: ['true'] }], MaxResults: pageSize }
      : { SubnetIds: [named] },
  );
  const { Subnets } = await ask(signal, ec2Failures, subnetsAnswer, (options) =>
    clients.ec2.read.send(command, options),
  );
  return Promise.all(
    Subnets.map(async (one) => {
      const routes = await tableOf(at, one);
      const isPublic = publicAddress ?? one.MapPublicIpOnLaunch;
      return {
        subnet: one.SubnetId,
        way: wayOut(routes, isPublic),
        // Endpoints of a shared subnet are its owner's, who alone sees them.
        elsewhere: leadsElsewhere(routes) || (one.OwnerId ?? scope.account) !== scope.account,
        endpoints: await endpointsIn(at, one, routes),
        publicByDefault: one.MapPublicIpOnLaunch,
      };
    }),
  );
}

/** The table of a subnet: its own, or else the VPC's main one. */
async function tableOf({ clients, signal }: Connection, one: Subnet): Promise<Table | null> {
  const filtered = async (filters: Readonly<Record<string, string>>) => {
    const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }));
    const command = new DescribeRouteTablesCommand({ Filters, MaxResults: pageSize });
    const { RouteTables } = await ask(signal, ec2Failures, tablesAnswer, (options) =>
      clients.ec2.read.send(command, options),
    );
    return RouteTables[0] ?? null;
  };
  const own = await filtered({ 'association.subnet-id': one.SubnetId });
  return own ?? filtered({ 'vpc-id': one.VpcId, 'association.main': 'true' });
}

/** Whether other networks are reached, in which endpoints for all may be. */
function leadsElsewhere(routes: Table | null): boolean {
  return (routes?.Routes ?? []).some(
    (one) =>
      one.State !== 'blackhole' &&
      (one.TransitGatewayId ?? one.VpcPeeringConnectionId ?? one.CoreNetworkArn ?? null) !== null,
  );
}

/**
 * An internet gateway lets out only what has a public address, a black hole and a peering nothing.
 * Source: VPC Peering Guide, "VPC peering limitations": edge-to-edge routing.
 */
function wayOut(routes: Table | null, isPublic: boolean): string | null {
  const out = routes?.Routes.find(
    ({ DestinationCidrBlock, State }) =>
      DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole',
  );
  if (out === undefined) return null;
  const { NatGatewayId, TransitGatewayId, GatewayId } = out;
  const { NetworkInterfaceId, InstanceId, CoreNetworkArn, LocalGatewayId, CarrierGatewayId } = out;
  const way = NatGatewayId ?? TransitGatewayId ?? GatewayId ?? NetworkInterfaceId ?? InstanceId;
  const by = way ?? CoreNetworkArn ?? LocalGatewayId ?? CarrierGatewayId ?? null;
  return by?.startsWith('igw-') === true && !isPublic ? null : by;
}

/** Services with an endpoint that servers find by AWS's own names, or by the subnet's routes. */
async function endpointsIn(
  { clients, signal }: Connection,
  { VpcId }: Subnet,
  routes: Table | null,
): Promise<readonly string[]> {
  const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
  const command = new DescribeVpcEndpointsCommand({ Filters, MaxResults: pageSize });
  const { VpcEndpoints } = await ask(signal, ec2Failures, endpointsAnswer, (options) =>
    clients.ec2.read.send(command, options),
  );
  const usable = VpcEndpoints.filter(
    (one) =>
      one.State.toLowerCase() === 'available' &&
      (one.VpcEndpointType === 'Gateway'
        ? routes !== null && one.RouteTableIds.includes(routes.RouteTableId)
        : one.PrivateDnsEnabled),
  );
  return [...new Set(usable.map(({ ServiceName }) => ServiceName.split('.').at(-1) ?? ''))];
}
