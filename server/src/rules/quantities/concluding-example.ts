import { exampleLetter } from '../example-letter';

/** The letter of the examples with this heading and this conclusion. */
export function concluding(heading: string, conclusion: string): string {
  return exampleLetter({
    heading,
    fields: [
      'Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.',
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.',
      `Decision rationale: The records do not say what was gained so far. ${conclusion}`,
    ],
  });
}
