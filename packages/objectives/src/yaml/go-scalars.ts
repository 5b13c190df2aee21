import type { ScalarTag } from 'yaml';

const bool = (value: boolean, test: RegExp): ScalarTag => ({
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test,
  resolve: () => value,
});

/** What plain text means to a reader of YAML besides what YAML 1.2 says. */
export interface YamlDialect {
  readonly tags: readonly ScalarTag[];
  /** The size from which whole numbers stay bigint, to be told from `1e7`. */
  readonly wholeFrom: number;
}

/** YAML 1.2 alone. */
export const plainScalars: YamlDialect = { tags: [], wholeFrom: Number.POSITIVE_INFINITY };

const tags: readonly ScalarTag[] = [
  bool(true, /^(?:[yY]|yes|Yes|YES|on|On|ON)$/),
  bool(false, /^(?:[nN]|no|No|NO|off|Off|OFF)$/),
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?(?:0_*[0-7][0-7_]*|0[bB][01_]*[01]_*|0[oO][0-7_]*[0-7]_*|0[xX][\da-fA-F_]*[\da-fA-F]_*|[1-9][\d_]*)$/,
    resolve: intOf,
  },
];

/**
 * What plain text means to the YAML of Go's tools, beyond YAML 1.2: `yes` and `on` are true, `012`
 * is ten, `1_000` a thousand. Times and sixtieths stay text. (go-yaml v2: resolve.go.) As text it
 * writes a float with an exponent from a million on, and a whole number without.
 */
export const goScalars: YamlDialect = { tags, wholeFrom: 1e6 };

function intOf(text: string): bigint {
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  const whole = BigInt(digits.replace(/^0(?=[0-7])/, '0o'));
  return text.startsWith('-') ? -whole : whole;
}
