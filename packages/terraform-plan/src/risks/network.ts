import type { Change } from '../reading/change.ts';
import { isHidden, type Masked, unknown } from '../reading/masked.ts';
import { isList, isMap, numberOf, textAt, textsAt, valueAt, valuesAt } from './look.ts';
import { unseenRisks } from './policies.ts';
import { isInternet, type PortRange, portText, servesAll } from './ports.ts';
import { isWritten, type Risk, type Rule, risk } from './risk.ts';

/** Ways in from outside that a change opens. */
export function networkRisks(change: Change): readonly Risk[] {
  if (!isWritten(change)) return [];
  return [ingressRisks, routeRisks].flatMap((rule: Rule) => rule(change));
}

/** Where a type keeps rules of ingress: the list of them (empty: it is one itself), and its attributes. */
interface Ingress {
  readonly rules: readonly string[];
  readonly ranges: readonly string[];
  readonly is?: (rule: Masked) => boolean;
}

const groupRanges = ['cidr_blocks', 'ipv6_cidr_blocks'];
const aclRanges = ['cidr_block', 'ipv6_cidr_block'];
/** What is not seen counts as letting in. */
const inAcl: Ingress = {
  ...{ rules: ['ingress'], ranges: aclRanges },
  is: (rule) => textAt(rule, 'action')?.toLowerCase() !== 'deny',
};
const ingress: Readonly<Record<string, Ingress>> = {
  aws_security_group: { rules: ['ingress'], ranges: groupRanges },
  aws_default_security_group: { rules: ['ingress'], ranges: groupRanges },
  aws_security_group_rule: {
    ...{ rules: [], ranges: groupRanges },
    is: (rule) => textAt(rule, 'type') !== 'egress',
  },
  aws_vpc_security_group_ingress_rule: { rules: [], ranges: ['cidr_ipv4', 'cidr_ipv6'] },
  aws_network_acl: inAcl,
  aws_default_network_acl: inAcl,
  aws_network_acl_rule: {
    ...{ rules: [], ranges: aclRanges },
    is: (rule) =>
      valueAt(rule, 'egress') !== true && textAt(rule, 'rule_action')?.toLowerCase() !== 'deny',
  },
  google_compute_firewall: {
    ...{ rules: [], ranges: ['source_ranges'] },
    is: (rule) => textAt(rule, 'direction') !== 'EGRESS' && valuesAt(rule, ['allow']).length > 0,
  },
  azurerm_network_security_rule: {
    ...{ rules: [], ranges: ['source_address_prefix', 'source_address_prefixes'] },
    is: (rule) =>
      textAt(rule, 'direction')?.toLowerCase() !== 'outbound' &&
      textAt(rule, 'access')?.toLowerCase() !== 'deny',
  },
};

function ingressRisks(change: Change): readonly Risk[] {
  const where = Object.hasOwn(ingress, change.type) ? ingress[change.type] : undefined;
  if (where === undefined) return [];
  const old = new Set(rulesOf(change.before, where).flatMap((rule) => holesOf(rule, where)));
  return rulesOf(change.after, where).flatMap((rule) => {
    if (isHidden(rule) || rule === unknown)
      return unseenRisks(change, where.rules.join('.'), [rule]);
    const unseen = where.ranges.flatMap((name) =>
      unseenRisks(change, name, valuesAt(rule, [name])),
    );
    const severity = portsOf(rule).every(servesAll) ? 'note' : 'danger';
    const holes = holesOf(rule, where)
      .filter((hole) => !old.has(hole))
      .map((hole) => {
        const [range = '', ...ports] = hole.split(' ');
        return risk(change, 'open-to-internet', severity, { range, port: ports.join(' ') });
      });
    return [...holes, ...unseen];
  });
}

function rulesOf(value: Masked, { rules, is = () => true }: Ingress): readonly Masked[] {
  if (value === null) return [];
  const found: readonly Masked[] =
    rules.length === 0 ? [value] : flatLists(valueAtPath(value, rules));
  return found.filter((rule) => isHidden(rule) || rule === unknown || (isMap(rule) && is(rule)));
}

