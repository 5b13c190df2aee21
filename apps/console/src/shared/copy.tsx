import { ActionIcon, Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Glyph } from './glyph.tsx';
import { useSay } from './say.ts';

interface CopyProps {
  readonly value: string;
  /** What is copied, for the accessible name: "the command". */
  readonly what: string;
  /** Shows words and not only the glyph. */
  readonly wide?: boolean;
}

/** Copies a value; says so for two seconds. */
export function Copy({ value, what, wide = false }: CopyProps) {
  const { t } = useSay();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const label = copied ? t.common.copied : t.common.copyThis(what);
  const glyph = <Glyph name={copied ? 'done' : 'copy'} size={14} />;
  if (wide) {
    return (
      <Button variant="default" size="compact-md" leftSection={glyph} onClick={() => copy(value)}>
        {copied ? t.common.copied : t.common.copy}
      </Button>
    );
  }
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      aria-label={label}
      title={label}
      onClick={() => copy(value)}
    >
      {glyph}
    </ActionIcon>
  );
}
