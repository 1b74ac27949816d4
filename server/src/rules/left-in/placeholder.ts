import * as l10n from '@vscode/l10n';
import type { Letter, Span } from '../../letter';
import type { Observation, Rule, RuleContext } from '../rule';
import { isAskedFor } from '../asked';
import { withRationale, withSummary } from './example-passages';

/** What a placeholder in brackets begins with. */
const ASKS =
  /^(?:insert|enter|add|fill|type|select|choose|specify|describe|complete|replace|state the|your|to be (?:added|completed|filled|inserted|determined|confirmed|decided)|tbd|tba|tbc|todo|fixme|placeholder|missing|x{2,}|blank|requested treatment|reasons for the decision|text of the section|guideline and year|guideline the \w+(?: \w+)? relied on|(?:section|pages?)(?!\W*(?:\d|[a-z]\b|[ivx]+\b)))\b/i;
/** What one ends with: `[patient name]`, `[date]`, `[number here]`. */
const NAMES = /^(?:[\w'’/-]+ ){1,4}to (?:confirm|complete|add|insert|check|verify)$|^(?!(?:the|a|an|at|on|in|of|by|to|for|see|this|that|same|no|unknown)\b)(?:[\w'’/-]+ ){0,3}(?:name|date|here|number|age|dosage|text|treatment|body part|diagnosis)$/i;
/** A mask is what the redaction leaves, and no gap. */
const MASKED = /redact|remov|withh|omit|delet|mask|illegib|sic\b/i;

/** In brackets, without line ends that part paragraphs; the group that matched says which. */
const CANDIDATES =
  /\[([^[\]]{0,80})\]|<<([^<>]{1,60})>>|<([A-Za-z][^<>\d]{1,60})>|\{\{?([A-Za-z][\w .:/-]{0,60})\}?\}|(?<![\w/-])([Xx])\5{2,}(?![\w/-])|\b(TBD|TODO|FIXME)\b|\b(?:MM\/DD\/YYYY|CM\d\d-0{7}|XX(?=\s+(?:hours?|days?|weeks?|months?|years?|sessions?|visits?|mg)\b))\b|\((?:add|insert|enter|fill\s+in)\s+[\w ]{2,30}\)|\*{2,3}\s?(?:add|insert|enter|fill\s+in)\b[^*\n]{0,40}\*{2,3}|(?<!\w)(\?{3,})|(\?{3,})(?!\w)|(_{3,})|\b([Ll]orem\s+ipsum|LOREM\s+IPSUM)\b/g;

