import * as l10n from '@vscode/l10n';
import { foldedText, type PartialRequest, type Span } from '../../letter';
import { exampleLetter } from '../example-letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { countsIn, type Count, type Counted } from './counts';
import { coursesIn } from './frequency';
import { inStyleOf } from './numerals';

/** How many of one thing a part of a partial request names. */
interface Amount {
  readonly of: Counted;
  /** One value, or a stated number and a product. */
  readonly values: readonly number[];
  readonly span: Span;
}

const SUMMED: readonly Counted[] = ['visit', 'tablet', 'patch', 'injection', 'unit', 'refill', 'day', 'week', 'month', 'hour', null];
const BARE: readonly Counted[] = ['visit', 'tablet', 'patch', 'injection', 'unit', null];

/** The remaining part of a partial request is not what the authorized one leaves. */
export const authorizedAndRemainingDoNotAddUp: Rule = {
  code: 'authorized-and-remaining-do-not-add-up',
  title: 'Authorized and remaining parts do not make the original request',
  level: 'warning',
  why: 'Of 12 visits 8 were authorized: 4 remain to be decided on. Where the heading has another number, too much or too little is denied or granted.',
  source: 'Observed in letters: in headings with an original, an authorized and a remaining part, the first number is the sum of the others.',
  marks: [
    'The number in the remaining part, as it is written (`4`, `#4`, `Four (4)`), without its noun; the numbers of the original and of the authorized part are shown beside it.',
    '',
    'Looked at are headings of the form “*A* was the original request. *B* was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, *C* is”. All three parts must name one number each of the same thing: sessions, visits, treatments and appointments; tablets, capsules and pills; patches; injections; units; refills; hours, days, weeks or months; or a bare “#30”, “x 8”, “qty 8”, a number alone in brackets or after a last comma. “2 times a week for 4 weeks” in a part is 8 sessions where it states no number of sessions.',
    '',
    'Not marked: parts that speak of refills, since each fill has the same number of tablets; the other form of heading (“The Claims Administrator authorized *B*, leaving the original request IMR eligible”); a part with no number or with two different ones of the same thing; ranges.',
  ].join('\n'),
  examples: {
    wrong: [{ title: 'Five remain of twelve less eight', text: partly('5') }],
    right: [{ title: 'Four remain', text: partly('4') }],
  },
  check: (context) =>
    context.letter.items.flatMap(({ partial }, item): Observation[] => (partial === null ? [] : wrongIn(context, partial, item))),
  fixes({ text }, finding): Fix[] {
    const [original, authorized] = (finding.related ?? []).map(({ span }) => span);
    const values = (finding.data as { values?: unknown } | undefined)?.values;
    if (original === undefined || authorized === undefined || !Array.isArray(values)) return [];
    const [whole, granted, left] = values as readonly number[];
    if (whole === undefined || granted === undefined || left === undefined) return [];
    const fixes: readonly (readonly [Span, number, string])[] = [
      [finding.span, whole - granted, l10n.t('the remaining part')],
      [authorized, whole - left, l10n.t('the authorized part')],
      [original, granted + left, l10n.t('the original request')],
    ];
    return fixes.flatMap(([span, value, part]): Fix[] => {
      const written = text.slice(span.start, span.end);
      const newText = inStyleOf(written, value);
      return value <= 0 || newText === written || /[x×]|times|week|month|day/i.test(written) ? [] : [{ title: l10n.t('Write “{0}” in {1}', newText.replace(/\s+/g, ' '), part), edits: [{ span, newText }] }];
    });
  },
};

function partly(remaining: string): string {
  return exampleLetter({
    heading: `Acupuncture for the left knee, 12 visits was the original request. Acupuncture for the left knee, 8 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture for the left knee, ${remaining} visits is: Upheld`,
  });
}

function wrongIn({ text }: RuleContext, { original, authorized, remaining }: PartialRequest, item: number): Observation[] {
  // The other template decides on the whole request.
  if (/\bleaving\b/i.test(text.slice(authorized.end, remaining.start)) || remaining.start <= original.start) return [];
  // What is left then are fills, and each has the same number of tablets.
  if ([original, authorized, remaining].some(({ start, end }) => /\brefills?\b/i.test(text.slice(start, end)))) return [];
  const [whole, granted, left] = [amountsIn(text, original), amountsIn(text, authorized), amountsIn(text, remaining)];
  return left.flatMap((rest): Observation[] => {
    const first = single(whole, rest.of);
    const second = single(granted, rest.of);
    if (!first || !second || single(left, rest.of) !== rest) return [];
    if (first.values.some((a) => second.values.some((b) => rest.values.some((c) => a === b + c)))) return [];
    return [
      {
        span: rest.span,
        message: l10n.t('“{0}” less “{1}” authorized does not leave “{2}”.', foldedText(text, first.span), foldedText(text, second.span), foldedText(text, rest.span)),
        item,
        related: [
          { span: first.span, message: l10n.t('The original request') },
          { span: second.span, message: l10n.t('The authorized part') },
        ],
        data: { values: [first.values[0], second.values[0], rest.values[0]] },
      },
    ];
  });
}

/** The one amount of a kind; `undefined` where there is none or more than one. */
function single(amounts: readonly Amount[], of: Counted): Amount | undefined {
  const like = amounts.filter((each) => each.of === of || ((each.of === null || of === null) && BARE.includes(each.of) && BARE.includes(of)));
  return like.length === 1 ? like[0] : undefined;
}

function amountsIn(text: string, within: Span): Amount[] {
  const courses = coursesIn(text, within);
  const counts = countsIn(text, within, courses).filter(({ of }) => SUMMED.includes(of));
  const products = courses.map(({ product }) => product);
  const visits = counts.some(({ of }) => of === 'visit' || of === null);
  const amounts = counts.map((count): Amount => ({ of: count.of, values: valuesOf(count, products), span: count.span }));
  const derived = visits ? [] : courses.map(({ product, span }): Amount => ({ of: 'visit', values: [product], span }));
  return [...amounts, ...derived].filter(({ values }) => values.length > 0);
}

function valuesOf({ of, numeral }: Count, products: readonly number[]): number[] {
  if (numeral.range) return [NaN];
  return [numeral.value, ...(numeral.other === undefined ? [] : [numeral.other]), ...(of === 'visit' || of === null ? products : [])];
}
