import type { Condition } from '@sekisho/iam-policy';
import { claimOf, isPositive, letsIn } from './evaluate.ts';
import type { Add } from './finding.ts';
import { awsAudiences } from './issuers.ts';

/**
 * Notes what is wrong with the audience that a statement asks for.
 * @param own its conditions on the claims of the issuer
 * @param wanted what tokens may be made for; the first is what they are
 */
export function lintAudience(
  own: readonly Condition[],
  issuer: string,
  wanted: readonly string[],
  add: Add,
): void {
  const about = own.filter((one) => claimOf(one) === 'aud');
  const isIn = (aud: string) => letsIn(about, { aud }, issuer);
  const values = about.filter(isPositive).flatMap((one) => one.values);
  if (isIn('https://somebody.example')) add('missing-audience');
  else if (!wanted.some(isIn)) add('wrong-audience', values.join(', '));
  else {
    const known = new Set([...wanted, ...awsAudiences].map((one) => one.toLowerCase()));
    for (const value of values) {
      // What fits no token is let in by none, and told elsewhere.
      const other = value.replaceAll(/[*?]/g, 'x');
      if (!known.has(other.toLowerCase()) && isIn(other)) add('other-audience', value);
    }
  }
}
