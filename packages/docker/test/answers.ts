import { type Call, done, notFound, refusal, type Stub, well } from './stub.ts';

/*
 * What Docker's engine answers, in the shapes of its API's reference (1.43) and the words of its source; none
 * of it was recorded from a live daemon.
 */

export const imageId = `sha256:${'1f'.repeat(32)}`;

/** A container, as far as it is asked about. */
export interface Container {
  readonly id: string;
  readonly name: string;
  /** `created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`. */
  readonly state: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly network?: string;
  readonly execs?: readonly string[];
  /** Seconds since 1970. */
  readonly created?: number;
}

/** A container of ours, named by its token. */
export function server(letter: string, state: string, more: Partial<Container> = {}): Container {
  const lease = `L-${letter}`;
  const labels = {
    ...{ 'sekisho:installation': 'house', 'sekisho:lease': lease, 'sekisho:holder': 'hanako' },
    ...{ 'sekisho:token': `${lease}-1`, 'sekisho:size': '1cpu-2g' },
  };
  return { id: letter.repeat(64), name: `${lease}-1`, state, labels, ...more };
}

/** Lets the engine have these containers, by list and by name and id. */
export function hold(stub: Stub, ...containers: readonly Container[]): void {
  stub.answer('GET /containers/json', () => well(containers.map(listed)));
  for (const one of containers) {
    for (const key of [one.id, one.id.slice(0, 12), one.name])
      stub.answer(`GET /containers/${key}/json`, () => well(inspected(one)));
  }
}

export function listed({ id, name, state, labels, network = 'none', created }: Container) {
  return {
    ...{ Id: id, Names: [`/${name}`], Image: 'ops:1', ImageID: imageId, Labels: labels },
    ...{ Command: "/bin/sh -c '…'", Created: created ?? 1_793_000_000, Ports: [], Mounts: [] },
    ...{ State: state, Status: 'Up 2 minutes', HostConfig: { NetworkMode: network } },
    NetworkSettings: { Networks: { [network]: { IPAddress: '', NetworkID: 'b'.repeat(64) } } },
  };
}

export function inspected(container: Container) {
  const { id, name, state, labels, network = 'none', execs = null, created } = container;
  const isAlive = ['running', 'paused', 'restarting'].includes(state);
  return {
    ...{ Id: id, Name: `/${name}`, Image: imageId, ExecIDs: execs, RestartCount: 0 },
    Created: new Date((created ?? 1_793_000_000) * 1000).toISOString(),
    State: {
      ...{ Status: state, Running: isAlive, Paused: state === 'paused', Pid: isAlive ? 4242 : 0 },
      ...{ Restarting: state === 'restarting', OOMKilled: false, Dead: state === 'dead' },
      ...{ ExitCode: isAlive ? 0 : 137, Error: '', StartedAt: '2026-10-26T00:00:00.1Z' },
      FinishedAt: isAlive ? '0001-01-01T00:00:00Z' : '2026-10-26T01:00:00.1Z',
    },
    Config: { Image: imageId, Labels: labels, User: '65532:65532', Tty: false },
    HostConfig: { NetworkMode: network },
    NetworkSettings: { Networks: { [network]: { IPAddress: '' } } },
  };
}

/** Lets commands run in a container, each of which says this and ends. */
export function runCommands(stub: Stub, { id }: Container, output: string): void {
  const exec = `e${id.slice(1)}`;
  stub.answer(`POST /containers/${id}/exec`, well({ Id: exec }, 201));
  stub.answer(`POST /exec/${exec}/start`, { output });
  stub.answer(`GET /exec/${exec}/json`, () => well(execOf(id, { Running: false, ExitCode: 0 })));
}

/** A command in a container; `ExitCode` of one that runs is null. */
export function execOf(
  container: string,
  { Running, ExitCode }: { readonly Running: boolean; readonly ExitCode: number | null },
  [entrypoint = 'bash', ...words]: readonly string[] = ['bash', '-l'],
) {
  return {
    ...{ ID: 'e'.repeat(64), ContainerID: container, Running, ExitCode, CanRemove: false },
    ...{ DetachKeys: '', OpenStdin: true, OpenStdout: true, OpenStderr: true, Pid: 4343 },
    ProcessConfig: { tty: true, entrypoint, arguments: words, privileged: false, user: 'holder' },
  };
}

interface Volume {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>>;
}

/** Lets the engine keep volumes: one that is there already is answered as it is. Answers with them. */
export function keepVolumes(stub: Stub, ...first: readonly Volume[]): Map<string, Volume> {
  const kept = new Map(first.map((one) => [one.Name, one]));
  const shown = (one: Volume) => ({ ...one, Driver: 'local', Scope: 'local', Options: null });
  const open = (one: Volume) => {
    stub.answer(`GET /volumes/${one.Name}`, () => well(shown(kept.get(one.Name) ?? one)));
    stub.answer(`DELETE /volumes/${one.Name}`, () =>
      kept.delete(one.Name) ? done : notFound(`get ${one.Name}: no such volume`),
    );
  };
  first.forEach(open);
  stub.answer('GET /volumes', () =>
    // Docker says null where there is none.
    well({ Volumes: kept.size === 0 ? null : [...kept.values()].map(shown), Warnings: null }),
  );
  stub.answer('POST /volumes/create', ({ json }: Call) => {
    const one = json as unknown as Volume;
    if (!kept.has(one.Name)) kept.set(one.Name, one);
    open(one);
    return well(shown(kept.get(one.Name) ?? one), 201);
  });
  return kept;
}

/** A note, as the engine keeps it. */
export function note(kind: string, of: string, value: unknown, turn = '1'): Volume {
  const labels = { installation: 'house', note: kind, of, turn, value: JSON.stringify(value) };
  const Labels = Object.entries(labels).map(([key, text]) => [`sekisho:${key}`, text] as const);
  return { Name: `sekisho-${kind}-${of}-${turn}`, Labels: Object.fromEntries(Labels) };
}

export const nameTaken = (name: string, id: string) =>
  refusal(
    409,
    `Conflict. The container name "/${name}" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`,
  );
export const isPaused = (id: string) =>
  refusal(409, `Container ${id} is paused, unpause the container before exec`);
export const isNotRunning = (id: string) => refusal(409, `container ${id} is not running`);
export const isOnHostNetwork = refusal(
  400,
  'container cannot be disconnected from host network or connected to host network',
);
