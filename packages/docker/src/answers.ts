import { CloudError } from '@sekisho/core/cloud';
import type { ContainerInfo, ContainerInspectInfo, VolumeInspectInfo } from 'dockerode';

/*
 * What stands before an engine, or answers in its place, may say 200 and something else: an empty page must
 * not be read as "there is no container".
 */

/** A list of containers. Errors: `unknown-outcome` of anything else. */
export function containersIn(answer: unknown): readonly ContainerInfo[] {
  return listIn(answer, ({ Id, State, Names, Labels }) => {
    const isText = typeof Id === 'string' && typeof State === 'string';
    return isText && Array.isArray(Names) && isObject(Labels);
  });
}

/** A list of volumes, which may be null. Errors: `unknown-outcome` of anything else. */
export function volumesIn(answer: unknown): readonly VolumeInspectInfo[] {
  if (!isObject(answer) || !('Volumes' in answer)) throw strange();
  return listIn(answer['Volumes'] ?? [], ({ Name }) => typeof Name === 'string');
}

/** One container, looked at closely. Errors: `unknown-outcome` of anything else. */
export function containerIn(answer: unknown): ContainerInspectInfo {
  const { Id, State, Config } = isObject(answer) ? answer : {};
  if (typeof Id !== 'string' || !isObject(State) || !isObject(Config)) throw strange();
  return answer as ContainerInspectInfo;
}

/** What an engine says of itself. Errors: `unknown-outcome` of anything else. */
export function engineIn(answer: unknown): Readonly<Partial<Record<string, string>>> {
  const { ServerVersion } = isObject(answer) ? answer : {};
  if (typeof ServerVersion !== 'string') throw strange();
  const { SystemTime } = answer as Facts;
  return { ServerVersion, ...(typeof SystemTime === 'string' ? { SystemTime } : {}) };
}

function listIn<T>(answer: unknown, holds: (one: Facts) => boolean): readonly T[] {
  if (!Array.isArray(answer)) throw strange();
  if (!answer.every((one: unknown) => isObject(one) && holds(one))) throw strange();
  return answer;
}

type Facts = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}

function strange(): CloudError {
  const detail = 'what answered does not speak as a container engine does';
  return new CloudError('unknown-outcome', 'StrangeAnswer', detail);
}
