import { describe, expect, it } from 'vitest';
import { found, risksOf } from '../../test/plan.ts';

const rule = (port: number, ...cidr_blocks: string[]) => ({
  ...{ from_port: port, to_port: port, protocol: 'tcp', cidr_blocks },
  ...{ ipv6_cidr_blocks: [], description: '', self: false },
});
const group = (...ingress: readonly unknown[]) => ({ name: 'web', ingress });

describe('a security group', () => {
  it('is told when a port opens to the internet, and which', () => {
    const [first] = found({
      ...{ type: 'aws_security_group', before: group(rule(443, '10.0.0.0/8')) },
      after: group(rule(443, '10.0.0.0/8'), rule(22, '0.0.0.0/0')),
    });
    expect(first).toMatchObject({
      ...{ code: 'open-to-internet', severity: 'danger' },
      facts: { port: '22', range: '0.0.0.0/0' },
    });
  });

  it('is only noted for the ports that serve everybody, and not told twice', () => {
    const open = group(rule(443, '0.0.0.0/0'));
    const type = 'aws_security_group';
    expect(risksOf({ type, after: open })).toEqual(['note open-to-internet']);
    expect(risksOf({ type, before: open, after: { ...open, name: 'other' } })).toEqual([]);
  });

  it.each([
    ['both halves of the internet', { cidr_ipv4: '128.0.0.0/1' }],
    ['IPv6', { cidr_ipv6: '::/0' }],
    ['all ports', { cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1', from_port: null }],
  ])('is told of %s', (_, after) => {
    const base = { from_port: 22, to_port: 22, ip_protocol: 'tcp' };
    expect(
      risksOf({ type: 'aws_vpc_security_group_ingress_rule', after: { ...base, ...after } }),
    ).toEqual(['danger open-to-internet']);
  });

  it('is told when its addresses are not known yet', () => {
    const after = { type: 'ingress', from_port: 22, to_port: 22, protocol: 'tcp' };
    for (const cidr_blocks of [true, [false, true]]) {
      const known = { ...after, cidr_blocks: ['10.0.0.0/8'] };
      const written = { type: 'aws_security_group_rule', after: known, unknown: { cidr_blocks } };
      expect(risksOf(written)).toEqual(['warning unknown-value']);
    }
  });
});

describe('a network ACL', () => {
  const type = 'aws_network_acl_rule';
  const acl = { rule_action: 'allow', egress: false, protocol: 'tcp', from_port: 22, to_port: 22 };
  const inline = { action: 'allow', protocol: '6', from_port: 22, to_port: 22 };

  it.each([
    ['IPv4', { cidr_block: '0.0.0.0/0' }, '22'],
    ['IPv6', { ipv6_cidr_block: '::/0' }, '22'],
    ['all ports', { cidr_block: '0.0.0.0/0', protocol: '-1', from_port: 0, to_port: 0 }, 'all'],
  ])('is told when it lets in the internet: %s', (_, range, port) => {
    const [first] = found({ type, after: { ...acl, ...range } });
    expect(first).toMatchObject({ code: 'open-to-internet', severity: 'danger', facts: { port } });
  });

  it.each(['aws_network_acl', 'aws_default_network_acl'])('is told of rules within %s', (whole) => {
    const from = (cidr_block: string) => ({ ingress: [{ ...inline, cidr_block }] });
    const [before, after] = [from('10.0.0.0/8'), from('0.0.0.0/0')];
    expect(risksOf({ type: whole, before, after })).toEqual(['danger open-to-internet']);
    expect(risksOf({ type: whole, before: after, after: { ...after, tags: {} } })).toEqual([]);
    expect(risksOf({ type: whole, after: {}, unknown: { ingress: true } })).toEqual([
      'warning unknown-value',
    ]);
  });

  it('is told when a Deny becomes an Allow, and not of what it denies or lets out', () => {
    const open = { ...acl, cidr_block: '0.0.0.0/0' };
    const denied = { ...open, rule_action: 'deny' };
    expect(risksOf({ type, before: denied, after: open })).toEqual(['danger open-to-internet']);
    expect(risksOf({ type, after: denied })).toEqual([]);
    expect(risksOf({ type, after: { ...open, egress: true } })).toEqual([]);
    const ingress = [{ ...inline, action: 'deny', cidr_block: '0.0.0.0/0' }];
    expect(risksOf({ type: 'aws_network_acl', after: { ingress } })).toEqual([]);
  });

  it('counts as open what will be known only after the apply', () => {
    const { rule_action: _, ...after } = { ...acl, cidr_block: '0.0.0.0/0' };
    expect(risksOf({ type, after, unknown: { rule_action: true } })).toEqual([
      'danger open-to-internet',
    ]);
    expect(risksOf({ type, after: acl, unknown: { cidr_block: true } })).toEqual([
      'warning unknown-value',
    ]);
  });
});

describe('a firewall of Google or Azure', () => {
  it('is judged by all of its ports, not by the first', () => {
    const firewall = (...ports: string[]) =>
      found({
        type: 'google_compute_firewall',
        after: {
          ...{ direction: 'INGRESS', source_ranges: ['10.0.0.0/8', '0.0.0.0/0'] },
          allow: [{ protocol: 'tcp', ports }],
        },
      }).map(({ severity, facts }) => `${severity} ${facts['port'] ?? ''}`);
    expect(firewall('443')).toEqual(['note 443']);
    expect(firewall('443', '22')).toEqual(['danger 443, 22']);
    expect(firewall()).toEqual(['danger all']);
    const rule = { direction: 'Inbound', access: 'Allow', protocol: 'Tcp' };
    const after = { ...rule, source_address_prefix: '*', destination_port_ranges: ['80', '3389'] };
    const type = 'azurerm_network_security_rule';
    expect(risksOf({ type, after })).toEqual(['danger open-to-internet']);
    const { direction: _, ...computed } = after;
    expect(risksOf({ type, after: computed, unknown: { direction: true } })).toEqual([
      'danger open-to-internet',
    ]);
    expect(risksOf({ type, after: { ...after, access: 'Deny' } })).toEqual([]);
    expect(risksOf({ type, after: { ...after, direction: 'Outbound' } })).toEqual([]);
  });
});

it('tells a route to the internet and joined networks', () => {
  const after = { destination_cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' };
  expect(risksOf({ type: 'aws_route', after })).toEqual(['warning route-to-internet']);
  expect(risksOf({ type: 'aws_vpc_peering_connection', after: { vpc_id: 'a' } })).toEqual([
    'warning networks-joined',
  ]);
});
