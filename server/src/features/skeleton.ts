import { headingText, layoutOf, LAYOUTS, type Layout, type LayoutId, type SectionKind } from '../letter';
import { FIELD_WORDS } from '../rules/fields';
import { asked, ASKED_FOR } from '../rules/asked';
import { replacement, type Part } from '../rules/insertion';
import type { Manner } from '../rules/manner';

/**
 * The form as something to be filled in. Its fixed words come from the data of
 * the layouts, its sentences are our paraphrase in the words of the samples.
 */

/** Layouts that people may begin a new letter in: those that decide behind the request. Newest habit of the form first. */
export const SKELETON_LAYOUTS: readonly LayoutId[] = ['2016', '2018', '2014'];

/** What nobody has decided yet; the reader takes it for an open decision, so it is reported until somebody has. */
export const UNDECIDED = '____';

/** A new letter in both forms. */
export interface Skeleton {
  /** With placeholders, in the protocol's snippet syntax. */
  readonly snippet: string;
  /** For clients without placeholders: what is to be filled in stands in brackets. */
  readonly plain: string;
}

/**
 * A new letter with one disputed item, ending with a line end. Read with its
 * default placeholders it is a letter of that layout with all its sections.
 * An id that is not one of {@link SKELETON_LAYOUTS}, or none, gives `2016`.
 */
export function letterSkeleton(layoutId: string = '2016', lineEnd = '\n'): Skeleton {
  const parts = letterParts(layoutId, lineEnd);
  const { newText, snippet } = replacement({ start: 0, end: 0 }, parts);
  return { snippet: snippet ?? newText, plain: newText };
}

/** The parts of a new letter; see {@link letterSkeleton}. */
export function letterParts(layoutId: string, lineEnd: string): Part[] {
  const layout = layoutOf(SKELETON_LAYOUTS.find((id) => id === layoutId) ?? '2016');
  const separator = lineEnd + lineEnd;
  const kinds = SECTION_ORDER.filter((kind) => layout.requiredSections.includes(kind));
  const sections = kinds.flatMap((kind): Part[] => [...sectionParts(layout, kind, lineEnd, lineEnd), separator]);
  const labels = Object.fromEntries(
    layout.requiredFields.map((kind) => [kind, `${layout.labels.find(({ field }) => field === kind)?.text ?? FIELD_WORDS[kind].name}:`]),
  ) as Record<keyof Manner['labels'], string>;
  const item = itemParts(layout, { separator, labels, labelGap: ' ', decisionMark: ': ', decisions: { upheld: 'Upheld', overturned: 'Overturned' } });
  return [...headerParts(layout, lineEnd), ...sections, ...item, lineEnd];
}

const SECTION_ORDER: readonly SectionKind[] = ['method', 'credentials', 'summary', 'issues'];

/** The sentence that opens the issues section, with its colon; `undefined` in layouts that have none. */
export function introductionSentence(layout: Layout): string | undefined {
  const [sentence] = layout.introduction;
  return sentence === undefined ? undefined : `${sentence}:`;
}

/**
 * A section as the form begins it: heading, `gap`, and what always stands
 * there, or a place for the writer's text. `heading` overrides the layout's.
 */
export function sectionParts(layout: Layout, kind: SectionKind, gap: string, lineEnd: string, heading?: string): Part[] {
  const own = heading ?? `${headingText(layout, kind) ?? kind.toUpperCase()}${kind === 'credentials' ? ':' : ''}`;
  const text = asked(ASKED_FOR.section());
  if (layout.decision !== 'heading') return [own, gap, text];
  switch (kind) {
    case 'method':
      return [own, gap, ...methodParts(layout, lineEnd)];
    case 'credentials':
      return [own, lineEnd, 'State(s) of Licensure: ', asked(ASKED_FOR.states()), lineEnd, 'Certification(s)/Specialty: ', asked(ASKED_FOR.specialties())];
    case 'summary':
      return [own, gap, SUMMARY_OPENING.join(lineEnd), lineEnd + lineEnd, asked(ASKED_FOR.summary())];
    case 'issues':
      return [own, gap, introductionSentence(layout) ?? ''];
    default:
      return [own, gap, text];
  }
}

/** A disputed item to be filled in: request, choice of the decision, and the fields that the layout asks for. */
export function itemParts(layout: Layout, manner: Pick<Manner, 'separator' | 'labels' | 'labelGap' | 'decisionMark' | 'decisions'>): Part[] {
  return [
    asked(ASKED_FOR.request()),
    manner.decisionMark,
    // The first choice is taken where nobody chooses: neither of the two decisions may be that.
    { hint: '', plain: UNDECIDED, choices: [UNDECIDED, manner.decisions.upheld, manner.decisions.overturned] },
    ...layout.requiredFields.flatMap((kind): Part[] => [manner.separator + manner.labels[kind] + manner.labelGap, asked(FIELD_WORDS[kind].hint())]),
  ];
}

const SUMMARY_OPENING = [
  'The expert reviewer developed the following clinical case summary based on a review of the case',
  'file, including all medical records:',
];

function methodParts(layout: Layout, lineEnd: string): Part[] {
  const opening = [
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer. The reviewer has no',
    'tie to the claims administrator, the employer, the injured employee or those who treat the',
    'employee. ',
  ].join(lineEnd);
  const rest = [
    'He/she has practiced for over five years and still sees patients for 24 hours or more',
    'in each week of practice. Training and experience in the field that evaluates or treats the',
    'condition and the disputed items/services led to this choice of reviewer, who knows the laws and',
    'rules of Independent Medical Review, the hierarchy of evidence among them.',
  ].join(lineEnd);
  if (layout.requiredSections.includes('credentials')) return [opening, rest];
  // Letters without a block of credentials name them in a sentence here (observed in letters of 2014).
  return [
    opening,
    'The expert reviewer is Board Certified in ',
    asked(ASKED_FOR.specialties()),
    ' and is licensed to practice in ',
    asked(ASKED_FOR.states()),
    `.${lineEnd}${rest}`,
  ];
}

/** The table at the head, one row a line; letters of 2014 are known without theirs only. */
function headerParts(layout: Layout, lineEnd: string): Part[] {
  if (layout.id === '2014') return [];
  // The number's year tells the layouts apart where no date does, so it is the same in both forms.
  const year = String((LAYOUTS.find(({ id }) => id === layout.id)?.insteadOf?.fromYear ?? 2016) % 100);
  const date = { hint: 'MM/DD/YYYY', plain: 'MM/DD/YYYY' };
  return [
    'Case Number: ',
    { hint: `CM${year}-0000000`, plain: `CM${year}-0000000` },
    ...['Date Assigned', 'Date of Injury', 'Decision Date', 'UR Denial Date'].flatMap((label): Part[] => [`${lineEnd}${label}: `, date]),
    `${lineEnd}Priority: `,
    { hint: '', plain: 'Standard', choices: ['Standard', 'Expedited'] },
    `${lineEnd}Application Received: `,
    date,
    lineEnd + lineEnd,
  ];
}
