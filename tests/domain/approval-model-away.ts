/** The plain account of being away: who speaks for whom. It asks none of the rules. */
export const colleagues = ['wang', 'li', 'chen', 'xu', 'zhao', 'sun'];
export const heads: Readonly<Record<string, string>> = { wang: 'li', li: 'li', chen: 'chen', xu: 'chen' };
export const manager = 'zhao';
export const administrator = 'sun';

/** Who is away, and whom each has named for what is being asked here. */
export type Away = Map<string, string | undefined>;

/** The first along the line of delegates who is here; else whoever is up the line and here. Never whoever asked. */
export function deputyOf(person: string, requester: string, away: Away): string | undefined {
  if (!away.has(person)) return undefined;
  const met = new Set<string>();
  let last = away.get(person);
  while (last !== undefined && away.has(last) && !met.has(last)) {
    met.add(last);
    last = away.get(last);
  }
  return [last, heads[person], manager, administrator].find(
    (one) => one !== undefined && one !== person && one !== requester && colleagues.includes(one) && !away.has(one),
  );
}
