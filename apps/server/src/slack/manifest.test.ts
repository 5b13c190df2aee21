import { expect, test } from 'vitest';
import { slackManifest } from './manifest.ts';

test('asks Slack for no more than commands, writing, pictures of its own, user groups, and telling who people are', () => {
  const manifest = slackManifest();
  expect(manifest).toMatchObject({
    display_information: { name: 'Sekisho' },
    features: {
      slash_commands: [{ command: '/ops' }, { command: '/sekisho' }],
      app_home: { home_tab_enabled: true },
    },
    oauth_config: {
      scopes: {
        bot: [
          ...['commands', 'chat:write', 'files:write', 'users:read'],
          ...['usergroups:read', 'usergroups:write'],
        ],
      },
    },
    settings: {
      event_subscriptions: { bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    },
  });
});

test('names its address everywhere that Slack asks for one over HTTP', () => {
  const manifest = slackManifest({
    mode: 'http',
    url: 'https://ops.example.com/',
    language: 'ja',
  });
  const url = 'https://ops.example.com/slack/events';
  expect(manifest).toMatchObject({
    features: {
      slash_commands: [{ url, description: '作業サーバーや AWS アクセスを借りる' }, { url }],
    },
    settings: {
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
      socket_mode_enabled: false,
    },
  });
  expect(() => slackManifest({ mode: 'http', language: 'en' })).toThrow(/--url/);
});

test('keeps to the lengths that Slack publishes', () => {
  for (const language of ['en', 'ja'] as const) {
    const manifest = slackManifest({ language });
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    for (const { description, usage_hint } of manifest.features.slash_commands) {
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
  }
});
