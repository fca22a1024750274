/** Checks definitions and instances as the approval centre's pages demand. Answers what is wrong, in words. */
import { isJson, type Json, list, show, str } from './workspace.ts';

const locales = new Set(
  'zh-CN en-US ja-JP zh-HK zh-TW de-DE es-ES fr-FR id-ID it-IT ko-KR pt-BR th-TH vi-VN'.split(' '),
);
const instanceStates = new Set('PENDING APPROVED REJECTED CANCELED DELETED HIDDEN TERMINATED'.split(' '));
const taskStates = new Set('PENDING APPROVED REJECTED TRANSFERRED DONE'.split(' '));
const definitionProperties =
  'approval_name approval_code group_code group_name description external viewers i18n_resources managers';
const externalProperties =
  'biz_name biz_type create_link_mobile create_link_pc support_pc support_mobile support_batch_read action_callback_url action_callback_token action_callback_key allow_batch_operate exclude_efficiency_statistics';
const instanceProperties =
  'approval_code status extra instance_id links title form user_id user_name open_id department_id department_name start_time end_time update_time display_method update_mode task_list cc_list i18n_resources';
const taskProperties =
  'task_id user_id open_id title links status extra create_time end_time update_time action_context action_configs display_method exclude_statistics node_id node_name generate_type';

/** Every text of a body, in one language; what a language lacks is said in the default one. */
export function textsOf(body: Json, locale: string): ReadonlyMap<string, string> {
  const resources = list(body.i18n_resources).filter(isJson);
  const byDefault = resources.filter(({ is_default }) => is_default === true);
  const own = resources.filter((resource) => resource.locale === locale);
  const pairs = [...byDefault, ...own].flatMap(({ texts }) => list(texts).filter(isJson));
  return new Map(pairs.map(({ key, value }) => [str(key), str(value)]));
}

function unknownProperties(body: Json, known: string, where: string): readonly string[] {
  const names = new Set(known.split(' '));
  return Object.keys(body).flatMap((name) => (names.has(name) ? [] : [`${where} has no property ${name}`]));
}

function resourceFaults(body: Json): readonly string[] {
  const resources = list(body.i18n_resources).filter(isJson);
  const defaults = resources.filter(({ is_default }) => is_default === true);
  return [
    ...(defaults.length === 1 ? [] : [`${defaults.length} default languages`]),
    ...resources.flatMap(({ locale }) => (locales.has(str(locale)) ? [] : [`no language ${show(locale)}`])),
    ...resources.flatMap(({ texts }) =>
      list(texts)
        .filter(isJson)
        .flatMap(({ key, value }) =>
          str(key).startsWith('@i18n@') && str(value) !== '' ? [] : [`text ${show(key)}: ${show(value)}`],
        ),
    ),
  ];
}

/** Each of these is a key that the default language knows. */
function keyFaults(body: Json, keys: readonly unknown[], where: string): readonly string[] {
  const texts = textsOf(body, '');
  return keys.flatMap((key) => (texts.has(str(key)) ? [] : [`${where}: ${show(key)} is no key of a text`]));
}

const isLink = (link: unknown): boolean => /^https?:\/\/\S+$/.test(str(link));
const isMoment = (at: unknown): boolean => /^\d{13}$/.test(str(at));

function linkFaults(links: unknown, where: string): readonly string[] {
  const given = isJson(links) ? [links.pc_link, links.mobile_link].filter((link) => link !== undefined) : [];
  return given.length > 0 && given.every(isLink) ? [] : [`${where}: no links`];
}

function extraFaults(extra: unknown, where: string): readonly string[] {
  if (extra === undefined) return [];
  try {
    return isJson(JSON.parse(str(extra))) ? [] : [`${where}: extra is no object`];
  } catch {
    return [`${where}: extra is no JSON`];
  }
}

