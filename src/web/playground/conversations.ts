/** The conversations a person has: their home, their direct chat with the bot, and the rooms of the desks they work at. */
import { directChat, homeChat } from '../../bot/platforms/playground/chats.ts';
import { PLAYGROUND } from '../../bot/platforms/playground/index.ts';
import { deskOf, type Firm } from '../../domain/firm.ts';
import type { DepartmentId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/language.ts';
import type { Persona } from './people.ts';
import { pageWords } from './words.ts';

export type Conversation = {
  readonly chat: string;
  readonly kind: 'home' | 'direct' | 'room';
  readonly name: string;
  readonly note: string;
};

export function roomOf(firm: Firm, department: DepartmentId): string | undefined {
  return firm.desks.get(department)?.find(({ platform }) => platform === PLAYGROUND)?.chat;
}

function rooms(firm: Firm, persona: Persona, locale: Locale): readonly Conversation[] {
  const words = pageWords[locale];
  return [...firm.desks.keys()].flatMap((department) => {
    const desk = deskOf(firm, department);
    const chat = roomOf(firm, department);
    const inside = chat !== undefined && desk.some(({ id }) => id === persona.person?.id);
    const name = words.desk(firm.departments.get(department)?.name ?? department);
    return inside ? [{ chat, kind: 'room', name, note: words.deskNote(desk.length) } as const] : [];
  });
}

export function conversationsOf(firm: Firm, persona: Persona, locale: Locale): readonly Conversation[] {
  const words = pageWords[locale];
  return [
    { chat: directChat(persona.account), kind: 'direct', name: words.direct, note: words.directNote },
    { chat: homeChat(persona.account), kind: 'home', name: words.home, note: words.homeNote },
    ...rooms(firm, persona, locale),
  ];
}
