import type { Span } from '../../../server/src/letter';
import { insertion, type Defect, type Planting } from '../planting';
import { everySentence, hasHeadings, words, type Form, type Source } from '../source';
import { rationales } from './decision';
import { commonWords, treatmentWords } from './treatments';

const LEFT_IN = [
  '[…]', '[...]', '[ ]', '[____]', '[??]', '[insert dose]', '[enter date of visit]', '[add reason]', '[specify number of visits]', '[select one]', '[describe findings]', '[your text]', '[to be added]', '[to be determined]', '[TBD]', '[TODO]', '[XXX]', '[placeholder]', '[missing]', '[blank]',
  '[patient name]', '[date]', '[treatment]', '[body part]', '[claim number]', '[diagnosis]', '<<reason for denial>>', '<<name>>', '{name}', '{{name}}', '<insert date>', '<patient name>', 'XXX', 'XXXX', 'xxx', 'TBD', 'TODO', 'FIXME', '???', '????', '____', '__________', 'lorem ipsum',
] as const;

export const placeholder: Defect = (source, random) => [
  ...everySentence(source, source.passages, () => {
    const mark = random.of(LEFT_IN);
    return random.of<Form>([
      [mark, `The notes of ⟦${mark}⟧ were read.`],
      [mark, `The worker took ⟦${mark}⟧ for pain.`],
      [mark, `The gait was ⟦${mark}⟧.`],
      [mark, `A report (⟦${mark}⟧) was sent in.`],
    ]);
  }),
  ...(hasHeadings(source) ? source.letter.items : []).filter((item) => item.decision?.value != null && !item.partial && item.request.end > item.request.start).map((item): Planting => {
    const mark = random.of(['TBD', 'XXX', '[insert dose]', '[…]', '???', '[quantity TBD]'.replace('quantity ', '')]);
    return { form: `request: ${mark}`, edits: [insertion(item.request.end, `, ⟦${mark}⟧`)] };
  }),
  ...source.letter.items.flatMap(({ fields }) => fields.filter(({ kind, label }) => kind !== 'rationale' && label.end > label.start)).map(({ body }): Planting => {
    const mark = random.of(['[insert citation]', 'TBD', '____', '[…]', 'XXX']);
    return { form: `field: ${mark}`, edits: [{ span: body, newText: `⟦${mark}⟧` }] };
  }),
];

const BREAKS = 'and or but nor the a an of with for from to in on at by as than that which who because since while when where if although unless until into per via between among against during without within was were are is be been has have had will would should could may might can cannot must not his her its their'.split(' ');

export const unfinished: Defect = (source, random) => (source.letter.hasFields ? source.passages : []).filter(({ sentences }) => sentences.length > 1).flatMap(({ span, sentences }) => {
  const tail = { start: sentences[Math.floor(sentences.length / 2)]!.start, end: span.end };
  const cut = (at: Span): Planting => ({ form: `cut behind “${words(source, at)}”`, edits: [{ span: { start: at.end, end: span.end }, newText: '' }], at: [at] });
  const cuts = [...source.text.slice(tail.start, tail.end).matchAll(/[a-z]+(?=\s)/g)]
    .filter((found) => BREAKS.includes(found[0]) && /\s/.test(source.text[tail.start + found.index - 1] ?? ''))
    .map((found) => cut({ start: tail.start + found.index, end: tail.start + found.index + found[0].length }));
  const marks = [...source.text.slice(tail.start, tail.end).matchAll(/[a-z]{3},(?=\s)/g)]
    .map(({ index }) => cut({ start: tail.start + index, end: tail.start + index + 4 }));
  const added = [' and ⟦the⟧', ' The notes speak ⟦of⟧', ', ⟦which⟧', ' The doctor says ⟦that⟧', ' The gait ⟦was⟧', ' It was seen ⟦(⟧', ' Care after the surgery was ⟦post-⟧'].map((end): Planting => ({ form: `added${end}`, edits: [insertion(span.end, end)] }));
  return [...random.some(cuts, 6), ...random.some(marks, 1), random.of(added)];
});