export function lintDefinition(body: Json): readonly string[] {
  const external = isJson(body.external) ? body.external : {};
  const named = [body.approval_name, body.group_name, body.description, external.biz_name];
  return [
    ...unknownProperties(body, definitionProperties, 'a definition'),
    ...unknownProperties(external, externalProperties, 'external'),
    ...resourceFaults(body),
    ...keyFaults(
      body,
      named.filter((key) => key !== undefined),
      'a definition',
    ),
    ...(str(body.approval_code) === '' || str(body.group_code) === '' ? ['a definition without codes'] : []),
    ...(external.support_pc === true || external.support_mobile === true ? [] : ['shown nowhere']),
    ...(isLink(external.action_callback_url) ? [] : ['action_callback_url is no address']),
    ...(list(body.viewers).filter(isJson).length > 0 ? [] : ['seen by nobody']),
  ];
}

function taskFaults(task: Json, body: Json): readonly string[] {
  const where = `task ${show(task.task_id)}`;
  const isOver = task.status !== 'PENDING';
  const actions = list(task.action_configs).filter(isJson);
  return [
    ...unknownProperties(task, taskProperties, where),
    ...(str(task.task_id) === '' ? ['a task without an id'] : []),
    ...(str(task.open_id) === '' && str(task.user_id) === '' ? [`${where}: of nobody`] : []),
    ...(taskStates.has(str(task.status)) ? [] : [`${where}: status ${show(task.status)}`]),
    ...(task.title === undefined ? [] : keyFaults(body, [task.title], where)),
    ...linkFaults(task.links, where),
    ...extraFaults(task.extra, where),
    ...(isMoment(task.create_time) && isMoment(task.update_time) ? [] : [`${where}: moments`]),
    ...(isOver === (task.end_time !== '0') ? [] : [`${where}: ${show(task.status)} ends ${show(task.end_time)}`]),
    ...(actions.length > 2 || (isOver && actions.length > 0) ? [`${where}: ${actions.length} actions`] : []),
    ...(task.generate_type === '' ? [`${where}: generate_type must not be empty`] : []),
  ];
}

export function lintInstance(body: Json): readonly string[] {
  const tasks = list(body.task_list).filter(isJson);
  const form = list(body.form).filter(isJson);
  const texts = textsOf(body, '');
  const length = form
    .flatMap(({ name, value }) => [name, value])
    .reduce<number>((sum, key) => sum + (texts.get(str(key))?.length ?? 0), 0);
  const ids = [body.instance_id, ...tasks.map(({ task_id }) => task_id)].map(str);
  const isOver = body.status !== 'PENDING';
  return [
    ...unknownProperties(body, instanceProperties, 'an instance'),
    ...resourceFaults(body),
    ...(ids.includes('') || new Set(ids).size !== ids.length ? ['ids are not unique inside the instance'] : []),
    ...(instanceStates.has(str(body.status)) ? [] : [`status ${show(body.status)}`]),
    ...(str(body.open_id) === '' && str(body.user_id) === '' && body.user_name === undefined ? ['of nobody'] : []),
    ...keyFaults(
      body,
      [body.title, body.user_name].filter((key) => key !== undefined),
      'an instance',
    ),
    ...form.flatMap(({ name, value }) => keyFaults(body, [name, value], 'form')),
    ...(length > 2048 ? [`form has ${length} characters`] : []),
    ...linkFaults(body.links, 'an instance'),
    ...extraFaults(body.extra, 'an instance'),
    ...(isMoment(body.start_time) && isMoment(body.update_time) ? [] : ['moments of an instance']),
    ...(isOver === (body.end_time !== '0') ? [] : [`${show(body.status)} ends ${show(body.end_time)}`]),
    ...(['REPLACE', 'UPDATE', undefined].includes(body.update_mode as string) ? [] : ['update_mode']),
    ...(tasks.length > 300 ? [`${tasks.length} tasks`] : []),
    ...tasks.flatMap((task) => taskFaults(task, body)),
  ];
}
