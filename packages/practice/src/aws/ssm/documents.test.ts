import { expect, it } from 'vitest';
import { createBench } from '../testing/bench.ts';

const content = (allowedPattern: string) =>
  JSON.stringify({
    schemaVersion: '1.0',
    sessionType: 'Port',
    parameters: {
      host: { type: 'String', allowedPattern },
      portNumber: { type: 'String', default: '5432' },
    },
    properties: { host: '{{ host }}', portNumber: '{{ portNumber }}' },
  });

function opened(allowedPattern: string) {
  const bench = createBench();
  const Target = bench.launch();
  const document = { Name: 'Forward', DocumentType: 'Session' } as const;
  bench.call('CreateDocument', { ...document, Content: content(allowedPattern) });
  return (Parameters?: Record<string, string[]>, DocumentName = 'Forward') =>
    bench.outcome('StartSession', {
      Target,
      DocumentName,
      ...(Parameters === undefined ? {} : { Parameters }),
    });
}

const refusedAs = (code: string) => ({ kind: 'refusal', refusal: { code } });

it('is opened with the values that its patterns fit, wherever in the value they fit', () => {
  const open = opened('db[.]internal');
  expect(open({ host: ['db.internal'] })).toMatchObject({ kind: 'answer' });
  expect(open({ host: ['evil.example/db.internal'] })).toMatchObject({ kind: 'answer' });
  expect(open({ host: ['db-internal'] })).toMatchObject(refusedAs('InvalidParameters'));
});

it('is not opened without a value that it needs, with two, or with one that it does not know', () => {
  const open = opened('^db$');
  for (const wrong of [undefined, { host: ['db', 'db'] }, { host: ['db'], user: ['root'] }]) {
    expect(open(wrong)).toMatchObject(refusedAs('InvalidParameters'));
  }
});

it('must be there, in that account and region', () => {
  const open = opened('^db$');
  expect(open({ host: ['db'] }, 'Elsewhere')).toMatchObject(refusedAs('InvalidDocument'));
});

it('is made once, of JSON that says what a session is', () => {
  const bench = createBench();
  const make = (Content: string) =>
    bench.outcome('CreateDocument', { Name: 'Forward', DocumentType: 'Session', Content });
  for (const wrong of ['{', '{}', content('(')]) {
    expect(make(wrong)).toMatchObject(refusedAs('InvalidDocumentContent'));
  }
  expect(make(content('^db$'))).toMatchObject({ kind: 'answer' });
  expect(make(content('^db$'))).toMatchObject(refusedAs('DocumentAlreadyExists'));
});
