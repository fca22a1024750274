/** Every picture there is, by name. */
import type { PictureName } from '../intents/pictures.ts';
import { agendaCard, previewCard } from './agenda-card.ts';
import { absenceCard, absenceForm } from './absence-card.ts';
import { approvalCard } from './approval-card.ts';
import { approvalEntry } from './approval-entry.ts';
import { addForm, commentForm, rejectForm, sendBackForm, transferForm } from './approval-forms.ts';
import { cancelledCard, catalogueCard, conversationCard, helpCard, strangerCard } from './desk-cards.ts';
import { dayCard } from './day-card.ts';
import { issueCard, riskCard } from './concern-card.ts';
import { digestCard } from './digest-card.ts';
import { digestClientCard } from './digest-client-card.ts';
import { digestClientForm, digestForm } from './digest-forms.ts';
import { myCard } from './my-card.ts';
import type { AnyPicture } from './picture.ts';
import { progressCard } from './progress-card.ts';
import { progressForm } from './progress-form.ts';
import { progressHistory } from './progress-history.ts';
import { progressChoice, progressPeriod } from './progress-lists.ts';
import { requestCard } from './request-card.ts';
import { answerForm, askForm, declineForm, requestEditForm, requestForm, triageForm } from './request-forms.ts';
import { severalForm } from './several-form.ts';
import { slaCard } from './sla-card.ts';
import { surveyCard, surveyForm } from './survey-card.ts';
import { whyCard } from './why-card.ts';

export const pictures: Readonly<Record<PictureName, AnyPicture>> = {
  help: helpCard,
  home: myCard,
  my: myCard,
  'my-day': dayCard,
  agenda: agendaCard,
  preview: previewCard,
  why: whyCard,
  catalogue: catalogueCard,
  conversation: conversationCard,
  cancelled: cancelledCard,
  stranger: strangerCard,
  request: requestCard,
  'request-form': requestForm,
  'request-edit-form': requestEditForm,
  'ask-form': askForm,
  'answer-form': answerForm,
  'decline-form': declineForm,
  'triage-form': triageForm,
  approval: approvalCard,
  'approval-entry': approvalEntry,
  'reject-form': rejectForm,
  'send-back-form': sendBackForm,
  'transfer-form': transferForm,
  'add-form': addForm,
  'comment-form': commentForm,
  'several-form': severalForm,
  progress: progressCard,
  'progress-form': progressForm,
  'progress-choice': progressChoice,
  'progress-history': progressHistory,
  'progress-period': progressPeriod,
  'progress-digest': digestCard,
  digest: digestCard,
  'digest-form': digestForm,
  'digest-client': digestClientCard,
  'digest-client-form': digestClientForm,
  issue: issueCard,
  risk: riskCard,
  absence: absenceCard,
  'absence-form': absenceForm,
  sla: slaCard,
  survey: surveyCard,
  'survey-form': surveyForm,
};
