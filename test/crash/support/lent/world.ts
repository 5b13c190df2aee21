import { createAwsAccessCloud, createAwsCiCloud } from '@sekisho/aws';
import { CloudError } from '@sekisho/core/cloud';
import { practiceDirectory } from '@sekisho/practice/aws';
import type { Installation } from '../installation.ts';
import type { AssignmentRow, State } from '../sky.ts';
import { until } from '../until.ts';
import type { Jobs } from './jobs.ts';

export type SetName = 'ReadOnly' | 'PowerUserAccess';
type UserName = 'taro.suzuki' | 'ken.watanabe' | 'emi.tanaka';
const accounts = { production: '111111111111', staging: '222222222222', sandbox: '333333333333' };
const region = 'ap-northeast-1';
const windowRole = `arn:aws:iam::${accounts.production}:role/sekisho-ci-window`;

/** Credentials of AWS. */
export interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** A user's assignment of a set in an account, as practice AWS keeps it. */
export function rowOf(user: UserName, set: SetName, account: keyof typeof accounts): AssignmentRow {
  return {
    account: accounts[account],
    permissionSetArn: practiceDirectory.permissionSetArn(set),
    principalType: 'USER',
    principalId: practiceDirectory.userId(user),
  };
}

const keyOf = (row: AssignmentRow) =>
  [row.account, row.permissionSetArn, row.principalType, row.principalId].join(' ');

/** Every assignment that there is, in an order of its own. */
export function assignmentsOf({ assignments }: Pick<State, 'assignments'>): readonly string[] {
  return assignments.map(keyOf).toSorted();
}

/** The switches that would remove this assignment. */
export function switchesOf({ schedules }: State, row: AssignmentRow): State['schedules'] {
  const { account, permissionSetArn, principalId } = row;
  return schedules.filter(
    ({ name, target: { Input = '' } }) =>
      name.startsWith('sekisho-access-') &&
      [account, permissionSetArn, principalId].every((part) => Input.includes(part)),
  );
}

/** When the switch of a lease with this hard maximum is due, epoch milliseconds: at a whole second, never before. */
export function switchDue(hardMaximum: string | null): number {
  return Math.ceil(Date.parse(hardMaximum ?? '') / 1000) * 1000;
}

/** Names of our policies on practice's strong role for this approach. */
export function policiesOf({ roles }: State, role: 'sekisho-ci-apply' | 'sekisho-ci-window') {
  const found = roles.find(({ account, name }) => account === accounts.production && name === role);
  return Object.keys(found?.policies ?? {}).filter((name) => name.startsWith('sekisho-'));
}

/** Gives somebody access by hand, as an admin of AWS does, unless they have it. */
export async function giveByHand({ sky }: Installation, row: AssignmentRow): Promise<void> {
  const scope = {
    ...{ environment: 'staging', account: '444444444444', region },
    roleArn: 'arn:aws:iam::444444444444:role/sekisho',
  };
  const cloud = createAwsAccessCloud({
    ...{ endpoint: sky.url, installation: 'by-hand', removalRoleArn: 'arn:aws:iam::1:role/none' },
    credentials: { accessKeyId: 'practice', secretAccessKey: 'practice' },
  });
  const { account, permissionSetArn, principalId: id } = row;
  try {
    await cloud.assign(scope, { account, permissionSetArn, principal: { kind: 'user', id } });
    await until('what is given by hand to be there', async () =>
      assignmentsOf(await sky.state()).includes(keyOf(row)) ? true : null,
    );
  } finally {
    cloud.close();
  }
}

/** Whether AWS lets these credentials look at the roles of production: what only strong ones may. */
export async function mayDo({ sky }: Installation, credentials: Key): Promise<boolean> {
  const cloud = createAwsCiCloud({ endpoint: sky.url, installation: 'job', credentials });
  const scope = { environment: 'production', account: accounts.production, region };
  try {
    return (await cloud.role(scope, windowRole, '')) !== null;
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'denied') return false;
    throw error;
  } finally {
    cloud.close();
  }
}

/** What a job of this run gets when it assumes the role of windows itself, under this name. */
export async function enter(
  house: Installation,
  jobs: Jobs,
  run: string,
  sessionName: string,
): Promise<Key> {
  const body = new URLSearchParams({
    ...{ Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', DurationSeconds: '3600' },
    ...{ RoleArn: windowRole, RoleSessionName: sessionName },
    WebIdentityToken: await jobs.token(house, run, 'sts.amazonaws.com'),
  });
  const answer = await fetch(`${house.sky.url}/`, { method: 'POST', body });
  const text = await answer.text();
  const part = (name: string) => new RegExp(`<${name}>(.*)</${name}>`).exec(text)?.[1] ?? '';
  if (!answer.ok) throw new Error(`AssumeRoleWithWebIdentity: ${text}`);
  return {
    accessKeyId: part('AccessKeyId'),
    secretAccessKey: part('SecretAccessKey'),
    sessionToken: part('SessionToken'),
  };
}

/** Watches until `work` is over that no assignment of these is there, or being made, without its switch. */
export async function neverUnguarded(
  { sky }: Installation,
  rows: readonly AssignmentRow[],
  work: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  while (!isOver) {
    const state = await sky.state();
    const making = state.changes.filter(
      ({ kind, status }) => kind === 'create' && status === 'IN_PROGRESS',
    );
    const there = new Set([...state.assignments, ...making].map(keyOf));
    const bare = rows.filter((row) => there.has(keyOf(row)) && switchesOf(state, row).length === 0);
    if (bare.length > 0) throw new Error(`without a switch: ${bare.map(keyOf).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await work;
}
