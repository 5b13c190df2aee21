/** IAM actions that the least privilege of an installation is made of. */
export interface IamActions {
  /** What ops servers need: calls, and what AWS asks for besides. */
  readonly opsServers: readonly string[];
  /** What lending permission sets needs, in the account where Identity Center is administered. */
  readonly access: readonly string[];
  /** What the role of the schedules that remove access needs. */
  readonly accessRemoval: readonly string[];
  /** What ending live sessions needs, by a role of its own. */
  readonly liveSessions: readonly string[];
  /** What lending roles to CI jobs needs, in the account of the roles. */
  readonly ci: readonly string[];
  /** What the role that looks at an account's roles needs, in each account that is looked at. */
  readonly look: readonly string[];
  /** What keeping backups in S3 needs, and what bringing them back does. */
  readonly backup: readonly string[];
  readonly restore: readonly string[];
  /** What keeping checkpoints, and looking at what is kept, needs of Sekisho's own identity. */
  readonly keeping: readonly string[];
  /** What reading sessions and their recordings needs, in each account with ops servers. */
  readonly recordings: readonly string[];
  /** What the doctor reads besides, in each account with ops servers. */
  readonly doctor: readonly string[];
  /** What it reads besides in the account where Identity Center is administered. */
  readonly doctorAccess: readonly string[];
  /** What Packer needs to build the image of ops servers. */
  readonly imageBuild: readonly string[];
  /** What publishing images of ops servers needs, what making one current does, and what looking at a canary does. */
  readonly imagePublish: readonly string[];
  readonly imagePromote: readonly string[];
  readonly imageInspect: readonly string[];
  /** What the sources of SLOs need; each one only those of its service. */
  readonly sources: readonly string[];
}

/** Every IAM action of the adapters. They are declared beside the calls, so that asking loads the whole SDK. */
export async function iamActions(): Promise<IamActions> {
  const { actions, impliedActions } = await import('./actions.ts');
  const { accessActions, impliedAccessActions, removalActions } = await import(
    './access-actions.ts'
  );
  const { impliedSessionActions, sessionActions } = await import('./session-actions.ts');
  const { ciActions, impliedCiActions } = await import('./ci-actions.ts');
  const { lookActions } = await import('./look-actions.ts');
  const { readActions, writeActions } = await import('./backup-store/s3-backup-store.ts');
  const { keepingActions } = await import('./keeping-actions.ts');
  const { impliedReadingActions, readingActions } = await import('./recording-actions.ts');
  const { doctorAccessActions, doctorActions } = await import('./doctor-actions.ts');
  const { buildActions, impliedBuildActions } = await import('./images/build-actions.ts');
  const images = await import('./images/actions.ts');
  const { impliedSourceActions, sourceActions } = await import('./source-actions.ts');
  return {
    opsServers: [...actions, ...impliedActions],
    access: [...accessActions, ...impliedAccessActions],
    accessRemoval: removalActions,
    liveSessions: [...sessionActions, ...impliedSessionActions],
    ci: [...ciActions, ...impliedCiActions],
    look: lookActions,
    doctor: doctorActions,
    doctorAccess: doctorAccessActions,
    backup: writeActions,
    restore: readActions,
    keeping: keepingActions,
    imageBuild: [...buildActions, ...impliedBuildActions],
    imagePublish: images.publishActions,
    imagePromote: [...images.promoteActions, ...images.impliedPromoteActions],
    imageInspect: images.inspectActions,
    recordings: [...readingActions, ...impliedReadingActions],
    sources: [...sourceActions, ...impliedSourceActions],
  };
}
