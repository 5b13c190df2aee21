import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { actions } from './actions.ts';
import { doctorActions } from './doctor-actions.ts';

/** Calls that IAM knows by another name. Source: Service Authorization Reference, Amazon S3. */
const named: Readonly<Record<string, string>> = {
  'doctor:GetBucketEncryption': 's3:GetEncryptionConfiguration',
};

it('declares every call of the doctor that lending ops servers does not make anyway, and no other', () => {
  const called = commandsOf('doctor').map((name) => (named[name] ?? name).replace(/^.*:/, ''));
  const lending = new Set(actions.map((action) => action.replace(/^.*:/, '')));
  const own = new Set(called.filter((name) => !lending.has(name)));
  expect([...own].sort()).toEqual(doctorActions.map((name) => name.replace(/^.*:/, '')).sort());
});
