import labels from './header-labels.json';
import { HEADER_KINDS, type HeaderKind, type HeaderRow, type Span } from './letter';

/**
 * The table at the head of a letter. Extraction may leave it as a table, a
 * line for each row, or torn: labels of a column first, then their values.
 */

interface Token {
  readonly kind: HeaderKind;
  readonly type: 'label' | 'value';
  readonly span: Span;
}

type ValueType = 'case' | 'date' | 'priority';

const TYPE_OF: Record<HeaderKind, ValueType> = {
  caseNumber: 'case',
  dateAssigned: 'date',
  dateOfInjury: 'date',
  decisionDate: 'date',
  urDenialDate: 'date',
  priority: 'priority',
  applicationReceived: 'date',
};

const KIND_OF_LABEL = new Map<string, HeaderKind>();
for (const kind of HEADER_KINDS) for (const text of labels[kind]) KIND_OF_LABEL.set(text.toLowerCase(), kind);

const LABEL_WORDS = [...KIND_OF_LABEL.keys()]
  .sort((a, b) => b.length - a.length)
  .map((text) => text.replace(/ /g, '\\s{1,40}'))
  .join('|');
/** A value may be glued to the label before it and to the one behind it. */
const BEFORE_LABEL = '(?:(?<![a-z])|(?<=standard|expedited|regular))';
const LABEL = new RegExp(`${BEFORE_LABEL}(?:${LABEL_WORDS})\\s{0,3}:`, 'gi');

/** Labels and values; "Application" and its "Received:" may have the value between them. */
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const TOKEN = new RegExp(
  [
    `${BEFORE_LABEL}(${LABEL_WORDS})\\s{0,3}:`,
    `${BEFORE_LABEL}(Application)(?=\\s{1,80}(?:Received\\s{0,3}:|\\d))`,
    '(?<![a-z0-9])(CM\\s?\\d{2}\\s?-\\s?\\d{4,8})(?!\\d)',
    `(?<![\\d/-])(\\d{1,2}\\s?[/-]\\s?\\d{1,2}\\s?[/-]\\s?(?:\\d{4}|\\d{2})(?!\\d)|(?<![a-z])(?:${MONTH})\\s{1,3}\\d{1,2},\\s{0,3}\\d{4}(?!\\d))`,
    '(?<![a-z])(Standard|Expedited|Regular)(?=$|[^a-z]|Application)',
  ].join('|'),
  'gi',
);

/** The labels of one table stand no further apart than this. */
const TABLE_GAP = 400;
/** How far behind the last label a torn column's values may stand. */
const VALUES_BEHIND = 160;
/** So many different labels make a table; fewer are words in a text. */
const TABLE_LABELS = 3;

/** Where case headers stand: from the first to a little behind the last label of each table, in order. */
export function headerTables(text: string): Span[] {
  const tables: Span[] = [];
  let kinds = new Set<HeaderKind>();
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (kinds.size >= TABLE_LABELS && (kinds.has('caseNumber') || kinds.has('dateAssigned') || kinds.has('applicationReceived') || kinds.has('urDenialDate'))) tables.push({ start, end });
    kinds = new Set();
    start = -1;
  };
  for (const found of text.matchAll(LABEL)) {
    const kind = kindOf(found[0].slice(0, found[0].lastIndexOf(':')));
    if (!kind) continue;
    if (start >= 0 && (found.index - end > TABLE_GAP || (kind === 'caseNumber' && kinds.has(kind)))) close();
    if (start < 0) start = found.index;
    kinds.add(kind);
    end = found.index + found[0].length;
  }
  if (start >= 0) close();
  return tables;
}

/** Reads the rows of a table that starts at `start`; nothing at or behind `limit` belongs to it. */
export function readHeader(text: string, table: Span, limit: number): HeaderRow[] {
  const end = Math.min(limit, table.end + VALUES_BEHIND, text.length);
  const tokens = tokensOf(text.slice(table.start, end), table.start);
  const rows = new Map<HeaderKind, HeaderRow>();
  let waiting: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.type === 'label') {
      if (rows.has(token.kind)) continue;
      rows.set(token.kind, { kind: token.kind, label: token.span, value: null });
      waiting.push(token);
      continue;
    }
    // Values in a row behind labels in a row: a torn column.
    let last = i;
    while (tokens[last + 1]?.type === 'value') last++;
    assign(text, waiting, tokens.slice(i, last + 1), rows);
    waiting = [];
    i = last;
  }
  return HEADER_KINDS.flatMap((kind) => rows.get(kind) ?? []);
}

function assign(text: string, waiting: readonly Token[], values: readonly Token[], rows: Map<HeaderKind, HeaderRow>): void {
  for (const type of ['case', 'date', 'priority'] as const) {
    const labelsOfType = waiting.filter((label) => TYPE_OF[label.kind] === type);
    const valuesOfType = values.filter((value) => TYPE_OF[value.kind] === type);
    const near = labelsOfType.at(-1);
    const set = (label: Token, value: Token): void => {
      rows.set(label.kind, { kind: label.kind, label: label.span, value: value.span });
    };
    if (near && valuesOfType[0] && near === waiting.at(-1) && !/[\n\r]/.test(text.slice(near.span.end, valuesOfType[0].span.start))) {
      // On the label's own line: its value, whatever else is without one.
      set(near, valuesOfType[0]);
    } else if (labelsOfType.length === 1 && valuesOfType.length >= 1) {
      set(labelsOfType[0]!, valuesOfType[0]!);
    } else if (labelsOfType.length === valuesOfType.length) {
      labelsOfType.forEach((label, index) => set(label, valuesOfType[index]!));
    }
  }
}

function tokensOf(words: string, base: number): Token[] {
  const tokens: Token[] = [];
  for (const found of words.matchAll(TOKEN)) {
    const span = { start: base + found.index, end: base + found.index + found[0].length };
    if (found[1] !== undefined) {
      const kind = kindOf(found[1]);
      if (kind) tokens.push({ kind, type: 'label', span });
    } else if (found[2] !== undefined) tokens.push({ kind: 'applicationReceived', type: 'label', span });
    else if (found[3] !== undefined) tokens.push({ kind: 'caseNumber', type: 'value', span });
    else if (found[4] !== undefined) tokens.push({ kind: 'decisionDate', type: 'value', span });
    else tokens.push({ kind: 'priority', type: 'value', span });
  }
  return tokens;
}

function kindOf(label: string): HeaderKind | undefined {
  return KIND_OF_LABEL.get(label.replace(/\s+/g, ' ').trim().toLowerCase());
}
