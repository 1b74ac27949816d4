import * as l10n from '@vscode/l10n';
import { ANNOTATION_CONTEXT, type Annotation } from './model';

/** The keys of an object in the order in which they are written, and what is inside them. */
interface Shape {
  readonly keys: readonly string[];
  readonly parts?: Readonly<Record<string, Shape>>;
}

const BODY: Shape = { keys: ['type', 'purpose', 'value'] };
const PERSON: Shape = { keys: ['type', 'name'] };
const ITEM: Shape = { keys: ['request', 'index'] };
const SELECTOR: Shape = { keys: ['type', 'exact', 'prefix', 'suffix', 'start', 'end'] };
const TARGET: Shape = {
  keys: ['id', 'imr:kind', 'source', 'selector', 'imr:letter', 'imr:item', 'imr:field', 'imr:contentHash', 'imr:caseNumber', 'imr:quoted', 'imr:placed'],
  parts: { selector: SELECTOR, 'imr:item': ITEM },
};
const ANNOTATION: Shape = {
  keys: ['@context', 'id', 'type', 'motivation', 'body', 'creator', 'created', 'modified', 'target'],
  parts: { body: BODY, creator: PERSON, target: TARGET },
};

/** One line of an annotation file, without its end: keys in a fixed order, those that nobody knows behind them. */
export function annotationLine(annotation: Annotation): string {
  return JSON.stringify(ordered(annotation, ANNOTATION));
}

function ordered(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, shape));
  if (!isObject(value)) return value;
  const known = shape.keys.filter((key) => value[key] !== undefined && Object.hasOwn(value, key));
  const keys = [...known, ...Object.keys(value).filter((key) => !shape.keys.includes(key))];
  // fromEntries keeps a key named `__proto__`, which an assignment would lose.
  return Object.fromEntries(keys.map((key) => [key, own(shape.parts, key) ? ordered(value[key], shape.parts![key]!) : value[key]]));
}

function own(parts: object | undefined, key: string): boolean {
  return parts !== undefined && Object.hasOwn(parts, key);
}

/** What a line holds: an annotation, with any fields that nobody here knows, or why it is none. */
export type ReadLine = { readonly annotation: Annotation } | { readonly why: 'broken' | 'unknown'; readonly message: string };

/** Half of its signs would have to be brackets for a depth that a writer of JSON cannot follow. */
const SHORT = 2_000;

/** Reads a line of an annotation file. Takes any text; never throws. */
export function readAnnotationLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line) as unknown;
    // What is nested too deeply to be written again is kept as it stands; a short line is not.
    if (line.length > SHORT) JSON.stringify(value);
  } catch {
    return { why: 'broken', message: l10n.t('This line is not valid JSON. It is kept as it is.') };
  }
  const fault = faultOf(value);
  if (fault === null) return { annotation: value as Annotation };
  return { why: 'unknown', message: l10n.t('This line is not an annotation that can be read here: {0}. It is kept as it is.', fault) };
}

/** A path to what is wrong in a value that should be an annotation; `null` where nothing is. */
function faultOf(value: unknown): string | null {
  if (!isObject(value)) return l10n.t('no object');
  const wrong = (Object.entries(REQUIRED) as [string, Test][]).find(([path, test]) => !test(at(value, path)));
  if (wrong) return l10n.t('“{0}” is missing or wrong', wrong[0]);
  const target = value['target'];
  return isObject(target) ? faultOfPassage(target) : null;
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isTextOrEmpty: Test = (value) => typeof value === 'string';
const isPoint: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isItem: Test = (value) => value === null || (isObject(value) && typeof value['request'] === 'string' && isPoint(value['index']));

const REQUIRED: Readonly<Record<string, Test>> = {
  '@context': (value) => value === ANNOTATION_CONTEXT || (Array.isArray(value) && value.includes(ANNOTATION_CONTEXT)),
  id: isText,
  type: (value) => value === 'Annotation',
  motivation: isText,
  body: (value) => Array.isArray(value) && value.every((part) => isObject(part) && part['type'] === 'TextualBody' && isText(part['purpose']) && isTextOrEmpty(part['value'])),
  'creator.type': (value) => value === 'Person',
  'creator.name': isTextOrEmpty,
  created: isText,
  modified: isText,
  target: (value) => isText(value) || isObject(value),
};

const PASSAGE: Readonly<Record<string, Test>> = {
  id: (value) => value === undefined || isText(value),
  'imr:kind': (value) => value === undefined || isText(value),
  source: isText,
  'selector.0.type': (value) => value === 'TextQuoteSelector',
  'selector.0.exact': isTextOrEmpty,
  'selector.0.prefix': isTextOrEmpty,
  'selector.0.suffix': isTextOrEmpty,
  'selector.1.type': (value) => value === 'TextPositionSelector',
  'selector.1.start': isPoint,
  'selector.1.end': isPoint,
  'imr:letter': isPoint,
  'imr:item': isItem,
  'imr:field': (value) => value === null || isText(value),
  'imr:contentHash': isText,
  'imr:caseNumber': (value) => value === undefined || isTextOrEmpty(value),
};

function faultOfPassage(target: Record<string, unknown>): string | null {
  const wrong = Object.entries(PASSAGE).find(([path, test]) => !test(at(target, path)));
  if (wrong) return l10n.t('“{0}” is missing or wrong', `target.${wrong[0]}`);
  return (at(target, 'selector.1.end') as number) < (at(target, 'selector.1.start') as number) ? l10n.t('it ends before it starts') : null;
}

/** What stands at a path of keys parted by dots; `undefined` where there is nothing. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner: unknown, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
