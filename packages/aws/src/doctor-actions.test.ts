import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { actions } from './actions.ts';
import { doctorActions } from './doctor-actions.ts';

it('declares every call of the doctor that lending ops servers does not make anyway, and no other', () => {
  const called = commandsOf('doctor').map((name) => name.replace('doctor:', ''));
  const lending = new Set(actions.map((action) => action.replace(/^.*:/, '')));
  const own = new Set(called.filter((name) => !lending.has(name)));
  expect([...own].sort()).toEqual(doctorActions.map((name) => name.replace(/^.*:/, '')).sort());
});
