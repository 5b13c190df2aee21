import { type Finding, type FindingSubject, found, subjectOf } from '@sekisho/contract';
import {
  type DoctorPorts,
  databaseAheadMs,
  type Examination,
  engineExaminations,
} from '@sekisho/core';
import type { Parts } from '../parts.ts';
import { examineFiles } from './files.ts';
import { examineGithub } from './github.ts';
import { examineLogin } from './login.ts';
import { examineNode } from './node-version.ts';
import { examineSecretFiles } from './secret-files.ts';
import { examineSlack, type OpenedSockets } from './slack.ts';

type Looking = Pick<
  Parts,
  | ('config' | 'dataDirectory' | 'engines' | 'githubFetch' | 'practice')
  | ('secret' | 'secretFiles' | 'slack')
>;

/** What the server looks at for the doctor: itself, and what it was given. */
export function doctorPorts(
  parts: Looking & Pick<Parts, 'database' | 'openDoctorCloud'>,
): DoctorPorts {
  const { database, openDoctorCloud } = parts;
  // What the database cannot tell is told of by its own check.
  const houseAheadMs = () => databaseAheadMs(database).catch(() => 0);
  const opened: OpenedSockets = new Map();
  return {
    examinations: () =>
      examinationsOf({ ...parts, opened, houseAheadMs, subject: subjectOf('server') }),
    ...(openDoctorCloud === undefined ? {} : { openDoctorCloud }),
  };
}

/** What whoever runs here can look at: the files, and the services that are configured. */
export function examinationsOf(
  parts: Looking & {
    readonly subject: FindingSubject;
    readonly opened?: OpenedSockets;
    /** Milliseconds that the house's time is ahead of this machine's. */
    readonly houseAheadMs: () => Promise<number>;
  },
): readonly Examination[] {
  const { subject, config, dataDirectory, engines, secret, slack, githubFetch = fetch } = parts;
  const { houseAheadMs } = parts;
  const current = config.current();
  return [
    {
      codes: ['node-version', 'data-directory', 'signing-key', 'public-url'],
      subject,
      examine: async () => [
        examineNode(process.versions.node, subject),
        ...examineFiles(dataDirectory, subject),
        publicUrl(parts, subject),
      ],
    },
    {
      codes: ['secret-files'],
      subject,
      examine: async () => examineSecretFiles(parts.secretFiles ?? [], subject),
    },
    {
      codes: ['login-provider'],
      subject: subjectOf('login'),
      examine: async (signal) => [await examineLogin(current, secret, signal)],
    },
    {
      codes: ['slack-token', 'slack-scopes', 'slack-socket'],
      subject: subjectOf('slack'),
      examine: (signal) => examineSlack(slack, current, signal, parts.opened),
    },
    {
      codes: ['github'],
      subject: subjectOf('github'),
      examine: async () => [await examineGithub(current, secret, githubFetch)],
    },
    ...(engines === undefined ? [] : engineExaminations(current, { engines, houseAheadMs })),
  ];
}

function publicUrl({ config, practice }: Looking, subject: FindingSubject): Finding {
  const { url } = config.current();
  if (url === null)
    return found('public-url', practice === null ? 'none' : 'practice', subject, {});
  const { protocol, hostname } = new URL(url);
  const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return protocol === 'https:' || local
    ? found('public-url', 'good', subject, { url })
    : found('public-url', 'in-clear', subject, { url });
}
