import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/*
 * The scripts ask `sekisho complete`, so that what they offer is what this version and this server
 * have. Answers are read line by line and never evaluated.
 */
const scripts: Readonly<Record<string, string>> = {
  bash: `_sekisho() {
  mapfile -t COMPREPLY < <(sekisho complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _sekisho sekisho
`,
  zsh: `#compdef sekisho
_sekisho() {
  local -a found
  found=("\${(@f)$(sekisho complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
  if [[ -n "$found[1]" ]]; then
    compadd -a found
  else
    _files
  fi
}
compdef _sekisho sekisho
`,
  fish: `function __sekisho_complete
  set -l before (commandline -opc)
  set -l current (commandline -ct)
  sekisho complete -- $before[2..-1] "$current" 2>/dev/null
end
complete -c sekisho -f -a '(__sekisho_complete)'
`,
};

/** Prints the completion script of a shell. */
export async function completion(host: Host, { words }: Asked): Promise<number> {
  const [shell = ''] = words;
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script === undefined || words.length > 1) {
    throw new Failure('bad-input', say(host, 'which-shell'));
  }
  await host.stdout.write(script);
  return 0;
}
