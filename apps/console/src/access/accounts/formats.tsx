import { NativeSelect } from '@mantine/core';
import {
  awsConfigSections,
  awsVaultSections,
  extendSwitchRolesSections,
  grantedSections,
  portalPage,
  sectionsText,
} from '@sekisho/accounts';
import type { OutputOf } from '@sekisho/contract';
import { accessWordsIn } from '@sekisho/words/access';
import { useState } from 'react';
import { Copy } from '../../shared/copy.tsx';
import { useSay } from '../../shared/say.ts';
import classes from '../access.module.css';

const formats = {
  'aws-config': { place: '~/.aws/config', text: textOf(awsConfigSections) },
  'aws-vault': { place: '~/.aws/config', text: textOf(awsVaultSections) },
  'extend-switch-roles': {
    place: 'AWS Extend Switch Roles',
    text: textOf(extendSwitchRolesSections),
  },
  granted: { place: '~/.aws/config (Granted)', text: textOf(grantedSections) },
  portal: { place: 'Markdown', text: portalPage },
} as const;
type Format = keyof typeof formats;

/** The map in the form that another tool reads, to copy. */
export function Formats({ map }: { readonly map: OutputOf<'access.accounts'> }) {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const [format, setFormat] = useState<Format>('aws-config');
  const { place, text } = formats[format];
  const written = text(map);
  return (
    <div className={classes.formats}>
      <NativeSelect
        label={words.format}
        description={words.formatHow(place)}
        data={Object.keys(formats)}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as Format)}
      />
      <div>
        <Copy value={written} what={words.theText} wide />
      </div>
      <pre
        className={classes.text}
        data-testid="format-text"
        role="region"
        tabIndex={0}
        aria-label={words.theText}
      >
        {written}
      </pre>
    </div>
  );
}

function textOf(
  sectionsOf: (map: OutputOf<'access.accounts'>) => Parameters<typeof sectionsText>[0],
) {
  return (map: OutputOf<'access.accounts'>) => sectionsText(sectionsOf(map));
}
