import { expect, test } from 'vitest';
import type { Workspace } from '../test/workspace.ts';
import { modal, section, workspace } from '../test/workspace.ts';

function trigger(slack: Workspace, user = 'U0ENG'): unknown {
  return slack.person({ act: 'command', user, channel: 'C0OPS', text: '/ops start' })['trigger_id'];
}

test('a trigger opens one modal, once, within three seconds', () => {
  const slack = workspace();
  const used = trigger(slack);
  expect(slack.bot('views.open', { trigger_id: used, view: modal() })).toMatchObject({
    ok: true,
    view: { type: 'modal', callback_id: '', state: { values: {} }, previous_view_id: null },
  });
  const open = (id: unknown) => slack.bot('views.open', { trigger_id: id, view: modal() })['error'];
  expect(open(used)).toBe('exchanged_trigger_id');
  const late = trigger(slack);
  slack.pass(3_000);
  expect(open(late)).toBe('expired_trigger_id');
  expect(open('nonsense')).toBe('invalid_trigger_id');
  expect(open('')).toBe('invalid_arguments');
});

test('a refused view does not spend the trigger', () => {
  const slack = workspace();
  const id = trigger(slack);
  expect(slack.bot('views.open', { trigger_id: id, view: modal({ title: undefined }) })['ok']).toBe(
    false,
  );
  expect(slack.bot('views.open', { trigger_id: id, view: modal() })['ok']).toBe(true);
});

test('three modals may lie on each other, and no more', () => {
  const slack = workspace();
  const push = () => slack.bot('views.push', { trigger_id: trigger(slack), view: modal() });
  expect(push()['error']).toBe('not_found');
  const first = slack.bot('views.open', { trigger_id: trigger(slack), view: modal() })['view'] as {
    id: string;
  };
  expect(push()).toMatchObject({ view: { root_view_id: first.id, previous_view_id: first.id } });
  expect(push()['ok']).toBe(true);
  expect(push()['error']).toBe('push_limit_reached');
});

test('an update with a stale hash is refused, and what was typed stays', () => {
  const slack = workspace();
  const { view } = slack.bot('views.open', { trigger_id: trigger(slack), view: modal() }) as {
    view: { id: string; hash: string };
  };
  const update = (hash: string) =>
    slack.bot('views.update', { view_id: view.id, hash, view: modal() });
  expect(update(view.hash)['ok']).toBe(true);
  expect(update(view.hash)['error']).toBe('hash_conflict');
  expect(slack.bot('views.update', { view_id: 'V0NONE', view: modal() })['error']).toBe(
    'not_found',
  );
});

test('an external id is taken once', () => {
  const slack = workspace();
  const view = modal({ external_id: 'lease-1' });
  expect(slack.bot('views.open', { trigger_id: trigger(slack), view })['ok']).toBe(true);
  const other = slack.bot('views.open', { trigger_id: trigger(slack, 'U0SRE'), view });
  expect(other['error']).toBe('duplicate_external_id');
  expect(slack.bot('views.update', { external_id: 'lease-1', view })['ok']).toBe(true);
});

test('publishes one home tab a person, in place', () => {
  const slack = workspace();
  const publish = (more = {}, user_id = 'U0ENG') =>
    slack.bot('views.publish', {
      user_id,
      view: { type: 'home', blocks: [section('hi')] },
      ...more,
    });
  const { view } = publish() as { view: { id: string; hash: string } };
  expect(publish({ hash: view.hash })).toMatchObject({ view: { id: view.id } });
  expect(publish({ hash: view.hash })['error']).toBe('hash_conflict');
  expect(publish({}, 'U0NONE')['error']).toBe('user_not_found');
  expect(publish({}, 'U0GONE')['error']).toBe('user_not_found');
});
