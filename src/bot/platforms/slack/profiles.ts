/** What Slack knows of a person. */
import { type WebClient, WebAPIPlatformError } from '@slack/web-api';
import type { Platform, Profile } from '../../ports/platform.ts';
import type { Attempt } from './calls.ts';

type Locale = NonNullable<Profile['locale']>;
type SlackUser = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

/** https://docs.slack.dev/reference/methods/users.info. The address needs the scope users:read.email. */
export function makeProfile(client: WebClient, attempt: Attempt): Platform['profile'] {
  return (account) =>
    attempt('update', async () => {
      const { user } = await client.users.info({ user: account, include_locale: true });
      return profileOf(account, user);
    });
}

/** https://docs.slack.dev/reference/methods/users.lookupByEmail. Nobody with the address is an error there, and an answer here. */
export function makeAccountOf(client: WebClient, attempt: Attempt): Platform['accountOf'] {
  return (email) =>
    attempt('update', async () => {
      try {
        return (await client.users.lookupByEmail({ email })).user?.id;
      } catch (error) {
        if (error instanceof WebAPIPlatformError && error.data.error === 'users_not_found') return undefined;
        throw error;
      }
    });
}

/** People's languages are asked for once; unknown ones get English. */
export function makeLocaleOf(profile: Platform['profile']): (account: string) => Promise<Locale> {
  const known = new Map<string, Locale>();
  return async (account) => {
    const before = known.get(account);
    if (before) return before;
    const found = await profile(account);
    if (!found.ok) return 'en-US';
    const locale = found.value.locale ?? 'en-US';
    known.set(account, locale);
    return locale;
  };
}

function profileOf(account: string, user: SlackUser | undefined): Profile {
  const names = [user?.profile?.real_name, user?.real_name, user?.profile?.display_name, user?.name];
  const locale = localeFor(user?.locale);
  return {
    name: names.find((name) => name?.trim()) ?? account,
    ...(user?.profile?.email && { email: user.profile.email }),
    ...(locale && { locale }),
    ...(user?.tz && { zone: user.tz }),
  };
}

function localeFor(tag: string | undefined): Locale | undefined {
  if (tag?.startsWith('zh')) return 'zh-CN';
  return tag?.startsWith('en') ? 'en-US' : undefined;
}
