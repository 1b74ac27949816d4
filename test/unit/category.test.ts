import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf } from '../../server/src/guidelines/categories';

function check(request: string, expected: string | null): void {
  const found = categoryOf(request);
  assert.equal(found === null ? null : `${found.category} / ${found.subcategory}`, expected, request);
}

test('category: the example of the export', () => check('MRI of the left shoulder', 'diagnostic / imaging'));

test('category: by the table', () => {
  check('Physical therapy, 12 visits, lumbar spine', 'therapy / physical therapy');
  check('physical thearpy 2x4', 'therapy / physical therapy');
  check('PT x8', 'therapy / physical therapy');
  check('Acupuncture X16 visits', 'therapy / acupuncture');
  check('Norco 10/325 mg #60', 'medication / opioid');
  check('X-rays of the neck', 'diagnostic / imaging');
  check('x-\nray of the neck', 'diagnostic / imaging');
  check('EMG/NCV of both legs', 'diagnostic / electrodiagnostic');
  check('Spinal decompression L4-5', 'surgery / spine');
  check('TENS unit, 30 days', 'equipment / electrotherapy');
  check('Dental crown', 'dental / eye / hearing / null');
});

test('category: the match order decides', () => {
  // A cream of a muscle relaxant is a compound, an injection of a steroid no steroid.
  check('Cyclobenzaprine 6% in cream base', 'medication / topical / compound');
  check('Epidural steroid injection under fluoroscopy', 'injection / epidural steroid injection');
  // With one order, what stands first.
  check('MRI and EMG', 'diagnostic / imaging');
  check('EMG and MRI', 'diagnostic / electrodiagnostic');
});

test('category: whole words only', () => {
  check('Infusion of saline', null);
  check('A hurricane lamp', null);
  check('Scalpels', null);
  check('Braces', 'equipment / brace / orthotic');
});

test('category: nothing known is null', () => {
  for (const request of ['', '   ', 'Something new', '\u0000\ud83d', '____']) check(request, null);
});
