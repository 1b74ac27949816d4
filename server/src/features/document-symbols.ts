import * as l10n from '@vscode/l10n';
import { foldedText, outcomeOf, type Decision, type DisputedItem, type Field, type FieldKind, type Letter, type Outcome, type Section, type Span } from '../letter';

/** Items are told apart by their decision, so that their icons can be. */
export type SymbolKindOfLetter = 'letter' | 'header' | 'section' | 'upheldItem' | 'overturnedItem' | 'undecidedItem' | 'field';

/** One line of the outline. Spans are half-open UTF-16 code units; `selection` lies within `span`, children lie within their parent. */
export interface LetterSymbol {
  readonly kind: SymbolKindOfLetter;
  /** Never empty, one line. */
  readonly name: string;
  readonly detail?: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly LetterSymbol[];
}

/** A request may run over five lines; an outline has one, and a side bar room for so much beside the decision. */
const LONGEST_REQUEST = 48;
const LONGEST_NAME = 60;
/** A label that is longer is a sentence; the field's own name says more. */
const LONGEST_LABEL = 60;

/**
 * The outline of a text: sections, in them the disputed items with their
 * decision, in these the fields. Several letters in one text stand each under
 * a symbol of its own. Empty where there is no letter.
 */
export function documentSymbols(text: string, letters: readonly Letter[]): LetterSymbol[] {
  const [only, ...others] = letters;
  if (only === undefined) return [];
  if (others.length === 0) return contents(text, only);
  return letters.map((letter, index) => letterSymbol(text, letter, index));
}

function letterSymbol(text: string, letter: Letter, index: number): LetterSymbol {
  const caseNumber = letter.header.find((row) => row.kind === 'caseNumber')?.value ?? null;
  const parts = contents(text, letter);
  const last = parts.at(-1)?.span ?? letter.span;
  const start = Math.min(parts[0]?.span.start ?? letter.span.start, last.end);
  return {
    kind: 'letter',
    name: (caseNumber === null ? '' : nameFrom(text, caseNumber)) || l10n.t('Letter {0}', index + 1),
    ...detailOf(outcomeText(outcomeOf(letter))),
    span: letter.span,
    selection: caseNumber ?? { start, end: start },
    children: parts,
  };
}

function contents(text: string, letter: Letter): LetterSymbol[] {
  const symbols = [
    ...headerSymbol(text, letter),
    ...letter.sections.map((section) => sectionSymbol(text, section)),
    ...letter.items.map((item, index) => itemSymbol(text, item, index)),
  ];
  return nested(symbols);
}

function headerSymbol(text: string, letter: Letter): LetterSymbol[] {
  const spans = letter.header.flatMap((row) => (row.value === null ? [row.label] : [row.label, row.value]));
  const [first] = spans;
  if (first === undefined) return [];
  const span = { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
  const caseNumber = letter.header.find((row) => row.kind === 'caseNumber')?.value ?? null;
  return [
    {
      kind: 'header',
      name: l10n.t('Case'),
      ...detailOf(caseNumber === null ? '' : nameFrom(text, caseNumber)),
      span,
      selection: first,
      children: [],
    },
  ];
}

function sectionSymbol(text: string, section: Section): LetterSymbol {
  return {
    kind: 'section',
    name: nameFrom(text, section.heading) || l10n.t('Section'),
    span: section.span,
    selection: section.heading,
    children: [],
  };
}

function itemSymbol(text: string, item: DisputedItem, index: number): LetterSymbol {
  // Of a request that was granted in part, what is disputed is the rest.
  const asked = item.partial?.remaining ?? item.request;
  return {
    kind: itemKind(item.decision),
    name: nameFrom(text, asked, LONGEST_REQUEST) || nameFrom(text, item.request, LONGEST_REQUEST) || l10n.t('Disputed item {0}', index + 1),
    detail: decisionText(item.decision),
    span: item.span,
    selection: item.request,
    children: nested(item.fields.map((field) => fieldSymbol(text, field, item))),
  };
}

function fieldSymbol(text: string, field: Field, item: DisputedItem): LetterSymbol {
  const whole = { start: field.label.start, end: Math.max(field.label.end, field.body.end) };
  // The notices of 2013 name both guidelines under one label: then the field is its own sentence.
  const shared = item.fields.some((other) => other !== field && whole.start < other.body.start && other.body.end < field.body.start);
  const span = shared ? field.body : whole;
  const label = foldedText(text, field.label).replace(/[:\s]+$/, '');
  return {
    kind: 'field',
    name: label === '' || label.length > LONGEST_LABEL ? fieldName(field.kind) : label,
    ...detailOf(field.body.start === field.body.end ? l10n.t('empty') : ''),
    span,
    selection: shared ? { start: span.start, end: span.start } : field.label,
    children: [],
  };
}

function itemKind(decision: Decision | null): SymbolKindOfLetter {
  if (decision === null || decision.value === null) return 'undecidedItem';
  return decision.value === 'upheld' ? 'upheldItem' : 'overturnedItem';
}

function decisionText(decision: Decision | null): string {
  if (decision === null) return l10n.t('No decision');
  if (decision.value === null) return l10n.t('Decision unclear');
  return decision.value === 'upheld' ? l10n.t('Upheld') : l10n.t('Overturned');
}

function outcomeText(outcome: Outcome | null): string {
  if (outcome === null) return '';
  if (outcome === 'partial-overturn') return l10n.t('Partial overturn');
  return outcome === 'uphold' ? l10n.t('Uphold') : l10n.t('Overturn');
}

/** For layouts that write a field without a label. */
function fieldName(kind: FieldKind): string {
  if (kind === 'claimsAdministratorGuideline') return l10n.t('Claims administrator guideline');
  return kind === 'reviewerGuideline' ? l10n.t('Reviewer guideline') : l10n.t('Decision rationale');
}

/** The words of a span on one line, without the colon at their end, shortened at a blank. */
function nameFrom(text: string, span: Span, longest = LONGEST_NAME): string {
  const words = foldedText(text, span).replace(/[:\s]+$/, '');
  if (words.length <= longest) return words;
  const blank = words.lastIndexOf(' ', longest - 1);
  return `${words.slice(0, blank > longest / 2 ? blank : longest - 1)}…`;
}

function detailOf(detail: string): { detail?: string } {
  return detail === '' ? {} : { detail };
}

/** Puts every symbol into the last one before it that holds it whole. */
function nested(symbols: readonly LetterSymbol[]): LetterSymbol[] {
  const inOrder = [...symbols].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const top: LetterSymbol[] = [];
  const open: { symbol: LetterSymbol; children: LetterSymbol[] }[] = [];
  for (const symbol of inOrder) {
    const children = [...symbol.children];
    const placed = { ...symbol, selection: within(symbol.selection, symbol.span), children };
    while (open.length > 0 && open.at(-1)!.symbol.span.end < symbol.span.end) open.pop();
    const siblings = open.at(-1)?.children ?? top;
    siblings.push(placed);
    // Where sections stand inside an item (first letters of 2013), its fields are there already.
    if (siblings.length > 1 && siblings.at(-2)!.span.start > placed.span.start) siblings.sort((a, b) => a.span.start - b.span.start);
    open.push({ symbol: placed, children });
  }
  return top;
}

function within(selection: Span, span: Span): Span {
  const start = Math.min(Math.max(selection.start, span.start), span.end);
  return { start, end: Math.min(Math.max(selection.end, start), span.end) };
}
