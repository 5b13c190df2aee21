import { describe, expect, it } from 'vitest';
import { readConditions } from './condition.ts';
import { decide } from './decide.ts';
import { policyProblem, readPolicy } from './document.ts';
import { holds } from './holds.ts';
import type { ContextValue } from './variables.ts';

/** Whether the only condition holds for a value of its key. */
function held(operator: string, values: unknown, value: ContextValue | undefined): boolean {
  const [condition] = readConditions({ [operator]: { key: values } });
  return holds(condition ?? expect.fail('no condition'), value);
}

function decided(statements: readonly object[], action: string, more: object = {}): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return decide(readPolicy(text, 'identity'), { action, resource: '*', context: {}, ...more });
}

const allow = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('a condition', () => {
  it('compares texts, patterns, times, numbers and ARNs by its operator', () => {
    expect(held('StringEquals', ['a', 'b'], 'b')).toBe(true);
    expect(held('StringEquals', 'a*', 'ab')).toBe(false);
    expect(held('StringLike', 'a*', 'ab')).toBe(true);
    expect(held('StringNotLike', ['a*', 'b*'], 'bc')).toBe(false);
    expect(held('StringEqualsIgnoreCase', 'AB', 'ab')).toBe(true);
    expect(held('DateLessThan', '2026-05-01T09:00:00+09:00', '2026-05-01T00:00:00Z')).toBe(false);
    expect(held('DateLessThan', '2026-05-01T00:00:01Z', '2026-05-01T00:00:00Z')).toBe(true);
    expect(held('DateGreaterThan', 'whenever', '2026-05-01T00:00:00Z')).toBe(false);
    expect(held('NumericLessThanEquals', '10', '9')).toBe(true);
    expect(held('ArnLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::1:role/a')).toBe(true);
    expect(held('ArnLike', 'arn:aws:iam::*', 'arn:aws:iam::1:role/a')).toBe(false);
  });

  it('on an absent key fails, unless it is negated, is IfExists, or asks for absence', () => {
    expect(held('StringEquals', 'a', undefined)).toBe(false);
    expect(held('StringNotEquals', 'a', undefined)).toBe(true);
    expect(held('StringEqualsIfExists', 'a', undefined)).toBe(true);
    expect(held('StringEqualsIfExists', 'a', 'b')).toBe(false);
    expect(held('Null', 'true', undefined)).toBe(true);
    expect(held('Null', 'false', undefined)).toBe(false);
    expect(held('ForAllValues:StringEquals', 'a', undefined)).toBe(true);
    expect(held('ForAnyValue:StringEquals', 'a', undefined)).toBe(false);
  });

  it('on a key of many values holds for all of them or for any', () => {
    expect(held('ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'])).toBe(true);
    expect(held('ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'])).toBe(false);
    expect(held('ForAnyValue:StringEquals', 'a', ['a', 'c'])).toBe(true);
    expect(held('ForAnyValue:StringNotEquals', 'a', ['a', 'c'])).toBe(true);
    expect(held('ForAllValues:StringNotEquals', 'a', ['a', 'c'])).toBe(false);
  });
});

