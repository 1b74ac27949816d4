import type { l10n as Localization } from 'vscode';

/** A bundled letter and what a person can see in it. */
export interface Sample {
  /** Its name in the folder `samples` of the extension. */
  readonly file: string;
  readonly title: string;
  readonly shows: string;
}

/** The letter that a newcomer sees first: most of what the extension does is to be seen in it. */
export const FIRST_SAMPLE = '2016-missing-fields.txt';

/** The bundled letters, those that a newcomer should see first in front. */
export function sampleList(l10n: typeof Localization): readonly Sample[] {
  return [
    { file: FIRST_SAMPLE, title: l10n.t('Gaps to mend'), shows: l10n.t('Four items with one defect each, and quick fixes for them') },
    { file: '2014-three-items-mixed.txt', title: l10n.t('Three items, one overturned'), shows: l10n.t('Layout of 2014 with pages and guidelines outside of the schedule') },
    { file: '2016-one-item-upheld.txt', title: l10n.t('One item, upheld'), shows: l10n.t('Layout of 2016 as it should be') },
    { file: '2016-overturned.txt', title: l10n.t('Two items, both overturned'), shows: l10n.t('A request with colons and a date of service') },
    { file: '2016-partial-requests.txt', title: l10n.t('Requests granted in part'), shows: l10n.t('What was asked for, what was authorized, and what is left to decide') },
    { file: '2016-surgery-with-ancillary-items.txt', title: l10n.t('An operation and what goes with it'), shows: l10n.t('Eight items in one letter') },
    { file: 'two-letters-in-one-file.txt', title: l10n.t('Two letters in one file'), shows: l10n.t('Each has its own outline and its own items') },
    { file: '2014-one-item-upheld.txt', title: l10n.t('Newlines doubled'), shows: l10n.t('An empty line after every wrapped one; try Format Document') },
    { file: '2016-no-blank-lines.txt', title: l10n.t('No blank lines'), shows: l10n.t('Words broken over lines; try Format Document') },
    { file: '2014-missing-rationale.txt', title: l10n.t('No rationale'), shows: l10n.t('The first of two items does not say why') },
    { file: '2016-duplicate-and-disordered-fields.txt', title: l10n.t('Fields twice and out of order'), shows: l10n.t('Fixes that put the fields in the order of the form') },
    { file: '2014-citation-defects.txt', title: l10n.t('Citations that do not fit'), shows: l10n.t('Pages, chapters and sentences that contradict each other, and fixes for them') },
    { file: '2016-citation-defects.txt', title: l10n.t('Citations and their time'), shows: l10n.t('Editions that came later or were replaced; hints beside warnings') },
    { file: '2016-content-defects.txt', title: l10n.t('What a reviewer of drafts would catch'), shows: l10n.t('A conclusion against its heading, numbers, sides, dates, names, and noise to clean up') },
    { file: '2016-missing-section.txt', title: l10n.t('A heading is gone'), shows: l10n.t('The text of the case summary stands without its heading') },
    { file: '2016-issues-without-items.txt', title: l10n.t('No disputed item'), shows: l10n.t('The letter ends where its items should begin') },
    { file: '2013-notice.txt', title: l10n.t('The notice of autumn 2013'), shows: l10n.t('Decisions written as sentences') },
    { file: '2013-notice-fragment.txt', title: l10n.t('A fragment of 2013'), shows: l10n.t('Cut off inside the case summary') },
    { file: '2013-first-reconstructed.txt', title: l10n.t('The first letters of 2013, reconstructed'), shows: l10n.t('Written from a description of the layout') },
    { file: '2013-numbered-reconstructed.txt', title: l10n.t('Late 2013, reconstructed'), shows: l10n.t('Numbered items; written from a description of the layout') },
    { file: '2018-reconstructed.txt', title: l10n.t('2018 and later, reconstructed'), shows: l10n.t('Written from a description of the layout') },
  ];
}
