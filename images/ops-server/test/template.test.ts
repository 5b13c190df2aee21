import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { template } from './places.ts';

type Block = Readonly<Record<string, unknown>>;
interface Template {
  readonly packer: readonly [{ readonly required_plugins: readonly [Record<string, Block>] }];
  readonly source: Readonly<Record<string, Readonly<Record<string, readonly [Block]>>>>;
  readonly build: readonly [
    { readonly sources: readonly string[]; readonly provisioner: Record<string, readonly Block[]> },
  ];
  readonly variable: Readonly<Record<string, readonly [Block]>>;
}

const parsed = await read('ops-server.pkr.hcl');
const variables = (await read('variables.pkr.hcl')).variable;
const machine = parsed.source['amazon-ebs']?.['machine']?.[0] ?? {};

describe('the template of the image', () => {
  it('is reached through Session Manager alone, with no address of its own and no key left', () => {
    expect(machine).toMatchObject({
      communicator: 'ssh',
      ssh_interface: 'session_manager',
      associate_public_ip_address: false,
      ssh_clear_authorized_keys: true,
    });
    const opening = Object.keys(machine).filter((name) =>
      /^(temporary_)?security_group/.test(name),
    );
    expect(opening).toEqual([]);
  });

  it('demands IMDSv2 of the build and of every server', () => {
    expect(machine['imds_support']).toBe('v2.0');
    expect(machine['metadata_options']).toMatchObject([{ http_tokens: 'required' }]);
  });

  it('encrypts the volume of the build and of the image, and lets the image grow old', () => {
    expect(machine).toMatchObject({
      encrypt_boot: true,
      launch_block_device_mappings: [{ encrypted: true, delete_on_termination: true }],
      deprecate_at: expect.stringContaining('timeadd'),
    });
  });

  it("begins from Debian's own image of bookworm", () => {
    expect(machine['source_ami_filter']).toMatchObject([
      { owners: ['136693071363'], most_recent: true, filters: { name: 'debian-12-amd64-*' } },
    ]);
  });

  it('pins its plugins, and the agent by a checksum that somebody must give', () => {
    const [plugins] = parsed.packer[0].required_plugins;
    expect(plugins['amazon']?.['version']).toMatch(/^>= 1\.(8\.[1-9]|9|\d\d)/);
    const pinned = Object.values(plugins).map(({ version }) => version);
    expect(pinned).toHaveLength(3);
    for (const version of pinned) expect(version).toMatch(/^>= [\d.]+, < 2\.0\.0$/);
    expect(variables['ssm_agent_sha256']?.[0]).not.toHaveProperty('default');
    expect(machine['user_data']).toContain('ssm_agent_sha256');
  });

  it('makes machine and container by the same role, without a proxy where SSH is there', () => {
    const { sources, provisioner } = parsed.build[0];
    expect(sources).toEqual(['source.amazon-ebs.machine', 'source.docker.container']);
    const ansible = new Map(
      provisioner['ansible']?.map((each) => [String(each['only']), each] as const),
    );
    expect(ansible.get('amazon-ebs.machine')).toMatchObject({ use_proxy: false });
    const playbooks = [...ansible.values()].map((each) => each['playbook_file']);
    expect(playbooks).toEqual(['${local.playbook}', '${local.playbook}']);
    expect(JSON.stringify(ansible.get('amazon-ebs.machine'))).toContain('ops_server_ssm_agent');
  });
});

async function read(name: string): Promise<Template> {
  const text = readFileSync(join(template, name), 'utf8');
  return (await parse(name, text)) as unknown as Template;
}
