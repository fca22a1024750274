/** Where an entry leads: to the bot's own chat, in which the card of the same approval stands. */
export type Links = { readonly pc_link: string; readonly mobile_link: string };

/** https://open.feishu.cn/document/common-capabilities/applink-protocol/supported-protocol/open-a-bot ; Lark has a domain of its own. */
export function botChat(appId: string, baseUrl: string): Links {
  const domain = new URL(baseUrl).hostname.endsWith('larksuite.com') ? 'larksuite.com' : 'feishu.cn';
  const link = `https://applink.${domain}/client/bot/open?appId=${encodeURIComponent(appId)}`;
  return { pc_link: link, mobile_link: link };
}