const LABEL = /^\s*(?:Claims Administrator guideline|MAXIMUS guideline|Expert Reviewer guideline|IMR reviewer guideline|Decision rationale|Case Number|Date|Priority|Application|Received|UR Denial|State\(s\)|Certification|The Expert Reviewer has|.*:\s*(?:Upheld|Overturned)?\s*$)/i;

export const repeatedLine: Defect = (source) => {
  const { text, letter } = source;
  const from = letter.sections[0]?.heading.start ?? letter.span.start;
  const labels = letter.items.flatMap(({ fields }) => fields.map(({ label }) => label));
  const lines = [...text.slice(from, letter.span.end).matchAll(/[^\r\n\f]+/g)]
    .map((found) => ({ start: from + found.index, end: from + found.index + found[0].length }))
    .filter((span) => words(source, span).length >= 42 && !/[.?!]\)?\s*[A-Z].*\.|\.\s*[A-Z].{0,12}$/.test(words(source, span)) && !LABEL.test(words(source, span)) && !labels.some(({ start }) => span.start <= start && start < span.end))
    .map((span): Planting => ({ form: 'line', edits: [insertion(span.end, `${source.lineEnd}⟦${words(source, span) === '' ? '' : text.slice(span.start, span.end).trim()}⟧`)] }));
  const sentences = source.passages.flatMap((passage) => passage.sentences).filter((span) => plain(source, span, 42))
    .map((span): Planting => ({ form: 'sentence', edits: [insertion(span.end, ` ⟦${text.slice(span.start, span.end)}⟧`)] }));
  return [...lines, ...sentences];
};

/** A sentence without anything that could be the end of another. */
function plain(source: Source, span: Span, length: number): boolean {
  const sentence = words(source, span);
  return sentence.length >= length && sentence.endsWith('.') && !/[.?!:].*\.$|[;\f]/.test(sentence);
}

export const repeatedParagraph: Defect = (source, random) => source.passages.flatMap(({ sentences }) =>
  sentences.flatMap((first, i): Planting[] => {
    const chosen = sentences.slice(i, i + random.whole(2, 4));
    const last = chosen.at(-1)!;
    const paragraph = source.text.slice(first.start, last.end);
    if (chosen.length < 2 || paragraph.length < 125 || /\f/.test(paragraph) || !chosen.every((span) => plain(source, span, 30))) return [];
    const later = sentences.slice(i + chosen.length);
    const at = later.length > 0 && random.next() < 0.6 ? random.of(later) : last;
    return [{ form: at === last ? 'directly behind' : 'further down', edits: [insertion(at.end, ` ⟦${paragraph.slice(0, 120)}⟧${paragraph.slice(120)}`)] }];
  }),
);

export const copiedRationale: Defect = (source) => {
  if (!hasHeadings(source)) return [];
  const all = rationales(source);
  return all.flatMap((own) => all.flatMap((other): Planting[] => {
    if (own === other || own.item!.partial || other.item!.partial) return [];
    const [mine, theirs] = [own, other].map(({ item }) => treatmentWords(words(source, item!.request))) as [string[], string[]];
    const rationale = words(source, other.span);
    const names = treatmentWords(rationale);
    const long = other.sentences.filter((span) => words(source, span).length >= 40).length;
    if (mine.length === 0 || theirs.length === 0 || commonWords(mine, theirs) > 0 || !theirs.some((word) => names.includes(word)) || commonWords(mine, names) > 0) return [];
    // General words that a page may or may not count as naming the own request.
    if (['test', 'evaluation', 'consultation', 'study'].some((word) => [rationale, words(source, own.item!.request)].every((text) => text.toLowerCase().includes(word)))) return [];
    if (long < 2 || rationale.length < 220 || /As the |surg|associated/i.test(rationale)) return [];
    return [{ form: 'copied', edits: [{ span: own.span, newText: `⟦${rationale.slice(0, 60)}⟧${rationale.slice(60)}` }] }];
  }));
};
