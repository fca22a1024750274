/** The shape of the page's words: a missing one does not compile. */
export const tabs = ['events', 'records', 'posts', 'agenda', 'audit'] as const;
export type Tab = (typeof tabs)[number];

export const travels = ['hour', 'morning', 'ask'] as const;
/** One hour on, the next working morning, the firm's weekly asking time. */
export type Travel = (typeof travels)[number];

export type PageWords = {
  readonly product: string;
  readonly playground: string;
  readonly description: string;
  readonly skip: string;
  readonly needsScript: string;
  /** Its own name. */
  readonly language: string;
  readonly you: string;
  readonly switchPerson: string;
  readonly firmWide: string;
  readonly others: string;
  readonly stranger: string;
  readonly strangerNote: string;
  readonly contactOf: (client: string) => string;
  readonly headOf: (department: string) => string;
  readonly role: Readonly<
    Record<'staff' | 'pm' | 'management' | 'quality' | 'admin' | 'auditor' | 'committee', string>
  >;
  readonly conversations: string;
  /** Short, for the bar at the bottom of a phone. */
  readonly chats: string;
  readonly home: string;
  readonly homeNote: string;
  readonly direct: string;
  readonly directNote: string;
  readonly desk: (department: string) => string;
  readonly deskNote: (members: number) => string;
  readonly unread: string;
  readonly talk: string;
  readonly emptyDirect: (name: string) => string;
  /** Where a newcomer has come to. */
  readonly emptyDirectHint: (firm: string, name: string) => string;
  /** What can be done on this page, one line each: be anybody, watch, let time pass. */
  readonly firstSteps: readonly [string, string, string];
  readonly emptyRoom: string;
  readonly emptyHome: string;
  /** Something has arrived below what is in sight. */
  readonly newBelow: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly dismiss: string;
  readonly close: string;
  readonly write: string;
  readonly writeRoom: string;
  readonly send: string;
  readonly sendHint: string;
  readonly chips: string;
  readonly happened: string;
  readonly happenedNote: string;
  readonly hidePanel: string;
  readonly showPanel: string;
  readonly tab: Readonly<Record<Tab, string>>;
  readonly postedTo: (place: string) => string;
  readonly nothing: Readonly<Record<Tab, string>>;
  readonly clock: string;
  readonly travel: Readonly<Record<Exclude<Travel, 'ask'>, string>>;
  readonly next: (moment: string) => string;
  readonly travelling: string;
  readonly arrived: (moment: string) => string;
  readonly stillPending: (count: number) => string;
  readonly lost: string;
  readonly offline: string;
  readonly tour: TourWords;
};

export type TourWords = {
  readonly title: string;
  readonly hide: string;
  readonly show: string;
  readonly steps: readonly [string, string, string, string, string];
  readonly ask: (who: string, service: string) => string;
  /** Asked already; the service is still to be chosen and its form filled in. */
  readonly choose: (who: string, service: string) => string;
  /** `button` is in the language of whoever presses it. */
  readonly take: (who: string, title: string, button: string) => string;
  readonly answer: (who: string, title: string, button: string) => string;
  readonly approve: (who: string, title: string, button: string) => string;
  readonly finish: (who: string, title: string, button: string) => string;
  readonly survey: (who: string) => string;
  readonly over: (moment: string) => string;
  /** Declined or withdrawn: the story is over before its end. */
  readonly again: (who: string, title: string) => string;
  readonly go: (who: string) => string;
  /** Same person, other conversation. */
  readonly goThere: string;
  /** The words of the first step are put into the line to write on. */
  readonly writeForMe: string;
  readonly here: string;
  readonly phrase: (service: string) => string;
};