describe('a policy', () => {
  it('denies before it allows, and is silent about what it does not name', () => {
    const deny = { Effect: 'Deny', Action: 'ec2:Terminate*', Resource: '*' };
    expect(decided([allow, deny], 'ec2:TerminateInstances')).toBe('deny');
    expect(decided([allow, deny], 'EC2:RunInstances')).toBe('allow');
    expect(decided([{ ...allow, Action: 's3:*' }], 'ec2:RunInstances')).toBe('none');
    expect(decided([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 'iam:GetRole')).toBe(
      'none',
    );
  });

  it('is about the resources that it names, and its keys have no case', () => {
    const one = { ...allow, Resource: 'arn:aws:ec2:*:1:instance/i-1' };
    expect(decided([one], 'ec2:Any', { resource: 'arn:aws:ec2:x:1:instance/i-1' })).toBe('allow');
    expect(decided([one], 'ec2:Any')).toBe('none');
    const Condition = { StringEquals: { 'AWS:UserId': 'me' } };
    const context = { 'aws:userid': 'me' };
    expect(decided([{ ...allow, Condition }], 'ec2:Any', { context })).toBe('allow');
  });

  it('that could not be judged is refused, and its reason given', () => {
    const problem = (more: object, use: 'identity' | 'trust' = 'identity') =>
      policyProblem(JSON.stringify({ Statement: [{ ...allow, ...more }] }), use);
    expect(problem({})).toBeNull();
    expect(policyProblem('{', 'identity')).toMatch(/Syntax/);
    expect(policyProblem('{"Statement":[]}', 'identity')).toMatch(/no statement/);
    expect(problem({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })).toMatch(/Ip/);
    expect(problem({ Condition: { DateLessThan: { 'aws:CurrentTime': 'soon' } } })).toMatch(/time/);
    expect(problem({ Condition: { StringEquals: { key: [] } } })).toMatch(/no value/);
    expect(problem({ Resource: 'arn:aws:s3:::b/${aws:userid}' })).toMatch(/need the version/);
    expect(problem({ NotPrincipal: '*' })).toMatch(/NotPrincipal/);
    expect(problem({ Principal: '*' })).toMatch(/principal/);
    expect(problem({ Principal: '*' }, 'trust')).toMatch(/Resource/);
  });
});

describe('a variable', () => {
  const mine = 'arn:aws:s3:::box/${aws:PrincipalTag/team}';
  const ask = (context: object, resource = 'arn:aws:s3:::box/sre') =>
    decided([{ ...allow, Resource: mine }], 's3:GetObject', { context, resource });

  it('of a resource is the value of its key, in which no wildcard is one', () => {
    expect(ask({ 'aws:principaltag/TEAM': 'sre' })).toBe('allow');
    expect(ask({ 'aws:PrincipalTag/team': 'dev' })).toBe('none');
    expect(ask({ 'aws:PrincipalTag/team': '*' })).toBe('none');
    expect(ask({ 'aws:PrincipalTag/team': '*' }, 'arn:aws:s3:::box/*')).toBe('allow');
  });

  it('without a value is like nothing, unless it has a default', () => {
    expect(ask({})).toBe('none');
    expect(ask({ 'aws:PrincipalTag/team': ['sre'] })).toBe('none');
    const usual = "arn:aws:s3:::box/${aws:PrincipalTag/team, 'sre'}";
    const resource = 'arn:aws:s3:::box/sre';
    expect(decided([{ ...allow, Resource: usual }], 's3:Get', { resource })).toBe('allow');
    const condition = (operator: string, context: object) => {
      const Condition = { [operator]: { 'ssm:resourceTag/h': '${aws:PrincipalTag/h}' } };
      return decided([{ ...allow, Condition }], 'ssm:StartSession', { context });
    };
    expect(condition('StringEquals', { 'ssm:resourceTag/h': 'a' })).toBe('none');
    expect(condition('StringEquals', {})).toBe('none');
    expect(condition('StringNotEquals', { 'ssm:resourceTag/h': 'a' })).toBe('allow');
    const both = { 'ssm:resourceTag/h': 'a', 'aws:PrincipalTag/h': 'a' };
    expect(condition('StringEquals', both)).toBe('allow');
  });

  it('stands for a character that is otherwise a wildcard', () => {
    expect(held('StringLike', 'a${*}', 'ab')).toBe(false);
    expect(held('StringLike', 'a${*}${?}${$}*', 'a*?$b')).toBe(true);
    expect(held('ArnLike', 'arn:aws:s3:::${*}', 'arn:aws:s3:::b')).toBe(false);
  });

  it('is refused where AWS knows none', () => {
    const problem = (more: object) =>
      policyProblem(
        JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, ...more }] }),
        'identity',
      );
    expect(problem({ Resource: mine })).toBeNull();
    expect(problem({ Resource: '${ec2:SourceInstanceARN}' })).toMatch(/last part/);
    expect(problem({ Action: 's3:${aws:userid}' })).toMatch(/last part/);
    const named = { StringEquals: { 'aws:PrincipalTag/${aws:userid}': 'a' } };
    expect(problem({ Condition: named })).toMatch(/last part/);
    expect(problem({ Condition: { Bool: { 'aws:x': '${aws:y}' } } })).toMatch(/last part/);
    expect(problem({ Condition: { StringLike: { 'aws:x': '${aws:y' } } })).toMatch(/is not one/);
  });
});
