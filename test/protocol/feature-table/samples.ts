import { readFileSync } from 'node:fs';

interface Sample {
  readonly file: string;
  readonly layout: string;
  readonly letters: number;
  readonly items: readonly { readonly decision: string | null }[];
  readonly findings: readonly string[];
}

/** What `samples/expected.json` says of each sample. */
export function expectedSamples(): Sample[] {
  const all = JSON.parse(readFileSync('samples/expected.json', 'utf8')) as Record<string, Omit<Sample, 'file'>>;
  return Object.entries(all).map(([file, sample]) => ({ file, ...sample }));
}

/** The sample of a layout with most to show: one letter without findings, with both decisions and fields where there is such. */
export function sampleOf(layout: string): string {
  const weight = ({ letters, items, findings }: Sample): number =>
    (letters === 1 ? 4 : 0) + (findings.length === 0 ? 2 : 0) + Math.min(2, new Set(items.map(({ decision }) => decision)).size);
  const [first] = expectedSamples()
    .filter((sample) => sample.layout === layout)
    .sort((a, b) => weight(b) - weight(a));
  if (first === undefined) throw new Error(`no sample of layout ${layout}`);
  return first.file;
}
