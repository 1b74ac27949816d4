import type { Span } from '../letter';
import type { Citation } from './citation';
import { citation, type Reading } from './draft';
import { readFreeText } from './free-text';
import { readHead } from './head';
import { readMtusStatement } from './mtus-statement';
import { readRunningText } from './running-text';
import { trimmed } from './sections';

const WHO = "(?:the)?(?:claimsadministrator|expertreviewer|physicianreviewer|imrreviewer|reviewer|maximus)?";
const HIS = "(?:their|its|his\\/her|his|her)";

/** The statements of which a guideline field is made, in squeezed text. Source: observed in letters of 2014 and 2016-17. */
const STATEMENT = new RegExp(
  [
    `(?<none>${WHO}didnotciteany(?:medical)?(?:evidence|guidelines?)(?:for${HIS}decision)?)`,
    `(?<outside>${WHO}(?:didnotbase${HIS}decisiononthemtus|based?${HIS}decisiononrecommendation\\(?s?\\)?outsideofthemtus(?:guidelines?)?))`,
    `(?<free>(?:decisionbasedon)?non-?mtus(?:citations?)?:?)`,
    `(?<mtus>(?:decisionbasedon|based${HIS}decisionon)(?:the)?(?:california|ca)?(?=mtus))`,
  ].join('|'),
  'g',
);
type StatementKind = 'none' | 'outside' | 'free' | 'mtus';

interface Mark {
  readonly statement: StatementKind;
  readonly begin: number;
  readonly end: number;
}

/**
 * A fixed sentence of a guideline field: that nothing was cited, that the
 * decision rests outside the MTUS, or the words before a citation.
 */
export interface Statement {
  readonly kind: 'none' | 'outside' | 'non-mtus' | 'mtus';
  readonly span: Span;
}

/** What a guideline field says: its fixed sentences and its citations, each in the order of the text. */
export interface ReadField {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
}

/** Reads a guideline field. One that cites nothing has no citations. */
export function readField(reading: Reading): ReadField {
  const { text } = reading;
  const marks = marksIn(reading);
  const statements = marks.map(({ statement, begin, end }): Statement => ({
    kind: statement === 'free' ? 'non-mtus' : statement,
    span: text.span(begin, end),
  }));
  return { statements, citations: marks.length === 0 ? readUnmarked(reading) : readMarked(reading, marks) };
}

function readMarked(reading: Reading, marks: readonly Mark[]): Citation[] {
  const { text } = reading;
  return marks.flatMap((mark, i) => {
    const to = marks[i + 1]?.begin ?? text.s.length;
    switch (mark.statement) {
      case 'none':
        return [citation(reading.field, 'none', text.span(mark.begin, mark.end))];
      case 'outside':
        return [];
      case 'free':
        return readFreeText(reading, mark.end, to);
      case 'mtus':
        return readMtusStatement(reading, mark.end, mark.end + 4, to);
    }
  });
}

function marksIn({ text }: Reading): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.s.matchAll(STATEMENT)) {
    const begin = match.index;
    if (!text.boundary(begin)) continue;
    const statement = (Object.keys(match.groups ?? {}) as StatementKind[]).find((key) => match.groups?.[key] !== undefined);
    if (statement !== undefined) marks.push({ statement, begin, end: begin + match[0].length });
  }
  return marks;
}

/** Fields without the usual sentences: a bare list of chapters, or prose. */
function readUnmarked(reading: Reading): Citation[] {
  const { text, of } = reading;
  const [from, to] = trimmed(text, 0, text.s.length);
  if (text.s.startsWith('mtus', from)) return readMtusStatement(reading, from, from + 4, to);
  const head = readHead(text, from, to, 'mtus', of);
  if (head.entries !== null && head.year !== null) return readMtusStatement(reading, from, from, to);
  return readRunningText(reading);
}
