/** How the page talks to the server: one gesture, one key, one answer. */

export type Shown = {
  readonly toast?: { readonly text: string; readonly tone: string };
  readonly dialog?: { readonly html: string; readonly chat: string; readonly message: string };
  readonly card?: { readonly html: string };
  readonly problems?: Readonly<Record<string, string>>;
  readonly said?: { readonly html: string };
  readonly now?: number;
  /** Nothing was done; the same gesture may be sent again with the same key. */
  readonly failed?: true;
};

/** What the server wrote on the page about who looks at what. */
export const facts = document.documentElement.dataset;

export const fact = (name: string): string => facts[name] ?? '';

/** Random bytes, not `randomUUID`: that one is missing where the page is opened over plain http by another name. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export async function post(gesture: string, body: Record<string, unknown>): Promise<Shown> {
  const lost: Shown = { toast: { text: fact('failed'), tone: 'bad' }, failed: true };
  try {
    const response = await fetch(`/playground/${gesture}?${fact('query')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Shown;
    return response.ok ? answer : { ...lost, ...answer };
  } catch {
    return lost;
  }
}