function valueAtPath(value: Masked, path: readonly string[]): Masked {
  return path.reduce<Masked>((at, name) => (isMap(at) ? (at.get(name) ?? null) : at), value);
}

function flatLists(value: Masked): readonly Masked[] {
  return isList(value) ? value.flatMap(flatLists) : value === null ? [] : [value];
}

/** Each range that is the internet, with its ports: `0.0.0.0/0 22`. */
function holesOf(rule: Masked, { ranges }: Ingress): readonly string[] {
  const port = portsOf(rule).map(portText).join(', ');
  return ranges
    .flatMap((name) => textsAt(rule, name))
    .filter(isInternet)
    .map((range) => `${range} ${port}`);
}

/** Every range of ports that a rule opens; one of all ports where it names none. */
function portsOf(rule: Masked): readonly PortRange[] {
  const allowed: readonly Masked[] = isMap(rule) ? flatLists(rule.get('allow') ?? null) : [];
  if (allowed.length > 0) return allowed.flatMap((one) => namedPorts(one, ['ports']));
  const azure = ['destination_port_range', 'destination_port_ranges'];
  if (azure.some((name) => valuesAt(rule, [name]).some((one) => one !== null)))
    return namedPorts(rule, azure);
  const protocol = textAt(rule, 'protocol') ?? textAt(rule, 'ip_protocol');
  const from = numberOf(valueAt(rule, 'from_port'));
  return [{ from, to: numberOf(valueAt(rule, 'to_port')), protocol }];
}

/** Ports in words: `443`, `8000-9000`, `*`. What is not in words (unknown, hidden) counts as all. */
function namedPorts(rule: Masked, names: readonly string[]): readonly PortRange[] {
  const told = textAt(rule, 'protocol')?.toLowerCase() ?? null;
  const protocol = told === '*' ? null : told;
  const ports = names.flatMap((name) => valuesAt(rule, [name])).filter((one) => one !== null);
  if (ports.length === 0) return [{ from: null, to: null, protocol }];
  return ports.map((port) => {
    const [from = '', to = from] = typeof port === 'string' ? port.split('-') : [];
    return { from: numberOf(from), to: numberOf(to), protocol };
  });
}

/** A way to the internet, or into another network. */
function routeRisks(change: Change): readonly Risk[] {
  const { type, action } = change;
  const isNew = action === 'create' || action === 'replace';
  if (type === 'aws_route' || type === 'aws_route_table' || type === 'aws_default_route_table') {
    const path = type === 'aws_route' ? [] : ['route'];
    const old = new Set(routesOf(change.before, path));
    return routesOf(change.after, path)
      .filter((route) => !old.has(route))
      .map((what) => risk(change, 'route-to-internet', 'warning', { what }));
  }
  if (!isNew) return [];
  const joins =
    /^(aws_vpc_peering_connection(_accepter)?|aws_ec2_transit_gateway_\w+|aws_vpn_connection|aws_networkmanager_\w+_attachment|google_compute_network_peering|azurerm_virtual_network_peering)$/;
  if (joins.test(type)) return [risk(change, 'networks-joined', 'warning', { type })];
  if (/^aws_(egress_only_)?internet_gateway$/.test(type))
    return [risk(change, 'route-to-internet', 'warning', { what: type })];
  return type === 'aws_eip' ? [risk(change, 'public-address', 'note', { attribute: type })] : [];
}

function routesOf(value: Masked, path: readonly string[]): readonly string[] {
  const routes: readonly Masked[] =
    path.length === 0 ? [value] : flatLists(valueAtPath(value, path));
  return routes.flatMap((route) => {
    const gateway = textAt(route, 'gateway_id') ?? '';
    const name = [
      'destination_cidr_block',
      'cidr_block',
      'destination_ipv6_cidr_block',
      'ipv6_cidr_block',
    ];
    const range = name.flatMap((one) => textsAt(route, one)).find(isInternet);
    return range !== undefined && gateway.startsWith('igw-') ? [`${range} → ${gateway}`] : [];
  });
}
