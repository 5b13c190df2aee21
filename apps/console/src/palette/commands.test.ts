import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { inputOf, missingFields } from '../ask/draft.ts';
import { fieldsOf } from '../shared/manifest.ts';
import { secretOf } from '../shell/sign-in.ts';
import { commandsIn, findCommands } from './commands.ts';

describe('the command palette', () => {
  it('lists every verb of the contract in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      expect(commandsIn(language).map(({ verb }) => verb)).toEqual(
        manifest.map(({ name }) => name),
      );
    }
  });

  it('finds a verb by its words in either language and by its command', () => {
    const commands = commandsIn('en');
    const first = (typed: string) => findCommands(commands, typed)[0]?.verb;
    expect(first('延長')).toBe('ops.extend');
    expect(first('sekisho ops extend')).toBe('ops.extend');
    expect(findCommands(commands, 'no such thing')).toEqual([]);
  });
});

describe('what is typed into Ask', () => {
  const fields = fieldsOf('ops.start');

  it('leaves empty fields out and makes a ticked box true', () => {
    const draft = { environment: 'staging', reason: ' look ', ticket: '', breakGlass: 'yes' };
    expect(inputOf(draft, fields)).toEqual({
      environment: 'staging',
      reason: 'look',
      breakGlass: true,
    });
  });

  it('names required fields that are still empty', () => {
    expect(missingFields({ environment: 'staging', reason: '  ' }, fields)).toEqual(['reason']);
  });
});

describe('the secret in the address', () => {
  it('is read from the fragment only', () => {
    expect(secretOf('#secret=abc')).toBe('abc');
    expect(secretOf('#connect')).toBeNull();
    expect(secretOf('')).toBeNull();
  });
});
