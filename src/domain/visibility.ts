/** Who may look at which record. A client sees their own firm's requests only; approvals and reports are internal. */
import type { Absence } from './absence.ts';
import type { Approval } from './approval/approval-state.ts';
import { peopleIn } from './approval/line.ts';
import type { Concern } from './concerns.ts';
import { type CycleId, leadOf, subjectOf } from './cycle.ts';
import type { Digest } from './digest.ts';
import { headsFor, makersOf } from './digest-people.ts';
import type { PersonId } from './ids.ts';
import { deskOf, type Firm, type Person, type Role } from './firm.ts';
import type { Progress } from './progress.ts';
import type { Request } from './request-state.ts';
import type { Survey } from './survey.ts';

function has(person: Person, ...any: readonly Role[]): boolean {
  return person.kind === 'staff' && person.roles.some((role) => any.includes(role));
}

/** The requester, contacts of the same client, the desk and its head, and those who watch over the firm. */
export function mayViewRequest(request: Request, person: Person, firm: Firm): boolean {
  if (person.id === request.askedBy) return true;
  if (person.kind === 'contact') return person.client !== undefined && person.client === request.client;
  if (has(person, 'management', 'quality', 'admin', 'auditor')) return true;
  if (person.kind !== 'staff') return false;
  const asker = firm.people.get(request.askedBy)?.department;
  const headOfAsker = asker !== undefined && firm.departments.get(asker)?.head === person.id;
  return headOfAsker || deskOf(firm, request.team).some(({ id }) => id === person.id);
}

/** Those who were or will be asked, also when they have handed it over, and whoever of the firm may see the request itself. */
export function mayViewApproval(approval: Approval, request: Request, person: Person, firm: Firm): boolean {
  if (person.kind !== 'staff') return false;
  const asked = approval.steps.some((step) => peopleIn(step).includes(person.id));
  const moved = approval.moves.some(({ by, onBehalfOf, to }) => [by, onBehalfOf, to].includes(person.id));
  return asked || moved || mayViewRequest(request, person, firm);
}

export function mayViewProgress(progress: Progress, person: Person, firm: Firm): boolean {
  return person.id === progress.person || mayViewCycle(progress.cycle, person, firm);
}

/** Who makes its digest, and management; of a project its members too, and the heads of their departments. */
export function mayViewCycle(cycle: CycleId, person: Person, firm: Firm): boolean {
  if (person.kind !== 'staff') return false;
  if (person.id === leadOf(cycle, firm) || has(person, 'management')) return true;
  const of = subjectOf(cycle);
  const members = 'project' in of ? (firm.projects.get(of.project)?.members ?? []) : [];
  const heads = members.flatMap((member) => {
    const department = firm.people.get(member)?.department;
    return (department === undefined ? undefined : firm.departments.get(department)?.head) ?? [];
  });
  return [...members, ...heads].includes(person.id);
}

/** The contact it was sent to; of the firm, who did the work, the account manager, management and quality. */
export function mayViewSurvey(survey: Survey, person: Person, firm: Firm): boolean {
  if (person.id === survey.contact) return true;
  if (person.kind !== 'staff') return false;
  const close = person.id === survey.owner || person.id === firm.clients.get(survey.client)?.manager;
  return close || has(person, 'management', 'quality', 'admin');
}

/** Whoever is away and whoever speaks for them; the head of the department, management and the administrators. */
export function mayViewAbsence(absence: Absence, person: Person, firm: Firm): boolean {
  if (person.kind !== 'staff') return false;
  const department = firm.people.get(absence.person)?.department;
  const head = department === undefined ? undefined : firm.departments.get(department)?.head;
  const close = person.id === absence.person || person.id === absence.delegate || person.id === head;
  return close || has(person, 'management', 'admin');
}

/** Before it goes out: whoever makes it. Afterwards also the heads it was sent to, and those who watch over the firm. Never a client. */
export function mayViewDigest(digest: Digest, person: Person, firm: Firm): boolean {
  if (person.kind !== 'staff') return false;
  if (person.id === digest.lead || makersOf(digest.lead, firm).includes(person.id)) return true;
  if (digest.status === 'drafting') return false;
  return headsFor(digest.cycle, firm).includes(person.id) || has(person, 'management', 'quality', 'admin');
}

/** The client's own version: its contacts, and those of the firm who may read the digest. */
export function mayViewClientVersion(digest: Digest, person: Person, firm: Firm): boolean {
  if (digest.forClient === undefined) return false;
  if (person.kind === 'contact') return person.client !== undefined && person.client === digest.client;
  return mayViewDigest(digest, person, firm);
}

/** Who reported it and who owns it, the heads of their departments, and those who watch over the firm. Never a client. */
export function mayViewConcern(concern: Concern, person: Person, firm: Firm): boolean {
  if (person.kind !== 'staff') return false;
  const headOf = (id: PersonId): PersonId | undefined => {
    const department = firm.people.get(id)?.department;
    return department === undefined ? undefined : firm.departments.get(department)?.head;
  };
  const { by, owner } = concern;
  const close = [by, owner, headOf(by), headOf(owner), ...makersOf(owner, firm)].includes(person.id);
  return close || has(person, 'management', 'quality', 'admin');
}
