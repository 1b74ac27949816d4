/**
 * What other extractors would have made of a letter. Each keeps every visible
 * character and its order; white space, line ends and hyphens at line ends change.
 */

export interface Extraction {
  readonly name: string;
  make(text: string): string;
}

const paragraphsOf = (text: string): string[][] => {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n|\n|\r|\f/)) {
    if (line.trim() !== '') paragraphs.at(-1)!.push(line.trim());
    else if (line.length > 0) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0);
};

const visibleLines = (text: string): string[] => text.split(/\r\n|\n|\r|\f/).map((line) => line.trim()).filter((line) => line !== '');

const wrap = (words: string, width: number): string[] => {
  const lines: string[] = [''];
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
};

export const EXTRACTIONS: readonly Extraction[] = [
  { name: 'CRLF', make: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'CR', make: (text) => text.replace(/\r?\n/g, '\r') },
  { name: 'BOM', make: (text) => `\ufeff${text}` },
  { name: 'no blank lines', make: (text) => visibleLines(text).join('\n') },
  { name: 'line ends doubled', make: (text) => paragraphsOf(text).map((lines) => lines.join(' \n\n')).join(' \n\n \n\n') },
  { name: 'line ends doubled, blanks trimmed', make: (text) => paragraphsOf(text).map((lines) => lines.join('\n\n')).join('\n\n\n\n') },
  { name: 'blanks trimmed', make: (text) => text.split('\n').map((line) => line.trimEnd()).join('\n') },
  { name: 'paragraphs on one line', make: (text) => paragraphsOf(text).map((lines) => lines.join(' ')).join('\n\n') },
  { name: 'paragraphs on one line, no blank lines', make: (text) => paragraphsOf(text).map((lines) => lines.join(' ')).join('\n') },
  { name: 'wrapped at 60', make: (text) => paragraphsOf(text).map((lines) => wrap(lines.join(' '), 60).join('\n')).join('\n\n') },
  { name: 'wrapped at 60, no blank lines', make: (text) => paragraphsOf(text).map((lines) => wrap(lines.join(' '), 60).join('\n')).join('\n') },
  { name: 'wrapped at 120', make: (text) => paragraphsOf(text).map((lines) => wrap(lines.join(' '), 120).join('\n')).join('\n\n') },
  { name: 'decision on its own line', make: (text) => text.replace(/:[ \t]*(Upheld|Overturned)[ \t]*$/gm, ':\n$1') },
  { name: 'decision on its own line, no blank lines', make: (text) => visibleLines(text.replace(/:[ \t]*(Upheld|Overturned)[ \t]*$/gm, ':\n$1')).join('\n') },
  { name: 'blank before the colon', make: (text) => text.replace(/:([ \t]*(?:Upheld|Overturned)[ \t]*)$/gm, ' :$1') },
  { name: 'blanks in labels', make: (text) => text.replace(/Decision rationale:/g, 'Dec ision rationale :').replace(/MAXIMUS guideline:/g, 'MAXI MUS guideline:').replace(/ISSUES, DECISIONS/g, 'ISSUES , DEC ISIONS') },
  { name: 'labels in capitals', make: (text) => text.replace(/(?:Claims\s+Administrator|MAXIMUS)\s+guideline:|Decision rationale:/g, (label) => label.toUpperCase()) },
  { name: 'decisions in capitals', make: (text) => text.replace(/:([ \t]*)(Upheld|Overturned)[ \t]*$/gm, (_all, blanks: string, word: string) => `:${blanks}${word.toUpperCase()}`) },
  { name: 'form feeds after every 30 lines', make: (text) => text.split('\n').map((line, index) => (index % 30 === 29 ? `\f${line}` : line)).join('\n') },
  { name: 'blank line after every 31 lines', make: (text) => text.split('\n').map((line, index) => (index % 31 === 30 ? `\n${line}` : line)).join('\n') },
  { name: 'indented', make: (text) => text.split('\n').map((line) => `    ${line}`).join('\n') },
];

/** Visible characters only, as extractors agree on them. */
export const visible = (text: string): string => text.replace(/[\s\ufeff\u00ad\ufffe-]+/g, '').toLowerCase();
