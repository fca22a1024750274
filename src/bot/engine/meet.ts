/** Who is speaking: someone we know, someone we recognize by e-mail, or a stranger to be met politely. */
import type { Firm, Person } from '../../domain/firm.ts';
import type { PersonId, PlatformId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/language.ts';
import type { Platform, Profile, Speaker } from '../ports/platform.ts';
import { type Effect, say } from '../reactions/effects.ts';
import type { Wished } from './change.ts';

/** A profile that takes longer is left out: the gesture must be answered within three seconds. */
const PROFILE_TIMEOUT_MS = 1_500;

export type Meeting = { readonly person: Person; readonly met?: NonNullable<Wished['met']> };

async function profileOf(platform: Platform, account: string): Promise<Profile | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PROFILE_TIMEOUT_MS).unref();
  });
  const result = await Promise.race([platform.profile(account), late]);
  return result?.ok === true ? result.value : undefined;
}

/** A known person who spoke somewhere else last time is from now on reached here. */
export function again(person: Person, platform: PlatformId, account: string): Meeting {
  const first = person.accounts[0];
  if (first?.platform === platform && first.id === account) return { person };
  return {
    person,
    met: { people: [], accounts: [{ platform, id: account, person: person.id, used: true }], effects: [] },
  };
}

/** Someone whose account is new: joined to the person with the same e-mail address, or kept as a stranger and shown to the administrators. */
export async function meet(speaker: Speaker, platform: Platform, firm: Firm): Promise<Meeting> {
  const profile = await profileOf(platform, speaker.account);
  const account = { platform: platform.id, id: speaker.account };
  const email = profile?.email?.toLowerCase();
  const known =
    email === undefined ? undefined : [...firm.people.values()].find((person) => person.email?.toLowerCase() === email);
  if (known) {
    const person = { ...known, accounts: [account, ...known.accounts] };
    return { person, met: { people: [], accounts: [{ ...account, person: known.id, used: true }], effects: [] } };
  }
  const stranger: Person = {
    id: `${platform.id}-${speaker.account}` as PersonId,
    kind: 'stranger',
    name: profile?.name ?? speaker.name ?? speaker.account,
    ...(profile?.email === undefined ? {} : { email: profile.email }),
    roles: [],
    locale: profile?.locale ?? speaker.locale ?? (firm.locale satisfies Locale),
    zone: profile?.zone ?? firm.zone,
    accounts: [account],
  };
  return {
    person: stranger,
    met: {
      people: [stranger],
      accounts: [{ ...account, person: stranger.id, used: true }],
      effects: announce(stranger, firm),
    },
  };
}

function announce({ name, accounts }: Person, firm: Firm): readonly Effect[] {
  const [account] = accounts;
  if (!account) return [];
  const admins = [...firm.people.values()].filter(({ roles }) => roles.includes('admin'));
  return admins.map(({ id }) =>
    say({ person: id }, { type: 'stranger.met', name, platform: account.platform, account: account.id }),
  );
}
