import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { traitsOf } from '../places/traits.ts';
import { Refusal } from '../world/refusal.ts';
import { templatesIn } from './find-template.ts';
import { type Filter, filters, judgeFilter, page, strings } from './input.ts';
import { vpcOf } from './instance-item.ts';
import { pageOf } from './pages.ts';
import { matchesAny } from './wildcard.ts';

const rule = { least: 5, most: 1000 };

/** A subnet that templates name, with a route table of its own. */
interface Subnet {
  readonly id: string;
  readonly tableId: string;
  /** Whether it has a route out of the VPC: none of its templates is cut off from Systems Manager. */
  readonly routed: boolean;
}

/** `DescribeSubnets`: those that launch templates name; there is no default one. Errors: `InvalidSubnetID.NotFound`. */
export const describeSubnets = operation({
  service: 'ec2',
  input: z.strictObject({ SubnetId: strings.optional(), Filter: filters.optional(), ...page }),
  run: (moment, input) => {
    const { publicSubnets } = traitsOf(moment.world, moment);
    const fields = ({ id }: Subnet) => ({
      'subnet-id': [id],
      'vpc-id': [vpcOf(moment.account)],
      'default-for-az': ['false'],
    });
    const here = subnetsIn(moment);
    const missing = input.SubnetId?.find((id) => !here.some((subnet) => subnet.id === id));
    if (missing !== undefined) {
      const message = `The subnet ID '${missing}' does not exist`;
      throw new Refusal('InvalidSubnetID.NotFound', message);
    }
    const named = here.filter(({ id }) => input.SubnetId?.includes(id) ?? true);
    const { items, nextToken } = pageOf(
      filtered(named, input.Filter, fields),
      ({ id }) => id,
      input,
      rule,
    );
    const subnetSet = items.map(({ id }) => ({
      subnetId: id,
      vpcId: vpcOf(moment.account),
      ownerId: moment.account,
      state: 'available',
      availabilityZone: `${moment.region}a`,
      defaultForAz: false,
      mapPublicIpOnLaunch: publicSubnets,
    }));
    return { subnetSet, nextToken };
  },
});

/** `DescribeRouteTables`: one for each subnet, and the main one, which leads nowhere. */
export const describeRouteTables = operation({
  service: 'ec2',
  input: z.strictObject({ Filter: filters.optional(), ...page }),
  run: (moment, input) => {
    const main = { id: '', tableId: tableOf(moment, 'main'), routed: false };
    const fields = ({ id, tableId }: Subnet) => ({
      'route-table-id': [tableId],
      'vpc-id': [vpcOf(moment.account)],
      'association.subnet-id': id === '' ? [] : [id],
      'association.main': [String(id === '')],
    });
    const found = filtered([main, ...subnetsIn(moment)], input.Filter, fields);
    const { items, nextToken } = pageOf(found, ({ tableId }) => tableId, input, {
      ...rule,
      most: 100,
    });
    return { routeTableSet: items.map((table) => tableItem(moment, table)), nextToken };
  },
});

/** `DescribeVpcEndpoints`: that of S3 is a gateway, all others are interfaces with private names. */
export const describeVpcEndpoints = operation({
  service: 'ec2',
  input: z.strictObject({ Filter: filters.optional(), ...page }),
  run: (moment, input) => {
    const { endpoints } = traitsOf(moment.world, moment);
    const fields = (service: string) => ({
      'vpc-id': [vpcOf(moment.account)],
      'service-name': [serviceName(moment, service)],
    });
    const found = filtered(endpoints, input.Filter, fields);
    const { items, nextToken } = pageOf(found, (service) => service, input, rule);
    return { vpcEndpointSet: items.map((service) => endpointItem(moment, service)), nextToken };
  },
});

function subnetsIn(moment: Moment): readonly Subnet[] {
  const versions = templatesIn(moment).flatMap((template) => template.versions);
  return [...new Set(versions.map(({ subnetId }) => subnetId))].map((id) => ({
    id,
    tableId: tableOf(moment, id.slice(-4)),
    routed: versions.every(({ subnetId, routeToSsm }) => subnetId !== id || routeToSsm),
  }));
}

function tableOf({ account }: Moment, what: string): string {
  return `rtb-0${account}${what}`;
}

function tableItem(moment: Moment, { id, tableId, routed }: Subnet) {
  const { account, world } = moment;
  const local = { destinationCidrBlock: '10.0.0.0/16', gatewayId: 'local', state: 'active' };
  const ways = {
    nat: { destinationCidrBlock: '0.0.0.0/0', natGatewayId: `nat-0${account}0001` },
    internet: { destinationCidrBlock: '0.0.0.0/0', gatewayId: `igw-0${account}0001` },
    // To a network that has endpoints for all.
    transit: { destinationCidrBlock: '10.0.0.0/8', transitGatewayId: `tgw-0${account}0001` },
  };
  const out = { ...ways[traitsOf(world, moment).wayOut], state: 'active' };
  return {
    routeTableId: tableId,
    vpcId: vpcOf(account),
    ownerId: account,
    routeSet: routed ? [local, out] : [local],
    associationSet: [
      {
        routeTableAssociationId: tableId.replace('rtb-', 'rtbassoc-'),
        routeTableId: tableId,
        ...(id === '' ? { main: true } : { subnetId: id, main: false }),
        associationState: { state: 'associated' },
      },
    ],
  };
}

function endpointItem(moment: Moment, service: string) {
  const isGateway = service === 's3';
  const tables = subnetsIn(moment).map(({ tableId }) => tableId);
  return {
    vpcEndpointId: `vpce-0${moment.account}${service}`,
    vpcEndpointType: isGateway ? 'Gateway' : 'Interface',
    vpcId: vpcOf(moment.account),
    serviceName: serviceName(moment, service),
    state: 'available',
    routeTableIdSet: isGateway ? tables : [],
    privateDnsEnabled: !isGateway,
    ownerId: moment.account,
  };
}

function serviceName({ region }: Moment, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}

/** Those that every filter lets through. Errors: `InvalidParameterValue` for a filter that is not known. */
function filtered<Item>(
  items: readonly Item[],
  asked: readonly Filter[] = [],
  fieldsOf: (item: Item) => Readonly<Record<string, readonly string[]>>,
): readonly Item[] {
  const known: readonly string[] = knownFilters;
  for (const { Name } of asked) judgeFilter(Name, known);
  return items.filter((item) =>
    asked.every(({ Name, Value }) =>
      (fieldsOf(item)[Name] ?? []).some((value) => matchesAny(Value, value)),
    ),
  );
}

const knownFilters = [
  ...['subnet-id', 'vpc-id', 'default-for-az', 'route-table-id', 'service-name'],
  ...['association.subnet-id', 'association.main'],
];
