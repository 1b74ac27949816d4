import { insertion, type Defect, type Planting } from '../planting';
import { hasHeadings } from '../source';

export const noCondition: Defect = (source, random) => source.letter.sections.flatMap(({ kind, heading, span }): Planting[] => {
  if (kind !== 'summary' || source.letter.items.length === 0 || source.letter.items[0]!.span.start < span.start) return [];
  const body = { start: heading.end, end: span.end };
  const form = 'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:';
  const nothing = ['The file was sent in on paper and was read in full.', 'All that was sent in by the parties has been read by the reviewer.', 'The documents came in May and were read by the reviewer in June.', 'There is nothing to be said about this file at present.'];
  return ['', form, ...nothing].map((text) => ({ form: text || 'nothing', edits: [{ span: body, newText: `\n${text === form || text === '' || random.next() < 0.5 ? text : `${form}\n\n${text}`}` }], at: [heading] }));
});

export const noDocuments: Defect = (source) => source.letter.sections.flatMap(({ kind, heading, span }, i): Planting[] => {
  const next = source.letter.sections[i + 1];
  if (kind === 'documents' && next) return [{ form: 'list taken out', edits: [{ span: { start: heading.end, end: span.end }, newText: '' }], at: [heading] }];
  if (kind !== 'summary' || !hasHeadings(source) || source.letter.sections.some((section) => section.kind === 'documents')) return [];
  return ['', 'The following documents were reviewed:\n\n', 'These relevant documents were sent in by the parties:\n\n'].map((text) => ({ form: text.trim() || 'heading put in', edits: [insertion(heading.start, `⟦DOCUMENTS REVIEWED⟧\n\n${text}`)] }));
});

export const credentials: Defect = ({ text, letter }) => {
  const body = text.slice(letter.span.start, letter.items[0]?.request.start ?? letter.span.end);
  const plantings: Planting[] = [];
  const section = letter.sections.find(({ kind }) => kind === 'credentials');
  const add = (pattern: RegExp, form: string, whole: boolean): void => {
    const found = pattern.exec(body);
    if (!found) return;
    const start = letter.span.start + found.index;
    const label = { start, end: start + found[1]!.length };
    const span = { start: whole ? start : label.end, end: start + found[0].length };
    plantings.push({ form, edits: [{ span, newText: '' }], at: [whole && section ? section.heading : label] });
  };
  const licence = /(State\(s\) of Licensure:)[^\n]*/;
  const specialty = /(Certification\(s\)\/Specialty:)[\s\S]*?(?=\s*CLINICAL CASE SUMMARY)/;
  add(licence, 'no state', false);
  add(specialty, 'no specialty', false);
  if (section) add(licence, 'label of the state gone', true);
  if (section) add(specialty, 'label of the specialty gone', true);
  for (const pattern of [/is\s+licensed\s+to\s+practice\s+in( [A-Z][^.]*)(?=\.)/, /is\s+Board\s+Certified\s+in( [A-Z][^.,]*?)(?=,?\s+(?:has\s+a\s|and\s+is\s))/]) {
    const found = pattern.exec(body);
    if (!found) continue;
    const start = letter.span.start + found.index;
    const end = start + found[0].length;
    plantings.push({ form: 'sentence', edits: [{ span: { start: end - found[1]!.length, end }, newText: '' }], at: [{ start, end: end - found[1]!.length }] });
  }
  return plantings;
};
