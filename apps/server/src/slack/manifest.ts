export interface SlackManifestOptions {
  /** Public address of the server without a trailing slash; needed over HTTP. */
  readonly url?: string;
  readonly mode?: 'socket' | 'http';
  readonly language?: 'en' | 'ja';
}

/**
 * The Slack app, as JSON to be pasted at api.slack.com under "From a manifest".
 * Errors: throws when HTTP mode has no address.
 * Source of the keys: https://docs.slack.dev/reference/app-manifest
 */
export function slackManifest({
  url,
  mode = 'socket',
  language = 'en',
}: SlackManifestOptions = {}) {
  const address = url?.replace(/\/+$/, '') ?? '';
  if (mode === 'http' && address === '') {
    throw new Error('Slack over HTTP needs the public address of Sekisho: --url https://…');
  }
  const request = mode === 'http' ? `${address}/slack/events` : null;
  const at = (key: 'url' | 'request_url') => (request === null ? {} : { [key]: request });
  return {
    _metadata: { major_version: '2' },
    display_information: {
      name: 'Sekisho',
      description: { en: 'Strong access on lease', ja: '強い権限を期限つきで貸し出します' }[
        language
      ],
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        // Sekisho writes direct messages and reads none.
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'sekisho', always_online: true },
      slash_commands: [
        { command: '/ops', ...words(language), ...at('url'), should_escape: true },
        { command: '/sekisho', ...words(language), ...at('url'), should_escape: true },
      ],
    },
    oauth_config: { scopes: { bot: [...slackScopes] } },
    settings: {
      event_subscriptions: { ...at('request_url'), bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true, ...at('request_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/**
 * Slash commands; writing cards and direct messages; the picture of a page; telling guests and leavers
 * apart; who is in a user group that a membership brings. Nothing is read from channels, and no file
 * but our own pictures.
 */
export const slackScopes = [
  ...['commands', 'chat:write', 'files:write', 'users:read'],
  ...['usergroups:read', 'usergroups:write'],
] as const;

function words(language: 'en' | 'ja') {
  return language === 'ja'
    ? {
        description: '作業サーバーや AWS アクセスを借りる',
        usage_hint: '開始 staging 2時間 理由 | アクセス | 参加 | 一覧 | 延長 | 返却 | ヘルプ',
      }
    : {
        description: 'Borrow an ops server or AWS access',
        usage_hint: 'start staging 2h reason | access | join | list | extend | stop | help',
      };
}
