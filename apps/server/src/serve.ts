import { fileURLToPath } from 'node:url';
import {
  createAwsAccessCloud,
  createAwsCiCloud,
  createAwsDoctorCloud,
  createAwsKeeping,
  createAwsOpsCloud,
  createAwsRecordings,
  createAwsSessionCloud,
} from '@sekisho/aws';
import { createDockerDoctor, createDockerOpsCloud } from '@sekisho/docker';
import type { Logger } from 'pino';
import { startServer } from './compose.ts';
import { watchConfig } from './config-file.ts';
import { openDatabase } from './open-database.ts';
import { routeCloud } from './route-cloud.ts';
import { schedulerRole } from './scheduler-role.ts';
import { sessionCommands } from './session-commands.ts';
import type { Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';
import type { SlackSettings } from './slack/index.ts';

const consoleDirectory = fileURLToPath(new URL('../../console/dist/', import.meta.url));

/** Sekisho on a real account: `sekisho serve`. Errors: `SettingsError` when something is missing. */
export async function serve(settings: Settings, logger: Logger) {
  const { dataDirectory, host, port, trustedProxies } = settings;
  const config = watchConfig(settings.configFile, logger);
  if (config.current().installation === 'practice') {
    throw new SettingsError(
      'An installation named "practice" is simulated; name a real one before `serve`.',
    );
  }
  const database = await openDatabase(settings);
  const role = schedulerRole(settings.schedulerRole);
  const aws = { installation: config.current().installation, logger };
  const cloud = createAwsOpsCloud({ ...aws, schedulerRoleArn: role });
  const folderOf = (variable: string) => settings.secrets[variable];
  const clouds = routeCloud(cloud, createDockerOpsCloud({ ...aws, folderOf }));
  const access = createAwsAccessCloud({ ...aws, removalRoleArn: role });
  const sessions = createAwsSessionCloud(aws);
  const recordings = createAwsRecordings(aws);
  const keeping = createAwsKeeping({});
  const ci = createAwsCiCloud(aws);
  const server = await startServer({
    ...{ database, dataDirectory, host, port, trustedProxies, access, logger },
    cloud: clouds,
    sessions,
    recordings,
    keeping,
    schedulerRole: settings.schedulerRole,
    openDoctorCloud: () => createAwsDoctorCloud(aws),
    engines: createDockerDoctor({ ...aws, folderOf }),
    ci: { cloud: ci, fetch },
    secret: (variable) => settings.secrets[variable],
    secretFiles: settings.secretFiles,
    config,
    commands: sessionCommands(null),
    consoleDirectory,
    slack: slackSettings(settings, config.current().slack?.mode ?? null),
    practice: null,
  });
  return {
    died: database.died,
    async stop() {
      config.close();
      await server.stop();
      cloud.close();
      access.close();
      sessions.close();
      recordings.close();
      keeping.close();
      ci.close();
    },
  };
}

function slackSettings(
  { slack: { botToken, appToken, signingSecret } }: Settings,
  mode: 'socket' | 'http' | null,
): SlackSettings | null {
  if (mode === null) return null;
  const missing = [
    botToken === null ? 'SLACK_BOT_TOKEN' : null,
    mode === 'socket' && appToken === null ? 'SLACK_APP_TOKEN' : null,
    mode === 'http' && signingSecret === null ? 'SLACK_SIGNING_SECRET' : null,
  ].filter((name) => name !== null);
  if (missing.length > 0) {
    throw new SettingsError(`Slack is configured; set ${missing.join(' and ')} as well.`);
  }
  return {
    mode,
    botToken: botToken ?? '',
    ...(appToken === null ? {} : { appToken }),
    signingSecret: signingSecret ?? '',
  };
}
