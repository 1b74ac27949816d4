import type { HeaderKind, Letter, Span } from '../../letter';
import { isoDate } from '../../letter/date';
import { writtenDatesIn } from '../../letter/dates-in-text';

/** What happens to a case, in the order in which it must happen. Source: 8 CCR 9792.10.1 and 9792.10.6; observed in case headers. */
export const COURSE = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const satisfies readonly HeaderKind[];
export type CaseDateKind = (typeof COURSE)[number];

/** A date of the case as its header has it. */
export interface CaseDate {
  readonly kind: CaseDateKind;
  readonly span: Span;
  /** `null` for a day that no calendar has. */
  readonly iso: string | null;
}

/** How far into a letter the sentence on the application is looked for. */
const NOTICE_LENGTH = 20_000;
const DATED = /\bDated\s{0,3}:\s{0,8}(?=[\dA-Z])/i;
const FILED = /\bapplication\s+for\s+Independent\s+Medical\s+Review\s+was\s+filed\s+on\s/i;

/** The dates of the case header, in the order of the case; rows without a value are left out. */
export function headerDates(text: string, letter: Letter): CaseDate[] {
  return COURSE.flatMap((kind): CaseDate[] => {
    const value = letter.header.find((row) => row.kind === kind)?.value;
    return value == null ? [] : [{ kind, span: value, iso: isoDate(text.slice(value.start, value.end).replace(/\s+/g, ' ')) }];
  });
}

/**
 * What a notice of 2013 says outside a header: "Dated:" and "An application …
 * was filed on <date> disputing the Utilization Review Denial dated <date>".
 */
export function noticeDates(text: string, letter: Letter): CaseDate[] {
  if (!letter.layout.startsWith('2013')) return [];
  const { start } = letter.span;
  const head = text.slice(start, Math.min(letter.span.end, start + NOTICE_LENGTH));
  const dates: CaseDate[] = [];
  const after = (from: number, length: number): { span: Span; iso: string | null } | undefined => writtenDatesIn(text, { start: start + from, end: Math.min(letter.span.end, start + from + length) })[0];
  const dated = DATED.exec(head);
  if (dated) {
    const found = after(dated.index + dated[0].length, 40);
    if (found?.span.start === start + dated.index + dated[0].length) dates.push({ kind: 'decisionDate', ...found });
  }
  const filed = FILED.exec(head);
  if (filed) {
    const received = after(filed.index + filed[0].length, 40);
    if (received) {
      dates.push({ kind: 'applicationReceived', span: received.span, iso: received.iso });
      const from = received.span.end - start;
      const denial = /^\s{1,8}disputing\s+the\s+Utilization\s+Review\s+Denial\s+dated\s/i.exec(head.slice(from, from + 200));
      const found = denial ? after(from + denial[0].length, 40) : undefined;
      if (found) dates.push({ kind: 'urDenialDate', span: found.span, iso: found.iso });
    }
  }
  return dates.sort((a, b) => COURSE.indexOf(a.kind) - COURSE.indexOf(b.kind));
}

/** The dates of the case in its order: those of the header, and of a notice what the header lacks. */
export function caseDates(text: string, letter: Letter): CaseDate[] {
  const header = headerDates(text, letter);
  const notice = noticeDates(text, letter).filter(({ kind }) => header.every((date) => date.kind !== kind));
  return [...header, ...notice].sort((a, b) => COURSE.indexOf(a.kind) - COURSE.indexOf(b.kind));
}
