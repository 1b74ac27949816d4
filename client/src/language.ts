/** The language of a recognized letter, as the manifest declares it. */
export const LANGUAGE = 'imr-letter';
/** Where letters come from and go back to. */
export const PLAIN_TEXT = 'plaintext';
