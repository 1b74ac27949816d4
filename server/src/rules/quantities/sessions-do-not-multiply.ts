import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import type { Observation, Rule, RuleContext } from '../rule';
import { countsIn, type Count } from './counts';
import { coursesIn, type Course } from './frequency';
import { inStyleOf } from './numerals';
import { stretchesOf, type Stretch } from './stretches';

/** Words of one phrase between how often and how many; a treatment may be named, an event may not. */
const LONGEST_GAP = 160;
/** Nothing but punctuation and the words that announce a sum. */
const ADJOINING = /^[\s,;:(=–-]*(?:(?:i\.?e\.?|equal(?:s|ing)?|which\s+is|being|for|with|as|at|and|of|to\s+equal|(?:for\s+)?an?|the|grand|total(?:s|ing|l?ed)?(?:\s+number)?(?:\s+of)?|sessions|visits|treatments|qty|quantity|#|[x×])[\s,;:.(=–-]*){0,6}$/i;
/** What a phrase cannot hold when both numbers are of the same treatment. */
const EVENT = /[.;!?]|\b(?:is|are|was|were|has|have|had|been|be|but|after|before|then|followed|complet\w*|attend\w*|receiv\w*|authoriz\w*|approv\w*|certif\w*|den(?:y|ied)|modif\w*|grant\w*|prior|previous\w*|already|past|remain\w*|additional|another|initial\w*|first|maximum|least|most|more|less|up\s+to|exceed\w*|guideline\w*|recommend\w*|versus|vs|each|both|per|plus|include\w*|including)\b/i;
const TREATMENT = /\b(?:therap\w*|physiotherapy|pt|ot|acupuncture|chiro\w*|exercises?|massage|manipulation|stimulation|injections?|program|modalit\w*|evaluation|rehab\w*|conditioning|hardening|shockwave)\b/i;
const SEPARATOR = /\b(?:and|with|or)\b|[,;:&+/]/i;
const OTHER_COUNT_BEFORE = /(?:\b(?:additional|extra|initial|first|last|next|another|other|up\s+to|at\s+(?:least|most)|maximum(?:\s+of)?|max|minimum(?:\s+of)?|more\s+than|less\s+than|over|only|prior|previous|remaining|out\s+of|completed|attended|received|had|phase|group|set|of\s+which|dispute[sd]?)|\+|[<>≤≥])\s*$/i;
const OTHER_COUNT_AFTER = /^[\s,]*(?:(?:were|was|have|had|has|been|being|are|is)\s+)*(?:complet|attend|receiv|authoriz|approv|certif|grant|remain|left(?=\s*(?:$|[).,;]))|already|to\s+date|so\s+far|per\b|an?\s+(?:day|week|month)|each|every|weekly|\/|denied|out\s+of|over\b|within\b|initial|prior|previous|done|used|provided|given|(?:with|including|incl\.?|counting)\b.{0,20}\b(?:prior|previous|initial|first|earlier|already|past))/i;
const SEVERAL = /\b(?:and|each|both|bilateral\w*|per|plus)\b|[&+/]/i;
const REQUEST = /\brequest/i;
/** One visit on top of the course. */
const EVALUATION = /\b(?:re-?\s?)?(?:eval\w*|assess\w*|consult\w*|intake|examination)\b/i;
/** "visits 25 through 36", "of which 6 visits": no number of this course. */
const ORDINAL_AFTER = /^\s{0,4}(?:through|thru|to|[-\u2013])\s{0,4}\d/i;
/** Why fewer were given than ordered. */
const REASON_AFTER = /^[^.;]{0,60}\b(?:because|owing|due\s+to|since|missed|no-?\s?show|cancel\w*|holidays?|rendered|kept)\b/i;

/** A course of treatment whose stated number of sessions is not its frequency times its length. */
export const sessionsDoNotMultiply: Rule = {
  code: 'sessions-do-not-multiply',
  title: 'How often times how long is not the number of sessions',
  level: 'warning',
  why: 'A request such as “2 times a week for 6 weeks (12 sessions)” says the same number twice. Where the two differ, nobody can tell how many sessions were decided on, and the bill will be disputed.',
  source: 'Arithmetic. The forms are those observed in letters.',
  marks: [
    'The stated number of sessions, as it is written (`10`, `#10`, `Ten (10)`), without its noun; the frequency with its duration is shown beside it. Looked at: each request (each part of a partial request by itself) and each sentence of the summary and of the rationales.',
    '',
    'A *frequency with a duration* is a number (in words, figures or both), once or twice; “times”, “x”, “sessions”, “visits”, “treatments” or nothing; “a”, “per”, “each”, “every” or “/” with day, week or month, or “weekly”, “daily”, “monthly”; and then, after “for”, “x”, “times”, “over” or a comma, a number of the same days, weeks or months: “2 times a week for 6 weeks”, “twice weekly for three weeks”, “2x/week x 6 weeks”, “3 x week for 4 weeks”; or the length first, “for 6 weeks, 2 times a week”. The short “2x6” and “2 X 4 weeks” count too.',
    '',
    'The *stated number* is followed or preceded by “sessions”, “visits”, “treatments” or “appointments” (up to five words may stand between), or stands alone in brackets, after “total”, “=”, “#”, “x” or “qty”. In a request it may stand anywhere before or after the frequency, with only words of the treatment and the part of the body between them. In a sentence it stands right behind the frequency (“(12 sessions)”, “, for a total of 12 visits”, “= 12”); where the sentence speaks of a request, words of the treatment may stand between as well (the short form needs a treatment before it: “the request is for physical therapy 2x6 for the knee (10 visits)”).',
    '',
    'Not marked: ranges (“1-2 times a week”, “8-10 visits”); weeks against months; a number of sessions that follows the frequency and names its own treatment (“, 6 acupuncture visits”, “6 sessions of acupuncture”), or stands in another part of a list of treatments; a number called additional, initial, up to, remaining, completed, authorized and the like, or followed by such a word; twice to four times the product where “and”, “/”, “both”, “each” or “bilateral” stands in the same request or sentence, since each part of the body may have its own course; two stated numbers, one before and one behind, of which one is right; a number that is the sum of several courses or of the product and another number of sessions there (“18 visits, 3 x 4 then 2 x 3”); a number whose word and figure differ when one of them is the product; one more than the product where the same request or sentence names an evaluation, assessment, consultation, intake or examination; the first of a range (“visits 25 through 36”); “of which 6”; a number behind which the reason for its being another stands (“because”, “owing to”, “missed”, “no-show”, “cancelled”, “rendered”); a number of visits behind “and” that names its own part of the body; a frequency with a second number between.',
  ].join('\n'),
  examples: {
    wrong: [
      { title: 'In a request', text: exampleLetter({ heading: 'Physical therapy for the left knee, 2 times a week for 6 weeks (10 sessions): Upheld' }) },
      {
        title: 'In a rationale',
        text: exampleLetter({
          heading: 'Acupuncture for the left knee: Upheld',
          fields: [
            'Claims Administrator guideline: Decision based on MTUS Acupuncture Medical Treatment 2007.',
            'MAXIMUS guideline: Decision based on MTUS Acupuncture Medical Treatment 2007.',
            'Decision rationale: Needling was to be given twice a week for three weeks, for a total of 8 visits. Nothing is said about its aim. Therefore, the request is not medically necessary.',
          ],
        }),
      },
    ],
    right: [{ title: 'Two times six is twelve', text: exampleLetter({ heading: 'Physical therapy for the left knee, 2 times a week for 6 weeks (12 sessions): Upheld' }) }],
  },
  check: (context) => stretchesOf(context.text, context.letter).flatMap((stretch) => wrongIn(context, stretch)),
  fixes({ text }, finding) {
    const product = (finding.data as { product?: unknown } | undefined)?.product;
    if (typeof product !== 'number') return [];
    const newText = inStyleOf(text.slice(finding.span.start, finding.span.end), product);
    return [{ title: l10n.t('Write {0}', newText), edits: [{ span: finding.span, newText }] }];
  },
};

function wrongIn({ text }: RuleContext, stretch: Stretch): Observation[] {
  const courses = coursesIn(text, stretch.span);
  if (courses.length === 0) return [];
  const counts = countsIn(text, stretch.span, courses);
  return courses.flatMap((course, at): Observation[] => {
    const after = counts.find(({ span }) => span.start >= course.span.end);
    const before = counts.filter(({ end }) => end <= course.span.start).at(-1);
    const next = courses[at + 1];
    const previous = courses[at - 1];
    const candidates = [
      after !== undefined && (next === undefined || after.span.end <= next.span.start) ? after : undefined,
      before !== undefined && (previous === undefined || previous.span.end <= before.span.start) ? before : undefined,
    ].filter((count): count is Count => count !== undefined && isSessions(count) && belongs(text, stretch, course, count));
    if (candidates.some((count) => agrees(text, stretch.span, course, count) || sums(courses, counts, course, count))) return [];
    return candidates.slice(0, 1).map((count) => observation(text, stretch.item, course, count));
  });
}

/** "18 visits, 3 x 4 then 2 x 3", "2 x 3, total of 12 with 6 before": the number is that of several courses, or of what was given before as well. */
function sums(courses: readonly Course[], counts: readonly Count[], { product }: Course, { numeral }: Count): boolean {
  const all = courses.slice(0, 12).reduce((sum, each) => sum + each.product, 0);
  return numeral.value === all || counts.slice(0, 12).some((other) => numeral.value === product + other.numeral.value);
}

function isSessions({ of, numeral }: Count): boolean {
  return (of === 'visit' || of === null) && !numeral.range;
}

function agrees(text: string, within: Span, { product }: Course, { numeral }: Count): boolean {
  if (numeral.value === product || numeral.other === product) return true;
  if (numeral.value === product + 1 && EVALUATION.test(text.slice(within.start, within.end))) return true;
  const times = numeral.value / product;
  return (times === 2 || times === 3 || times === 4) && SEVERAL.test(text.slice(within.start, within.end).replace(/\d\s?\/\s?[a-z]+|\bper\s+(?:day|week|month)|\beach\s+(?:day|week|month)|\/\s?(?:wk|week|month|day)/gi, ' '));
}

/** The number is of this course: one phrase holds both, and nothing says that it counts something else. */
function belongs(text: string, stretch: Stretch, course: Course, count: Count): boolean {
  const follows = count.span.start >= course.span.end;
  const gap = follows ? text.slice(course.span.end, count.span.start) : text.slice(count.end, course.span.start);
  const adjoins = ADJOINING.test(gap.slice(0, LONGEST_GAP));
  const first = text.slice(stretch.span.start, Math.min(course.span.start, count.span.start));
  const asked = stretch.request || REQUEST.test(first);
  if (course.period === null && !adjoins && !stretch.request && !(asked && TREATMENT.test(first))) return false;
  if (gap.length > LONGEST_GAP || /\d/.test(gap)) return false;
  if (!adjoins && (EVENT.test(gap) || !ofOneTreatment(gap, first))) return false;
  const ahead = text.slice(Math.max(stretch.span.start, count.span.start - 40), count.span.start);
  const behind = text.slice(count.end, Math.min(stretch.span.end, count.end + 40));
  if (OTHER_COUNT_BEFORE.test(ahead) || OTHER_COUNT_AFTER.test(behind)) return false;
  if (ORDINAL_AFTER.test(text.slice(count.span.end, count.span.end + 20)) || REASON_AFTER.test(behind + text.slice(count.end + 40, Math.min(stretch.span.end, count.end + 70)))) return false;
  const counted = text.slice(count.span.end, count.end);
  if (EVENT.test(counted)) return false;
  // "2 times a week for 6 weeks, 6 acupuncture visits": another treatment than the one before.
  if (follows && /\band\s*$/i.test(ahead) && /^\s+for\s/i.test(behind)) return false;
  if (follows && (TREATMENT.test(counted) || /^\s+(?:of|for)\s+\w*\s?\w/i.test(behind) && TREATMENT.test(behind))) return false;
  // "4x4 #30" is gauze.
  if (course.period === null && count.of === null && !TREATMENT.test(text.slice(stretch.span.start, stretch.span.end))) return false;
  if (stretch.request) return true;
  if (count.of === null) return adjoins && follows;
  // Without brackets the next words may be a new thought: "…, 8 visits so far".
  return adjoins || asked;
}

/** At most one treatment is named between the two numbers, and none before both where it stands behind a comma or "and". */
function ofOneTreatment(gap: string, before: string): boolean {
  const named = gap.split(SEPARATOR).flatMap((part, at) => (TREATMENT.test(part) ? [at] : []));
  return named.length === 0 || (named.length === 1 && (named[0] === 0 || !TREATMENT.test(before)));
}

function observation(text: string, item: number | null, course: Course, count: Count): Observation {
  return {
    span: count.span,
    message: l10n.t('“{0}” makes {1}, and not {2}.', foldedText(text, course.span), course.product, foldedText(text, count.span)),
    item,
    related: [{ span: course.span, message: l10n.t('How often and how long') }],
    data: { product: course.product },
  };
}
