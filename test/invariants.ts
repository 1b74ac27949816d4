import assert from 'node:assert/strict';
import type { Letter, Span } from '../server/src/letter';

/** What holds of every reading of every text (EXPORT "Text and ranges"). */
export function checkInvariants(text: string, letters: readonly Letter[]): void {
  let end = 0;
  letters.forEach((letter, index) => {
    assert.equal(letter.span.start, index === 0 ? 0 : end, 'letters follow each other without a gap');
    end = letter.span.end;
    for (const section of letter.sections) {
      inside(section.span, letter.span, 'section in letter');
      inside(section.heading, section.span, 'heading in section');
    }
    nested(letter.sections.map((section) => section.span), 'sections');
    for (const row of letter.header) {
      inside(row.label, letter.span, 'header label in letter');
      if (row.value) inside(row.value, letter.span, 'header value in letter');
    }
    ordered(letter.items.map((item) => item.span), 'items');
    for (const item of letter.items) {
      inside(item.span, letter.span, 'item in letter');
      inside(item.request, item.span, 'request in item');
      if (item.decision) inside(item.decision.span, letter.span, 'decision in letter');
      for (const field of item.fields) {
        inside(field.body, item.span, `${field.kind} in item`);
        assert.ok(field.label.end <= field.body.start, 'label before body');
        const body = text.slice(field.body.start, field.body.end);
        assert.equal(body, body.trim(), 'body without surrounding white space');
      }
      ordered(item.fields.map((field) => field.body), 'fields');
    }
    for (const span of [...letter.reviewer.licensure, ...letter.reviewer.specialties]) inside(span, letter.span, 'credential in letter');
  });
  if (letters.length > 0) assert.equal(end, text.length, 'the last letter ends with the text');
}

function inside(inner: Span, outer: Span, what: string): void {
  assert.ok(inner.start <= inner.end, `${what}: ${inner.start} ≤ ${inner.end}`);
  assert.ok(outer.start <= inner.start && inner.end <= outer.end, `${what}: ${show(inner)} in ${show(outer)}`);
}

/** Each span lies in an earlier one or behind it. */
function nested(spans: readonly Span[], what: string): void {
  spans.forEach((span, index) =>
    spans.slice(0, index).forEach((earlier) =>
      assert.ok(earlier.end <= span.start || (earlier.start <= span.start && span.end <= earlier.end), `${what} nest: ${show(earlier)} ${show(span)}`),
    ),
  );
}

function ordered(spans: readonly Span[], what: string): void {
  spans.slice(1).forEach((span, index) => assert.ok(spans[index]!.end <= span.start, `${what} do not overlap: ${show(spans[index]!)} ${show(span)}`));
}

const show = (span: Span): string => `[${span.start},${span.end})`;
