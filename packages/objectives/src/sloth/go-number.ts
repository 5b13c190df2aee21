/*
 * Numbers as Go writes them. Both Go and JavaScript choose the shortest digits that read back as
 * the same double, so only the layout differs (Go's strconv.FormatFloat).
 */

/** A double as Go's `%g` writes it: `0.0009999999999999432`, `1e-05`, `2e+06`. */
export function goG(value: number): string {
  const { sign, digits, exponent } = takeApart(value);
  // Go's `%g` with the fewest digits takes the exponent form below 1e-4 and from 1e6 on.
  if (exponent >= -4 && exponent < 6) return goF(value);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${sign}${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

/** A number as Go writes it with the digits that a float of 32 bits needs: what its YAML makes of a bare number where text belongs. */
export function goG32(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (!Number.isFinite(single)) return goG(value);
  // Nine digits always read back as the same float.
  let digits = 1;
  while (Math.fround(Number(single.toPrecision(digits))) !== single) digits += 1;
  return goG(Number(single.toPrecision(digits)));
}

/** A double as Go's `%f` with the fewest digits writes it: never an exponent. */
export function goF(value: number): string {
  const { sign, digits, exponent } = takeApart(value);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Sign, significant digits, and the power of ten of the first digit. */
function takeApart(value: number): { sign: string; digits: string; exponent: number } {
  const [mantissa = '0', power = '0'] = Math.abs(value).toExponential().split('e');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return { sign, digits: mantissa.replace('.', ''), exponent: Number(power) };
}
