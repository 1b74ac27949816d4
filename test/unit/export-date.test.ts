import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letterRecord } from '../../server/src/corpus/export-record';
import type { Letter } from '../../server/src/letter';

/** The date of decision in the record of a letter whose whole text is that date. */
function check(text: string, expected: string | null): void {
  const all = { start: 0, end: text.length };
  const letter: Letter = {
    span: all,
    layout: '2016',
    excerpt: false,
    header: [{ kind: 'decisionDate', label: { start: 0, end: 0 }, value: all }],
    reviewer: { licensure: [], specialties: [] },
    sections: [],
    introduction: null,
    items: [],
    hasFields: true,
  };
  it(JSON.stringify(text), () => assert.equal(letterRecord('f', 0, text, letter, []).case.decisionDate, expected));
}

describe('dates of letters in ISO form', () => {
  check('9/26/2013', '2013-09-26');
  check('11/18/2016', '2016-11-18');
  check('02/29/2016', '2016-02-29');
  check(' 09/06/2013\t', '2013-09-06');
  check('11-18-2016', '2016-11-18');
  check('11-30-\n2016', '2016-11-30');
  check('11\ufffe30\ufffe2016', '2016-11-30');
  check('11.18.2016', '2016-11-18');
  check('September 26, 2013', '2013-09-26');
  check('september\n26,\n2013', '2013-09-26');
  check('Sept. 26, 2013', '2013-09-26');
  check('May 1 2014', '2014-05-01');
  check('June 3rd, 2014', '2014-06-03');
});

describe('what is no date, or no day of the calendar, is null', () => {
  check('', null);
  check('2/29/2015', null);
  check('26/9/2013', null);
  check('13/1/2013', null);
  check('0/1/2013', null);
  check('9/26/20131', null);
  check('Smarch 1, 2013', null);
  check('Marchx 1, 2013', null);
  check('Ma 1, 2013', null);
  check('Standard', null);
  check('on 9/26/2013 or so', null);
});
