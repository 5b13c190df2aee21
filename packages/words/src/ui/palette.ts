/** Labels of the command palette. */
export const paletteEn = {
  placeholder: 'What do you want to do?',
  none: 'No command is called so.',
  needs: (role: string) => `only for: ${role}`,
  onLease: 'Choose the lease: what can be done with it stands on its card.',
};

export const paletteJa = {
  placeholder: '何をしますか',
  none: 'その名前のコマンドはありません。',
  needs: (role: string) => `必要な役割: ${role}`,
  onLease: '貸出を選んでください。できることはカードに表示されます。',
} satisfies typeof paletteEn;
