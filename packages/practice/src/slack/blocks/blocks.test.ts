import { expect, test } from 'vitest';
import { button, modal, section, workspace } from '../test/workspace.ts';

const words = (text: string) => ({ type: 'plain_text', text });
const select = (options: object[]) => ({ type: 'static_select', action_id: 's', options });
const option = (more: object = {}) => ({ text: words('one'), value: '1', ...more });
const acts = (elements: object[]) => ({ type: 'actions', elements });

test.each([
  [
    'a section over 3,000',
    section('x'.repeat(3_001)),
    'must be less than 3001 characters',
    '/text/text',
  ],
  ['an empty section', section(''), 'must be more than 0 characters', '/text/text'],
  [
    'a header over 150',
    { type: 'header', text: words('x'.repeat(151)) },
    'must be less than 151 characters',
    '/text/text',
  ],
  [
    'a header in mrkdwn',
    { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
    'must be one of: plain_text',
    '/text/type',
  ],
  [
    'a button text over 75',
    button({ text: words('x'.repeat(76)) }),
    'must be less than 76 characters',
    '/elements/0/text/text',
  ],
  [
    'an action id over 255',
    button({ action_id: 'x'.repeat(256) }),
    'must be less than 256 characters',
    '/elements/0/action_id',
  ],
  [
    'a value over 2,000',
    button({ value: 'x'.repeat(2_001) }),
    'must be less than 2001 characters',
    '/elements/0/value',
  ],
  [
    'a made-up style',
    button({ style: 'green' }),
    'must be one of: primary, danger',
    '/elements/0/style',
  ],
  [
    'an option text over 75',
    acts([select([option({ text: words('x'.repeat(76)) })])]),
    'must be less than 76 characters',
    '/elements/0/options/0/text/text',
  ],
  [
    '101 options',
    acts([select(Array.from({ length: 101 }, () => option()))]),
    'no more than 100 items allowed',
    '/elements/0/options',
  ],
  [
    '26 elements',
    acts(Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` }).elements[0] ?? {})),
    'no more than 25 items allowed',
    '/elements',
  ],
  [
    '11 fields',
    { type: 'section', fields: Array.from({ length: 11 }, () => words('f')) },
    'no more than 10 items allowed',
    '/fields',
  ],
  [
    'an element where none goes',
    acts([{ type: 'plain_text_input', action_id: 'a' }]),
    'unsupported type: plain_text_input',
    '/elements/0/type',
  ],
  ['an unknown block', { type: 'sectoin' }, 'unsupported type: sectoin', '/type'],
  [
    'an image without alt text',
    { type: 'image', image_url: 'https://x.example/i' },
    'missing required field: alt_text',
    '',
  ],
  [
    'a block id over 255',
    section('x', { block_id: 'x'.repeat(256) }),
    'must be less than 256 characters',
    '/block_id',
  ],
])('refuses %s and says where', (_, block, says, at) => {
  const answer = workspace().bot('chat.postMessage', { channel: 'C0OPS', blocks: [block] });
  expect(answer).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: {
      messages: expect.arrayContaining([`[ERROR] ${says} [json-pointer:/blocks/0${at}]`]),
    },
  });
});

test('a message takes 50 blocks and a view 100', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
  const slack = workspace();
  const post = (count: number) =>
    slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'x', blocks: many(count) });
  expect([post(50)['ok'], post(51)['error']]).toEqual([true, 'invalid_blocks']);
  const publish = (count: number) =>
    slack.bot('views.publish', { user_id: 'U0ENG', view: { type: 'home', blocks: many(count) } });
  expect([publish(100)['ok'], publish(101)['error']]).toEqual([true, 'invalid_arguments']);
});

test('ids must be unique: of blocks in a message, of actions in a block', () => {
  const slack = workspace();
  const post = (blocks: object[]) => slack.bot('chat.postMessage', { channel: 'C0OPS', blocks });
  expect(post([section('a', { block_id: 'x' }), section('b', { block_id: 'x' })])['error']).toBe(
    'invalid_blocks',
  );
  const same = button().elements[0] ?? {};
  expect(post([acts([same, same])])['error']).toBe('invalid_blocks');
});

test.each([
  ['a title over 24', { title: words('x'.repeat(25)) }, 'invalid_arguments'],
  ['no title', { title: undefined }, 'invalid_arguments'],
  ['private metadata over 3,000', { private_metadata: 'x'.repeat(3_001) }, 'invalid_arguments'],
  ['an input but no submit', { submit: undefined }, 'invalid_arguments'],
  ['a home tab as a modal', { type: 'home' }, 'invalid_arguments'],
  [
    'more than 250 kB',
    { blocks: Array.from({ length: 90 }, () => section('x'.repeat(2_900))) },
    'view_too_large',
  ],
])('refuses a modal with %s', (_, more, error) => {
  const slack = workspace();
  const typed = slack.person({ act: 'command', user: 'U0ENG', channel: 'C0OPS', text: '/ops' });
  const answer = slack.bot('views.open', { trigger_id: typed['trigger_id'], view: modal(more) });
  expect(answer['error']).toBe(error);
});
