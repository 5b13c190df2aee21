/** Labels of the command palette. */
export const paletteEn = {
  placeholder: 'What do you want to do?',
  none: 'No command is called so.',
  copied: (line: string) => `Copied: ${line}`,
  elsewhere: 'This is done on the command line or in Slack; paste it there.',
  onLease: 'Choose the lease: what can be done with it stands on its card.',
};

export const paletteJa = {
  placeholder: '何をしますか',
  none: 'その名前のコマンドはありません。',
  copied: (line: string) => `コピーしました: ${line}`,
  elsewhere: 'コマンドラインか Slack で行う操作です。そこに貼り付けてください。',
  onLease: '貸出を選んでください。できることはカードに表示されます。',
} satisfies typeof paletteEn;
