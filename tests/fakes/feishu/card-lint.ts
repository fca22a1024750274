/** Checks a card as the platform does when it is sent: structure, sizes, names. Answers what is wrong, each with the platform's code. */
import {
  configProperties,
  containers,
  dead,
  grammar,
  headerProperties,
  interactive,
  rootProperties,
  templates,
} from './card-grammar.ts';
import { checkElement } from './element-lint.ts';
import { isJson, type Json, list, show } from './workspace.ts';

export type Fault = { readonly code: number; readonly path: string; readonly words: string };

type Walk = {
  readonly faults: Fault[];
  readonly names: Set<string>;
  readonly ids: Set<string>;
  elements: number;
  tables: number;
  charts: number;
};

/** Where an element stands: inside a form, how deep, and whether directly in the body. */
type Standing = { readonly path: string; readonly form: boolean; readonly depth: number; readonly root: boolean };

export function lintCard(card: unknown): readonly Fault[] {
  const fault = (code: number, words: string): readonly Fault[] => [{ code, path: 'ROOT', words }];
  if (!isJson(card)) return fault(200621, 'parse card json err');
  if (card.schema !== '2.0') return fault(200830, 'schema must be the string "2.0"');
  if (Buffer.byteLength(JSON.stringify(card)) > 30 * 1024) return fault(230025, 'over 30 KB');

  const walk: Walk = { faults: [], names: new Set(), ids: new Set(), elements: 0, tables: 0, charts: 0 };
  checkProperties(card, rootProperties, 'ROOT', walk);
  checkConfig(card.config, walk);
  if (card.header !== undefined) checkHeader(card.header, walk);
  const body = card.body;
  if (!isJson(body) || !Array.isArray(body.elements))
    return [...walk.faults, ...fault(300307, 'body.elements is missing')];
  visitAll(body.elements, { path: 'ROOT -> body -> elements', form: false, depth: 0, root: true }, walk);
  if (walk.elements > 200) walk.faults.push({ code: 300305, path: 'ROOT', words: `${walk.elements} elements` });
  if (walk.tables > 5) walk.faults.push({ code: 11310, path: 'ROOT', words: 'card table number over limit' });
  if (walk.charts > 5) walk.faults.push({ code: 200550, path: 'ROOT', words: `${walk.charts} charts` });
  return walk.faults;
}

function checkConfig(config: unknown, walk: Walk): void {
  if (config === undefined) return;
  if (!isJson(config)) return void walk.faults.push({ code: 200621, path: 'ROOT -> config', words: 'not an object' });
  checkProperties(config, configProperties, 'ROOT -> config', walk);
  if (config.update_multi === false) {
    walk.faults.push({ code: 300302, path: 'ROOT -> config', words: 'update_multi must be true' });
  }
}

function checkHeader(header: unknown, walk: Walk): void {
  const path = 'ROOT -> header';
  if (!isJson(header)) return void walk.faults.push({ code: 200621, path, words: 'not an object' });
  checkProperties(header, headerProperties, path, walk);
  if (!isJson(header.title)) walk.faults.push({ code: 200621, path, words: 'title is missing' });
  if (header.template !== undefined && !templates.has(show(header.template))) {
    walk.faults.push({ code: 200621, path, words: `unknown template ${show(header.template)}` });
  }
  if (list(header.text_tag_list).length > 3) walk.faults.push({ code: 200621, path, words: 'more than 3 tags' });
  visitTexts(header, path, walk);
}

function visitAll(elements: unknown, standing: Standing, walk: Walk): void {
  list(elements).forEach((element, at) => {
    visit(element, { ...standing, path: `${standing.path} -> [${at}]` }, walk);
  });
}

function visit(element: unknown, standing: Standing, walk: Walk): void {
  if (!isJson(element)) return void walk.faults.push({ code: 200621, path: standing.path, words: 'not an element' });
  const tag = show(element.tag);
  const path = `${standing.path}(tag: ${tag})`;
  const wrong = (code: number, words: string): void => void walk.faults.push({ code, path, words });
  walk.elements += 1;

  if (dead.has(tag)) return wrong(200861, `unsupported tag ${tag}`);
  const properties = grammar[tag];
  if (!properties) return wrong(200621, `unknown tag ${tag}`);
  checkProperties(element, new Set(properties), path, walk);
  checkIdentity(element, tag, standing, walk, wrong);
  for (const words of checkElement(element, tag, standing.form)) wrong(tag === 'chart' ? 200550 : 200621, words);

  if ((tag === 'form' || tag === 'table') && !standing.root) wrong(200621, `${tag} stands only in the body`);
  if (tag === 'table') walk.tables += 1;
  if (tag === 'chart') walk.charts += 1;
  const depth = standing.depth + (containers.has(tag) ? 1 : 0);
  if (depth > 5) wrong(200621, 'nested more than 5 deep');
  visitTexts(element, path, walk);
  const inside: Standing = { path, form: standing.form || tag === 'form', depth, root: false };
  visitAll(element.elements, inside, walk);
  if (tag === 'column_set') visitAll(element.columns, inside, walk);
  if (tag === 'checker' && isJson(element.button_area)) visitAll(element.button_area.buttons, inside, walk);
}

function checkIdentity(
  element: Json,
  tag: string,
  standing: Standing,
  walk: Walk,
  wrong: (code: number, words: string) => void,
): void {
  const { name, element_id: id } = element;
  if ((tag === 'form' || (standing.form && interactive.has(tag))) && (typeof name !== 'string' || name === '')) {
    wrong(200530, 'a form and everything people operate in it needs a name');
  }
  if (typeof name === 'string') {
    if (walk.names.has(name)) wrong(200621, `name ${name} twice`);
    walk.names.add(name);
  }
  if (id === undefined) return;
  if (typeof id !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(id)) wrong(200621, `element_id ${show(id)}`);
  if (walk.ids.has(show(id))) wrong(300301, `element_id ${show(id)} twice`);
  walk.ids.add(show(id));
}

function checkProperties(object: Json, allowed: ReadonlySet<string>, path: string, walk: Walk): void {
  for (const property of Object.keys(object)) {
    if (!allowed.has(property)) walk.faults.push({ code: 200621, path, words: `unknown property ${property}` });
  }
}

const textual: ReadonlySet<string> = new Set(['plain_text', 'lark_md', 'text_tag', 'standard_icon', 'custom_icon']);

/** Text objects and icons hang on properties of their element; they count as elements too. */
function visitTexts(owner: Json, path: string, walk: Walk): void {
  for (const [property, value] of Object.entries(owner)) {
    if (property === 'elements' || (property === 'columns' && owner.tag === 'column_set')) continue;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (!isJson(part)) continue;
      if (typeof part.tag === 'string' && textual.has(part.tag)) checkText(part, `${path} -> ${property}`, walk);
      if (property !== 'chart_spec' && property !== 'button_area') visitTexts(part, `${path} -> ${property}`, walk);
    }
  }
}

function checkText(text: Json, path: string, walk: Walk): void {
  walk.elements += 1;
  checkProperties(text, new Set(grammar[show(text.tag)] ?? []), path, walk);
  const needsContent = text.tag === 'plain_text' || text.tag === 'lark_md';
  if (needsContent && typeof text.content !== 'string') {
    walk.faults.push({ code: 200621, path, words: 'content must be a string' });
  }
}
