/** The tree as the laws read it: every hand-written file, its syntax, and how a breach is told. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

const nobodysHand = /(^|\/)(node_modules|generated|golden|fixtures|data|dist|\.git)(\/|$)/;

/** Files under a folder, as paths from the root. */
export function filesIn(folder: string, ...endings: readonly string[]): readonly string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !nobodysHand.test(file))
    .sort();
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export type Source = {
  readonly file: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
  /** Every node of it. */
  readonly nodes: readonly ts.Node[];
};

function parse(file: string): Source {
  const text = read(file);
  const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return { file, text, syntax, nodes: nodesOf(syntax) };
}

function nodesOf(syntax: ts.SourceFile): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

/** Everything that runs as the product. */
export const sources: readonly Source[] = filesIn('src', '.ts', '.tsx').map(parse);

export function at(source: Source, node: ts.Node): string {
  return `${source.file}:${source.syntax.getLineAndCharacterOfPosition(node.getStart(source.syntax)).line + 1}`;
}

/** Where a pattern stands in a text, one breach a line. */
export function linesWith(file: string, text: string, pattern: RegExp): readonly string[] {
  return text.split('\n').flatMap((line, n) => (pattern.test(line) ? [`${file}:${n + 1}`] : []));
}

export type Import = {
  readonly from: Source;
  readonly where: string;
  /** What is imported: a path from the root, or the name of a package. */
  readonly what: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
};

/** Whether nothing of it is left once types are stripped. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false;
  const { name, namedBindings, phaseModifier } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

export function importsOf(source: Source): readonly Import[] {
  return source.nodes.flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const own = specifier.text.startsWith('.');
    const what = own ? path.normalize(path.join(path.dirname(source.file), specifier.text)) : specifier.text;
    return [{ from: source, where: at(source, node), what, own, typeOnly: isTypeOnly(node) }];
  });
}
