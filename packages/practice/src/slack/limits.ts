/**
 * Limits that Slack publishes.
 * Source: docs.slack.dev, reference/block-kit, reference/views, surfaces/modals,
 * interactivity/handling-user-interaction.
 */
export const LIMITS = {
  messageBlocks: 50,
  attachments: 100,
  attachmentText: 40_000,
  viewBlocks: 100,
  viewBytes: 250_000,
  modalDepth: 3,
  /** Slack cuts longer posts off, or refuses them with `msg_too_long`; practice always refuses. */
  postText: 40_000,
  /** Not in the reference, but met by many: `chat.update` answers `msg_too_long` to longer updates. */
  updateText: 4_000,
  sectionText: 3_000,
  fieldText: 2_000,
  fields: 10,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  markdownText: 12_000,
  labelText: 2_000,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  actionId: 255,
  blockId: 255,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  choiceOptions: 10,
  overflowOptions: 5,
  placeholder: 150,
  inputLength: 3_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  triggerMs: 3_000,
  hookUses: 5,
  hookMs: 30 * 60_000,
  ticketMs: 30_000,
  connections: 10,
  /** Not Slack's: practice is no place for large files, and keeps the newest few. */
  fileBytes: 1_000_000,
  /** Of the file, and of the block that shows it. */
  fileAltText: 1000,
  altText: 2000,
  keptFiles: 20,
  /** Not Slack's: practice keeps the newest of each channel, so that weeks of it stay quick. */
  keptMessages: 1_000,
} as const;
