/** Slack's numbers, each with the page that states it. Characters are Unicode code points. */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const blocksPerMessage = 50;
export const blocksPerView = 100;
/** Undocumented: about 13,200 characters over all blocks answer `msg_blocks_too_long`. https://github.com/slackapi/bolt-js/issues/2509 */
export const charactersPerMessage = 12_000;

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const textLength = 3000;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const fieldsPerSection = 10;
export const fieldLength = 2000;
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const headerLength = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const buttonsPerRow = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const buttonTextLength = 75;
export const buttonValueLength = 2000;
export const actionIdLength = 255;
/** https://docs.slack.dev/reference/block-kit/blocks/image-block : of its title, and of what is read aloud. */
export const imageTextLength = 2000;
/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const altTextLength = 1000;
/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputLabelLength = 2000;
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const inputLength = 3000;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const optionTextLength = 75;
export const optionValueLength = 150;
/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: 100 options, or 100 groups of 100. */
export const optionsPerGroup = 100;
export const groupsPerSelect = 100;
/** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export const radioButtons = 10;
/** https://docs.slack.dev/reference/views/modal-views */
export const viewTitleLength = 24;
export const viewMemoryLength = 3000;
export const viewNameLength = 255;

/** Text beside blocks is what notifications show. `chat.update` refuses more than 4,000. https://docs.slack.dev/reference/methods/chat.update */
export const summaryLength = 3000;

/** Requests older, or further ahead, are refused. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signatureAgeMs = 5 * 60_000;
/** Ours: far above anything Slack sends (a view is at most 250 KB). */
export const bodyBytes = 1024 * 1024;
/** Slack waits 3 s for an answer to a gesture; the rest is for the way. https://docs.slack.dev/interactivity/handling-user-interaction */
export const answerWithinMs = 2500;

/** "1 message per second per channel", "several hundred per minute" for a workspace. https://docs.slack.dev/apis/web-api/rate-limits */
export const messagesPerChannelPerSecond = 1;
export const messagesPerAppPerSecond = 5;
/** An app's own messages have no edit window unless the workspace sets one (`edit_window_closed` tells). https://docs.slack.dev/reference/methods/chat.update */
export const editableDays = 3650;
/**
 * A file can be shown some moments after it is complete, which no answer tells: https://github.com/slackapi/python-slack-sdk/issues/1521.
 * How long a refusal is taken for that, and the pause between two looks.
 */
export const fileProcessingMs = 12_000;
export const fileLookMs = 2000;
/** Ours: how long no picture is tried after Slack has refused one for good. */
export const uploadPauseMs = 10 * 60_000;
/** Ours: files this process knows without asking the database. */
export const filesRememberedHere = 500;
/** Our patience with one call of the Web API. */
export const callMs = 8000;
