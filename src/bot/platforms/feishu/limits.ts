/** Every number this platform imposes on us, each with the page it comes from. */

/** https://open.feishu.cn/document/server-docs/im-v1/message/create : 5 a second into one chat and to one person. */
export const perChatPerSecond = 5;
/** Same page: 1,000 a minute *and* 50 a second; the first bound trips much earlier under a steady load. */
export const perAppPerSecond = 16;
/** https://open.feishu.cn/document/server-docs/im-v1/message-card/patch : code 230031 after 14 days. */
export const editableDays = 14;
/** https://open.feishu.cn/document/server-docs/im-v1/message/create : `uuid` has at most 50 characters and counts for one hour. */
export const uuidLength = 50;
/** Same page, code 230025: a card has 30 KB. A margin is kept because the platform measures its own spelling of our JSON. */
export const cardBytes = 30_000;
/** https://open.feishu.cn/document/feishu-cards/card-json-v2-structure : code 300305, every object with a `tag` counts. */
export const cardElements = 200;
/** https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/chart : at most five in one card. */
export const cardCharts = 5;
/** https://open.feishu.cn/document/server-docs/im-v1/message/create : text has 150 KB; nobody reads a tenth of this. */
export const textCharacters = 20_000;
/** https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/button */
export const buttonLabel = 100;
/** https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/input : `max_length` 1 to 1,000. */
export const inputLength = 1000;
/** Same page: a placeholder has at most 100 characters. */
export const placeholderLength = 100;
/** A toast is one line on a phone; the platform documents no bound. */
export const toastLength = 300;

/** https://open.feishu.cn/document/feishu-cards/card-callback-communication : a card callback is answered within 3 s and never sent again. */
export const callbackMs = 3000;
/** The rest of these 3 s is for the way. */
export const answerWithinMs = 2500;
/** How much of these 3 s may go into posting a form elsewhere before the toast that says so. */
export const formPostMs = 1500;

/** Our own: nothing the platform sends comes near this. */
export const bodyBytes = 1024 * 1024;
/** Our own: how far a signed timestamp may be from real time. */
export const signatureWindowMs = 5 * 60_000;
/** Our own: one API call. */
export const callMs = 8000;
/** Our own: pause between attempts to reach the platform while it is away. */
export const reconnectMs = 5000;
/** Our own: direct chats remembered, so that a form can be drawn in place. */
export const rememberedDirects = 20_000;

/** https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create : at most 300 tasks in one instance. */
export const approvalTasks = 300;
/** Same page: a list shows the first three facts of an instance, of 2,048 characters in all. */
export const approvalFacts = 3;
export const approvalFactLength = 320;
/** Our own: a list shows one line. */
export const approvalTitleLength = 200;
/**
 * https://open.feishu.cn/document/server-docs/approval-v4/external_approval/quick-approval-callback : answered within 10 s.
 * A second is left for the way; how much of the rest may go into finding out who pressed.
 */
export const approvalAnswerMs = 9000;
export const approvalLookUpMs = 4000;
/** Our own: how long, and how many, people's ids are remembered. */
export const rememberedUserMs = 10 * 60_000;
export const rememberedUsers = 5000;
