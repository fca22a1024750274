/** The spelling of the platform's ids. Anything else never reaches a path: the SDK does not escape path parameters. */
const spelling = /^(om|oc|ou|on|cli)_[A-Za-z0-9_-]{1,120}$/;

export function isIdentifier(text: string): boolean {
  return spelling.test(text);
}

/** People are addressed by their `open_id`, which is theirs in this app only. */
export function isPerson(id: string): boolean {
  return id.startsWith('ou_') && isIdentifier(id);
}

export function isChat(id: string): boolean {
  return id.startsWith('oc_') && isIdentifier(id);
}

export function isMessage(id: string): boolean {
  return id.startsWith('om_') && isIdentifier(id);
}
