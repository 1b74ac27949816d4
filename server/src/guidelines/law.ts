import type { Citation } from './citation';
import { regulationId } from './catalogue';
import { citation, type Reading } from './draft';

const LAW =
  /(8c\.?c\.?r\.?|(?:ca(?:lifornia)?)?mtus(?=(?:sections?|§)?,?9792)|title8,?(?:ofthe)?(?:californiacodeofregulations|ccr),?|californiacodeofregulations,?(?:title8,?)?|(?:ca)?(?:lab\.?|labor)code)(?:sections?|§){0,2}(\d{4}(?:\.\d{1,3}){0,3})((?:\([a-z0-9]{1,3}\)){0,6})/y;

/**
 * A section of law (`8 CCR 9792.21`, `Labor Code 4610.5(c)(2)`) whose name
 * begins at `from`; `null` where none does. Sections 9792.20 to 9792.27.23 are
 * the MTUS itself (8 CCR 9792.21(a) and the later formulary sections).
 */
export function lawAt(reading: Reading, from: number): { citation: Citation; end: number } | null {
  const { text, of, field } = reading;
  LAW.lastIndex = from;
  const match = text.boundary(from) ? LAW.exec(text.s) : null;
  if (match === null) return null;
  const [whole, name = '', section = '', subdivisions = ''] = match;
  const id = regulationId(name.includes('code') && !name.includes('regulations') ? 'Labor Code' : '8 CCR', section);
  const end = from + whole.length;
  return {
    citation: citation(field, /^9792\.2[0-7]/.test(section) ? 'mtus' : 'non-mtus', text.span(from, end), {
      guideline: of.section(id).length > 0 ? id : null,
      family: 'regulation',
      head: text.span(from, end - subdivisions.length),
      sections: subdivisions === '' ? [] : [text.span(end - subdivisions.length, end)],
    }),
    end,
  };
}
