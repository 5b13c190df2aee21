import { expect, it } from 'vitest';
import { readQuery } from './query.ts';
import { toXml } from './xml.ts';

it('reads dots and numbers as structure, in the order of the numbers', () => {
  expect(
    readQuery('Filter.1.Name=a&Filter.1.Value.2=y&Filter.1.Value.1=x&Filter.2.Name=b&N=1'),
  ).toEqual({
    Filter: [{ Name: 'a', Value: ['x', 'y'] }, { Name: 'b' }],
    N: '1',
  });
});

it('reads a member list of STS as a list', () => {
  expect(readQuery('Tags.member.1.Key=k&Tags.member.1.Value=v')).toEqual({
    Tags: [{ Key: 'k', Value: 'v' }],
  });
});

it.each(['a.__proto__.b=1', 'a..b=1', 'a=1&a.b=2', 'a.b.c.d.e.f.g.h.i=1'])(
  'refuses %s',
  (query) => {
    expect(() => readQuery(query)).toThrow(
      expect.objectContaining({ code: 'MalformedQueryString' }),
    );
  },
);

it('writes what XML can carry and nothing else', () => {
  const value = { a: '<&>"\r\u0000\uD800é日', b: [1, { c: true }], d: null, e: [], f: '' };
  expect(toXml(value, 'item')).toBe(
    '<a>&lt;&amp;&gt;&quot;&#13;\uFFFD\uFFFDé日</a><b><item>1</item><item><c>true</c></item></b><e/><f/>',
  );
});
