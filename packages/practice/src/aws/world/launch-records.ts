/* What launches and their templates are told in detail. */

export interface MetadataOptions {
  readonly httpTokens: 'optional' | 'required';
  readonly hopLimit: number;
  readonly instanceTags: 'enabled' | 'disabled';
}

/** What a client token launched; kept for 24 h after the last of its instances ended. */
export interface LaunchToken {
  readonly parameters: string;
  readonly instanceIds: readonly string[];
}

/** What a version says for launches that say nothing themselves. */
export interface TemplateSettings {
  readonly httpTokens: 'optional' | 'required';
  readonly instanceTags: 'enabled' | 'disabled';
  readonly shutdown: 'stop' | 'terminate';
  /** Null: the subnet decides. */
  readonly publicAddress: boolean | null;
}
