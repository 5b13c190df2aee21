import { Button, TextInput } from '@mantine/core';
import { editorWordsIn } from '@sekisho/words/slo';
import { Copy } from '../../shared/copy.tsx';
import { download } from '../../shared/download.ts';
import { useSay } from '../../shared/say.ts';
import classes from './edit.module.css';
import { isFile } from './use-preview.ts';

interface IntoGitProps {
  readonly file: string;
  readonly text: string;
  /** Whether the server has this file: then its name is given. */
  readonly exists: boolean;
  readonly onFile: (file: string) => void;
}

/** Where the text goes from here: nothing is saved by this page. */
export function IntoGit({ file, text, exists, onFile }: IntoGitProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const name = file.split('/').at(-1) ?? file;
  return (
    <>
      <div className={classes.acts}>
        <TextInput
          label={words.file}
          description={words.fileHelp}
          value={file}
          readOnly={exists}
          error={isFile(file) ? null : words.fileWrong}
          onChange={(event) => onFile(event.currentTarget.value.trim())}
        />
        <Copy value={text} what={words.text} wide />
        <Button
          variant="default"
          size="compact-md"
          onClick={() => download(name, text, 'application/yaml')}
        >
          {words.download}
        </Button>
      </div>
      <p>{words.belongs(file)}</p>
    </>
  );
}
