import { fileURLToPath } from 'node:url';
import {
  createAwsAccessCloud,
  createAwsCiCloud,
  createAwsDoctorCloud,
  createAwsOpsCloud,
  createAwsRecordings,
  createAwsSessionCloud,
} from '@sekisho/aws';
import type { Config } from '@sekisho/config';
import { addSeconds, type Database } from '@sekisho/core';
import { createDockerDoctor, createDockerOpsCloud } from '@sekisho/docker';
import { PRACTICE_SLACK_SEED, startPracticeSlack } from '@sekisho/practice/slack';
import type { Logger } from 'pino';
import { startServer } from '../compose.ts';
import { watchConfig } from '../config-file.ts';
import { routeCloud } from '../route-cloud.ts';
import { schedulerRole } from '../scheduler-role.ts';
import { sessionCommands } from '../session-commands.ts';
import type { Settings } from '../settings.ts';
import { accidents, probed } from './accidents.ts';
import { announcePractice } from './announce.ts';
import { openPracticeLogs } from './logs/practice-logs.ts';
import { notePast } from './note-past.ts';
import { openPracticeGithub, practiceFetch, withGithubSecrets } from './practice-github.ts';
import { practiceSecret } from './secret.ts';

const seedFile = fileURLToPath(
  new URL('../../../../packages/practice/seed/sekisho.yaml', import.meta.url),
);
const consoleDirectory = fileURLToPath(new URL('../../../console/dist/', import.meta.url));

/**
 * Sekisho with practice people and practice Slack, on a practice AWS that runs elsewhere. What is
 * still `opening` is used when it is there. Errors: those of what was opening, of the AWS first.
 */
export async function runPracticeServer(
  settings: Settings,
  logger: Logger,
  opening: { readonly aws: Promise<unknown>; readonly database: Promise<Database> },
) {
  const { dataDirectory, port, host, practiceAwsPort } = settings;
  const awsUrl = `http://127.0.0.1:${practiceAwsPort}`;
  const secret = practiceSecret(dataDirectory);
  const config = watchConfig(settings.practiceConfigFile ?? seedFile, logger);
  await opening.aws;
  const database = ahead(await opening.database, settings.practiceAheadSeconds);
  const slack = await openSlack(settings, secret, logger);
  let serverUrl = '';
  const github = await openPracticeGithub({
    ...{ dataDirectory, secret, awsUrl, path: settings.path, logger },
    sekishoUrl: () => serverUrl,
  });
  const githubFetch = practiceFetch(github);
  const probe = accidents(settings, logger);
  const logs = servicesLogs(settings, logger);
  const { practiceClaimSeconds: claimSeconds, secrets } = settings;
  const options = { ...installationOf(config), logger };
  const aws = practiceAws(settings, awsUrl, options);
  const containers = engines(settings, options);
  const server = await startServer({
    ...{ database, dataDirectory, host, port, probe, logger, config },
    ...{ secret: withGithubSecrets(secrets, config.current, github), githubFetch },
    ...{ awsEndpoint: awsUrl, logFolder: logs.folder, schedulerRole: settings.schedulerRole },
    ...(claimSeconds === null ? {} : { claimSeconds }),
    cloud: probed(routeCloud(aws.cloud, containers.cloud), probe),
    access: probed(aws.access, probe),
    ...{ recordings: aws.recordings, sessions: aws.sessions },
    ...{ openDoctorCloud: aws.openDoctorCloud, engines: containers.doctor },
    ci: { cloud: probed(aws.ci, probe), fetch: githubFetch },
    ...{ commands: sessionCommands(awsUrl), consoleDirectory, slack: slackSettings(slack) },
    practice: {
      ...{ secret, slackUrl: slack.url, slackSecret: secret, breakShop: logs.breakShop },
      ...{ githubUrl: github.url, githubSecret: secret },
    },
  });
  serverUrl = server.url;
  logs.begin();
  // Nobody waits for it to be open.
  const noted = notePast(server.core, logs, logger);
  const took = { secret, awsUrl, url: server.url, slackUrl: slack.url, pid: process.pid };
  const takeBack = announcePractice(settings, took);
  return {
    address: `${server.url}/#secret=${secret}`,
    died: database.died,
    async stop() {
      takeBack();
      config.close();
      await noted;
      await github.close();
      await server.stop();
      await logs.stop();
      aws.close();
      await slack.close();
    },
  };
}

/** Containers are real in practice too, where somebody names an engine. */
function engines(
  { secrets }: Settings,
  options: Omit<Parameters<typeof createDockerOpsCloud>[0], 'folderOf'>,
) {
  const all = { ...options, folderOf: (variable: string) => secrets[variable] };
  return { cloud: createDockerOpsCloud(all), doctor: createDockerDoctor(all) };
}

function openSlack(
  { practiceSlackPort: port, dataDirectory }: Settings,
  secret: string,
  logger: Logger,
) {
  const folder = `${dataDirectory}/slack`;
  return startPracticeSlack({
    port,
    secret,
    seed: PRACTICE_SLACK_SEED,
    dataDirectory: folder,
    logger,
  });
}

function slackSettings(slack: Awaited<ReturnType<typeof startPracticeSlack>>) {
  const { botToken, appToken, signingSecret, apiUrl: slackApiUrl } = slack;
  return { mode: 'socket' as const, botToken, appToken, signingSecret, slackApiUrl };
}

function installationOf(config: { readonly current: () => Config }): Pick<Config, 'installation'> {
  const { installation } = config.current();
  return { installation };
}

/** What practice's services log; another configuration promises nothing of them. */
function servicesLogs(
  { dataDirectory, practiceAheadSeconds, practiceConfigFile, practiceDays }: Settings,
  logger: Logger,
) {
  const days = practiceConfigFile === null ? practiceDays : 0;
  return openPracticeLogs({ dataDirectory, aheadMs: practiceAheadSeconds * 1000, days, logger });
}

/** The adapters for AWS, on practice AWS. */
function practiceAws(
  { practiceClaimSeconds: claimSeconds, schedulerRole: name }: Settings,
  endpoint: string,
  rest: { readonly installation: string; readonly logger: Logger },
) {
  const options = {
    ...{ endpoint, ...rest },
    credentials: { accessKeyId: 'practice', secretAccessKey: 'practice' },
    ...(claimSeconds === null ? {} : { requestTimeoutMs: claimSeconds * 200 }),
  };
  const role = schedulerRole(name);
  const cloud = createAwsOpsCloud({ ...options, schedulerRoleArn: role });
  const access = createAwsAccessCloud({ ...options, removalRoleArn: role });
  const sessions = createAwsSessionCloud(options);
  const recordings = createAwsRecordings(options);
  const ci = createAwsCiCloud(options);
  const close = () => [cloud, access, sessions, recordings, ci].forEach((each) => each.close());
  const openDoctorCloud = () => createAwsDoctorCloud(options);
  return { cloud, access, sessions, recordings, ci, openDoctorCloud, close };
}

/** The same database, at a later time. */
function ahead(database: Database, seconds: number): Database {
  return { ...database, now: async () => addSeconds(await database.now(), seconds) };
}
