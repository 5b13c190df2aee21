import type { Person } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import type { SlackUser } from './api.ts';
import { choicesOf, initialOf } from './choices.ts';
import { commandHelp } from './command-help.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { channelOf } from './search.ts';
import { slackUserOf } from './slack-user.ts';

describe('parseMrkdwn', () => {
  it('reads bold, italic, struck and code', () => {
    expect(parseMrkdwn('*a* _b_ ~c~ `d`').map(({ type }) => type)).toEqual([
      'bold',
      'text',
      'italic',
      'text',
      'strike',
      'text',
      'code',
    ]);
  });

  it('leaves stars inside of words alone', () => {
    expect(parseMrkdwn('2*3*4 snake_case_name')).toEqual([
      { type: 'text', text: '2*3*4 snake_case_name' },
    ]);
  });

  it('reads links, mentions and dates', () => {
    expect(parseMrkdwn('<https://a.example/?x=1&amp;y=2|open>')).toEqual([
      { type: 'link', url: 'https://a.example/?x=1&y=2', text: 'open' },
    ]);
    expect(parseMrkdwn('<@U0SRE>')).toEqual([{ type: 'user', id: 'U0SRE', text: '' }]);
    expect(parseMrkdwn('<!date^1700000000^{time}|14:30>')).toEqual([
      { type: 'date', at: 1_700_000_000_000, text: '14:30' },
    ]);
  });

  it('makes no link of anything but the web', () => {
    expect(parseMrkdwn('<javascript:alert(1)|click>')).toEqual([{ type: 'text', text: 'click' }]);
  });

  it('shows escaped text as it was written', () => {
    expect(parseMrkdwn('&lt;!channel&gt; &amp;amp;')).toEqual([
      { type: 'text', text: '<!channel> &amp;' },
    ]);
  });
});

describe('the person of practice Slack', () => {
  const user = (id: string, name: string, email: string, is_bot = false): SlackUser => ({
    id,
    name,
    real_name: name,
    is_bot,
    profile: { email },
  });
  const users = [user('B', 'sre', 'x@y', true), user('U1', 'hanako', 'Hanako@practice.example')];
  const person: Person = {
    id: 'sre',
    name: { en: '', ja: '' },
    email: 'hanako@practice.example',
    github: null,
    groups: [],
    role: 'sre',
    language: 'en',
    timeZone: 'UTC',
    onCall: false,
  };

  it('is found by e-mail, and never is a bot', () => {
    expect(slackUserOf(person, users)?.id).toBe('U1');
    expect(slackUserOf({ ...person, email: null }, users)).toBeNull();
    expect(slackUserOf(null, users)).toBeNull();
  });
});

describe('help while a command is typed', () => {
  it('offers commands that what is typed could become, in either language', () => {
    expect(commandHelp('/ops st', 'en').map(({ start }) => start)).toContain('/ops start');
    expect(commandHelp('/ops st', 'ja').map(({ start }) => start)).toContain('/ops 開始');
    expect(commandHelp('/ops 開', 'ja').map(({ start }) => start)).toEqual(['/ops 開始']);
  });

  it('is silent for messages and once arguments are typed', () => {
    expect(commandHelp('hello', 'en')).toEqual([]);
    expect(commandHelp('/ops start staging', 'en')).toEqual([]);
  });
});

describe('choices of an element', () => {
  it('reads the app’s options and the one it begins with', () => {
    const option = { text: { type: 'plain_text', text: 'Staging' }, value: 'staging' };
    const element = { type: 'static_select', options: [option], initial_option: option };
    expect(choicesOf(element, new Map())).toEqual([{ value: 'staging', label: 'Staging' }]);
    expect(initialOf(element)).toBe('staging');
  });

  it('offers people of the workspace where a person is chosen', () => {
    const names = new Map([
      ['U1', 'Hanako'],
      ['C1', 'ops'],
    ]);
    expect(choicesOf({ type: 'users_select' }, names)).toEqual([{ value: 'U1', label: 'Hanako' }]);
  });
});

describe('channelOf', () => {
  const channel = (id: string, name: string) => ({ id, name, is_im: false });
  const list = [channel('C1', 'general'), channel('C2', 'ops'), channel('C3', 'sre')];

  it('finds the channel of an address by its name or id', () => {
    expect(channelOf(list, 'sre')?.id).toBe('C3');
    expect(channelOf(list, 'C1')?.id).toBe('C1');
  });

  it('opens that of operations where none is named or this person is not in it', () => {
    expect(channelOf(list, undefined)?.id).toBe('C2');
    expect(channelOf(list, 'secret')?.id).toBe('C2');
    expect(channelOf([], 'sre')).toBeUndefined();
  });
});
