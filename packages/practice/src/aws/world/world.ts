import type { DeviceRow, PortalTokenRow } from '../sign-in/rows.ts';
import { Agenda } from './agenda.ts';
import { type Directory, emptyDirectory } from './directory.ts';
import type { SessionDocument } from './document-records.ts';
import { dueAt, type TableName } from './due.ts';
import { type Fault, type FaultKind, touches } from './faults.ts';
import type { AssignmentChangeRow } from './identity-records.ts';
import type { Parameter } from './parameter-records.ts';
import type { PlaceTraits } from './place-records.ts';
import type {
  Credentials,
  Execution,
  Image,
  Instance,
  LaunchToken,
  Place,
  Role,
  Schedule,
  Session,
  Template,
} from './records.ts';
import type { Rng } from './rng.ts';
import type {
  Bucket,
  LogGroup,
  LogStream,
  StoredObject,
  StoredPart,
  StoredUpload,
} from './storage-records.ts';
import { Table } from './table.ts';
import type { Timing } from './timing.ts';
import { type TokenIssuer, type TokenReader, verifiedTokens } from './tokens.ts';

/** A call that was sent but has not landed yet. */
export interface LateCall extends Place {
  readonly id: string;
  readonly operation: string;
  readonly caller: string;
  readonly accessKey?: string | undefined;
  readonly input: unknown;
  readonly landsAt: number;
}

/** The tag that is looked up most, so it has an index. */
const indexedTag = 'sekisho:lease';

/** Many AWS accounts and regions: the state that `step` moves. */
export class World {
  readonly timing: Timing;
  readonly instances = new Table<Instance>();
  readonly tokens = new Table<LaunchToken>();
  readonly templates = new Table<Template>();
  readonly images = new Table<Image>();
  readonly parameters = new Table<Parameter>();
  readonly sessions = new Table<Session>();
  readonly documents = new Table<SessionDocument>();
  readonly schedules = new Table<Schedule>();
  readonly executions = new Table<Execution>();
  readonly credentials = new Table<Credentials>();
  readonly roles = new Table<Role>();
  readonly issuers = new Table<TokenIssuer>();
  readonly buckets = new Table<Bucket>();
  readonly objects = new Table<StoredObject>();
  readonly uploads = new Table<StoredUpload>();
  readonly parts = new Table<StoredPart>();
  readonly logGroups = new Table<LogGroup>();
  readonly logStreams = new Table<LogStream>();
  readonly places = new Table<PlaceTraits>();
  readonly lateCalls = new Table<LateCall>();
  readonly directory: Directory = emptyDirectory();
  readonly changes = new Table<AssignmentChangeRow>();
  readonly devices = new Table<DeviceRow>();
  readonly portalTokens = new Table<PortalTokenRow>();
  /** When Identity Center was called within the last second (epoch milliseconds): all its calls share one limit. */
  identityCalls: readonly number[] = [];
  readonly agenda = new Agenda<TableName>();
  faults: readonly Fault[] = [];
  /** What reads the tokens of AssumeRoleWithWebIdentity: by the keys of the issuers, unless a test knows better. */
  readTokens: TokenReader = verifiedTokens(() => this.issuers.values());
  /** Told whenever a fault takes effect, e.g. to count what a simulation visited. */
  onFault: ((kind: FaultKind, operation: string) => void) | null = null;
  /** The latest moment seen (epoch milliseconds): AWS's time never goes back. */
  clock = 0;
  readonly #byPlace = new Map<string, Set<string>>();
  readonly #byLease = new Map<string, Set<string>>();
  readonly #liveSessions = new Map<string, Set<string>>();

  constructor(timing: Timing) {
    this.timing = timing;
    for (const name of Object.keys(dueAt) as TableName[]) this.#keepAppointments(name);
    this.instances.watch((id, before, after) => this.#indexInstance(id, before, after));
    this.sessions.watch((id, before, after) => {
      if (before?.endedAt === null) removeFrom(this.#liveSessions, before.instanceId, id);
      if (after?.endedAt === null) addTo(this.#liveSessions, after.instanceId, id);
    });
  }

  /** Every table by its name, for journals. */
  tables(): Record<string, Table<unknown>> {
    const { instances, tokens, templates, images, parameters, sessions, documents, schedules } =
      this;
    const { executions, credentials, roles, issuers, lateCalls, changes, devices, portalTokens } =
      this;
    const { buckets, objects, uploads, parts, logGroups, logStreams, places } = this;
    return {
      ...{ buckets, objects, uploads, parts, logGroups, logStreams, places },
      instances,
      tokens,
      templates,
      images,
      parameters,
      sessions,
      documents,
      schedules,
      executions,
      credentials,
      roles,
      issuers,
      lateCalls,
      changes,
      devices,
      portalTokens,
      ...this.directory,
    } as unknown as Record<string, Table<unknown>>;
  }

  instancesIn(place: Place): Instance[] {
    return this.#instances(this.#byPlace.get(placeKey(place)));
  }

  instancesOfLease(place: Place, lease: string): Instance[] {
    return this.#instances(this.#byLease.get(`${placeKey(place)}/${lease}`));
  }

  liveSessionsOn(instanceId: string): Session[] {
    const ids = this.#liveSessions.get(instanceId) ?? [];
    return [...ids].flatMap((id) => this.sessions.get(id) ?? []);
  }

  /** The first fault of these kinds that strikes this attempt; striking uses it up. */
  strike(
    attempt: Place & { readonly operation: string },
    kinds: readonly FaultKind[],
    rng: Rng,
  ): Fault | undefined {
    for (const candidate of this.faults) {
      if (!kinds.includes(candidate.kind) || !touches(candidate, attempt)) continue;
      if (candidate.probability !== undefined && rng() >= candidate.probability) continue;
      this.#useUp(candidate);
      this.onFault?.(candidate.kind, attempt.operation);
      return candidate;
    }
    return undefined;
  }

  #useUp(struck: Fault): void {
    const { times } = struck;
    if (times === undefined) return;
    this.faults = this.faults.flatMap((each) => {
      if (each !== struck) return [each];
      return times > 1 ? [{ ...each, times: times - 1 }] : [];
    });
  }

  #keepAppointments<Name extends TableName>(kind: Name): void {
    const due = dueAt[kind] as (row: unknown) => number | null;
    const table = this[kind] as unknown as Table<unknown>;
    table.watch((key, before, after) => {
      const at = after === undefined ? null : due(after);
      if (at === null || (before !== undefined && due(before) === at)) return;
      this.agenda.add({ at, kind, key });
    });
  }

  #instances(ids: Iterable<string> | undefined): Instance[] {
    const found: Instance[] = [];
    for (const id of ids ?? []) {
      const instance = this.instances.get(id);
      if (instance !== undefined) found.push(instance);
    }
    return found;
  }

  #indexInstance(id: string, before: Instance | undefined, after: Instance | undefined): void {
    if (before === undefined && after !== undefined) addTo(this.#byPlace, placeKey(after), id);
    if (before !== undefined && after === undefined)
      removeFrom(this.#byPlace, placeKey(before), id);
    if (before?.tags === after?.tags) return;
    const past = before?.tags[indexedTag];
    const present = after?.tags[indexedTag];
    if (before && past !== undefined) removeFrom(this.#byLease, `${placeKey(before)}/${past}`, id);
    if (after && present !== undefined) addTo(this.#byLease, `${placeKey(after)}/${present}`, id);
  }
}

/** One string for an account and region. */
export function placeKey(place: Place): string {
  return `${place.account}/${place.region}`;
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}

function removeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
