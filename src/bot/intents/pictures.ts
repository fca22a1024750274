/** Names of everything that can be drawn, and what it is drawn of. The drawing itself is in `cards/`. */

export type PictureName =
  | 'help'
  | 'home'
  | 'my'
  | 'my-day'
  | 'agenda'
  | 'preview'
  | 'why'
  | 'catalogue'
  | 'conversation'
  | 'cancelled'
  | 'request'
  | 'request-form'
  | 'request-edit-form'
  | 'ask-form'
  | 'answer-form'
  | 'decline-form'
  | 'triage-form'
  | 'approval'
  | 'approval-entry'
  | 'reject-form'
  | 'send-back-form'
  | 'transfer-form'
  | 'add-form'
  | 'comment-form'
  | 'several-form'
  | 'progress'
  | 'progress-form'
  | 'progress-digest'
  | 'progress-choice'
  | 'progress-history'
  | 'progress-period'
  | 'digest'
  | 'digest-form'
  | 'digest-client'
  | 'digest-client-form'
  | 'issue'
  | 'risk'
  | 'absence'
  | 'absence-form'
  | 'sla'
  | 'survey'
  | 'survey-form'
  | 'stranger';

export type PictureRef = {
  readonly name: PictureName;
  /** The record's number, the person's id, … Two pictures with the same name and `of` are the same picture. */
  readonly of: string;
  /** What else the drawing needs; not part of its identity. */
  readonly input?: Readonly<Record<string, string>>;
};

export function pictureKey({ name, of }: PictureRef): string {
  return `${name}:${of}`;
}

/** A form is filled in where the person is; everything else that was asked for is a message of its own, kept true like any other. */
export function isForm({ name }: PictureRef): boolean {
  return name.endsWith('-form');
}
