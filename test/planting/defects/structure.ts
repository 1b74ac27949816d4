import { fieldOf, FIELD_KINDS, type DisputedItem, type FieldKind, type Span } from '../../../server/src/letter';
import { insertion, type Defect, type Planting } from '../planting';
import type { Random } from '../random';
import { hasHeadings, type Source } from '../source';

/** Items with a request, a decision and each field once, in order. */
export function wholeItems(source: Source): DisputedItem[] {
  if (!hasHeadings(source)) return [];
  return source.letter.items.filter((item) => item.decision?.value != null && item.request.end > item.request.start && item.fields.length === 3 && item.fields.every(({ kind, body }, i) => kind === FIELD_KINDS[i] && body.end > body.start));
}

function perItem(make: (item: DisputedItem, source: Source, random: Random) => Planting | null): Defect {
  return (source, random) => wholeItems(source).flatMap((item) => make(item, source, random) ?? []);
}

/** The first line of a request. */
function firstLine({ text }: Source, { request }: DisputedItem): Span {
  const end = text.slice(request.start, request.end).search(/\r?\n/);
  return { start: request.start, end: end < 0 ? request.end : request.start + end };
}

export function missingField(kind: FieldKind): Defect {
  return perItem((item, source) => {
    const field = fieldOf(item, kind)!;
    return { form: 'field taken out', edits: [{ span: { start: field.label.start, end: field.body.end }, newText: '' }], at: [firstLine(source, item)] };
  });
}

export function emptyField(kind: FieldKind): Defect {
  return perItem((item) => {
    const field = fieldOf(item, kind)!;
    return { form: 'body taken out', edits: [{ span: { start: field.label.end, end: field.body.end }, newText: '' }], at: [field.label] };
  });
}

export const missingDecision = perItem((item, { text }) => ({
  form: 'heading without decision', edits: [{ span: { start: item.request.end, end: item.decision!.span.end }, newText: '' }],
  at: [{ start: Math.max(item.request.start, text.lastIndexOf('\n', item.request.end - 1) + 1), end: item.request.end }],
}));

export const emptyDecision = perItem((item, _source, random) => {
  const words = random.of(['____', '________', 'TBD', '[…]', '???', '[decision]', '__________']);
  return { form: words, edits: [{ span: item.decision!.span, newText: `⟦${words}⟧` }] };
});

export const duplicateField = perItem((item, { text, lineEnd }, random) => {
  const field = random.of(item.fields);
  const label = text.slice(field.label.start, field.label.end);
  const body = random.of([text.slice(field.body.start, field.body.end), 'Decision based on MTUS Knee Complaints 2004.']);
  return { form: field.kind, edits: [insertion(field.body.end, `${lineEnd}${lineEnd}⟦${label}⟧ ${field.kind === 'rationale' ? text.slice(field.body.start, field.body.end) : body}`)] };
});

export const fieldOutOfOrder = perItem((item, { text }, random) => {
  const [a, b] = random.of([[0, 1], [1, 2]] as const);
  const [first, second] = [item.fields[a]!, item.fields[b]!];
  const [one, two] = [first, second].map(({ label, body }) => ({ start: label.start, end: body.end })) as [Span, Span];
  const label = text.slice(second.label.start, second.label.end);
  return {
    form: `fields ${a + 1} and ${b + 1} changed places`,
    edits: [{ span: one, newText: `⟦${label}⟧${text.slice(second.label.end, two.end)}` }, { span: two, newText: text.slice(one.start, one.end) }],
  };
});

/** A word with one slip in its midst: two letters changed, one lost or doubled. */
export function slip(word: string, random: Random): string {
  for (;;) {
    const i = random.whole(1, word.length - 3);
    if (!/^[A-Za-z]{2}$/.test(word.slice(i, i + 2)) || word[i] === word[i + 1] || word[i] === word[i - 1]) continue;
    return random.of([
      word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2),
      word.slice(0, i) + word.slice(i + 1),
      word.slice(0, i) + word[i]! + word.slice(i),
    ]);
  }
}

export const misspeltDecision = perItem((item, { text }, random) => {
  const word = text.slice(item.decision!.span.start, item.decision!.span.end);
  const wrong = random.of([slip(word, random), slip(word, random), ...(/^u/i.test(word) ? ['Uphled', 'Upheald', 'Uphed'] : ['Overtuned', 'Overturnd', 'Overtunred'])]);
  return { form: wrong, edits: [{ span: item.decision!.span, newText: `⟦${wrong}⟧` }] };
});

export const misspeltLabel: Defect = (source, random) => {
  const { text, letter } = source;
  const labels = wholeItems(source).flatMap(({ fields }) => fields.map(({ label }) => label));
  const headings = hasHeadings(source) ? letter.sections.filter(({ kind }) => kind === 'method' || kind === 'summary' || kind === 'issues').map(({ heading }) => heading) : [];
  return [...labels, ...headings].map((span) => {
    const old = text.slice(span.start, span.end);
    const long = [...old.matchAll(/[A-Za-z]{7,}/g)];
    const word = random.of(long);
    const wrong = slip(word[0], random);
    return { form: wrong, edits: [{ span, newText: `⟦${old.slice(0, word.index)}${wrong}${old.slice(word.index + word[0].length)}⟧` }] };
  });
};

export const missingSection: Defect = (source) => {
  const { text, letter } = source;
  if (!hasHeadings(source)) return [];
  return letter.sections.flatMap((section, i): Planting[] => {
    const next = letter.sections[i + 1];
    if (section.kind !== 'method' && section.kind !== 'summary' && section.kind !== 'issues') return [];
    const line = (at: number): Span => ({ start: at, end: text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) });
    const heading = line(section.heading.start);
    // What follows the place: the next section, where its text runs on into the one before.
    const at = next ? [line(next.heading.start)] : [line(letter.introduction?.start ?? letter.items[0]?.request.start ?? section.span.end - 1)];
    return [{ form: section.kind, edits: [{ span: section.heading, newText: '' }], at: [...at, { start: heading.end, end: heading.end + 200 }] }];
  });
};

export const issuesWithoutItems: Defect = ({ letter, text }) => {
  const issues = letter.sections.find(({ kind }) => kind === 'issues');
  if (!issues || letter.items.length === 0 || letter.layout.startsWith('2013')) return [];
  const from = letter.introduction?.end ?? issues.heading.end;
  return [{ form: 'cut off', edits: [{ span: { start: from, end: letter.span.end < text.length ? issues.span.end : text.length }, newText: '\n' }], at: [letter.introduction ?? issues.heading] }];
};