/** Behind these a row of X is a mask or a Roman number. */
const BEFORE_MASK = /(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Drs)\.?|\bDear|\b(?:chapter|title|part|section|volume|vol\.?|name|employee|claimant|patient|applicant|worker|number|no\.?|#)\s?:?)\s{0,4}$/i;
const SIGNED = /\b(?:signature|signed|sign|date|dated|by|initials)\s{0,3}:?\s{0,3}$/i;

export const placeholder: Rule = {
  code: 'placeholder',
  title: 'A placeholder is left in',
  level: 'warning',
  why: 'A placeholder marks what its writer meant to fill in. A letter that keeps one says less than it was meant to, and everybody sees that nobody read it through.',
  source: 'Observed in letters: none of those read holds one.',
  marks:
    'Anywhere in the letter, the placeholder as it stands: (1) square brackets with nothing, dots, underscores or question marks in them (`[…]`, `[...]`, `[ ]`); with words that begin with insert, enter, add, fill, type, select, choose, specify, describe, complete, replace, your, “to be added” (completed, determined, decided …), TBD, TODO, XXX, placeholder, missing, blank, section or page (`[insert dose]`); or with at most four words of which the last is name, date, here, number, age, dosage, text, treatment, diagnosis or “body part”, and the first is no small word (`[patient name]`, `[date]`); and the texts that the fixes of this extension leave to fill in. (2) `<<…>>` with any words, `{name}` and `{{name}}`, and `<…>` with words as in (1). (3) Three or more X in a row, standing alone, all capital or all small (`XXX`). (4) `TBD`, `TODO`, `FIXME` in capitals; in a request they are a hint, because requests are quoted. (5) Three or more question marks, unless letters stand on both sides. (6) Three or more underscores in a line with other words, or as all that a field says. (7) “lorem ipsum”, and the date `MM/DD/YYYY` and a case number of nothing but zeros that a new letter begins with; `XX` before hours, days, weeks, months, years, sessions, visits or mg; `(add date)` and `*** add exam ***` with add, insert, enter or fill in; `[reviewer to confirm]` (complete, add, insert, check, verify). (8) Square brackets with any words that are all that a request or a field says. Not marked: `[1]`, `[sic]`, `[MRI]`, `[ODG]`, page and section with their number (`[page 80]`), boxes to be ticked with another box beside them (`[ ] yes [x] no`), words inserted into quotations (`[the patient]`), masks (`[redacted]`, `[name removed]`, `Mr. XXX`, `Dr. XXX`, `XXX-XX-6789`, `XX/XX/2016`), lines of nothing but underscores, underscores behind “Signature”, “Date” or “By”, and the place of a decision, which has a rule of its own.',
  examples: {
    wrong: [
      { title: 'Something to insert', text: withSummary('A warehouse worker twisted the left knee on [insert date].') },
      { title: 'A note to the writer', text: withRationale('The notes are of XXX. Therefore, the request is not medically necessary.') },
    ],
    right: [
      { title: 'Brackets that explain or mask', text: withSummary('A warehouse worker twisted the left knee. An imaging study [MRI] was read by [redacted].') },
    ],
  },
  check: (context) => {
    const { text, letter } = context;
    const from = letter.span.start;
    const seen = placesIn(letter);
    return [...text.slice(from, letter.span.end).matchAll(CANDIDATES)].flatMap((match): Observation[] => {
      const span = { start: from + match.index, end: from + match.index + match[0].length };
      if (!isPlaceholder(context, match, span)) return [];
      const place = seen(span.start);
      if (place.decision) return [];
      const lower = place.request && /^(?:TBD|TODO)/.test(match[0]) ? { level: 'hint' as const } : {};
      return [{ span, message: l10n.t('“{0}” is a placeholder: what belongs here is missing.', match[0].replace(/\s+/g, ' ')), item: place.item, ...lower }];
    });
  },
  fixes: () => [],
};

function isPlaceholder({ text, letter }: RuleContext, match: RegExpExecArray, span: Span): boolean {
  const [all, square, doubled, angled, , letters, , before, behind, underscores] = match;
  const lineBefore = text.slice(Math.max(letter.span.start, span.start - 40), span.start);
  if (square !== undefined && square.trim() === '' && ticked(text, letter, span)) return false;
  if (square !== undefined) return /^[\s.…_?-]*$/.test(square) ? square.trim() !== '-' : asks(square) || isAll(letter, span);
  if (doubled !== undefined) return true;
  if (angled !== undefined) return asks(angled);
  if (letters !== undefined) return all === all.toUpperCase() || all === all.toLowerCase() ? !BEFORE_MASK.test(lineBefore) : false;
  if (before !== undefined || behind !== undefined) return true;
  if (underscores !== undefined) return !isLine(text, letter, span) && !SIGNED.test(lineBefore);
  return true;
}

/** "[ ] yes [x] no": a box to be ticked, with another beside it. */
function ticked(text: string, letter: Letter, { start, end }: Span): boolean {
  const around = `${text.slice(Math.max(letter.span.start, start - 60), start)}|${text.slice(end, Math.min(letter.span.end, end + 60))}`;
  return /\[\s?(?:[xX✓✔]?)\s?\]/.test(around);
}

function asks(words: string): boolean {
  const folded = words.replace(/\s+/g, ' ').trim();
  return !MASKED.test(folded) && (isAskedFor(folded) || ASKS.test(folded) || NAMES.test(folded));
}

/** A request or a field says nothing but this. */
function isAll({ items }: Letter, { start, end }: Span): boolean {
  return items.some(({ request, fields }) => [request, ...fields.map(({ body }) => body)].some((span) => span.start === start && span.end === end));
}

/** A line of nothing else parts sections or is signed on, unless it is all that a field says. */
function isLine(text: string, letter: Letter, { start, end }: Span): boolean {
  const before = /[^\r\n\f]*$/.exec(text.slice(Math.max(letter.span.start, start - 80), start))?.[0] ?? '';
  const after = /^[^\r\n\f]*/.exec(text.slice(end, Math.min(letter.span.end, end + 80)))?.[0] ?? '';
  if (/[^\s_]/.test(before) || /[^\s_]/.test(after)) return false;
  return !letter.items.some(({ fields }) => fields.some(({ body }) => body.start === start && body.end === end));
}

interface Place {
  readonly item: number | null;
  readonly decision: boolean;
  readonly request: boolean;
}

/** Where an offset lies among the items; offsets are asked for in ascending order. */
function placesIn({ items }: Letter): (offset: number) => Place {
  let at = 0;
  return (offset) => {
    while (at < items.length && items[at]!.span.end <= offset) at += 1;
    const item = items[at];
    if (item === undefined || offset < item.span.start) return { item: null, decision: false, request: false };
    const decision = item.decision?.value === null && item.decision.span.start <= offset && offset < item.decision.span.end;
    return { item: at, decision, request: item.request.start <= offset && offset < item.request.end };
  };
}
